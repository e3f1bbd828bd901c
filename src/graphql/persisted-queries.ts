import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import { LRUCache } from 'lru-cache';
import type { Safelist } from '../config/safelist.ts';

/** What Apollo Server puts before an id. */
const PREFIX = /^apq:/;

/** Most characters of registered documents, each with its id and list node. */
const MAX_CHARACTERS = 8 * 1_024 * 1_024;
const OVERHEAD_CHARACTERS = 512;

/**
 * Where Apollo Server looks up an operation that was sent by its id: the safelist first, then what
 * callers have registered, unless nothing is to be registered.
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
