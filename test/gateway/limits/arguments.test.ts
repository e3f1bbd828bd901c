import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const ISSUE = 'issue(organization: "hellboy-meowmeow", id: "1341193000")';
/** So many pages of so many places of one issue, which take two requests. */
const below = (selection: string, size = 80) =>
  `{ ${ISSUE} { hashes(first: ${size}) { nodes { issue { hashes(first: ${size}) { nodes { issue { ${selection} } } } } } } } }`;
const texts = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const literals = (count: number) =>
  texts(count)
    .map((text) => JSON.stringify(text))
    .join(' ');

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

test.each<[name: string, query: string, variables?: Readonly<Record<string, unknown>>]>([
  ['a list in the document', below(`activity(types: [${literals(8_000)}]) { type }`)],
  [
    'a list in the variables',
    `query ($types: [String!]) ${below('activity(types: $types) { type }')}`,
    { types: texts(9_000) },
  ],
  [
    'a long text in the variables',
    `query ($query: String) ${below('filtered(query: $query) { count }')}`,
    { query: 'a'.repeat(9_000) },
  ],
  ['a long text in the document', below(`event(id: "${'a'.repeat(90_000)}") { id }`)],
  [
    'a list that is not valid, which an error would repeat for each object',
    `query ($hash: String = "a") ${below(`compareHashes(hashes: [${literals(7_000)} $hash]) { rows { path } }`)}`,
    { hash: null },
  ],
  [
    'a null that is not valid, under ninety aliases',
    `query ($hash: String = "a") ${below(
      Array.from({ length: 90 }, (_, index) => `a${index}: hash(hash: $hash) { id }`).join(' '),
    )}`,
    { hash: null },
  ],
  [
    'a list in a fragment that is spread 256 times',
    `{ ${ISSUE} { ...F0 } } ${Array.from(
      { length: 8 },
      (_, index) =>
        `fragment F${index} on Issue { latestEvent { issue { ...F${index + 1} } } oldestEvent { issue { ...F${index + 1} } } }`,
    ).join(' ')} fragment F8 on Issue { activity(types: [${literals(8_000)}]) { type } }`,
  ],
  [
    'arguments below the same IDs again and again',
    `query ($ids: [ID!]!, $query: String) { ${Array.from(
      { length: 90 },
      (_, index) =>
        `a${index}: nodes(ids: $ids) { ... on Issue { filtered(query: $query) { count } } }`,
    ).join(' ')} }`,
    {
      ids: Array<string>(100).fill(encodeGlobalId('Issue', 'hellboy-meowmeow', '1341193000')),
      query: 'a'.repeat(9_000),
    },
  ],
])('%s is refused if its field is read for too many objects', async (_name, query, variables) => {
  const { status, data, errors } = await gateway.execute(query, variables);
  expect(errors).toMatchObject([
    { extensions: { code: 'ARGUMENTS_TOO_LARGE', limit: 10_000_000 } },
  ]);
  expect(errors?.[0]?.extensions['found']).toBeGreaterThan(10_000_000);
  expect(status).toBe(400);
  expect(data).toBeUndefined();
  expect(gateway.upstream.requests).toEqual([]);
});

test.each<[name: string, query: string, variables?: Readonly<Record<string, unknown>>]>([
  [
    'as many IDs as are allowed, under as many aliases',
    `query ($ids: [ID!]!) { ${Array.from({ length: 90 }, (_, index) => `a${index}: nodes(ids: $ids) { id }`).join(' ')} }`,
    { ids: Array<string>(100).fill('a'.repeat(100)) },
  ],
  ['ordinary arguments at 400 places', below('hash(hash: "a") { id }', 20)],
])('%s are not refused', async (_name, query, variables) => {
  const { status, data } = await gateway.execute(query, variables);
  expect(status).toBe(200);
  expect(data).not.toBeNull();
});

test('an error about an argument repeats at most 2,000 characters of it', async () => {
  const hashes = `["${'a'.repeat(90_000)}", $hash]`;
  const { errors } = await gateway.execute(
    `query ($hash: String = "a") ${below(`compareHashes(hashes: ${hashes}) { rows { path } }`, 2)}`,
    { hash: null },
  );
  expect(errors).toHaveLength(4);
  for (const { message, extensions } of errors ?? []) {
    expect(message).toMatch(/^Argument "hashes" has invalid value/);
    expect(message.length).toBeLessThan(2_100);
    expect(extensions.code).toBe('BAD_USER_INPUT');
  }
});
