import type { CacheConfig } from '../config/cache.ts';
import { toKey } from '../key.ts';
import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';
import type { ObserveCache } from './cache-outcome.ts';
import type { CacheStore } from './cache-store.ts';
import { createCacheStore } from './cache-store.ts';
import { cacheEventBodies } from './cached-event-bodies.ts';
import { cacheResponses } from './cached-responses.ts';
import { coalesceRequests } from './coalescing.ts';
import type { HashToken } from './hash-token.ts';
import { requestKey } from './request-key.ts';

/** What the requests to one server pass, in this order; undefined where the cache is off. */
export interface CacheLayers {
  readonly forgetChanged: Middleware;
  readonly responses: Middleware | undefined;
  readonly coalescing: Middleware;
  readonly eventBodies: Middleware | undefined;
}

export interface UpstreamCache {
  layersFor(url: string): CacheLayers;
  /** Holds what else is cached too; null where the cache is off. */
  readonly store: CacheStore | null;
  /** Changes whenever an operation has changed something upstream. */
  readonly changes: () => number;
}

/** What all operations share of Sentry's answers: each caller's apart from the others'. */
export function createCache(
  { mode, maxBytes, ttlMs, eventTtlMs, staleMs }: CacheConfig,
  hashToken: HashToken,
  observe: ObserveCache,
): UpstreamCache {
  const store = mode === 'on' ? createCacheStore(maxBytes) : null;
  let changes = 0;

  function layersFor(url: string): CacheLayers {
    let generation = 0;
    const moves = new Map<string, { readonly count: number; readonly atMs: number }>();
    const moveIn = ({ params }: SentryRequest) => moves.get(params['organization'] ?? '');
    const bodyKey = (request: SentryRequest, ...rest: readonly string[]) =>
      toKey(
        'event',
        url,
        hashToken(request.token),
        request.params['organization'] ?? null,
        moveIn(request)?.count ?? 0,
        ...rest,
      );
    const isMoving = (request: SentryRequest) =>
      Date.now() < (moveIn(request)?.atMs ?? Number.NEGATIVE_INFINITY) + MOVING_MS;
    const keyOf = (request: SentryRequest) =>
      requestKey([url, hashToken(request.token), generation], request);
    const age = (request: SentryRequest) => {
      changes += 1;
      generation += 1;
      if (request.endpoint.changes === 'issueOfEvents') {
        const move = { count: (moveIn(request)?.count ?? 0) + 1, atMs: Date.now() };
        moves.set(request.params['organization'] ?? '', move);
      }
    };
    return {
      forgetChanged: forgetChanged(age),
      responses: store ? cacheResponses({ store, keyOf, ttlMs, staleMs, observe }) : undefined,
      coalescing: coalesceRequests(keyOf, observe),
      eventBodies: store
        ? cacheEventBodies({ store, bodyKey, ttlMs: eventTtlMs, isMoving })
        : undefined,
    };
  }

  return { layersFor, store, changes: () => changes };
}

/**
 * How long after events were moved to another issue their bodies are taken from Sentry alone: it
 * accepts a change and carries it out in tasks of its own, and does not tell when that is done.
 */
const MOVING_MS = 60_000;

/**
 * A change makes what was read of its server old, for all callers, once it is answered: what a read began
 * before is kept under a key of then. Not of its organization alone: paths may name that by slug or by
 * number. A change that Sentry refuses leaves the cache as it is, or anybody could empty it for others
 * with a token that is none.
 */
function forgetChanged(age: (request: SentryRequest) => void): Middleware {
  return (send) => async (request) => {
    if (request.endpoint.changes === undefined) {
      return send(request);
    }
    try {
      const answer = await send(request);
      age(request);
      return answer;
    } catch (error) {
      if (mayHaveChanged(error)) {
        age(request);
      }
      throw error;
    }
  };
}

/** Whether a change that failed may have been made: nobody knows after a timeout or a 5xx. */
function mayHaveChanged(error: unknown): boolean {
  if (!(error instanceof SentryError)) {
    return true;
  }
  const { wasSent, status = 0 } = error;
  return wasSent && !(status >= 400 && status < 500);
}
