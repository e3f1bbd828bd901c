import { toKey } from '../../key.ts';
import type { UpstreamCache } from '../../upstream/cache.ts';
import type { CacheStore, ObserveCache } from '../../upstream/cache-store.ts';

interface CachedResponse {
  readonly body: Buffer;
  readonly type: string;
  readonly operationName: string | null;
  /** Until when others may cache it, in milliseconds since 1970. */
  readonly expiresMs: number;
}

/** Whole responses: a request that is repeated while all its data is fresh is not executed. */
export interface ResponseCache {
  /** Learns of changes that other replicas made; absent if nothing is shared. */
  readonly refresh?: (() => Promise<void>) | undefined;
  /** @param request - Everything that the response depends on besides the caller. */
  keyFor(callerScope: string, request: string): string;
  find(key: string): CachedResponse | undefined;
  /** `key` is from the start of the operation: after a change in the meantime it is never looked up. */
  keep(key: string, response: CachedResponse, freshUntilMs: number): void;
}

/** @param cache - Its `lastChange` is when something was last changed upstream. */
export function createResponseCache(
  store: CacheStore,
  { lastChange, refresh }: Pick<UpstreamCache, 'lastChange' | 'refresh'>,
  observe: ObserveCache,
): ResponseCache {
  return {
    refresh,
    keyFor: (callerScope, request) => toKey('response', callerScope, lastChange(), request),
    find(key) {
      const found = store.get<CachedResponse>(key);
      if (!found || found.freshUntilMs <= Date.now()) {
        return undefined;
      }
      observe('hit');
      return found.value;
    },
    keep(key, response, freshUntilMs) {
      // The store counts twice the size of JSON for a parsed body; this one is kept as bytes.
      const bytes = response.body.length / 2;
      store.set(key, { value: response, bytes, freshUntilMs }, freshUntilMs - Date.now());
    },
  };
}
