import { expect, test } from 'vitest';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { startGateway } from '../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 1) { nodes { hash } } } }';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test("a gateway without a token forwards the caller's token", async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const { data } = await gateway.execute(HASHES, {}, bearer(TOKENS.eventRead.text));
  expect(data.issue.hashes.nodes).toHaveLength(1);
  expect(gateway.upstream.requests[0]?.headers.authorization).toBe(
    `Bearer ${TOKENS.eventRead.text}`,
  );
});

test.each([
  ['no header', {}],
  ['another scheme', { authorization: 'Basic YTpi' }],
  ['no token', { authorization: 'Bearer ' }],
  ['two tokens', { authorization: 'Bearer a b' }],
])('with %s a caller is UNAUTHENTICATED without a request to Sentry', async (_how, headers) => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const { data, errors } = await gateway.execute(HASHES, {}, headers as Record<string, string>);
  expect(data).toEqual({ issue: { hashes: null } });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(gateway.upstream.requests).toEqual([]);
});

test('introspection needs no token', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const { data } = await gateway.execute('{ __schema { queryType { name } } }');
  expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
});

test.each([
  ['unknown', 'sntryu_nobody', 'UNAUTHENTICATED', 'Invalid token'],
  ['expired', TOKENS.expired.text, 'UNAUTHENTICATED', 'Token expired'],
  [
    "another organization's",
    TOKENS.otherOrganization.text,
    'UNAUTHENTICATED',
    'Unauthorized organization access.',
  ],
  [
    'without the scope',
    TOKENS.withoutEvents.text,
    'FORBIDDEN',
    'You do not have permission to perform this action. The token needs the scope `event:read`, and its owner needs access.',
  ],
  [
    'of a member of another organization',
    TOKENS.outsider.text,
    'FORBIDDEN',
    'You do not have permission to perform this action. The token needs the scope `event:read`, and its owner needs access.',
  ],
])(
  "a token that is %s is refused with Sentry's message, which does not contain the token",
  async (_what, token, code, message) => {
    await using gateway = await startGateway({ signIn: 'passThrough' });
    const execution = await gateway.execute(HASHES, {}, bearer(token));
    expect(execution.errors).toMatchObject([
      { message, path: ['issue', 'hashes'], extensions: { code } },
    ]);
    expect(JSON.stringify(execution)).not.toContain(token);
  },
);

test("the gateway's own token is sent whatever the caller sends", async () => {
  await using gateway = await startGateway();
  await gateway.execute(HASHES, {}, bearer('sntryu_of_the_caller'));
  expect(gateway.upstream.requests[0]?.headers.authorization).toBe(
    `Bearer ${gateway.upstream.token}`,
  );
});

test('one forbidden issue does not make the others fail', async () => {
  await using gateway = await startGateway({
    intercept: ({ query, path }) =>
      query.getAll('group').includes('1341191920') || path.endsWith('/1341191920/')
        ? { status: 403, body: '{"detail":"You do not have permission to perform this action."}' }
        : undefined,
  });
  const { data, errors } = await gateway.execute(
    '{ a: issue(organization: "hellboy-meowmeow", id: "1341191803") { title } b: issue(organization: "hellboy-meowmeow", id: "1341191920") { title } }',
  );
  expect(data.a.title).toBe('This is an example Python exception');
  expect(data.b).toBeNull();
  expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'FORBIDDEN' } }]);
});
