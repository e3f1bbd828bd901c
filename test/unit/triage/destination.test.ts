import { expect, test } from 'vitest';
import { destinationOf } from '../../../pages/triage/src/unmerge/destination.ts';

const OURS = new Set(['a', 'b']);

test.each([
  [{ fingerprints: ['a', 'b'], destination: { id: '7', shortId: 'SHOP-2' } }, '7', 'SHOP-2'],
  [{ fingerprints: ['b'], destination_id: 8 }, '8', null],
  [{ fingerprints: ['a'], destination: null, destination_id: '9' }, '9', null],
])('the activity %j names the new issue', (data, issue, shortId) => {
  expect(destinationOf([{ type: 'unmerge_source', data }], OURS)).toEqual({ issue, shortId });
});

test.each([
  [{ type: 'unmerge_source', data: { fingerprints: ['c'], destination_id: 8 } }],
  [{ type: 'unmerge_source', data: { fingerprints: ['a'], destination: null } }],
  [{ type: 'unmerge_destination', data: { fingerprints: ['a'], destination_id: 8 } }],
  [{ type: 'unmerge_source', data: null }],
  [{ type: 'note', data: { text: 'a' } }],
])('the activity %j does not', (activity) => {
  expect(destinationOf([activity], OURS)).toBeNull();
});

test('of several unmerges of a hash the newest counts', () => {
  const unmerge = (id: number) => ({
    type: 'unmerge_source',
    data: { fingerprints: ['a'], destination_id: id },
  });
  expect(destinationOf([unmerge(2), unmerge(1)], OURS)?.issue).toBe('2');
});
