import { isSentryError } from '../sentry/errors.ts';
import type { UpstreamUsage } from '../sentry/operation.ts';
import type { Middleware, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { ObserveCache } from './cache-outcome.ts';
import type { CacheEntry, CacheStore } from './cache-store.ts';

export interface CachedResponsesOptions {
  readonly store: CacheStore;
  readonly keyOf: (request: SentryRequest) => string;
  /** How long a response is fresh, in milliseconds. */
  readonly lifetimeOf: (request: SentryRequest) => number;
  /** stale-if-error: how long after expiry it may be served. */
  readonly staleMs: number;
  readonly observe: ObserveCache;
}

/** Serves reads from the cache while they are fresh, and expired ones if Sentry fails. */
export function cacheResponses({
  store,
  keyOf,
  lifetimeOf,
  staleMs,
  observe,
}: CachedResponsesOptions): Middleware {
  return (send) => async (request) => {
    if (request.endpoint.method !== 'GET') {
      return send(request);
    }
    const key = keyOf(request);
    const ttlMs = lifetimeOf(request);
    const cached = store.get<SentryAnswer>(key);
    const { usage } = request.operation;
    const isFresh = cached && cached.freshUntilMs > Date.now();
    if (isFresh) {
      observe('hit');
      usage.savedByCache += 1;
      usage.ageMs = Math.max(usage.ageMs, ageOf(cached, ttlMs));
      usage.freshUntilMs = Math.min(usage.freshUntilMs, cached.freshUntilMs);
      return cached.value;
    }
    try {
      const answer = await send(request);
      const freshUntilMs = Date.now() + ttlMs;
      usage.freshUntilMs = Math.min(usage.freshUntilMs, freshUntilMs);
      store.set(key, { value: answer, bytes: answer.bytes, freshUntilMs }, ttlMs + staleMs);
      return answer;
    } catch (error) {
      return serveStale(error, cached, ttlMs, usage);
    }
  };

  function serveStale(
    error: unknown,
    cached: CacheEntry<SentryAnswer> | undefined,
    ttlMs: number,
    usage: UpstreamUsage,
  ): SentryAnswer {
    if (!cached || !isFailure(error)) {
      throw error;
    }
    observe('stale');
    usage.staleMs = Math.max(usage.staleMs ?? 0, ageOf(cached, ttlMs));
    usage.freshUntilMs = 0;
    return cached.value;
  }
}

/** A failure of Sentry, and not its refusal. */
function isFailure(error: unknown): boolean {
  return isSentryError(error, 'unavailable', 'timeout', 'rateLimited', 'badResponse');
}

function ageOf({ freshUntilMs }: CacheEntry, ttlMs: number): number {
  return Math.max(0, Date.now() - freshUntilMs + ttlMs);
}
