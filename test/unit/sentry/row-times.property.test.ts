import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowTimes } from '../../../src/sentry/list-knowledge.ts';

const page = fc.record({
  rows: fc.nat(100),
  durationMs: fc.double({ min: 0, max: 20_000, noNaN: true }),
});

test('a page is requested in parts only if the slowest measurement would make it too slow', () => {
  fc.assert(
    fc.property(
      fc.array(page),
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 1, max: 115 }),
      (pages, splitOverMs, rows) => {
        const times = createRowTimes(splitOverMs);
        for (const { rows, durationMs } of pages) {
          times.learn(rows, durationMs);
        }
        const part = times.partOf(rows);
        const rowMs = pages
          .filter((each) => each.rows >= 10)
          .map((each) => each.durationMs / each.rows);
        if (part === null) {
          expect(rowMs.length === 0 || rows * Math.min(...rowMs) <= splitOverMs * 1.001).toBe(true);
        } else {
          expect(rows * Math.max(...rowMs)).toBeGreaterThan(splitOverMs * 0.999);
          expect(part).toBeGreaterThanOrEqual(10);
          expect(part === 10 || part * Math.min(...rowMs) <= splitOverMs / 2 + 1e-6).toBe(true);
        }
      },
    ),
  );
});

test('at 50 ms a row, 100 rows are parts of ten if half a second each is fast enough', () => {
  const times = createRowTimes(1_000);
  expect(times.partOf(100)).toBeNull();
  times.learn(20, 1_000);
  expect(times.partOf(100)).toBe(10);
  expect(times.partOf(20)).toBeNull();
});

test('0 requests no page in parts', () => {
  const times = createRowTimes(0);
  times.learn(100, 60_000);
  expect(times.partOf(100)).toBeNull();
});
