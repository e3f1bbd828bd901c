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

/** Middleware for one server, in this order; undefined if the cache is off. */
export interface CacheMiddleware {
  readonly invalidation: Middleware;
  readonly responses: Middleware | undefined;
  readonly coalescing: Middleware;
  readonly eventBodies: Middleware | undefined;
}

export interface UpstreamCache {
  middlewareFor(url: string): CacheMiddleware;
  /** Also holds cached responses of the gateway; null if the cache is off. */
  readonly store: CacheStore | null;
  /** Number of changes made upstream. */
  readonly changes: () => number;
}

/** The cache of Sentry's responses, separate for each token. */
export function createCache(
  { mode, maxBytes, ttlMs, eventTtlMs, staleMs }: CacheConfig,
  hashToken: HashToken,
  observe: ObserveCache,
): UpstreamCache {
  const store = mode === 'on' ? createCacheStore(maxBytes) : null;
  let changes = 0;

  function middlewareFor(url: string): CacheMiddleware {
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
      requestKey(
        [url, hashToken(request.token), request.endpoint.isOfStoredEvent ? null : generation],
        request,
      );
    const lifetimeOf = ({ endpoint }: SentryRequest) =>
      endpoint.isOfStoredEvent ? eventTtlMs : ttlMs;
    const expire = (request: SentryRequest) => {
      changes += 1;
      generation += 1;
      if (request.endpoint.changes === 'issueOfEvents') {
        const move = { count: (moveIn(request)?.count ?? 0) + 1, atMs: Date.now() };
        moves.set(request.params['organization'] ?? '', move);
      }
    };
    return {
      invalidation: invalidate(expire),
      responses: store ? cacheResponses({ store, keyOf, lifetimeOf, staleMs, observe }) : undefined,
      coalescing: coalesceRequests(keyOf, observe),
      eventBodies: store
        ? cacheEventBodies({ store, bodyKey, ttlMs: eventTtlMs, isMoving })
        : undefined,
    };
  }

  return { middlewareFor, store, changes: () => changes };
}

/**
 * How long cached bodies are not used after events were moved to another issue: Sentry accepts a change,
 * carries it out in background tasks, and does not report when these are done.
 */
const MOVING_MS = 60_000;

/**
 * When a change is answered, everything that was read from its server expires, for all callers: the cache
 * keys contain the number of changes. This is not limited to the organization, because paths name that by
 * slug or by number. A change that Sentry refuses expires nothing: otherwise anybody could empty the cache
 * with an invalid token.
 */
function invalidate(expire: (request: SentryRequest) => void): Middleware {
  return (send) => async (request) => {
    if (request.endpoint.changes === undefined) {
      return send(request);
    }
    try {
      const answer = await send(request);
      expire(request);
      return answer;
    } catch (error) {
      if (mayHaveChanged(error)) {
        expire(request);
      }
      throw error;
    }
  };
}

/** After a timeout or a 5xx it is unknown whether the change was made. */
function mayHaveChanged(error: unknown): boolean {
  if (!(error instanceof SentryError)) {
    return true;
  }
  const { wasSent, status = 0 } = error;
  return wasSent && !(status >= 400 && status < 500);
}
