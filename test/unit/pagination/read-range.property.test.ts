import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRange } from '../../../src/pagination/read-range.ts';
import { apply, change, type Item, Model } from './changing-list.ts';

interface Range {
  readonly direction: 'forward' | 'backward';
  readonly count: number;
  readonly after: Item | null;
  readonly before: Item | null;
}

/** Relay's algorithm (section 4.4), with edges where they are, or would be, in a list ordered by time. */
function edgesToReturn(
  items: readonly Item[],
  { direction, count, after, before }: Range,
): readonly string[] {
  const rest = items.filter(({ timeMs }) => after === null || timeMs < after.timeMs);
  const isCrossed = after !== null && before !== null && before.timeMs >= after.timeMs;
  const bounded = rest.filter(
    ({ timeMs }) => before === null || isCrossed || timeMs > before.timeMs,
  );
  const keys = bounded.map(({ key }) => key);
  return direction === 'forward'
    ? keys.slice(0, count)
    : keys.slice(Math.max(0, keys.length - count));
}

test('after any changes of the list, a range has the rows between its edges as they are now', async () => {
  const input = fc.record({
    length: fc.integer({ min: 1, max: 260 }),
    direction: fc.constantFrom('forward', 'backward'),
    count: fc.integer({ min: 0, max: 100 }),
    edges: fc.tuple(fc.option(fc.nat(1_000)), fc.option(fc.nat(1_000))),
    changes: fc.tuple(fc.array(change, { maxLength: 60 }), fc.array(change, { maxLength: 60 })),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ length, direction, count, edges, changes }) => {
      const model = new Model(length);
      // The two edges are read at different times.
      const [after, before] = edges.map((edge, at) => {
        const offset = (edge ?? 0) % Math.max(1, model.items.length);
        const row = edge === null ? undefined : model.items[offset];
        for (const each of changes[at] ?? []) {
          apply(model, each);
        }
        return row ? { row, offset } : null;
      }) as [{ row: Item; offset: number } | null, { row: Item; offset: number } | null];
      const { rows } = await readRange(model, {
        direction: direction as 'forward',
        count,
        after: after && model.anchor(after),
        before: before && model.anchor(before),
      });
      expect(rows.map(({ row }) => row.key)).toEqual(
        edgesToReturn(model.items, {
          direction: direction as 'forward',
          count,
          after: after?.row ?? null,
          before: before?.row ?? null,
        }),
      );
    }),
  );
});
