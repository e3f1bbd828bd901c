import { isSentryError } from '../sentry/errors.ts';
import type { UpstreamUsage } from '../sentry/operation.ts';
import type { Middleware, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { ObserveCache } from './cache-outcome.ts';
import type { CacheStore, Entry } from './cache-store.ts';

export interface AnswersOptions {
  readonly store: CacheStore;
  readonly keyOf: (request: SentryRequest) => string;
  /** How long an answer is as good as new, in milliseconds. */
  readonly ttlMs: number;
  /** How long after that it stands in for a failed one. */
  readonly staleMs: number;
  readonly observe: ObserveCache;
}

/** Answers reads from the cache while fresh, and stale for a while if Sentry fails. */
export function cacheResponses({
  store,
  keyOf,
  ttlMs,
  staleMs,
  observe,
}: AnswersOptions): Middleware {
  return (send) => async (request) => {
    if (request.endpoint.method !== 'GET') {
      return send(request);
    }
    const key = keyOf(request);
    const known = store.get<SentryAnswer>(key);
    const { usage } = request.operation;
    const isNew = known && known.freshUntilMs > Date.now();
    if (isNew) {
      observe('hit');
      usage.savedByCache += 1;
      usage.freshUntilMs = Math.min(usage.freshUntilMs, known.freshUntilMs);
      return known.value;
    }
    try {
      const answer = await send(request);
      const freshUntilMs = Date.now() + ttlMs;
      usage.freshUntilMs = Math.min(usage.freshUntilMs, freshUntilMs);
      store.set(key, { value: answer, bytes: answer.bytes, freshUntilMs }, ttlMs + staleMs);
      return answer;
    } catch (error) {
      return insteadOf(error, known, usage);
    }
  };

  function insteadOf(
    error: unknown,
    known: Entry<SentryAnswer> | undefined,
    usage: UpstreamUsage,
  ): SentryAnswer {
    if (!known || !isFailure(error)) {
      throw error;
    }
    observe('stale');
    usage.staleMs = Math.max(usage.staleMs ?? 0, ageOf(known, ttlMs));
    usage.freshUntilMs = 0;
    return known.value;
  }
}

/** Whether Sentry could not answer, as against an answer that it gave. */
function isFailure(error: unknown): boolean {
  return isSentryError(error, 'unavailable', 'timeout', 'rateLimited', 'badResponse');
}

function ageOf({ freshUntilMs }: Entry, ttlMs: number): number {
  return Math.max(0, Date.now() - freshUntilMs + ttlMs);
}
