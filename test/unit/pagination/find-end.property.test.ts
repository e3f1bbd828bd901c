import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEnd } from '../../../src/pagination/find-end.ts';

function listOf(length: number) {
  const requests: number[] = [];
  return {
    requests,
    async peek(offset: number, limit: number) {
      requests.push(limit);
      const rows = Array.from({ length: Math.max(0, Math.min(limit, length - offset)) }, () => 0);
      return { rows, hasNext: offset + limit < length, nextRow: offset + rows.length };
    },
  };
}

test('the end is exact, whatever the length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(1_600), async (length) => {
      const { peek } = listOf(length);
      const { total, rows, start } = (await findEnd(peek)) ?? {};
      expect(total).toBe(length);
      expect((start ?? 0) + (rows?.length ?? 0)).toBe(length);
    }),
  );
});

test.each([
  [0, 1],
  [100, 1],
  [101, 2],
  [250, 3],
  [400, 4],
  [1_000, 10],
  [1_600, 10],
])('%i rows are counted with at most %i requests', async (length, most) => {
  const { peek, requests } = listOf(length);
  expect((await findEnd(peek))?.total).toBe(length);
  expect(requests.length).toBeLessThanOrEqual(most);
});

test('a list of more than 1,600 rows is not counted', async () => {
  const { peek, requests } = listOf(1_601);
  expect(await findEnd(peek)).toBeNull();
  expect(requests.length).toBeLessThanOrEqual(10);
});
