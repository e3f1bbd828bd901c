import { describe, expect, test } from 'vitest';
import { type Execution, startGateway } from '../harness/gateway.ts';

/* Settings of the subgraph. */

const MAIN = '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title } }';
const ASK_TO_TRACE = { 'apollo-federation-include-trace': 'ftv1' };

const representations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    __typename: 'Issue',
    organizationSlug: 'hellboy-meowmeow',
    issueId: String(index + 1),
  }));

function named(type: string, field: string, values: readonly string[]) {
  return values.map((value) => ({
    __typename: type,
    organizationSlug: 'hellboy-meowmeow',
    [field]: value,
  }));
}

test('NODE_QUERY=false removes only `node` and `nodes`', async () => {
  await using gateway = await startGateway({ env: { NODE_QUERY: 'false' } });
  const { data } = await gateway.execute(
    '{ _service { sdl } __type(name: "Query") { fields { name } } }',
  );
  const names: string[] = data.__type.fields.map(({ name }: { readonly name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['issue', 'organization', '_entities']));
  expect(names.filter((name) => name.startsWith('node'))).toEqual([]);
  expect(data._service.sdl).not.toMatch(/^ {2}nodes?\(/m);
  expect((await gateway.execute(MAIN)).errors).toBeUndefined();
});

test('the served subgraph has `node`, `nodes` and cache hints by default', async () => {
  await using gateway = await startGateway();
  const { data } = await gateway.execute('{ _service { sdl } }');
  expect(data._service.sdl).toMatch(/^ {2}node\(/m);
  expect(data._service.sdl).toMatch(/^ {2}nodes\(/m);
  expect(data._service.sdl).toMatch(
    /type Event implements Node\n.*@cacheControl\(maxAge: 86400\)/s,
  );
  expect(data._service.sdl).toContain('@tag(name: "personal-data")');
});

test.each([
  ['in production', { NODE_ENV: 'production' }],
  ['with INTROSPECTION=false', { INTROSPECTION: 'false' }],
])('%s only a router with the secret gets the schema', async (_when, env) => {
  const SDL =
    'query ($is: Boolean = true) { ...F } fragment F on Query { s: _service @include(if: $is) { sdl } }';
  const secret = 'a-secret-of-the-router-0123456789';
  await using alone = await startGateway({ env });
  await using subgraph = await startGateway({ env: { ...env, ROUTER_SECRET: secret } });
  const refused = await alone.execute(SDL);
  expect(refused).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  expect(refused.data).toBeUndefined();
  expect((await subgraph.execute(SDL)).status).toBe(401);
  const { data } = await subgraph.execute(SDL, {}, { 'x-router-authorization': secret });
  expect(data.s.sdl).toContain('type Issue');
});

describe('more different representations than MAX_REPRESENTATIONS', () => {
  const ISSUE = '... on Issue { issueId hashes(first: 1) { nodes { hash } } }';
  const literal = (id: number) =>
    `{ __typename: "Issue", organizationSlug: "hellboy-meowmeow", issueId: "${id}" }`;
  const ids = ({ data }: Execution, alias = '_entities') =>
    data[alias].map((entity: { readonly issueId: string } | null) => entity?.issueId ?? null);
  /** Every issue exists. */
  const start = (max: string) =>
    startGateway({
      env: { MAX_REPRESENTATIONS: max },
      intercept: () => ({ status: 200, body: `[{"id":"${'a'.repeat(32)}","latestEvent":null}]` }),
    });

  test('fail alone, in all fields together, without a request to Sentry', async () => {
    await using gateway = await start('5');
    const answer = await gateway.execute(
      `query ($some: [_Any!]!, $more: [_Any!]!) { _entities(representations: $some) { ${ISSUE} } ...More }
      fragment More on Query { more: _entities(representations: $more) { ${ISSUE} } }`,
      { some: representations(3), more: representations(6) },
    );
    expect(ids(answer)).toEqual(['1', '2', '3']);
    expect(ids(answer, 'more')).toEqual(['1', '2', '3', '4', '5', null]);
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('the limit of 5 (MAX_REPRESENTATIONS)'),
        path: ['more', 5],
        extensions: { code: 'TOO_MANY_REPRESENTATIONS', limit: 5 },
      }),
    ]);
    expect(gateway.upstream.requests).toHaveLength(5);
  });

  test('do not count if they are the same, or invalid', async () => {
    await using gateway = await start('1');
    const invalid = '{ __typename: "Issue", issueId: "2" }';
    const answer = await gateway.execute(
      `{ _entities(representations: [${invalid} ${literal(1).repeat(101)}]) { ${ISSUE} } }`,
    );
    expect(ids(answer)).toEqual([null, ...Array(101).fill('1')]);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('fail in the default value of a variable and in the document too', async () => {
    await using gateway = await start('1');
    const answer = await gateway.execute(
      `query ($of: [_Any!]! = [${literal(1)}]) {
        a: _entities(representations: $of) { ${ISSUE} }
        b: _entities(representations: [${literal(2)}]) { ${ISSUE} }
      }`,
    );
    expect([ids(answer, 'a'), ids(answer, 'b')]).toEqual([['1'], [null]]);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_REPRESENTATIONS' } }]);
  });
});

test('with FEDERATED_TRACING=true a router that requests a trace gets one', async () => {
  await using gateway = await startGateway({ env: { FEDERATED_TRACING: 'true' } });
  const traced = await gateway.execute(MAIN, {}, ASK_TO_TRACE);
  expect(traced).toMatchObject({ extensions: { ftv1: expect.any(String) } });
  const trace = Buffer.from(
    (traced as unknown as { readonly extensions: { readonly ftv1: string } }).extensions.ftv1,
    'base64',
  ).toString('latin1');
  expect(trace).toContain('title');
  expect(await gateway.execute(MAIN)).not.toHaveProperty('extensions');
});

test('by default a router that requests a trace gets none', async () => {
  await using gateway = await startGateway();
  expect(await gateway.execute(MAIN, {}, ASK_TO_TRACE)).not.toHaveProperty('extensions');
});

test.each([
  ['numeric issues, one for each hundred', representations(60), 1],
  ['short IDs, one each', named('Issue', 'shortId', ['A-1', 'A-2', 'A-2']), 2],
  ['events of an organization, one each', named('Event', 'eventId', ['a', 'b', 'c']), 3],
  [
    'hashes, a walk for each issue',
    [...named('IssueHash', 'hash', ['a', 'b']).map((one) => ({ ...one, issueId: '1' }))],
    10,
  ],
  ['what names nothing, none', ['text', { __typename: 'Issue' }], 0],
])('the requests that references need are measured: %s', async (_what, given, requests) => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
  for (const [limit, code] of [
    [requests, undefined],
    [requests - 1, 'OPERATION_TOO_EXPENSIVE'],
  ] as const) {
    if (limit > 0) {
      await using gateway = await startGateway({ env: { MAX_UPSTREAM_REQUESTS: `${limit}` } });
      const { errors } = await gateway.execute(query, { r: given });
      // Errors without a path: IDs that Sentry leaves out may be refused at their paths in addition.
      const refusal = errors?.find(
        ({ extensions, path }) => extensions.code === 'OPERATION_TOO_EXPENSIVE' && !path,
      );
      expect(refusal?.extensions.code).toBe(code);
    }
  }
});
