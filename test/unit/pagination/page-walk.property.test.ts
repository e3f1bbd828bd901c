import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PagePosition } from '../../../src/pagination/cursor.ts';
import {
  type OpaquePageRange,
  type PagedList,
  type UpstreamPage,
  type Walked,
  walkPages,
} from '../../../src/pagination/page-walk.ts';

/*
 * Four kinds of upstreams with opaque cursors over an array of rows. The result of a walk is compared with
 * a slice of the array.
 */

const MAX_LIMIT = 10;
type Fetch = PagedList<string>['fetch'];
const NAMES = ['keyset', 'overlapping', 'stingy', 'oneWay'] as const;
type Kind = (typeof NAMES)[number];

/** Like GlitchTip: a page begins after a row or ends before one, and links may lead to empty pages. */
const keyset =
  (rows: readonly string[]): Fetch =>
  async (cursor, limit) => {
    const [way, key = ''] = cursor === null ? ['first'] : [cursor.slice(0, 1), cursor.slice(1)];
    const at = rows.indexOf(key);
    const page =
      way === '<' ? rows.slice(Math.max(0, at - limit), at) : rows.slice(at + 1, at + 1 + limit);
    const [first, last] = [page[0], page.at(-1)];
    const hasPrevious = way === '<' ? at - limit > 0 : way === '>';
    const hasNext = way === '<' || rows.length > at + 1 + limit;
    return {
      rows: page,
      previous: hasPrevious ? `<${first ?? key}` : null,
      next: hasNext ? `>${last ?? key}` : null,
    };
  };

/** Like Sentry's offsets: at the head of the list, a page overlaps the page after it. */
const overlapping =
  (rows: readonly string[]): Fetch =>
  async (cursor, limit) => {
    const at = cursor === null ? 0 : Number(cursor.slice(1));
    const from = cursor?.startsWith('<') ? Math.max(0, at - limit) : at;
    return {
      rows: rows.slice(from, from + limit),
      previous: from > 0 ? `<${from}` : null,
      next: rows.length > from + limit ? `>${from + limit}` : null,
    };
  };

/** Returns at most four rows, whatever the limit is. */
const stingy =
  (rows: readonly string[]): Fetch =>
  (cursor, limit) =>
    keyset(rows)(cursor, Math.min(limit, 4));

/** Like Sentry's issues without users, ordered by users: there, the previous cursor leads to the end of the list. */
const oneWay =
  (rows: readonly string[]): Fetch =>
  async (cursor, limit) => {
    const page = await overlapping(rows)(
      cursor?.startsWith('!') ? `<${rows.length}` : cursor,
      limit,
    );
    const from = Number(page.previous?.slice(1) ?? 0);
    return from > rows.length / 2 ? { ...page, previous: `!${from}` } : page;
  };

const KINDS: Record<Kind, (rows: readonly string[]) => Fetch> = {
  keyset,
  overlapping,
  stingy,
  oneWay,
};

function createList(kind: Kind, rows: readonly string[]) {
  const asked: number[] = [];
  const fetch = KINDS[kind](rows);
  const list: PagedList<string> = {
    maxLimit: MAX_LIMIT,
    keyOf: (row) => row,
    leadsBack: (previous) => !previous.startsWith('!'),
    fetch: async (cursor, limit): Promise<UpstreamPage<string>> => {
      expect(limit).toBeGreaterThan(0);
      expect(limit).toBeLessThanOrEqual(MAX_LIMIT);
      asked.push(limit);
      return fetch(cursor, limit);
    },
  };
  return { list, asked };
}

const rowsOf = (walked: Walked<string> | null) => walked?.rows.map(({ row }) => row);
const namesOf = (total: number) => Array.from({ length: total }, (_, row) => `row-${row}`);

/** A walk that is not refused. */
async function walk(list: PagedList<string>, window: OpaquePageRange): Promise<Walked<string>> {
  const walked = await walkPages(list, window, 1_000);
  if (walked === null) {
    throw new Error('The list is too long.');
  }
  return walked;
}

const tail = (count: number, after: PagePosition | null = null): OpaquePageRange => ({
  direction: 'backward',
  count,
  after,
  before: null,
});

/** Every edge of a list, with its position in each page that contains it. */
async function edgesOf(list: PagedList<string>, size: number) {
  const edges: { readonly row: string; readonly position: PagePosition }[] = [];
  const forward = async (after: PagePosition | null) =>
    walk(list, { direction: 'forward', count: size, after, before: null });
  let page = await forward(null);
  for (; ; page = await forward(page.rows.at(-1)?.position ?? null)) {
    edges.push(...page.rows);
    if (!page.hasNext || page.rows.length === 0) {
      break;
    }
  }
  let before = edges.at(-1)?.position ?? null;
  while (before !== null) {
    const { rows, hasPrevious } = await walk(list, {
      direction: 'backward',
      count: size,
      after: null,
      before,
    });
    edges.push(...rows);
    before = hasPrevious ? (rows[0]?.position ?? null) : null;
  }
  return edges;
}

test.each<Kind>(NAMES)(
  'a %s list can be resumed at any edge in both directions, with any page size',
  async (kind) => {
    const names = namesOf(23);
    const { list, asked } = createList(kind, names);
    const most = kind === 'stingy' || kind === 'oneWay' ? 4 : 2;
    for (const size of [1, 3, 7, MAX_LIMIT]) {
      const edges = await edgesOf(list, size);
      expect(edges.slice(0, 23).map(({ row }) => row)).toEqual(names);
      expect(edges).toHaveLength(23 + 22);
      for (const { row, position } of edges) {
        const index = names.indexOf(row);
        for (const count of [0, 1, 2, 6, MAX_LIMIT]) {
          asked.length = 0;
          const after = await walk(list, {
            direction: 'forward',
            count,
            after: position,
            before: null,
          });
          expect(rowsOf(after)).toEqual(names.slice(index + 1, index + 1 + count));
          expect(after.hasPrevious).toBe(true);
          expect(after.hasNext).toBe(index + 1 + count < 23);
          expect(asked.length).toBeLessThanOrEqual(most);

          asked.length = 0;
          const before = await walk(list, {
            direction: 'backward',
            count,
            after: null,
            before: position,
          });
          expect(rowsOf(before)).toEqual(names.slice(Math.max(0, index - count), index));
          expect(before.hasNext).toBe(true);
          expect(before.hasPrevious).toBe(index - count > 0);
          expect(asked.length).toBeLessThanOrEqual(most);
        }
      }
    }
  },
);

test('consecutive pages cost one request each, in both directions', async () => {
  const { list, asked } = createList('keyset', namesOf(40));
  const forward = (after: PagePosition | null) =>
    walk(list, { direction: 'forward', count: 8, after, before: null });
  const first = await forward(null);
  const second = await forward(first.rows.at(-1)?.position ?? null);
  const third = await forward(second.rows.at(-1)?.position ?? null);
  expect(asked).toEqual([8, 8, 8]);
  await walk(list, {
    direction: 'backward',
    count: 8,
    after: null,
    before: third.rows[0]?.position ?? null,
  });
  expect(asked).toEqual([8, 8, 8, 8]);
});

/** The rows by Relay's specification, section 4.4: a `before` outside of the rest has no effect. */
function cut(
  names: readonly string[],
  {
    after,
    before,
    count,
    direction,
  }: Record<'after' | 'before', string> & Pick<OpaquePageRange, 'count' | 'direction'>,
): readonly string[] {
  const behind = names.slice(names.indexOf(after) + 1);
  const rest = behind.includes(before) ? behind.slice(0, behind.indexOf(before)) : behind;
  return direction === 'forward'
    ? rest.slice(0, count)
    : rest.slice(Math.max(0, rest.length - count));
}

test("`after` and `before` together select rows by Relay's rule, in any order, counted from either side", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Kind>(...NAMES),
      fc.integer({ min: 2, max: 30 }),
      fc.integer({ min: 1, max: MAX_LIMIT }),
      fc.nat(),
      fc.nat(),
      fc.nat(MAX_LIMIT),
      fc.constantFrom<OpaquePageRange['direction']>('forward', 'backward'),
      async (kind, total, size, one, other, count, direction) => {
        const names = namesOf(total);
        const { list } = createList(kind, names);
        const edges = await edgesOf(list, size);
        const [a, b] = [edges[one % edges.length], edges[other % edges.length]];
        const walked = await walk(list, {
          direction,
          count,
          after: a?.position ?? null,
          before: b?.position ?? null,
        });
        const between = { after: a?.row ?? '', before: b?.row ?? '', count, direction };
        expect(rowsOf(walked)).toEqual(cut(names, between));
        expect(walked.hasPrevious).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('`after` and `before` select the rows between them after the list has moved', async () => {
  for (const kind of NAMES) {
    const old = namesOf(20);
    const [before] = (await walk(createList(kind, old).list, forwardFrom(null, 7))).rows.slice(6);
    const names = [...Array.from({ length: 12 }, (_, row) => `new-${row}`), ...old];
    const { list } = createList(kind, names);
    const [after] = (await walk(list, forwardFrom(null, 10))).rows.slice(9);
    expect(before?.position.index).toBeLessThan(after?.position.index ?? 0);
    const walked = await walk(list, {
      direction: 'backward',
      count: 5,
      after: after?.position ?? null,
      before: before?.position ?? null,
    });
    expect(rowsOf(walked), kind).toEqual(names.slice(13, 18));
  }
});

/** A list with `gaps` empty pages before each row. */
const sparse =
  (rows: readonly string[], gaps: number): Fetch =>
  async (cursor) => {
    const at = cursor === null ? 0 : Number(cursor);
    const [row, gap] = [Math.floor(at / (gaps + 1)), at % (gaps + 1)];
    return {
      rows: gap === gaps && row < rows.length ? rows.slice(row, row + 1) : [],
      next:
        row < rows.length - 1 || (row === rows.length - 1 && gap < gaps) ? String(at + 1) : null,
      previous: at > 0 ? String(at - 1) : null,
    };
  };

test('a walk skips empty pages, and fails where all pages are empty', async () => {
  const names = namesOf(3);
  const listOf = (gaps: number): PagedList<string> => ({
    maxLimit: MAX_LIMIT,
    keyOf: (row) => row,
    fetch: sparse(names, gaps),
  });
  const first = await walk(listOf(4), forwardFrom(null, 1));
  expect(rowsOf(first)).toEqual(['row-0']);
  const second = await walk(listOf(4), forwardFrom(first.rows[0]?.position ?? null, 1));
  expect(rowsOf(second)).toEqual(['row-1']);
  expect([second.hasNext, second.hasPrevious]).toEqual([true, true]);
  expect(rowsOf(await walk(listOf(4), tail(2)))).toEqual(['row-1', 'row-2']);
  const back = { direction: 'backward', count: 1, after: null } as const;
  const [edge] = second.rows;
  expect(rowsOf(await walk(listOf(4), { ...back, before: edge?.position ?? null }))).toEqual([
    'row-0',
  ]);

  const refusal = expect.objectContaining({
    message: 'The server returned 11 empty pages in a row, each with a link to more rows.',
    extensions: { code: 'UPSTREAM_BAD_RESPONSE' },
  });
  await expect(walk(listOf(20), forwardFrom(null, 1))).rejects.toThrow(refusal);
  await expect(walk(listOf(20), tail(2))).rejects.toThrow(refusal);
  const lost = edge ? { ...edge.position, previous: '40' } : null;
  await expect(walk(listOf(20), { ...back, before: lost })).rejects.toThrow(refusal);
});

test('a walk finds the end of a list, and a list that is too long has none', async () => {
  const names = namesOf(35);
  const { list, asked } = createList('keyset', names);
  const end = await walkPages(list, tail(4), 100);
  expect(rowsOf(end)).toEqual(names.slice(31));
  expect([end?.hasNext, end?.hasPrevious]).toEqual([false, true]);
  expect(asked).toHaveLength(4);

  const [edge] = (await walk(list, forwardFrom(null, 1))).rows;
  const behind = await walkPages(list, tail(100, edge?.position), 100);
  expect(rowsOf(behind)).toEqual(names.slice(1));
  expect(await walkPages(list, tail(4), 30)).toBeNull();
  const { list: empty } = createList('keyset', []);
  expect(await walkPages(empty, tail(4), 30)).toEqual({
    rows: [],
    hasNext: false,
    hasPrevious: false,
  });
});

test.each<Kind>(['keyset', 'oneWay'])(
  'the cursor of a row that is gone from a %s list still works: the rows around it follow, none twice',
  async (kind) => {
    const names = namesOf(kind === 'oneWay' ? 6 : 20);
    const { list } = createList(kind, names);
    const { rows } = await walk(list, forwardFrom(null, 7));
    const gone = rows[3];
    const { list: rest } = createList(
      kind,
      names.filter((row) => row !== gone?.row),
    );
    const after = await walk(rest, forwardFrom(gone?.position ?? null, 3));
    expect(rowsOf(after)).toEqual(names.slice(4, 7));
    const before = await walk(rest, {
      direction: 'backward',
      count: 2,
      after: null,
      before: gone?.position ?? null,
    });
    expect(rowsOf(before)).toEqual(names.slice(1, 3));
  },
);

function forwardFrom(after: PagePosition | null, count: number): OpaquePageRange {
  return { direction: 'forward', count, after, before: null };
}

test('an edge of the first page is found after rows were added at the top of the list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        total: fc.integer({ min: 1, max: 40 }),
        limit: fc.integer({ min: 1, max: MAX_LIMIT }),
        edge: fc.nat(MAX_LIMIT - 1),
        added: fc.integer({ min: 0, max: MAX_LIMIT }),
        count: fc.integer({ min: 1, max: MAX_LIMIT }),
      }),
      async ({ total, limit, edge, added, count }) => {
        const before = namesOf(total);
        const { rows } = await walk(createList('keyset', before).list, {
          direction: 'forward',
          count: limit,
          after: null,
          before: null,
        });
        const index = edge % rows.length;
        const position = rows[index]?.position ?? null;
        const after = [...Array.from({ length: added }, (_, row) => `new-${row}`), ...before];
        const { list } = createList('keyset', after);
        const at = added + index;
        const forward = { direction: 'forward', count, after: position, before: null } as const;
        expect(rowsOf(await walk(list, forward))).toEqual(after.slice(at + 1, at + 1 + count));
        const backward = { direction: 'backward', count, after: null, before: position } as const;
        expect(rowsOf(await walk(list, backward))).toEqual(
          after.slice(Math.max(0, at - count), at),
        );
      },
    ),
  );
});
