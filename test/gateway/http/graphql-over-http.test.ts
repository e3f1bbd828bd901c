import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const QUERY = '{ __typename }';
const PREFLIGHT = { 'apollo-require-preflight': 'true' };
const withQuery = (url: string, parameters: Record<string, string>) =>
  `${url}?${new URLSearchParams(parameters)}`;

describe('queries by GET', () => {
  test('a query works, with the media type of the specification', async () => {
    await using gateway = await startGateway();
    const response = await fetch(withQuery(gateway.url, { query: QUERY }), {
      headers: { ...PREFLIGHT, accept: 'application/graphql-response+json' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
  });

  test('a mutation is refused', async () => {
    await using gateway = await startGateway();
    const query = 'mutation { __typename }';
    const response = await fetch(withQuery(gateway.url, { query }), { headers: PREFLIGHT });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  test('a request that a page of another site could send without a preflight is refused', async () => {
    await using gateway = await startGateway();
    const response = await fetch(withQuery(gateway.url, { query: QUERY }));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('BAD_REQUEST');
  });
});

test('an operation can be sent by its hash after it was sent once with its text', async () => {
  await using gateway = await startGateway();
  const sha256Hash = createHash('sha256').update(QUERY).digest('hex');
  const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash } } };
  const post = async (body: object) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  expect(await post(persisted)).toMatchObject({
    errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });
  await post({ ...persisted, query: QUERY });
  expect(await post(persisted)).toEqual({ data: { __typename: 'Query' } });
});

test.each<[unknown]>([[null], [5], [[]], [{}], [{ toString: 1 }], [{ valueOf: null }]])(
  'a hash that is %j is the hash of no operation',
  async (sha256Hash) => {
    await using gateway = await startGateway();
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const codes = [];
    for (const body of [{ extensions }, { query: QUERY, extensions }]) {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const { errors } = (await response.json()) as { errors: [{ extensions: { code: string } }] };
      codes.push(`${response.status} ${errors[0].extensions.code}`);
    }
    const get = withQuery(gateway.url, { extensions: JSON.stringify(extensions) });
    const got = await fetch(get, { headers: { 'apollo-require-preflight': 'true' } });
    expect(codes).toEqual(['200 PERSISTED_QUERY_NOT_FOUND', '400 BAD_REQUEST']);
    expect(got.status).toBe(200);
    expect(gateway.defects).toEqual([]);
  },
);

test.each([
  [
    'a name that no operation of it has',
    { query: 'query A { __typename }', operationName: 'B' },
    'OPERATION_RESOLUTION_FAILURE',
    'Unknown operation named "B".',
  ],
  [
    'several operations and no name',
    { query: 'query A { __typename } query B { __typename }' },
    'OPERATION_RESOLUTION_FAILURE',
    'Must provide operation name if query contains multiple operations.',
  ],
  [
    'the hash of another document',
    {
      query: QUERY,
      extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
    },
    'BAD_REQUEST',
    'provided sha does not match query',
  ],
])('a document with %s is answered with 400', async (_what, body, code, message) => {
  await using gateway = await startGateway();
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ errors: [{ message, extensions: { code } }] });
  expect(gateway.defects).toEqual([]);
});

describe('the schema', () => {
  const INTROSPECTION = '{ __schema { queryType { name } } }';

  test('is available, with suggestions, in development', async () => {
    await using gateway = await startGateway();
    expect((await gateway.execute(INTROSPECTION)).data.__schema.queryType.name).toBe('Query');
    expect((await gateway.execute('{ isue }')).errors?.[0]?.message).toContain('Did you mean');
  });

  test('is not available in production', async () => {
    await using gateway = await startGateway({ env: { NODE_ENV: 'production' } });
    const { status, errors } = await gateway.execute(INTROSPECTION);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await gateway.execute('{ isue }')).errors?.[0]?.message).not.toContain('issue');
    const update =
      'mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { clientMutationId } }';
    const refused = await gateway.execute(update, { input: { issue: 'a', statu: 'resolved' } });
    expect(refused.errors?.[0]?.message).toMatch(/"statu" is not defined by type "\w+"\.$/);
  });

  test('is available in production with INTROSPECTION=true', async () => {
    await using gateway = await startGateway({
      env: { NODE_ENV: 'production', INTROSPECTION: 'true' },
    });
    expect((await gateway.execute(INTROSPECTION)).status).toBe(200);
  });
});

describe('pages of other origins', () => {
  const preflight = (url: string, origin: string) =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });
  const allowed = async (url: string, origin: string) =>
    (await preflight(url, origin)).headers.get('access-control-allow-origin');

  test('only Apollo Sandbox may send operations in development', async () => {
    await using gateway = await startGateway();
    const sandbox = 'https://studio.apollographql.com';
    const response = await preflight(gateway.url, sandbox);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(sandbox);
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(await allowed(gateway.url, 'https://elsewhere.example')).toBe(null);
  });

  test('only listed origins may send operations in production', async () => {
    const NODE_ENV = 'production';
    await using closed = await startGateway({ env: { NODE_ENV } });
    expect(await allowed(closed.url, 'https://studio.apollographql.com')).toBe(null);
    await using open = await startGateway({
      env: { NODE_ENV, CORS_ORIGINS: 'https://a.example, https://b.example:8443' },
    });
    expect(await allowed(open.url, 'https://b.example:8443')).toBe('https://b.example:8443');
  });
});
