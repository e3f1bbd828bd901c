import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PagePosition } from '../../../src/pagination/cursor.ts';
import { readKeyedRange } from '../../../src/pagination/keyed-list.ts';

/** A server that orders rows by their keys, and returns at most `most` of them. */
function serve(keys: readonly string[], most: number) {
  let requests = 0;
  const fetch = async (cursor: string | null, limit: number) => {
    requests += 1;
    const [direction = '>', key = ''] = cursor === null ? [] : [cursor[0], cursor.slice(1)];
    const size = Math.min(limit, most);
    const side =
      direction === '>'
        ? keys.filter((each) => each > key)
        : keys.filter((each) => key === '' || each < key);
    const rows = direction === '>' ? side.slice(0, size) : side.slice(-size);
    const [first = key, last = key] = [rows[0], rows.at(-1)];
    return {
      rows,
      next: keys.some((each) => each > last) ? `>${last}` : null,
      previous: first !== '' && keys.some((each) => each < first) ? `<${first}` : null,
    };
  };
  const cursors = {
    after: (key: string) => `>${key}`,
    before: (key: string) => `<${key}`,
    end: '<',
  };
  return { list: { fetch, keyOf: (row: string) => row, cursors }, requestCount: () => requests };
}

const edge = (key: string | null): PagePosition | null =>
  key === null
    ? null
    : { kind: 'page', page: null, limit: 1, skip: 0, key, next: null, previous: null, index: null };

const KEY = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 3 });

test('a page after or before any key, in the list or not, has the rows of the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(KEY, { maxLength: 30 }),
      fc.option(KEY),
      fc.option(KEY),
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('forward' as const, 'backward' as const),
      fc.integer({ min: 3, max: 30 }),
      async (unordered, after, before, count, direction, most) => {
        const keys = [...unordered].sort();
        const end = after !== null && before !== null && before <= after ? null : before;
        const whole = keys.filter(
          (key) => (after === null || key > after) && (end === null || key < end),
        );
        const expected =
          direction === 'forward'
            ? whole.slice(0, count)
            : whole.slice(Math.max(0, whole.length - count));
        const { list, requestCount } = serve(keys, most);
        const read = await readKeyedRange(list, {
          direction,
          count,
          after: edge(after),
          before: edge(before),
        });
        expect(read.rows.map(({ row }) => row)).toEqual(count === 0 ? [] : expected);
        expect(requestCount()).toBeLessThanOrEqual(Math.max(1, Math.ceil(count / most)));
        if (direction === 'forward' && end === null) {
          expect(read.hasNext).toBe(whole.length > count);
        }
        if (direction === 'backward' && after === null) {
          expect(read.hasPrevious).toBe(whole.length > count);
        }
      },
    ),
  );
});
