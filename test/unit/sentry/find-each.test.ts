import { expect, test } from 'vitest';
import { findEach } from '../../../src/sentry/in-project.ts';

test('at most ten are in flight, and each ID has its own outcome', async () => {
  const ids = Array.from({ length: 35 }, (_, index) => String(index));
  let inFlight = 0;
  let most = 0;
  const outcomes = await findEach(ids, async (id) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await new Promise(setImmediate);
    inFlight -= 1;
    if (id === '7') {
      throw new Error('seven');
    }
    return `found ${id}`;
  });
  expect(most).toBe(10);
  expect(outcomes.size).toBe(35);
  expect(outcomes.get('7')).toEqual(new Error('seven'));
  expect(outcomes.get('34')).toBe('found 34');
});

test('no ID causes no call', async () => {
  expect(await findEach([], () => Promise.reject(new Error('called')))).toEqual(new Map());
});
