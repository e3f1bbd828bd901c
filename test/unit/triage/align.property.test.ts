import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AlignedFrame, align, frameKey } from '../../../pages/triage/src/compare/align.ts';

const frame: fc.Arbitrary<AlignedFrame> = fc.record({
  function: fc.constantFrom('a', 'b', 'c', null),
  file: fc.constantFrom('x.ts', 'y.ts'),
});
const trace = fc.array(frame, { maxLength: 9 });
const traces = fc.array(trace, { minLength: 1, maxLength: 5 });

test('no frame is lost, duplicated or reordered, and no row is empty', () => {
  fc.assert(
    fc.property(traces, (given) => {
      const rows = align(given);
      for (const [column, frames] of given.entries()) {
        expect(rows.map(({ cells }) => cells[column]).filter(Boolean)).toEqual(frames);
      }
      for (const { cells } of rows) {
        expect(cells).toHaveLength(given.length);
        expect(cells.some(Boolean)).toBe(true);
      }
    }),
  );
});

test('copies of one stack trace are equal in every row', () => {
  fc.assert(
    fc.property(trace, fc.integer({ min: 1, max: 5 }), (frames, times) => {
      const rows = align(Array.from({ length: times }, () => frames));
      expect(rows).toHaveLength(frames.length);
      expect(rows.every(({ isEqual }) => isEqual)).toBe(true);
    }),
  );
});

test('two stack traces are equal in as many rows as their order allows', () => {
  fc.assert(
    fc.property(trace, trace, (one, other) => {
      const equal = align([one, other]).filter(({ isEqual }) => isEqual).length;
      expect(equal).toBe(longest(one.map(frameKey), other.map(frameKey)));
      expect(align([other, one]).filter(({ isEqual }) => isEqual)).toHaveLength(equal);
    }),
  );
});

test('a row is equal if and only if all its frames have the same function and file', () => {
  fc.assert(
    fc.property(traces, (given) => {
      for (const { cells, isEqual } of align(given)) {
        const keys = new Set(cells.map((cell) => cell && frameKey(cell)));
        expect(isEqual).toBe(keys.size === 1);
      }
    }),
  );
});

test('a frame of only one stack trace has a row of its own, and the frames after it are aligned again', () => {
  const named = (name: string) => ({ function: name, file: 'f.ts' });
  const rows = align([
    ['main', 'start', 'render'].map(named),
    ['main', 'retry', 'start', 'render'].map(named),
    ['main', 'stop', 'render'].map(named),
  ]);
  expect(rows.map(({ cells }) => cells.map((cell) => cell?.function ?? null))).toEqual([
    ['main', 'main', 'main'],
    [null, 'retry', 'stop'],
    ['start', 'start', null],
    ['render', 'render', 'render'],
  ]);
});

/** The length of the longest common subsequence, by its (slow) definition. */
function longest(one: readonly string[], other: readonly string[]): number {
  const [head, ...rest] = one;
  if (head === undefined || other.length === 0) {
    return 0;
  }
  const at = other.indexOf(head);
  const without = longest(rest, other);
  return at < 0 ? without : Math.max(without, 1 + longest(rest, other.slice(at + 1)));
}
