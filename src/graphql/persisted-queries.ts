import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import { LRUCache } from 'lru-cache';
import type { Safelist } from '../config/safelist.ts';

/** Apollo Server's prefix of an ID. */
const PREFIX = /^apq:/;

/** Maximum total size of registered documents with their IDs and list nodes, in characters. */
const MAX_CHARACTERS = 8 * 1_024 * 1_024;
const OVERHEAD_CHARACTERS = 512;

/**
 * Apollo Server looks up an operation here that was sent by its ID: first in the safelist, then among those
 * that callers registered, if they may.
 */
export function createPersistedQueries(
  safelist: Safelist,
  { mayRegister }: { readonly mayRegister: boolean },
): KeyValueCache<string> {
  const registered = new LRUCache<string, string>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ length }) => length + OVERHEAD_CHARACTERS,
  });
  return {
    get: async (key) => safelist.get(key.replace(PREFIX, '')) ?? registered.get(key),
    set: async (key, document) => {
      if (mayRegister) {
        registered.set(key, document);
      }
    },
    delete: async (key) => registered.delete(key),
  };
}
