import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import { LRUCache } from 'lru-cache';
import type { Safelist } from '../config/operations.ts';
import { toKey } from '../key.ts';
import type { SharedEntries } from '../redis/shared-entries.ts';

/** Apollo Server's prefix of an ID. */
const PREFIX = /^apq:/;

/** Maximum total size of registered documents with their IDs and list nodes, in characters. */
const MAX_CHARACTERS = 8 * 1_024 * 1_024;
const OVERHEAD_CHARACTERS = 512;

/**
 * How long other replicas can read a document. It stays longer in the memory of those that have read it; a client
 * whose document is unknown sends it again.
 */
const SHARED_MS = 3_600_000;

interface PersistedQueriesOptions {
  /** Callers may register documents. */
  readonly mayRegister: boolean;
  /** Where replicas keep what callers registered; null if nothing is shared. */
  readonly shared: SharedEntries | null;
}

/**
 * Apollo Server looks up an operation here that was sent by its ID: first in the safelist, then among those
 * that callers registered, if they may. The safelist is a file that every replica has, so it is not shared.
 */
export function createPersistedQueries(
  safelist: Safelist,
  { mayRegister, shared }: PersistedQueriesOptions,
): KeyValueCache<string> {
  const registered = new LRUCache<string, string>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ length }) => length + OVERHEAD_CHARACTERS,
  });

  async function findShared(key: string): Promise<string | undefined> {
    const entry = await shared?.read(toKey('document', key));
    const document = entry?.body.toString();
    if (document !== undefined) {
      registered.set(key, document);
    }
    return document;
  }

  return {
    get: async (key) =>
      safelist.get(key.replace(PREFIX, '')) ??
      registered.get(key) ??
      (mayRegister ? findShared(key) : undefined),
    set: async (key, document) => {
      if (mayRegister) {
        registered.set(key, document);
        const entry = { header: {}, body: Buffer.from(document) };
        await shared?.write(toKey('document', key), entry, SHARED_MS);
      }
    },
    delete: async (key) => registered.delete(key),
  };
}
