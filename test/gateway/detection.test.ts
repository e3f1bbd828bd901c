import { describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { startGateway } from '../harness/gateway.ts';

/* How the kind of a server is detected, and how its first responses are used. */

const ORGANIZATION = 'hellboy-meowmeow';
const { main } = EMBEDDED_ISSUES;
const issueOf = (selection: string, id: string = main) =>
  `{ issue(organization: "${ORGANIZATION}", id: "${id}") { ${selection} } }`;

/** Operations with different first requests. */
const FIRST_OPERATIONS = [
  issueOf('title'),
  issueOf('latestEvent { title }'),
  issueOf('hashes(first: 1) { nodes { hash } }'),
  issueOf('events(first: 1) { nodes { eventId } }'),
  issueOf(`event(id: "${'a'.repeat(32)}") { title }`),
  `{ organization(slug: "${ORGANIZATION}") { issues(first: 1, sort: null) { nodes { title } } } }`,
  `{ nodes(ids: ["${encodeGlobalId('Issue', ORGANIZATION, main)}", "${encodeGlobalId('Issue', ORGANIZATION, '1')}"]) { id ... on Issue { title } } }`,
  `mutation { updateIssue(input: { issue: "${encodeGlobalId('Issue', ORGANIZATION, main)}", status: "resolved" }) { clientMutationId } }`,
  `mutation { unmergeIssueHashes(input: { issue: "${encodeGlobalId('Issue', ORGANIZATION, main)}", hashes: ["${'a'.repeat(32)}"] }) { accepted } }`,
];

async function codesOf(dialect: (typeof DIALECT_NAMES)[number], query: string, token: string) {
  await using gateway = await startGateway({ dialect, signIn: 'passThrough' });
  const { errors = [] } = await gateway.execute(query, {}, { authorization: `Bearer ${token}` });
  return [...new Set(errors.map(({ extensions }) => extensions.code))];
}

describe.each(DIALECT_NAMES)('the first operation over %s', (dialect) => {
  test.each(FIRST_OPERATIONS)('with an unknown token is UNAUTHENTICATED: %s', async (query) => {
    expect(await codesOf(dialect, query, 'sntryu_unknown')).toEqual(['UNAUTHENTICATED']);
  });

  test.each(FIRST_OPERATIONS)('without the scope is FORBIDDEN: %s', async (query) => {
    expect(await codesOf(dialect, query, TOKENS.withoutEvents.text)).toEqual(['FORBIDDEN']);
  });

  test.each(FIRST_OPERATIONS.slice(0, 6))(
    'in another organization is refused: %s',
    async (query) => {
      const codes = await codesOf(dialect, query, TOKENS.outsider.text);
      expect(codes).toEqual([dialect === 'glitchtip' ? 'NOT_FOUND' : 'FORBIDDEN']);
    },
  );
});

test.each(['1.0000000000000002e-06:30:0', '1763940000000:0:0', 'any text:0:1', 'something else'])(
  'Sentry is detected whatever its cursors contain: %s',
  async (cursor) => {
    const link = ['previous', 'next']
      .map((rel) => `<http://x/?cursor=>; rel="${rel}"; results="true"; cursor="${cursor}"`)
      .join(', ');
    await using gateway = await startGateway({
      intercept: ({ path, query }) =>
        path.endsWith('/issues/') && query.get('cursor') === null
          ? { status: 200, headers: { link }, body: '[{"id":"1"}]' }
          : undefined,
    });
    const list = `{ organization(slug: "${ORGANIZATION}") { issues(first: 1) { nodes { issueId } } } }`;
    for (let again = 0; again < 4; again += 1) {
      await gateway.execute(list);
    }
    const { data, errors } = await gateway.execute(issueOf('title', 'CHECKOUT-1'));
    expect(errors).toBeUndefined();
    expect(data.issue.title).toBe('This is an example Python exception');
  },
);

test("an unknown token in a mutation is detected by GlitchTip's error message", async () => {
  await using gateway = await startGateway({
    dialect: 'glitchtip',
    intercept: ({ method }) =>
      method === 'GET' ? undefined : { status: 403, body: '{"detail":"CSRF check Failed"}' },
  });
  const { errors } = await gateway.execute(FIRST_OPERATIONS[7] ?? '');
  expect(errors).toMatchObject([
    {
      message: 'GlitchTip does not accept the token.',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ]);
});

test('no change is sent before the kind of server is known', async () => {
  await using gateway = await startGateway({
    dialect: 'glitchtip',
    intercept: ({ method }) => (method === 'GET' ? { status: 503 } : undefined),
  });
  const { errors } = await gateway.execute(FIRST_OPERATIONS[7] ?? '');
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  expect(gateway.upstream.requests.map(({ method }) => method)).toEqual(['GET']);
});
