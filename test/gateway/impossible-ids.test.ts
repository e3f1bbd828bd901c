import { describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway } from '../harness/gateway.ts';

/* Numbers that Sentry cannot store: they cause internal errors in its servers. */

const ORGANIZATION = 'hellboy-meowmeow';
const TOO_GREAT = ['9223372036854775808', '9999999999999999999001', `1${'0'.repeat(100)}`];
const { main, twenty } = EMBEDDED_ISSUES;
const issueQuery = (id: string, selection: string) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${id}") { ${selection} } }`;

describe.each(DIALECT_NAMES)('over %s', (dialect) => {
  test.each(TOO_GREAT)('an issue %s is NOT_FOUND without a request', async (id) => {
    await using gateway = await startGateway({ dialect });
    for (const selection of [
      'title',
      'tags { key }',
      'hashes { nodes { hash } }',
      'latestEvent { title }',
    ]) {
      const { errors } = await gateway.execute(issueQuery(id, selection));
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    for (const change of [
      'updateIssue(input: { issue: $bad, status: "resolved" }) { issue { title } }',
      'mergeIssues(input: { issues: [$good, $bad] }) { parent { title } }',
      `unmergeIssueHashes(input: { issue: $bad, hashes: ["${'a'.repeat(32)}"] }) { accepted }`,
    ]) {
      const good = change.includes('$good') ? ', $good: ID!' : '';
      const { errors } = await gateway.execute(`mutation ($bad: ID!${good}) { ${change} }`, {
        bad: encodeGlobalId('Issue', ORGANIZATION, id),
        good: encodeGlobalId('Issue', ORGANIZATION, main),
      });
      expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
    expect(gateway.upstream.requests).toEqual([]);
  });

  test('the issues beside it keep their fields', async () => {
    await using gateway = await startGateway({ dialect });
    const { data, errors } = await gateway.execute(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { issueId title } } }',
      {
        ids: [main, TOO_GREAT[0], twenty].map((id) =>
          encodeGlobalId('Issue', ORGANIZATION, `${id}`),
        ),
      },
    );
    expect(data.nodes).toMatchObject([{ issueId: main }, null, { issueId: twenty }]);
    expect(errors).toMatchObject([{ path: ['nodes', 1], extensions: { code: 'NOT_FOUND' } }]);
  });

  test('in the filter by project it is BAD_USER_INPUT, and the message names the argument', async () => {
    await using gateway = await startGateway({ dialect });
    const { errors } = await gateway.execute(
      `{ organization(slug: "${ORGANIZATION}") { issues(project: ["1", "-9999999999999999999"]) { nodes { id } } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('`project`');
    expect(gateway.upstream.requests).toEqual([]);
  });
});

test('the greatest number that Sentry can store is requested', async () => {
  await using gateway = await startGateway();
  const { errors } = await gateway.execute(issueQuery('9223372036854775807', 'title'));
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('an event ID of digits is not treated as a number', async () => {
  await using gateway = await startGateway();
  const { data, errors } = await gateway.execute(
    issueQuery(main, `event(id: "${'9'.repeat(32)}") { title }`),
  );
  expect(errors).toBeUndefined();
  expect(data.issue.event).toBeNull();
});

test('failures inside Sentry have its errorId, and leave the circuit breaker closed', async () => {
  const errorId = 'cc6dffc235be4733a9ac15a9470fb37f';
  let isFailing = true;
  await using gateway = await startGateway({
    env: { SENTRY_BREAKER_MIN_REQUESTS: '3' },
    intercept: () =>
      isFailing
        ? { status: 500, body: JSON.stringify({ detail: 'Internal Error', errorId }) }
        : undefined,
  });
  for (let time = 0; time < 10; time += 1) {
    const { errors } = await gateway.execute(issueQuery(main, 'title'));
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', errorId } }]);
  }
  expect(gateway.log).toContainEqual(
    expect.objectContaining({ causes: [expect.objectContaining({ path: 'issue', errorId })] }),
  );
  isFailing = false;
  expect((await gateway.execute(issueQuery(main, 'title'))).errors).toBeUndefined();
});
