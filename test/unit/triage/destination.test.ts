import { expect, test } from 'vitest';
import { destinationOf } from '../../../pages/triage/src/unmerge/destination.ts';

const OURS = new Set(['a', 'b']);

test.each([
  ['7', { destination: { id: '7', shortId: 'SHOP-2' } }, 'SHOP-2'],
  ['8', { destination_id: 8 }, null],
  ['9', null, null],
])('the unmerge to %s with the data %j names the new issue', (destinationId, data, shortId) => {
  expect(destinationOf([{ hashes: ['c', 'b'], destinationId, data }], OURS)).toEqual({
    issue: destinationId,
    shortId,
    count: 1,
  });
});

test.each([
  [{ hashes: ['c'], destinationId: '8' }],
  [{ hashes: ['a'], destinationId: null }],
  [{ hashes: null, destinationId: '8' }],
  [{}],
])('the activity %j does not', (activity) => {
  expect(destinationOf([activity], OURS)).toBeNull();
});

test('the hashes that it has moved are counted', () => {
  const count = (hashes: readonly string[]) =>
    destinationOf([{ hashes, destinationId: '7' }], OURS)?.count;
  expect([count(['a', 'b', 'c']), count(['b', 'b'])]).toEqual([2, 1]);
});

test('of several unmerges of a hash the newest counts', () => {
  const unmerge = (destinationId: string) => ({ hashes: ['a'], destinationId });
  expect(destinationOf([unmerge('2'), unmerge('1')], OURS)?.issue).toBe('2');
});
