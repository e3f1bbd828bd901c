import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCursor, type PagePosition } from '../../../src/pagination/cursor.ts';
import {
  type ConnectionArguments,
  toOpaquePageRange,
  toPageRange,
} from '../../../src/pagination/page-range.ts';
import { readRange } from '../../../src/pagination/read-range.ts';

/** Rows 0 to `total - 1`, sliced by the algorithm of Relay's specification, section 4.4. */
function edgesToReturn(
  total: number,
  { first, after, last, before }: Record<'first' | 'after' | 'last' | 'before', number | null>,
): readonly number[] {
  let edges = Array.from({ length: total }, (_, row) => row);
  edges = after === null ? edges : edges.slice(edges.indexOf(after) + 1);
  const end = before === null ? -1 : edges.indexOf(before);
  edges = end === -1 ? edges : edges.slice(0, end);
  if (last !== null) {
    return last === 0 ? [] : edges.slice(-last);
  }
  return edges.slice(0, first ?? 20);
}

const keyOf = (row: number) => `row-${row}`;
const timeOf = (row: number) => -row;
const cursorOf = (offset: number | null) =>
  offset === null
    ? null
    : encodeCursor('issueHashes', {
        kind: 'offset',
        offset,
        key: keyOf(offset),
        timeMs: timeOf(offset),
      });

test("a page has the very edges that Relay's algorithm returns", async () => {
  const size = fc.option(fc.integer({ min: 0, max: 100 }));
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 300 }),
      fc.oneof(fc.tuple(size, fc.constant(null)), fc.tuple(fc.constant(null), size)),
      fc.option(fc.nat(300)),
      fc.option(fc.nat(300)),
      async (total, [first, last], after, before) => {
        fc.pre((before === null || before < total) && (after === null || after < total));
        const range = toPageRange('issueHashes', {
          first,
          last,
          after: cursorOf(after),
          before: cursorOf(before),
        });
        if (range.kind === 'pages') {
          throw new Error('Row numbers resulted in a range of pages.');
        }
        const list = Array.from({ length: total }, (_, row) => row);
        const fetch = async (offset: number, count: number) => ({
          rows: list.slice(offset, offset + count),
          hasNext: offset + count < total,
          nextRow: Math.min(total, offset + count),
        });
        const { rows } = await readRange(
          { fetch, peek: fetch, probe: fetch, offsetOf: (row) => row, keyOf, timeOf },
          range,
        );
        expect(rows.map(({ row }) => row)).toEqual(
          edgesToReturn(total, { first, after, last, before }),
        );
      },
    ),
  );
});

test.each<[ConnectionArguments, string]>([
  [{ first: 101 }, '`first` is 101: a page takes 0 to 100 edges.'],
  [{ last: 1000 }, '`last` is 1000: a page takes 0 to 100 edges.'],
  [{ first: -1 }, '`first` is -1: a page takes 0 to 100 edges.'],
  [{ last: -7 }, '`last` is -7: a page takes 0 to 100 edges.'],
  [{ first: 3, last: 4 }, '`first` is 3 and `last` is 4; only one of them is allowed.'],
])('%j is refused with a sentence that has both numbers', (args, sentence) => {
  expect(() => toPageRange('issueHashes', args)).toThrow(
    expect.objectContaining({ message: sentence, extensions: { code: 'BAD_USER_INPUT' } }),
  );
});

const place: PagePosition = {
  kind: 'page',
  page: 'x',
  limit: 20,
  skip: 3,
  key: 'k',
  next: null,
  previous: null,
  index: null,
};

test('cursors of pages select pages, and a row number beside them is refused', () => {
  const after = encodeCursor('issueHashes', place);
  const window = { direction: 'forward', count: 20, after: place, before: null };
  expect(toPageRange('issueHashes', { after })).toEqual({ kind: 'pages', ...window });
  expect(toOpaquePageRange('issueHashes', { after })).toEqual(window);
  for (const before of ['0:100:0', cursorOf(5)]) {
    expect(() => toPageRange('issueHashes', { after, before })).toThrow(
      expect.objectContaining({ extensions: { code: 'INVALID_CURSOR', argument: 'before' } }),
    );
  }
});
