import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGroupings } from '../../../src/sentry/compare-groupings.ts';

const frame = (name: string, line = `${name}()`) => [
  { path: ['exception', 'stacktrace', 'frame', 'function'], value: name, hint: null },
  { path: ['exception', 'stacktrace', 'frame', 'context_line'], value: line, hint: null },
];
const type = (value: string) => [{ path: ['exception', 'type'], value, hint: null }];
const fingerprint = (value: string) => [{ path: ['fingerprint'], value, hint: null }];
const shown = (rows: ReturnType<typeof compareGroupings>) =>
  rows.map(({ path, values }) => [path.at(-1), ...values]);

const part = (path: readonly string[], value: string) => ({
  path: [...path, 'function'],
  value,
  hint: null,
});

describe('values side by side', () => {
  test('frames that both have share their rows, though one has a frame more', () => {
    const one = [frame('pay'), frame('checkout'), frame('main'), type('TypeError')];
    const other = [frame('pay'), frame('retry'), frame('checkout'), frame('main'), type('IOError')];
    expect(shown(compareGroupings([one, other]))).toEqual([
      ['function', 'pay', 'pay'],
      ['context_line', 'pay()', 'pay()'],
      ['function', null, 'retry'],
      ['context_line', null, 'retry()'],
      ['function', 'checkout', 'checkout'],
      ['context_line', 'checkout()', 'checkout()'],
      ['function', 'main', 'main'],
      ['context_line', 'main()', 'main()'],
      ['type', 'TypeError', 'IOError'],
    ]);
  });

  test('a frame that changed is in the same rows', () => {
    const one = [frame('pay', 'old line'), type('TypeError')];
    const other = [frame('pay', 'new line'), type('TypeError')];
    expect(shown(compareGroupings([one, other]))).toEqual([
      ['function', 'pay', 'pay'],
      ['context_line', 'old line', 'new line'],
      ['type', 'TypeError', 'TypeError'],
    ]);
  });

  test('a third grouping shares the rows of either', () => {
    const rows = compareGroupings([[frame('a')], [frame('b'), frame('c')], [frame('c')]]);
    expect(shown(rows).filter(([name]) => name === 'function')).toEqual([
      ['function', 'a', 'b', null],
      ['function', null, 'c', 'c'],
    ]);
  });

  test('fingerprints are compared in order, and with a stack trace not at all', () => {
    const one = [fingerprint('checkout'), fingerprint('step 1')];
    const other = [fingerprint('checkout'), fingerprint('step 2')];
    expect(shown(compareGroupings([one, other, [frame('pay')], []]))).toEqual([
      ['fingerprint', 'checkout', 'checkout', null, null],
      ['fingerprint', 'step 1', 'step 2', null, null],
      ['function', null, null, 'pay', null],
      ['context_line', null, null, 'pay()', null],
    ]);
  });
});

const words = fc.constantFrom('a', 'b', 'c', 'd');
const parts = fc.array(
  fc.oneof(
    fc.tuple(words, words).map(([name, line]) => frame(name, line)),
    words.map(type),
    words.map(fingerprint),
  ),
  { maxLength: 12 },
);

test('each grouping has all of its values in its column, in order', () => {
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (groupings) => {
      const rows = compareGroupings(groupings);
      for (const [index, grouping] of groupings.entries()) {
        const column = rows.filter(({ values }) => values[index] !== null);
        expect(column.map(({ path, values }) => [path, values[index]])).toEqual(
          grouping.flat().map(({ path, value }) => [path, value]),
        );
      }
      for (const { values } of rows) {
        expect(values).toHaveLength(groupings.length);
        expect(values.some((value) => value !== null)).toBe(true);
      }
    }),
  );
});

test('equal groupings differ in no row', () => {
  fc.assert(
    fc.property(parts, (grouping) => {
      for (const { values } of compareGroupings([grouping, grouping, grouping])) {
        expect(new Set(values).size).toBe(1);
      }
    }),
  );
});

test.each([
  ['different places', (name: string, index: number) => [part([`${name}${index}`], 'a')]],
  ['one place', (name: string, index: number) => [part(['frame'], `${name}${index}`)]],
  ['one place, in one part', null],
])(
  'the time for 30,000 values in %s grows with their number, not with its square',
  (_name, toPart) => {
    const groupingOf = (name: string) => {
      const parts = Array.from({ length: 30_000 }, (_, index) =>
        toPart ? toPart(name, index) : [part(['frame'], `${name}${index}`)],
      );
      return toPart ? parts : [parts.flat()];
    };
    const rows = compareGroupings([groupingOf('a'), groupingOf('b')]);
    expect(rows.flatMap(({ values }) => values.filter((value) => value !== null))).toHaveLength(
      60_000,
    );
  },
);
