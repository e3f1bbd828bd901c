import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

const ISSUE = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';
const HASHES = `{ ${ISSUE} { hashes(first: 2) { nodes { hash } } } }`;

/** Limits that small operations exceed. */
const LIMITS = {
  MAX_TOKENS: '120',
  MAX_DEPTH: '5',
  MAX_ALIASES: '6',
  MAX_ROOT_FIELDS: '4',
  MAX_DIRECTIVES: '3',
  MAX_LIST_NESTING: '1',
  MAX_PAGES: '4',
  MAX_UPSTREAM_REQUESTS: '12',
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ env: LIMITS });
});
beforeEach(() => gateway.upstream.forgetRequests());
afterAll(() => gateway[Symbol.asyncDispose]());

test.each<[name: string, query: string, code: string, found: number, limit: number]>([
  ['tokens', `{ ${'__typename '.repeat(200)} }`, 'DOCUMENT_TOO_LONG', 202, 120],
  [
    'levels',
    `{ ${ISSUE} { hashes { nodes { issue { organization { slug } } } } } }`,
    'OPERATION_TOO_DEEP',
    6,
    5,
  ],
  [
    'aliases, fragments counted where they are spread',
    `{ ...A } fragment A on Query { ...B ...B } fragment B on Query { a: __typename b: __typename c: __typename ...C }
     fragment C on Query { d: __typename }`,
    'TOO_MANY_ALIASES',
    8,
    6,
  ],
  [
    'root fields',
    `{ ${[1, 2, 3, 4, 5].map((i) => `a${i}: __typename`).join(' ')} }`,
    'TOO_MANY_ROOT_FIELDS',
    5,
    4,
  ],
  [
    'directives',
    '{ __typename @skip(if: false) ... @include(if: true) { a: __typename @skip(if: false) @include(if: true) } }',
    'TOO_MANY_DIRECTIVES',
    4,
    3,
  ],
  [
    'lists in one another',
    `{ ${ISSUE} { latestEvent { ...E } } }
     fragment E on Event { entries { ... on BreadcrumbsEntry { values { type } } ... on RequestEntry { ...R } } }
     fragment R on RequestEntry { headers { name } }`,
    'LISTS_TOO_NESTED',
    2,
    1,
  ],
  [
    'pages',
    `{ ${ISSUE} { ${[1, 2, 3, 4, 5].map((i) => `a${i}: hashes(first: ${i}) { nodes { hash } }`).join(' ')} } }`,
    'TOO_MANY_PAGES',
    5,
    4,
  ],
  [
    'requests to Sentry',
    `{ ${ISSUE} { hashes(first: 20) { nodes { latestEvent { sdkUpdates } } } } }`,
    'OPERATION_TOO_EXPENSIVE',
    22,
    12,
  ],
])(
  'too many %s are refused without a request to Sentry',
  async (_name, query, code, found, limit) => {
    const { status, data, errors } = await gateway.execute(query);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code, found, limit } }]);
    expect(errors?.[0]?.message).toContain(String(found));
    expect(errors?.[0]?.message).toContain(String(limit));
    expect(gateway.upstream.requests).toEqual([]);
  },
);

test.each([
  ['aliases', `{ ${[1, 2, 3, 4].map((i) => `a${i}: __typename`).join(' ')} }`],
  [
    'levels',
    `{ ${ISSUE} { hashes { nodes { issue { title } } } } }`.replace('hashes', 'hashes(first: 5)'),
  ],
  [
    'pages and requests',
    `{ ${ISSUE} { ${[1, 2, 3, 4].map((i) => `a${i}: hashes(first: ${i}) { nodes { hash } }`).join(' ')} } }`,
  ],
])('an operation with the maximum number of %s is answered', async (_name, query) => {
  const { status, errors } = await gateway.execute(query);
  expect(errors).toBeUndefined();
  expect(status).toBe(200);
});

test('the size of a page is taken from the variables', async () => {
  const query = `query Q($first: Int = 3, $wanted: Boolean = true) { ${ISSUE} { hashes(first: $first) { nodes { hash latestEvent { sdkUpdates @include(if: $wanted) } } } } }`;
  expect((await gateway.execute(query)).errors).toBeUndefined();
  expect((await gateway.execute(query, { first: 30 })).errors).toMatchObject([
    { extensions: { code: 'OPERATION_TOO_EXPENSIVE', found: 32 } },
  ]);
  expect((await gateway.execute(query, { first: 30, wanted: false })).errors).toBeUndefined();
});

test('an operation that fragments make exponentially large is refused at once', async () => {
  await using strict = await startGateway();
  const fragments = Array.from(
    { length: 60 },
    (_, i) =>
      `fragment F${i} on Query { a${i}: __typename ...F${i + 1} b${i}: __typename ...F${i + 1} }`,
  );
  const { errors } = await strict.execute(
    `{ ...F0 } ${fragments.join(' ')} fragment F60 on Query { __typename }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_ALIASES', limit: 100 } }]);
});

test('a header adds the cost of the operation and its limits to the response', async () => {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
    body: JSON.stringify({ query: HASHES }),
  });
  expect(await response.json()).toMatchObject({
    data: { issue: { hashes: { nodes: [{}, {}] } } },
    extensions: {
      cost: {
        depth: { found: 4, limit: 5 },
        listNesting: { found: 1, limit: 1 },
        pages: { found: 1, limit: 4 },
        requests: { found: 2, limit: 12 },
      },
    },
  });
});

test('a repeated operation is measured with its current variables', async () => {
  const query = `query ($first: Int, $last: Int) { ${ISSUE} { hashes(first: $first, last: $last) { nodes { hash } } } }`;
  const requestsFor = async (variables: object) => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
      body: JSON.stringify({ query, variables }),
    });
    const { extensions, errors } = await response.json();
    return extensions?.cost.requests.found ?? errors[0].extensions.code;
  };
  for (let again = 0; again < 2; again += 1) {
    expect(await requestsFor({ first: 2 })).toBe(2);
    expect(await requestsFor({ last: 2 })).not.toBe(2);
  }
});

test.each([
  [HASHES],
  [`{ ${ISSUE} { title hashes(first: 3) { nodes { latestEvent { size } } } } }`],
  [`{ ${ISSUE} { latestEvent { size } oldestEvent { size } recommendedEvent { size } title } }`],
  [
    `{ ${ISSUE.replace('1341191803', EMBEDDED_ISSUES.five)} { hashes(last: 3) { totalCount nodes { latestEvent { size } } } } }`,
  ],
  [
    `{ ${ISSUE} { hashes(first: 3) { nodes { id issue { id title } latestEvent { issue { title } } } } } }`,
  ],
  [
    '{ organization(slug: "hellboy-meowmeow") { name issue(id: "CHECKOUT-1") { title hashes { nodes { hash } } } } }',
  ],
])('%s takes at most the measured number of requests', async (query) => {
  await using open = await startGateway();
  const response = await fetch(open.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-sentry-graphql-cost': 'true' },
    body: JSON.stringify({ query }),
  });
  const { errors, extensions } = (await response.json()) as {
    errors?: unknown;
    extensions: { cost: { requests: { found: number } } };
  };
  expect(errors).toBeUndefined();
  expect(open.upstream.requests.length).toBeGreaterThan(0);
  expect(open.upstream.requests.length).toBeLessThanOrEqual(extensions.cost.requests.found);
});
