import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAtMost } from '../../src/at-most.ts';

test('at most three works run at once, in order, and one that fails makes room', async () => {
  const atMost = createAtMost(3);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      atMost(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await nextTurn();
        running -= 1;
        if (index % 5 === 0) {
          throw new Error('It fails.');
        }
        return index;
      }),
    ),
  );
  expect(most).toBe(3);
  expect(started).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : null))).toEqual(
    Array.from({ length: 20 }, (_, index) => (index % 5 === 0 ? null : index)),
  );
  expect(await atMost(async () => 'again')).toBe('again');
});
