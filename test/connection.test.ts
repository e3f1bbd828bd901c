import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type TestGateway } from './harness/gateway.ts';

const ORGANIZATION = 'hellboy-meowmeow';
const MAIN = '1341191803';

const PAGE = `query Page($id: String!, $first: Int, $after: String, $last: Int, $before: String) {
  issue(organization: "hellboy-meowmeow", id: $id) {
    hashes(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { hash } }
      nodes { hash }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly hash: string } }[];
  readonly nodes: readonly { readonly hash: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

let gateway: TestGateway;
let truth: readonly string[];

beforeAll(async () => {
  gateway = await startGateway();
  truth = await readAllHashes(MAIN);
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** The order that the REST endpoint gives, page by page of 100. */
async function readAllHashes(issue: string): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (let offset = 0; ; offset += 100) {
    const response = await fetch(
      `${gateway.upstream.url}/api/0/organizations/${ORGANIZATION}/issues/${issue}/hashes/?full=0&cursor=0:${offset}:0`,
      { headers: { authorization: `Bearer ${gateway.upstream.token}` } },
    );
    const rows = (await response.json()) as { readonly id: string }[];
    hashes.push(...rows.map(({ id }) => id));
    if (rows.length < 100) {
      return hashes;
    }
  }
}

async function readPage(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await gateway.execute(PAGE, { id: MAIN, ...variables });
  expect(errors).toBeUndefined();
  return data.issue.hashes;
}

const hashesOf = (page: Page) => page.edges.map(({ node }) => node.hash);

test('the embedded issue has the 250 hashes that these tests page through', () => {
  expect(new Set(truth).size).toBe(250);
});

test.each([1, 7, 20, 100])(
  'pages of %i forwards give every hash once, in REST order',
  async (first) => {
    const seen: string[] = [];
    let page = await readPage({ first });
    expect(page.pageInfo.hasPreviousPage).toBe(false);
    seen.push(...hashesOf(page));
    while (page.pageInfo.hasNextPage) {
      gateway.upstream.forgetRequests();
      page = await readPage({ first, after: page.pageInfo.endCursor });
      expect(gateway.upstream.requests).toHaveLength(1);
      expect(page.pageInfo.hasPreviousPage).toBe(true);
      seen.push(...hashesOf(page));
    }
    expect(seen).toEqual(truth);
  },
);

test.each([1, 7, 20, 100])(
  'pages of %i backwards give every hash once, in REST order',
  async (last) => {
    const seen: string[] = [];
    let page = await readPage({ last });
    expect(page.pageInfo.hasNextPage).toBe(false);
    seen.unshift(...hashesOf(page));
    while (page.pageInfo.hasPreviousPage) {
      gateway.upstream.forgetRequests();
      page = await readPage({ last, before: page.pageInfo.startCursor });
      expect(gateway.upstream.requests).toHaveLength(1);
      expect(page.pageInfo.hasNextPage).toBe(true);
      seen.unshift(...hashesOf(page));
    }
    expect(seen).toEqual(truth);
  },
);

test('any edge resumes the list, in both directions, with another page size', async () => {
  const { edges } = await readPage({
    first: 100,
    after: (await readPage({ first: 70 })).pageInfo.endCursor,
  });
  for (const [index, { cursor, node }] of edges.entries()) {
    const row = 70 + index;
    expect(node.hash).toBe(truth[row]);
    if (index % 9 === 0) {
      const size = 1 + (index % 40);
      expect(hashesOf(await readPage({ first: size, after: cursor }))).toEqual(
        truth.slice(row + 1, row + 1 + size),
      );
      expect(hashesOf(await readPage({ last: size, before: cursor }))).toEqual(
        truth.slice(Math.max(0, row - size), row),
      );
    }
  }
});

test('`after` and `before` together bound the page, whichever side it is cut from', async () => {
  const { edges } = await readPage({ first: 30 });
  const bounds = { after: edges[4]?.cursor, before: edges[15]?.cursor };
  expect(hashesOf(await readPage({ ...bounds, first: 3 }))).toEqual(truth.slice(5, 8));
  expect(hashesOf(await readPage({ ...bounds, last: 3 }))).toEqual(truth.slice(12, 15));
  expect(hashesOf(await readPage({ ...bounds, first: 50 }))).toEqual(truth.slice(5, 15));
  expect(hashesOf(await readPage(bounds))).toEqual(truth.slice(5, 15));
});

test('without sizes a page has 20 hashes, and null is the same as absent', async () => {
  expect(hashesOf(await readPage({}))).toEqual(truth.slice(0, 20));
  const page = await readPage({ first: null, after: null, last: null, before: null });
  expect(hashesOf(page)).toEqual(truth.slice(0, 20));
  expect(page.nodes).toEqual(page.edges.map(({ node }) => node));
});

test('`first: 0` is an empty page that still knows what lies around it', async () => {
  const { edges } = await readPage({ first: 5 });
  const page = await readPage({ first: 0, after: edges[4]?.cursor });
  expect(page).toEqual({
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: true, startCursor: null, endCursor: null },
  });
});

test('`first: 0` of an issue that does not exist is NOT_FOUND all the same', async () => {
  const { data, errors } = await gateway.execute(PAGE, { id: '404404404', first: 0 });
  expect(data).toEqual({ issue: null });
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('past the end there is an empty page, with hashes before it', async () => {
  const page = await readPage({ first: 10, after: '0:900:0' });
  expect(page).toEqual({
    edges: [],
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
  });
});

test("one of Sentry's own cursors is taken for the rows from its offset on, or up to it", async () => {
  expect(hashesOf(await readPage({ first: 3, after: '0:100:0' }))).toEqual(truth.slice(100, 103));
  expect(hashesOf(await readPage({ last: 3, before: '0:100:0' }))).toEqual(truth.slice(97, 100));
});

test.each([
  ['forged', 'MTIzNDU2'],
  ['truncated', (cursor: string) => cursor.slice(0, -2)],
  ['oversized', 'A'.repeat(5_000)],
  ['an offset below zero', '0:-20:0'],
])('a cursor that is %s is refused before Sentry hears of it', async (_how, make) => {
  const { edges } = await readPage({ first: 1 });
  const cursor = typeof make === 'string' ? make : make(edges[0]?.cursor ?? '');
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(PAGE, { id: MAIN, first: 1, after: cursor });
  expect(data).toEqual({ issue: null });
  expect(errors).toMatchObject([
    { path: ['issue', 'hashes'], extensions: { code: 'INVALID_CURSOR' } },
  ]);
  expect(errors?.[0]?.message).toContain('`after` is not a cursor of this list');
  expect(gateway.upstream.requests).toEqual([]);
});

test.each([
  [{ first: -1 }, '`first` is -1: a page takes 0 to 100 edges.'],
  [{ first: 101 }, '`first` is 101: a page takes 0 to 100 edges.'],
  [{ last: 101 }, '`last` is 101: a page takes 0 to 100 edges.'],
  [{ first: 2, last: 3 }, '`first` is 2 and `last` is 3: a page takes one of them, not both.'],
])('%j is refused before Sentry hears of it', async (args, message) => {
  gateway.upstream.forgetRequests();
  const { errors } = await gateway.execute(PAGE, { id: MAIN, ...args });
  expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(gateway.upstream.requests).toEqual([]);
});
