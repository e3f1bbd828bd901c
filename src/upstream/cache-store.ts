import { LRUCache } from 'lru-cache';

/**
 * The outcome of a lookup: `hit`; `shared`, which joined an equal request in flight; or `miss`. In addition to a
 * `miss` also `replica`, if another replica had read the response; or `stale`, if its request failed and an expired
 * response was served.
 */
export type CacheOutcome = 'hit' | 'miss' | 'replica' | 'stale' | 'shared';
export type ObserveCache = (outcome: CacheOutcome) => void;

export interface CacheEntry<V = unknown> {
  readonly value: V;
  /** Size as JSON. */
  readonly bytes: number;
  /** Until when it is fresh, in milliseconds since 1970. */
  readonly freshUntilMs: number;
}

/** The store of all caches of this process. Values are shared and not copied, so they must not be modified. */
export interface CacheStore {
  get<V>(key: string): CacheEntry<V> | undefined;
  /** @param keptMs - Maximum time in the store, also when it is no longer fresh. */
  set<V>(key: string, entry: CacheEntry<V>, keptMs: number): void;
}

/**
 * A parsed body takes about twice the bytes of its text: measured on Sentry's events, with V8's
 * object headers and one-byte strings.
 */
const HEAP_BYTES_PER_JSON_BYTE = 2;
/** Keys contain text of callers: search queries, variables. */
const BYTES_PER_KEY_CHARACTER = 2;
/** Memory of list node and entry, besides the value. */
const OVERHEAD_BYTES = 512;

/** Bounded in bytes; evicts the least recently used entry. */
export function createCacheStore(maxBytes: number): CacheStore {
  const entries = new LRUCache<string, CacheEntry>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }, key) =>
      Math.ceil(bytes * HEAP_BYTES_PER_JSON_BYTE) +
      key.length * BYTES_PER_KEY_CHARACTER +
      OVERHEAD_BYTES,
  });
  return {
    get: <V>(key: string) => entries.get(key) as CacheEntry<V> | undefined,
    set: (key, entry, keptMs) => {
      if (keptMs > 0) {
        entries.set(key, entry, { ttl: keptMs });
      }
    },
  };
}
