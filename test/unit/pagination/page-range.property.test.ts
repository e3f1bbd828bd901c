import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCursor, type PagePosition } from '../../../src/pagination/cursor.ts';
import {
  type ConnectionArguments,
  toOpaquePageRange,
  toPageRange,
} from '../../../src/pagination/page-range.ts';

/** Rows 0 to `total - 1`, cut by the algorithm of Relay's specification, section 4.4, step by step. */
function edgesToReturn(
  total: number,
  { first, after, last, before }: Record<'first' | 'after' | 'last' | 'before', number | null>,
): readonly number[] {
  let edges = Array.from({ length: total }, (_, row) => row);
  edges = after === null ? edges : edges.filter((row) => row > after);
  edges = before !== null && edges.includes(before) ? edges.slice(0, edges.indexOf(before)) : edges;
  if (last !== null) {
    return last === 0 ? [] : edges.slice(-last);
  }
  return edges.slice(0, first ?? 20);
}

const cursorOf = (offset: number | null) =>
  offset === null ? null : encodeCursor('issueHashes', { kind: 'offset', offset });

test("the range contains exactly the edges that Relay's algorithm returns", () => {
  const size = fc.option(fc.integer({ min: 0, max: 100 }));
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.oneof(fc.tuple(size, fc.constant(null)), fc.tuple(fc.constant(null), size)),
      fc.option(fc.nat(310)),
      fc.option(fc.nat(310)),
      (total, [first, last], after, before) => {
        fc.pre(before === null || before < total);
        const window = toPageRange('issueHashes', {
          first,
          last,
          after: cursorOf(after),
          before: cursorOf(before),
        });
        const rows = Array.from({ length: total }, (_, row) => row);
        expect(window.kind).not.toBe('pages');
        const shown =
          window.kind === 'pages'
            ? []
            : window.kind === 'rows'
              ? rows.slice(window.start, Math.max(window.start, window.end))
              : rows.slice(Math.max(window.start, total - window.count));
        expect(shown).toEqual(edgesToReturn(total, { first, after, last, before }));
      },
    ),
  );
});

test.each<[ConnectionArguments, string]>([
  [{ first: 101 }, '`first` is 101: a page takes 0 to 100 edges.'],
  [{ last: 1000 }, '`last` is 1000: a page takes 0 to 100 edges.'],
  [{ first: -1 }, '`first` is -1: a page takes 0 to 100 edges.'],
  [{ last: -7 }, '`last` is -7: a page takes 0 to 100 edges.'],
  [{ first: 3, last: 4 }, '`first` is 3 and `last` is 4: a page takes one of them, not both.'],
])('%j is refused, and the message has both numbers', (args, sentence) => {
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

test('page cursors give a range of pages, and a row number beside them is refused', () => {
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
