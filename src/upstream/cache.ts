import type { CacheConfig } from '../config/cache.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';
import { createTokenNames, organizationOf, textOf } from './cache-keys.ts';
import type { ObserveCache } from './cache-outcome.ts';
import type { CacheStore } from './cache-store.ts';
import { createCacheStore } from './cache-store.ts';
import { cacheEventBodies } from './cached-event-bodies.ts';
import { cacheResponses } from './cached-responses.ts';
import { coalesceRequests } from './coalescing.ts';

export interface UpstreamCache {
  /** What a read passes before it is sent to the server at `url`. */
  layersFor(url: string): readonly Middleware[];
  /** The name of a token in keys; it says nothing of the token. */
  readonly nameOf: (token: string) => string;
  /** What else may be remembered in the same memory; null where remembering is off. */
  readonly memory: CacheStore | null;
  /** Changes whenever an operation has changed something upstream. */
  readonly changes: () => number;
}

/** What all operations share of Sentry's answers: each caller's apart from the others'. */
export function createCache(
  { mode, maxBytes, ttlMs, eventTtlMs, staleMs }: CacheConfig,
  observe: ObserveCache,
): UpstreamCache {
  const memory = mode === 'on' ? createCacheStore(maxBytes) : null;
  const nameOf = createTokenNames();
  const moves = new Map<string, { readonly count: number; readonly atMs: number }>();
  let changes = 0;

  function layersFor(url: string): readonly Middleware[] {
    let generation = 0;
    const moveIn = (path: string) => moves.get(`${url} ${organizationOf(path)}`);
    const scopeOf = ({ token, path }: SentryRequest) =>
      `${url} ${nameOf(token)} ${organizationOf(path)} ${moveIn(path)?.count ?? 0}`;
    const isMoving = ({ path }: SentryRequest) =>
      Date.now() < (moveIn(path)?.atMs ?? Number.NEGATIVE_INFINITY) + MOVING_MS;
    const keyOf = (request: SentryRequest) =>
      `${url} ${nameOf(request.token)} ${generation} ${textOf(request)}`;
    const age = (path: string) => {
      changes += 1;
      generation += 1;
      if (MOVES.test(path)) {
        const move = { count: (moveIn(path)?.count ?? 0) + 1, atMs: Date.now() };
        moves.set(`${url} ${organizationOf(path)}`, move);
      }
    };
    return [
      forgetChanged(age),
      ...(memory ? [cacheResponses({ memory, keyOf, ttlMs, staleMs, observe })] : []),
      coalesceRequests(keyOf, observe),
      ...(memory ? [cacheEventBodies({ memory, scopeOf, ttlMs: eventTtlMs, isMoving })] : []),
    ];
  }

  return { layersFor, nameOf, memory, changes: () => changes };
}

/** Paths whose changes take events from one issue to another: unmerges, and merges. */
const MOVES = /\/(?:hashes|issues)\/$/;

/**
 * How long after such a change bodies of events are taken from Sentry alone: it accepts a change and
 * carries it out in tasks of its own, and does not tell when that is done.
 */
const MOVING_MS = 60_000;

/**
 * A change makes what was read of its server old, for all callers: reads under way when it is sent may
 * or may not show it, and so may those that begin before it is answered. Not of its organization
 * alone: paths may name that by slug, by number, or not at all.
 */
function forgetChanged(age: (path: string) => void): Middleware {
  return (send) => async (request) => {
    if (request.method === 'GET') {
      return send(request);
    }
    age(request.path);
    try {
      return await send(request);
    } finally {
      age(request.path);
    }
  };
}
