import { expect, test } from 'vitest';
import { createSharedEntries } from '../../../src/redis/shared-entries.ts';
import { createSharedSecret } from '../../../src/redis/shared-secret.ts';
import type { SharedStore } from '../../../src/redis/shared-store.ts';

/** A store in memory. */
function startStore() {
  const values = new Map<string, Buffer>();
  const store: SharedStore = {
    secret: createSharedSecret('a secret of at least 32 characters'),
    isReachable: () => true,
    get: async (key) => values.get(key),
    set: async (key, value) => {
      values.set(key, value);
      return true;
    },
    run: async () => undefined,
    onReachable: () => {},
    close: async () => {},
  };
  return { values, entries: createSharedEntries(store) };
}

const LARGEST = 1024 * 1024;

test('a body is read with its header', async () => {
  const { entries } = startStore();
  await entries.write('key', { header: { bytes: 4 }, body: Buffer.from('body') }, 1_000);
  expect(await entries.read('key')).toEqual({ header: { bytes: 4 }, body: Buffer.from('body') });
  expect(await entries.read('another key')).toBeUndefined();
});

test('a body of more than a megabyte, or of no time, is not shared', async () => {
  const { entries, values } = startStore();
  await entries.write('large', { header: {}, body: Buffer.alloc(LARGEST) }, 1_000);
  await entries.write('late', { header: {}, body: Buffer.from('body') }, 0);
  expect(values.size).toBe(0);
  await entries.write('fitting', { header: {}, body: Buffer.alloc(LARGEST - 100) }, 1_000);
  expect(values.size).toBe(1);
});
