import { describe, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

/* Attachments and suspect commits: lists below an event of a project, one request each. */

const { native, python, go } = EMBEDDED_ISSUES;
const issueQuery = (selection: string, id: string) =>
  `{ issue(organization: "hellboy-meowmeow", id: "${id}") { ${selection} } }`;
const ATTACHMENTS = 'attachments { attachmentId name type mimetype size sha1 headers path }';
const COMMITS =
  'suspectCommits { commitId message repository reason pullRequest author { userId name email teamSlug } }';

async function ask(gateway: TestGateway, query: string) {
  const { data, errors } = await gateway.execute(query);
  expect(errors).toBeUndefined();
  return data.issue;
}

const requestsTo = ({ upstream }: TestGateway, last: string) =>
  upstream.requests.filter(({ path }) => path.endsWith(`/${last}/`));

test('the attachments of an event are listed by name, each with the path of its content', async () => {
  await using gateway = await startGateway();
  const { latestEvent } = await ask(
    gateway,
    issueQuery(`latestEvent { eventId projectId ${ATTACHMENTS} }`, native),
  );
  const { eventId, projectId } = latestEvent;
  const path = `/api/0/projects/hellboy-meowmeow/${projectId}/events/${eventId}/attachments`;
  expect(latestEvent.attachments).toEqual([
    {
      attachmentId: '12',
      name: 'minidump.dmp',
      type: 'event.minidump',
      mimetype: 'application/x-dmp',
      size: 9_400,
      sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      headers: { 'Content-Type': 'application/x-dmp' },
      path: `${path}/12/?download=1`,
    },
    expect.objectContaining({ name: 'screenshot.png', path: `${path}/11/?download=1` }),
  ]);
  expect(requestsTo(gateway, 'attachments').map(({ url }) => url)).toEqual([
    `${path}/?per_page=100`,
  ]);
});

test('a suspect commit has its author; an event without one has an empty list', async () => {
  await using gateway = await startGateway();
  const { latestEvent } = await ask(gateway, issueQuery(`latestEvent { ${COMMITS} }`, python));
  expect(latestEvent.suspectCommits).toEqual([
    {
      commitId: '6ba09a7c53235ee8a8fa5ee4c1ca8ca886e7fdbb',
      message: 'Refund in the currency of the order\n\nFixes #12',
      repository: 'acme/shop',
      reason: 'via SCM integration',
      pullRequest: expect.objectContaining({ id: '31' }),
      author: { userId: '550747', name: 'Hell Boy', email: 'hell@boy.cat', teamSlug: null },
    },
  ]);
  const other = await ask(gateway, issueQuery(`latestEvent { ${COMMITS} }`, go));
  expect(other.latestEvent.suspectCommits).toEqual([]);
});

describe.each([
  ['attachments', ATTACHMENTS, native],
  ['committers', COMMITS, python],
])('the route %s', (route, selection, issue) => {
  const field = selection.split(' ')[0] ?? '';

  test('takes one request for each event, however often an event is selected, and light events', async () => {
    await using gateway = await startGateway();
    const fields = `a: ${selection} b: ${selection}`;
    await ask(
      gateway,
      issueQuery(`events(first: 4) { nodes { ${fields} } edges { node { ${fields} } } }`, issue),
    );
    expect(requestsTo(gateway, route)).toHaveLength(4);
    expect(gateway.upstream.requests).toHaveLength(1 + 4);
    expect(gateway.upstream.requests[0]?.url).not.toContain('full=1');
  });

  test('is requested by the slug of the project on a server before 2024, which is looked up once', async () => {
    await using gateway = await startGateway({ dialect: 'sentry-2023' });
    const query = issueQuery(`events(first: 3) { nodes { ${selection} } }`, issue);
    await ask(gateway, query);
    expect(gateway.upstream.requests).toHaveLength(1 + 2 + 3);
    gateway.upstream.forgetRequests();
    const { events } = await ask(gateway, query);
    expect(gateway.upstream.requests).toHaveLength(1 + 1 + 3);
    expect(events.nodes[0][field]).not.toEqual([]);
  });

  test('needs project:read; without it the other fields are complete', async () => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    const { data, errors } = await gateway.execute(
      issueQuery(`latestEvent { title ${selection} }`, issue),
      {},
      { authorization: `Bearer ${TOKENS.eventRead.text}` },
    );
    expect(data.issue.latestEvent).toEqual({ title: expect.any(String), [field]: null });
    expect(errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', requiredScope: 'project:read' } },
    ]);
  });

  test('without a message in its 404 is unsupported', async () => {
    await using gateway = await startGateway({
      intercept: ({ path }) =>
        path.endsWith(`/${route}/`) ? { status: 404, body: '' } : undefined,
    });
    const { errors } = await gateway.execute(issueQuery(`latestEvent { ${selection} }`, issue));
    expect(errors).toMatchObject([{ extensions: { code: 'UNSUPPORTED_BY_UPSTREAM' } }]);
  });

  test('is null if the event is gone, and fails if the body is no list', async () => {
    const answer = { status: 404, body: '{"detail": "Event not found"}' };
    await using gateway = await startGateway({
      intercept: ({ path }) => (path.endsWith(`/${route}/`) ? answer : undefined),
    });
    const query = issueQuery(`latestEvent { ${selection} }`, issue);
    expect((await ask(gateway, query)).latestEvent).toEqual({ [field]: null });
    Object.assign(answer, { status: 200, body: '{"committers": 7}' });
    const { errors } = await gateway.execute(query);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
  });
});

test('a transaction has no suspect commits, without a request', async () => {
  await using gateway = await startGateway();
  const { events } = await ask(
    gateway,
    issueQuery(`events(first: 20) { nodes { type ${COMMITS} } }`, EMBEDDED_ISSUES.entryKinds),
  );
  const types: string[] = events.nodes.map(({ type }: { type: string }) => type);
  const transactions = types.filter((type) => type === 'transaction');
  expect(transactions.length).toBeGreaterThan(0);
  expect(requestsTo(gateway, 'committers')).toHaveLength(types.length - transactions.length);
});
