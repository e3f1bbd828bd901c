import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { Safelist } from '../config/safelist.ts';

/** What Apollo Server puts before an id. */
const PREFIX = /^apq:/;

/**
 * Where Apollo Server looks up an operation that was sent by its id: the safelist first, then what
 * callers have registered, unless nothing is to be registered.
 */
export function createPersistedQueries(
  safelist: Safelist,
  { mayRegister }: { readonly mayRegister: boolean },
): KeyValueCache<string> {
  const registered = new InMemoryLRUCache<string>();
  return {
    get: async (key) => safelist.get(key.replace(PREFIX, '')) ?? registered.get(key),
    set: async (key, document, options) => {
      if (mayRegister) {
        await registered.set(key, document, options);
      }
    },
    delete: (key) => registered.delete(key),
  };
}
