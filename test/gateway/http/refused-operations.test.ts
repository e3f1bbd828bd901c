import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

/* The status of an operation that is refused depends on the media type of the response. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ env: { READ_ONLY: 'true' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function post(body: object, accept: string) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as {
    readonly data?: unknown;
    readonly errors: readonly [{ readonly extensions: { readonly code: string } }];
  };
  expect(data).toBeUndefined();
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0],
    code: errors[0].extensions.code,
    etag: response.headers.get('etag'),
  };
}

const pages = Array.from(
  { length: 61 },
  (_, index) => `a${index}: issue(organization: "o", id: "${index}") { hashes { nodes { hash } } }`,
);
const LEGACY = 'application/json';
const SPECIFIED = 'application/graphql-response+json';

describe.each<[string, object, string, number]>([
  ['cannot be parsed', { query: '{' }, 'GRAPHQL_PARSE_FAILED', 400],
  ['is not valid', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED', 400],
  [
    'is not in its document',
    { query: 'query A { __typename }', operationName: 'B' },
    'OPERATION_RESOLUTION_FAILURE',
    400,
  ],
  [
    'lacks a variable',
    { query: 'query ($id: ID!) { node(id: $id) { id } }' },
    'BAD_USER_INPUT',
    400,
  ],
  ['reads too many pages', { query: `{ ${pages.join(' ')} }` }, 'TOO_MANY_PAGES', 400],
  [
    'changes something although READ_ONLY is set',
    { query: 'mutation { __typename }' },
    'READ_ONLY',
    403,
  ],
])('an operation that %s', (_what, body, code, status) => {
  test.each([LEGACY, '*/*', `${LEGACY}, ${SPECIFIED};q=0.5`])(
    'is answered 200 for Accept: %s',
    async (accept) => {
      expect(await post(body, accept)).toEqual({ status: 200, type: LEGACY, code, etag: null });
    },
  );

  test.each([SPECIFIED, `${LEGACY};q=0.5, ${SPECIFIED}`])(
    `is answered ${status} for Accept: %s`,
    async (accept) => {
      expect(await post(body, accept)).toEqual({ status, type: SPECIFIED, code, etag: null });
    },
  );

  test('is answered 200 by GET, without an ETag', async () => {
    const parameters = Object.entries(body).map(([name, value]) => [name, String(value)]);
    const response = await fetch(`${gateway.url}?${new URLSearchParams(parameters)}`, {
      headers: { 'apollo-require-preflight': 'true', accept: LEGACY },
    });
    // GET is for queries only.
    expect(response.status).toBe(code === 'READ_ONLY' ? 405 : 200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBe(null);
  });
});

test.each<[string, object, string, number]>([
  ['has no document', {}, LEGACY, 400],
  ['has variables that are not an object', { query: '{ __typename }', variables: [] }, LEGACY, 400],
  ['is a batch', [{ query: '{ __typename }' }], LEGACY, 400],
  ['accepts no media type of GraphQL', { query: '{ __typename }' }, 'text/plain', 406],
])('a request that %s is answered 4xx with any media type', async (_what, body, accept, status) => {
  expect(await post(body, accept)).toMatchObject({ status, code: 'BAD_REQUEST' });
});

test.each(['text/plain', 'text/html, image/*', 'application/json;q=0', '*/*; q=0.00, a/b'])(
  'a mutation whose response `Accept: %s` does not allow is not executed',
  async (accept) => {
    await using open = await startGateway();
    const send = (accepted: string) =>
      fetch(open.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: accepted },
        body: JSON.stringify({
          query:
            'mutation { updateIssue(input: { issue: "hellboy-meowmeow/1341191803", isBookmarked: true }) { clientMutationId } }',
        }),
      });
    const response = await send(accept);
    expect(response.status).toBe(406);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(open.upstream.requests).toEqual([]);
    expect((await send('text/plain, application/*;q=0.1')).status).toBe(200);
    expect(open.upstream.requests).not.toEqual([]);
  },
);
