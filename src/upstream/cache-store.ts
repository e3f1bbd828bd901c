import { LRUCache } from 'lru-cache';

/** Something that is remembered under a key. */
export interface Entry<V = unknown> {
  readonly value: V;
  /** Size of what it was read from or is written to, in bytes of JSON. */
  readonly bytes: number;
  /** Until when it counts as new, in milliseconds since 1970. */
  readonly freshUntilMs: number;
}

/**
 * Where answers are remembered. Values are shared as they are, neither copied nor parsed again, so
 * nobody may change one.
 *
 * A tier that replicas share would stand behind this one: asked by those who miss here, and written
 * by those who set. Keys carry the upstream and a keyed hash of the token already.
 */
export interface CacheStore {
  /** Undefined where there is none, or it was dropped for space or age. */
  get<V>(key: string): Entry<V> | undefined;
  /** @param keptMs - How long it may be kept at all. */
  set<V>(key: string, entry: Entry<V>, keptMs: number): void;
}

/**
 * A parsed body takes about twice the bytes of its text: measured on Sentry's events, with V8's
 * object headers and one-byte strings.
 */
const HEAP_BYTES_PER_JSON_BYTE = 2;
/** Keys hold texts of callers: search queries, variables. */
const BYTES_PER_KEY_CHARACTER = 2;
/** List node and entry, besides the value. */
const OVERHEAD_BYTES = 512;

/** Bounded in bytes: what was used least recently goes first. */
export function createCacheStore(maxBytes: number): CacheStore {
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }, key) =>
      Math.ceil(bytes * HEAP_BYTES_PER_JSON_BYTE) +
      key.length * BYTES_PER_KEY_CHARACTER +
      OVERHEAD_BYTES,
  });
  return {
    get: <V>(key: string) => entries.get(key) as Entry<V> | undefined,
    set: (key, entry, keptMs) => {
      if (keptMs > 0) {
        entries.set(key, entry, { ttl: keptMs });
      }
    },
  };
}
