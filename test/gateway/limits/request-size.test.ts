import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const ENTITIES = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
const UPDATE =
  'mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) { clientMutationId } }';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

/** The text of a list that is nested so many times. */
function nested(levels: number): string {
  return `${'['.repeat(levels)}${']'.repeat(levels)}`;
}

function objectOf(count: number, entry: (index: number) => [string, unknown]): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
}

describe('a document or variables beyond a limit are refused before they are parsed or coerced', () => {
  test.each<
    [name: string, query: string, variables: Record<string, unknown>, code: string, limit: number]
  >([
    [
      'a document of comments',
      `{ __typename } # ${'c'.repeat(100_000)}`,
      {},
      'DOCUMENT_TOO_LONG',
      100_000,
    ],
    ['a document of lines', `{ __typename }${'\n'.repeat(5_000)}`, {}, 'DOCUMENT_TOO_LONG', 5_000],
    ['many tokens', `{ ${'a '.repeat(9_999)} }`, {}, 'DOCUMENT_TOO_LONG', 10_000],
    ['fields inside fields', `${'{a'.repeat(3_000)}${'}'.repeat(3_000)}`, {}, 'TOO_NESTED', 100],
    [
      'fragments inside fragments',
      `{ ${'... {'.repeat(2_000)} id ${'}'.repeat(2_000)} }`,
      {},
      'TOO_NESTED',
      100,
    ],
    [
      'a literal of lists',
      `{ _entities(representations: ${nested(4_000)}) { __typename } }`,
      {},
      'TOO_NESTED',
      100,
    ],
    [
      'a literal of objects',
      `{ _entities(representations: ${'{a:'.repeat(2_000)}1${'}'.repeat(2_000)}) { __typename } }`,
      {},
      'TOO_NESTED',
      100,
    ],
    [
      'a variable type of lists',
      `query ($a: ${'['.repeat(4_000)}Int${']'.repeat(4_000)}) { __typename }`,
      {},
      'TOO_NESTED',
      100,
    ],
    ['a long alias', `{ ${'a'.repeat(257)}: __typename }`, {}, 'NAME_TOO_LONG', 256],
    ['a long field name', `{ ${'a'.repeat(257)} }`, {}, 'NAME_TOO_LONG', 256],
    ['many IDs', NODES, { ids: Array(10_000).fill('a') }, 'VARIABLES_TOO_LARGE', 10_000],
    ['many lists', NODES, { ids: Array(10_000).fill([]) }, 'VARIABLES_TOO_LARGE', 10_000],
    [
      'values that no variable is defined for',
      '{ __typename }',
      { a: { b: Array(10_000).fill(0) } },
      'VARIABLES_TOO_LARGE',
      10_000,
    ],
    ['a long text', NODES, { ids: ['a'.repeat(10_001)] }, 'TEXT_TOO_LONG', 10_000],
    ['a long key', NODES, { ids: [{ ['a'.repeat(10_001)]: 1 }] }, 'TEXT_TOO_LONG', 10_000],
    [
      'a representation that is nested',
      ENTITIES,
      { of: [{ __typename: 'Issue', id: JSON.parse(nested(1_500)) }] },
      'TOO_NESTED',
      100,
    ],
  ])('%s', async (_name, query, variables, code, limit) => {
    const { status, data, errors } = await gateway.execute(query, variables);
    expect(errors).toMatchObject([{ extensions: { code, limit } }]);
    const found = Number(errors?.[0]?.extensions['found']);
    expect(found).toBeGreaterThan(limit);
    expect(errors?.[0]?.message).toContain(`${found}`);
    expect(errors?.[0]?.message).toContain(`${limit}`);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(gateway.upstream.requests).toEqual([]);
    expect(gateway.defects).toEqual([]);
  });
});

test.each<[name: string, query: string, variables: Record<string, unknown>]>([
  [
    'an input with 9,000 unknown fields',
    UPDATE,
    { input: objectOf(9_000, (index) => [`k${index}`, 'x'.repeat(90)]) },
  ],
  [
    'an input with 99 unknown fields of 9,000 characters',
    UPDATE,
    { input: objectOf(99, (index) => [`${index}${'k'.repeat(9_000)}`, 1]) },
  ],
  ['60 lists of texts', NODES, { ids: Array(60).fill(Array(10).fill('x'.repeat(1_600))) }],
])(
  'errors about %s do not repeat the variables again and again',
  async (_name, query, variables) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { errors } = JSON.parse(text) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(text.length).toBeLessThan(120_000);
    for (const { message, extensions } of errors) {
      expect(extensions.code).toBe('BAD_USER_INPUT');
      expect(message.length).toBeLessThan(2_010);
    }
    expect(errors[0]?.message).toMatch(/^Variable "\$\w+" got invalid value .+ … .+$/);
  },
);

test('the operation name is bounded, also for a known document', async () => {
  const send = async (operationName: string) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query Known { __typename }', operationName }),
    });
    return response.text();
  };
  expect(await send('Known')).toContain('"data"');
  const refusal = await send('k'.repeat(500_000));
  expect(refusal).toContain('NAME_TOO_LONG');
  expect(refusal.length).toBeLessThan(1_000);
});

test.each([
  ['a POST', {}],
  ['a document by its hash', { extensions: true }],
])(
  'limits apply to each request, also to a repeated one and to %s',
  async (_name, { extensions }: { extensions?: boolean }) => {
    const query = `query Sized($ids: [ID!]!) { nodes(ids: $ids) { __typename } } # ${extensions}`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const send = async (ids: readonly string[], isRegistered: boolean) => {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...(isRegistered && extensions ? {} : { query }),
          variables: { ids },
          ...(extensions ? { extensions: { persistedQuery: { version: 1, sha256Hash } } } : {}),
        }),
      });
      return response.json();
    };
    expect(await send([], false)).toEqual({ data: { nodes: [] } });
    const tooMany = Array(10_000).fill('a');
    expect(await send(tooMany, true)).toMatchObject({
      errors: [{ extensions: { code: 'VARIABLES_TOO_LARGE' } }],
    });
    expect(await send([], true)).toEqual({ data: { nodes: [] } });
  },
);

test('an operation at the limits is answered', async () => {
  const values = Array(9_998).fill(0);
  const { errors } = await gateway.execute(
    `query ($a: Int) { ${'a'.repeat(256)}: __typename ${'... {'.repeat(98)} __typename @skip(if: false) ${'}'.repeat(98)} } # ${'c'.repeat(98_000)}`,
    { values, text: 'a'.repeat(10_000) },
  );
  // Validation refuses the unused variable; the limits accept it.
  expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

/** Heap bytes of parsed and of registered documents. */
async function keptBytes(run: () => Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage();
  await run();
  let least = Number.POSITIVE_INFINITY;
  // Buffers of closed connections are freed some turns of the event loop later.
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
    const after = process.memoryUsage();
    least = Math.min(least, after.heapUsed + after.external - before.heapUsed - before.external);
  }
  return least;
}

test.each([
  ['parsed', () => ({})],
  [
    'registered by their hashes',
    (query: string) => ({
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
    }),
  ],
])(
  '%s documents take no more memory than their limit, comments included',
  async (_name, toExtensions) => {
    await using open = await startGateway({
      env: { MAX_DOCUMENT_LENGTH: '1000000', MAX_REQUEST_BYTES: '2000000' },
    });
    const bytes = await keptBytes(async () => {
      for (let index = 0; index < 250; index += 1) {
        const query = `{ __typename } # ${index} ${'c'.repeat(900_000)}`;
        const response = await fetch(open.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, extensions: toExtensions(query) }),
        });
        expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
      }
    });
    // 225 MB were sent; the stores have 32 MB for parsed documents and 8 MB for registered ones.
    expect(bytes).toBeLessThan(64_000_000);
  },
);
