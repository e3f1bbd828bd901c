import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECT_NAMES } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { startGateway, type TestGateway } from '../harness/gateway.ts';

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

describe.each(DIALECT_NAMES)('over %s', (dialect) => {
  const isGlitchTip = dialect === 'glitchtip';
  /** One more request if a page of 100 has no room for the row of the cursor. */
  const mostRequests = (size: number) => (!isGlitchTip && size === 100 ? 2 : 1);
  const SIZES = { 'sentry-2026': [1, 7, 20, 100], glitchtip: [13, 100] }[dialect as string] ?? [
    100,
  ];
  let gateway: TestGateway;
  let truth: readonly string[];

  beforeAll(async () => {
    gateway = await startGateway({ dialect });
    truth = await readAllHashes(MAIN);
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  /** The order of the REST endpoint, in pages of 100. */
  async function readAllHashes(issue: string): Promise<readonly string[]> {
    const hashes: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const response: Response = await fetch(
        `${gateway.upstream.url}/api/0/organizations/${ORGANIZATION}/issues/${issue}/hashes/?full=0&limit=100${from}`,
        { headers: { authorization: `Bearer ${gateway.upstream.token}` } },
      );
      const rows = (await response.json()) as { readonly id: string }[];
      hashes.push(...rows.map(({ id }) => id));
      const link: string = response.headers.get('link') ?? '';
      cursor = /rel="next"; results="true"; cursor="([^"]+)"/.exec(link)?.[1];
    }
    return hashes;
  }

  async function readPage(variables: Record<string, unknown>): Promise<Page> {
    const { data, errors } = await gateway.execute(PAGE, { id: MAIN, ...variables });
    expect(errors).toBeUndefined();
    return data.issue.hashes;
  }

  const hashesOf = (page: Page) => page.edges.map(({ node }) => node.hash);

  test('the demo issue has the 250 hashes for these tests', () => {
    expect(new Set(truth).size).toBe(250);
  });

  test.each(SIZES)(
    'pages of %i forwards return every hash once, in the order of the REST API',
    async (first) => {
      const seen: string[] = [];
      let page = await readPage({ first });
      expect(page.pageInfo.hasPreviousPage).toBe(false);
      seen.push(...hashesOf(page));
      while (page.pageInfo.hasNextPage) {
        gateway.upstream.forgetRequests();
        page = await readPage({ first, after: page.pageInfo.endCursor });
        expect(gateway.upstream.requests.length).toBeLessThanOrEqual(mostRequests(first));
        expect(page.pageInfo.hasPreviousPage).toBe(true);
        seen.push(...hashesOf(page));
      }
      expect(seen).toEqual(truth);
    },
  );

  test.each(SIZES)(
    'pages of %i backwards return every hash once, in the order of the REST API',
    async (last) => {
      const seen: string[] = [];
      let page = await readPage({ last });
      expect(page.pageInfo.hasNextPage).toBe(false);
      seen.unshift(...hashesOf(page));
      while (page.pageInfo.hasPreviousPage) {
        gateway.upstream.forgetRequests();
        page = await readPage({ last, before: page.pageInfo.startCursor });
        expect(gateway.upstream.requests.length).toBeLessThanOrEqual(mostRequests(last));
        expect(page.pageInfo.hasNextPage).toBe(true);
        seen.unshift(...hashesOf(page));
      }
      expect(seen).toEqual(truth);
    },
  );

  test('a small list can be resumed at every edge in both directions, with every page size', async () => {
    const id = EMBEDDED_ISSUES.twenty;
    const names = await readAllHashes(id);
    const { edges } = await readPage({
      id,
      first: 13,
      after: (await readPage({ id, first: 5 })).pageInfo.endCursor,
    });
    for (const [index, { cursor }] of edges.entries()) {
      const row = 5 + index;
      for (const size of [0, 1, 3, 20]) {
        gateway.upstream.forgetRequests();
        const after = await readPage({ id, first: size, after: cursor });
        expect(hashesOf(after)).toEqual(names.slice(row + 1, row + 1 + size));
        expect(after.pageInfo).toMatchObject({
          hasPreviousPage: true,
          hasNextPage: row + 1 + size < 20,
        });
        expect(gateway.upstream.requests.length).toBeLessThanOrEqual(mostRequests(size));
        gateway.upstream.forgetRequests();
        const before = await readPage({ id, last: size, before: cursor });
        expect(hashesOf(before)).toEqual(names.slice(Math.max(0, row - size), row));
        expect(before.pageInfo).toMatchObject({
          hasPreviousPage: row - size > 0,
          hasNextPage: true,
        });
        expect(gateway.upstream.requests.length).toBeLessThanOrEqual(mostRequests(size));
      }
    }
  });

  test('the list can be resumed at any edge in both directions, with another page size', async () => {
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

  test('`after` and `before` together bound the page, counted from either side', async () => {
    const { edges } = await readPage({ first: 30 });
    const bounds = { after: edges[4]?.cursor, before: edges[15]?.cursor };
    expect(hashesOf(await readPage({ ...bounds, first: 3 }))).toEqual(truth.slice(5, 8));
    expect(hashesOf(await readPage({ ...bounds, last: 3 }))).toEqual(truth.slice(12, 15));
    expect(hashesOf(await readPage({ ...bounds, first: 50 }))).toEqual(truth.slice(5, 15));
    expect(hashesOf(await readPage(bounds))).toEqual(truth.slice(5, 15));
  });

  test('without `first` and `last` a page has 20 hashes, and null is the same as absent', async () => {
    expect(hashesOf(await readPage({}))).toEqual(truth.slice(0, 20));
    const page = await readPage({ first: null, after: null, last: null, before: null });
    expect(hashesOf(page)).toEqual(truth.slice(0, 20));
    expect(page.nodes).toEqual(page.edges.map(({ node }) => node));
  });

  test('`first: 0` is an empty page with correct `hasNextPage` and `hasPreviousPage`', async () => {
    const { edges } = await readPage({ first: 5 });
    const page = await readPage({ first: 0, after: edges[4]?.cursor });
    expect(page).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('`first: 0` of an issue that does not exist is NOT_FOUND too', async () => {
    const { data, errors } = await gateway.execute(PAGE, { id: '404404404', first: 0 });
    expect(data).toEqual({ issue: null });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('after the last edge there is an empty page with a previous page', async () => {
    const { edges } = await readPage({ last: 1 });
    const page = await readPage({ first: 10, after: edges[0]?.cursor });
    expect(page).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test("one of Sentry's own cursors is a row number, or INVALID_CURSOR on a server without row numbers", async () => {
    if (isGlitchTip) {
      for (const args of [
        { first: 3, after: '0:100:0' },
        { last: 3, before: '0:40:0' },
      ]) {
        const { errors } = await gateway.execute(PAGE, { id: MAIN, ...args });
        expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
      }
      return;
    }
    expect(hashesOf(await readPage({ first: 3, after: '0:100:0' }))).toEqual(truth.slice(100, 103));
    expect(hashesOf(await readPage({ last: 3, before: '0:100:0' }))).toEqual(truth.slice(97, 100));
    const past = await readPage({ first: 10, after: '0:900:0' });
    expect(past.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('`totalCount` is the size of the whole list on any page', async () => {
    const query = `query ($after: String) { issue(organization: "${ORGANIZATION}", id: "${MAIN}") { hashes(first: 5, after: $after) { totalCount pageInfo { endCursor } } } }`;
    const { data: first } = await gateway.execute(query);
    expect(first.issue.hashes.totalCount).toBe(250);
    gateway.upstream.forgetRequests();
    const { data } = await gateway.execute(query, { after: first.issue.hashes.pageInfo.endCursor });
    expect(data.issue.hashes.totalCount).toBe(250);
    // The page, and one that confirms the number that was found before.
    expect(gateway.upstream.requests).toHaveLength(isGlitchTip ? 1 : 2);
  });

  test('`last` with `after` returns the end of the list after an edge', async () => {
    const { edges } = await readPage({ first: 30 });
    expect(hashesOf(await readPage({ last: 3, after: edges[4]?.cursor }))).toEqual(
      truth.slice(247),
    );
    const { edges: end } = await readPage({ last: 3 });
    expect(hashesOf(await readPage({ last: 30, after: end[0]?.cursor }))).toEqual(truth.slice(248));
  });

  test('a hash of a list is found by its ID', async () => {
    const { data } = await gateway.execute(
      `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { hashes(last: 2) { nodes { id hash } } } }`,
    );
    const [node] = data.issue.hashes.nodes;
    const found = await gateway.execute(
      'query ($id: ID!) { node(id: $id) { ... on IssueHash { hash } } }',
      { id: node.id },
    );
    expect(found.data.node).toEqual({ hash: node.hash });
  });

  test.each([
    ['forged', 'MTIzNDU2'],
    ['truncated', (cursor: string) => cursor.slice(0, -2)],
    ['oversized', 'A'.repeat(5_000)],
    ['an offset below zero', '0:-20:0'],
  ])('a cursor that is %s is refused without a request to Sentry', async (_how, make) => {
    const { edges } = await readPage({ first: 1 });
    const cursor = typeof make === 'string' ? make : make(edges[0]?.cursor ?? '');
    gateway.upstream.forgetRequests();
    const { data, errors } = await gateway.execute(PAGE, { id: MAIN, first: 1, after: cursor });
    expect(data).toEqual({ issue: { hashes: null } });
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
    [{ first: 2, last: 3 }, '`first` is 2 and `last` is 3; only one of them is allowed.'],
  ])('%j is refused without a request to Sentry', async (args, message) => {
    gateway.upstream.forgetRequests();
    const { errors } = await gateway.execute(PAGE, { id: MAIN, ...args });
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.upstream.requests).toEqual([]);
  });
});

test('a cursor of another kind of server is INVALID_CURSOR, also before the kind of this server is known', async () => {
  await using glitchTip = await startGateway({ dialect: 'glitchtip' });
  await using sentry = await startGateway();
  const cursorFrom = async (from: TestGateway) => {
    const { data } = await from.execute(PAGE, { id: MAIN, first: 30 });
    return data.issue.hashes.edges[20].cursor;
  };
  const [ofGlitchTip, ofSentry] = [await cursorFrom(glitchTip), await cursorFrom(sentry)];
  await using freshGlitchTip = await startGateway({ dialect: 'glitchtip' });
  await using freshSentry = await startGateway();
  for (const [gateway, cursor] of [
    [freshGlitchTip, ofSentry],
    [freshSentry, ofGlitchTip],
    [glitchTip, ofSentry],
    [sentry, ofGlitchTip],
  ]) {
    for (const args of [
      { first: 3, after: cursor },
      { last: 3, before: cursor },
    ]) {
      const { errors } = await gateway.execute(PAGE, { id: MAIN, ...args });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
    }
  }
});
