import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fetchRowsBehindEdge } from '../../../src/sentry/edge-rows.ts';
import { createKnownLengths } from '../../../src/sentry/list-knowledge.ts';
import { createShortPages, fetchRows, type NumberedRows } from '../../../src/sentry/short-pages.ts';

/** A list of numbers on a server that returns at most `most` rows in a page. */
function server(length: number, most: number) {
  const requests: { readonly offset: number; readonly limit: number; readonly round: number }[] =
    [];
  let round = 0;
  let roundOf: Promise<void> | null = null;
  return {
    requests,
    shortPages: createShortPages(),
    async fetch(offset: number, limit: number): Promise<NumberedRows<number>> {
      roundOf ??= Promise.resolve().then(() => {
        round += 1;
        roundOf = null;
      });
      requests.push({ offset, limit, round });
      await roundOf;
      const end = Math.min(length, offset + Math.min(limit, most));
      const rows = Array.from({ length: Math.max(0, end - offset) }, (_, index) => ({
        row: offset + index,
        offset: offset + index,
      }));
      return { start: offset, rows, hasNext: end < length, nextRow: offset + rows.length };
    },
  };
}

const sizes = fc.record({
  length: fc.integer({ min: 0, max: 300 }),
  most: fc.integer({ min: 1, max: 100 }),
  offset: fc.integer({ min: 0, max: 300 }),
  count: fc.integer({ min: 1, max: 100 }),
});

test('the rows are those of the list, however short its pages are, at first and later', async () => {
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.integer({ min: 0, max: 3 }),
      fc.record({ rows: fc.nat({ max: 400 }), end: fc.option(fc.nat({ max: 400 })) }),
      async (size, before, known) => {
        const { length, most, offset, count } = size;
        const { fetch, shortPages } = server(length, most);
        for (let i = 0; i < before; i += 1) {
          await fetchRows({ fetch, keyOf: String }, shortPages, 0, count);
        }
        const { rows, hasNext } = await fetchRows(
          { fetch, keyOf: String },
          shortPages,
          offset,
          count,
          {
            length: { rows: () => known.rows, end: () => known.end },
          },
        );
        const expected = Array.from({ length: Math.max(0, length - offset) }, (_, i) => offset + i);
        expect(rows.map(({ row }) => row)).toEqual(expected.slice(0, count));
        expect(hasNext).toBe(offset + count < length);
      },
    ),
  );
});

test('100 rows in pages of ten are ten requests: the first one, and nine in parallel', async () => {
  const { fetch, shortPages, requests } = server(250, 10);
  for (const offset of [0, 100]) {
    requests.length = 0;
    const rounds = new Set<number>();
    await fetchRows({ fetch, keyOf: String }, shortPages, offset, 100);
    for (const { round } of requests) {
      rounds.add(round);
    }
    expect(requests).toHaveLength(10);
    expect(rounds.size).toBe(2);
  }
});

test('a page after an edge takes a request for the edge and one for each ten rows that the list has', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.constantFrom(29, 30, 50, 100), async (size, count) => {
      const { length, offset } = size;
      const short = server(length, 10);
      const light = server(length, 100);
      const lengths = createKnownLengths();
      short.shortPages.learn(10);
      const learning =
        (fetch: typeof short.fetch): typeof fetch =>
        async (...range) => {
          const page = await fetch(...range);
          lengths.learn('', { ...page, rows: page.rows.length });
          return page;
        };
      const list = {
        fetch: learning(short.fetch),
        fetchLight: learning(light.fetch),
        keyOf: String,
      };
      // The length is not known at first.
      for (const maxRounds of [2, 1]) {
        short.requests.length = 0;
        light.requests.length = 0;
        const { rows, hasNext } = await fetchRowsBehindEdge(
          list,
          short.shortPages,
          offset,
          count + 1,
          { rows: () => lengths.rowsOf(''), end: () => lengths.lengthOf('') },
        );
        const expected = Array.from({ length: Math.max(0, length - offset) }, (_, i) => offset + i);
        expect(rows.map(({ row }) => row)).toEqual(expected.slice(0, count + 1));
        expect(hasNext).toBe(offset + count + 1 < length);
        const behind = Math.max(1, rows.length - 1);
        if (count >= 30 && rows.length > 0) {
          expect(light.requests).toHaveLength(1);
          expect(short.requests).toHaveLength(Math.ceil(behind / 10));
          expect(new Set(short.requests.map(({ round }) => round)).size).toBeLessThanOrEqual(
            maxRounds,
          );
        }
      }
    }),
  );
});

test('a page after an edge is read again if the list changed meanwhile', async () => {
  const shortPages = createShortPages();
  shortPages.learn(10);
  let removed = 0;
  const read = (most: number) => async (offset: number, limit: number) => {
    const start = offset + removed;
    const rows = Array.from({ length: Math.min(limit, most) }, (_, index) => ({
      row: start + index,
      offset: offset + index,
    }));
    return { start: offset, rows, hasNext: true, nextRow: offset + rows.length };
  };
  const fetchLight = async (offset: number, limit: number) => {
    const page = await read(100)(offset, limit);
    removed = 1;
    return page;
  };
  // The full rows are requested at once, and read when the first row of the list is gone.
  const fetch = async (offset: number, limit: number) => {
    await new Promise((resolve) => setImmediate(resolve));
    return read(10)(offset, limit);
  };
  const { rows } = await fetchRowsBehindEdge(
    { fetch, fetchLight, keyOf: String },
    shortPages,
    99,
    101,
    { rows: () => 400, end: () => null },
  );
  expect(rows.map(({ row }) => row)).toEqual(
    Array.from({ length: 101 }, (_, index) => 100 + index),
  );
});

test('a list that ends in the first short page takes one request', async () => {
  const { fetch, shortPages, requests } = server(250, 10);
  await fetchRows({ fetch, keyOf: String }, shortPages, 0, 100);
  const small = server(7, 10);
  await fetchRows({ ...small, keyOf: String }, shortPages, 0, 100);
  expect(requests).toHaveLength(10);
  expect(small.requests).toHaveLength(1);
});

test('a server whose pages have grown gets requests for whole pages again', async () => {
  const short = server(250, 10);
  await fetchRows({ ...short, keyOf: String }, short.shortPages, 0, 100);
  const whole = server(250, 100);
  await fetchRows({ ...whole, keyOf: String }, short.shortPages, 0, 100);
  whole.requests.length = 0;
  const { rows } = await fetchRows({ ...whole, keyOf: String }, short.shortPages, 0, 100);
  expect(rows).toHaveLength(100);
  expect(whole.requests).toHaveLength(1);
});

test('empty pages with a link to more rows are skipped, and eleven in a row are an error', async () => {
  const sparse = (gap: number) => async (offset: number, limit: number) => {
    const end = Math.min(100, offset + Math.min(limit, 2));
    const rows = Array.from({ length: Math.max(0, end - offset) }, (_, index) => offset + index)
      .filter((row) => row % gap === gap - 1)
      .map((row) => ({ row, offset: row }));
    return { start: offset, rows, hasNext: end < 100, nextRow: end };
  };
  const shortPages = createShortPages();
  const { rows } = await fetchRows({ fetch: sparse(7), keyOf: String }, shortPages, 0, 3);
  expect(rows.map(({ row }) => row)).toEqual([6, 13, 20]);
  await expect(
    fetchRows({ fetch: sparse(50), keyOf: String }, shortPages, 0, 1),
  ).rejects.toMatchObject({
    kind: 'badResponse',
    message: expect.stringContaining('11 empty pages in a row'),
  });
});

test('rows that move down between two pages are returned once, and the page is full', async () => {
  const { fetch, shortPages } = server(250, 10);
  shortPages.learn(10);
  let requests = 0;
  // From the third page on, one row was added at the top.
  const growing = async (offset: number, limit: number) => {
    requests += 1;
    const added = requests > 2 ? 1 : 0;
    const page = await fetch(offset - added, limit);
    const rows = page.rows.map(({ row }, index) => ({ row, offset: offset + index }));
    return { ...page, start: offset, rows, nextRow: page.nextRow + added };
  };
  const length = { rows: () => 100, end: () => null };
  const { rows } = await fetchRows({ fetch: growing, keyOf: String }, shortPages, 0, 100, {
    length,
  });
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  expect(requests).toBe(11);
});

test('a page is full although the list moved by many rows between its parts', async () => {
  for (const added of [1, 9, 10, 25, 60]) {
    const { fetch, shortPages } = server(250, 10);
    shortPages.learn(10);
    let requests = 0;
    const growing = async (offset: number, limit: number) => {
      requests += 1;
      const moved = requests > 1 ? added : 0;
      const page = await fetch(Math.max(0, offset - moved), limit);
      const rows = page.rows.map(({ row }, index) => ({ row, offset: offset + index }));
      return { ...page, start: offset, rows, nextRow: offset + rows.length };
    };
    const list = { fetch: growing, keyOf: String };
    const { rows } = await fetchRows(list, shortPages, 60, 11);
    expect(rows.map(({ row }) => row).slice(0, 10)).toEqual(
      Array.from({ length: 10 }, (_, index) => 60 + index),
    );
    expect(rows).toHaveLength(11);
    expect(requests).toBeLessThan(12);
  }
});

test('a server that returns the same rows for each page ends in an error', async () => {
  const { fetch, shortPages, requests } = server(250, 10);
  const stuck = async (offset: number, limit: number) => {
    const page = await fetch(0, limit);
    return { ...page, start: offset, nextRow: offset + page.rows.length };
  };
  const page = fetchRows({ fetch: stuck, keyOf: String }, shortPages, 0, 100);
  await expect(page).rejects.toMatchObject({ kind: 'badResponse' });
  expect(requests.length).toBeLessThan(40);
});
