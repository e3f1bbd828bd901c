import { isSentryError } from '../sentry/errors.ts';
import type { UpstreamUsage } from '../sentry/operation.ts';
import type { Middleware, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { CacheEntry, CacheStore, ObserveCache } from './cache-store.ts';

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
    if (cached && cached.freshUntilMs > Date.now()) {
      observe('hit');
      usage.savedByCache += 1;
      countFresh(cached, ageOf(cached, ttlMs), usage);
      return cached.value;
    }
    try {
      const answer = await send(request);
      keep(key, answer, ttlMs, usage);
      return answer;
    } catch (error) {
      if (!cached || !isFailure(error)) {
        throw error;
      }
      countStale(cached, ttlMs, usage);
      return cached.value;
    }
  };

  function keep(key: string, answer: SentryAnswer, ttlMs: number, usage: UpstreamUsage): void {
    const nowMs = Date.now();
    const { bytes, freshUntilMs = nowMs + ttlMs } = answer;
    const entry = { value: answer, bytes, freshUntilMs };
    store.set(key, entry, freshUntilMs - nowMs + staleMs);
    if (freshUntilMs < nowMs) {
      countStale(entry, ttlMs, usage);
    } else {
      // Sentry's own response has no age yet, one from the shared cache has.
      countFresh(entry, answer.freshUntilMs === undefined ? 0 : ageOf(entry, ttlMs), usage);
    }
  }

  function countFresh({ freshUntilMs }: CacheEntry, ageMs: number, usage: UpstreamUsage): void {
    usage.ageMs = Math.max(usage.ageMs, ageMs);
    usage.freshUntilMs = Math.min(usage.freshUntilMs, freshUntilMs);
  }

  function countStale(entry: CacheEntry, ttlMs: number, usage: UpstreamUsage): void {
    observe('stale');
    usage.staleMs = Math.max(usage.staleMs ?? 0, ageOf(entry, ttlMs));
    usage.freshUntilMs = 0;
  }
}

/** A failure of Sentry, and not its refusal. */
export function isFailure(error: unknown): boolean {
  return isSentryError(error, 'unavailable', 'timeout', 'rateLimited', 'badResponse');
}

function ageOf({ freshUntilMs }: CacheEntry, ttlMs: number): number {
  return Math.max(0, Date.now() - freshUntilMs + ttlMs);
}
