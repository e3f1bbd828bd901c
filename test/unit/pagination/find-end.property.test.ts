import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEnd } from '../../../src/pagination/find-end.ts';
import { apply, change, Model } from './changing-list.ts';

test('the end is exact, whatever the length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1_600), async (length) => {
      const model = new Model(length);
      const { total, rows = [], isWhole } = (await findEnd(model)) ?? {};
      expect(total).toBe(length);
      const known = model.items.slice(isWhole ? 0 : -rows.length).map(({ key }) => key);
      expect(rows.map(({ row }) => row.key)).toEqual(known);
    }),
  );
});

test.each([
  [0, 1],
  [100, 1],
  [101, 2],
  [199, 2],
  [250, 3],
  [397, 4],
  [400, 8],
  [1_000, 10],
  [1_600, 10],
])('%i rows are counted with at most %i requests', async (length, most) => {
  const model = new Model(length);
  expect((await findEnd(model))?.total).toBe(length);
  expect(model.requests).toBeLessThanOrEqual(most);
});

test('a list of more than 1,600 rows is not counted', async () => {
  const model = new Model(1_601);
  expect(await findEnd(model)).toBeNull();
  expect(model.requests).toBeLessThanOrEqual(10);
});

describe('while the list changes between the requests', () => {
  const input = fc.record({
    length: fc.integer({ min: 0, max: 390 }),
    changes: fc.array(fc.array(change, { maxLength: 40 }), { maxLength: 12 }),
  });

  test('no row that keeps its place is lost or repeated, and the count is that of the last request', async () => {
    await fc.assert(
      fc.asyncProperty(input, async ({ length, changes }) => {
        const gone = new Set<string>();
        let size = length;
        const model = new Model(length, (self) => {
          size = self.items.length;
          for (const each of changes[self.requests - 1] ?? []) {
            gone.add(apply(self, each) ?? '');
          }
        });
        const kept = model.items.map(({ key }) => key);
        const end = await findEnd(model);
        const stayed = kept.filter((key) => !gone.has(key));
        const seen = end?.rows.map(({ row }) => row.key) ?? [];
        if (end?.isWhole) {
          expect(seen.filter((key) => stayed.includes(key))).toEqual(stayed);
        }
        expect(end?.total).toBe(size);
      }),
    );
  });
});
