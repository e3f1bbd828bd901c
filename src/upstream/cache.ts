import type { CacheConfig } from '../config/resilience.ts';
import { toKey } from '../key.ts';
import { createSharedEntries } from '../redis/shared-entries.ts';
import type { SharedStore } from '../redis/shared-store.ts';
import { SentryError } from '../sentry/errors.ts';
import type { Operation } from '../sentry/operation.ts';
import type { Middleware, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import { type CacheStore, createCacheStore, type ObserveCache } from './cache-store.ts';
import { cacheEventBodies } from './cached-event-bodies.ts';
import { cacheResponses } from './cached-responses.ts';
import {
  type ChangeScope,
  type Changes,
  createChanges,
  EVERYTHING,
  isPending,
  scopeOfEvents,
  scopeOfServer,
} from './changes.ts';
import { coalesceRequests } from './coalescing.ts';
import type { HashToken } from './hash-token.ts';
import { requestKey } from './request-key.ts';
import { shareEventBodies } from './shared-event-bodies.ts';
import { shareResponses } from './shared-responses.ts';

/** Middleware for one server, in this order. */
export interface CacheMiddleware {
  readonly invalidation: Middleware;
  /** Null if the cache is off. */
  readonly responses: Middleware | null;
  readonly coalescing: Middleware;
  /** Null if the cache is off. */
  readonly eventBodies: Middleware | null;
  /** Null if the cache is off, or is not shared with other replicas. */
  readonly sharedResponses: Middleware | null;
}

export interface UpstreamCache {
  /** @param learn - Learns from an answer that another replica read. */
  middlewareFor(url: string, learn: (answer: SentryAnswer) => void): CacheMiddleware;
  /** Also holds cached responses of the gateway; null if the cache is off. */
  readonly store: CacheStore | null;
  /** When something was last changed upstream; increases with each change. */
  readonly lastChange: () => number;
  /** Learns of changes that other replicas made; absent if nothing is shared. */
  readonly refresh?: () => Promise<void>;
}

/** The cache of Sentry's responses, separate for each token. */
export function createCache(
  { mode, maxBytes, ttlMs, eventTtlMs, staleMs }: CacheConfig,
  {
    hashToken,
    shared,
    observe,
  }: {
    readonly hashToken: HashToken;
    readonly shared: SharedStore | null;
    readonly observe: ObserveCache;
  },
): UpstreamCache {
  const store = mode === 'on' ? createCacheStore(maxBytes) : null;
  const entries = shared && store && createSharedEntries(shared);
  const changes = createChanges(shared);

  function middlewareFor(url: string, learn: (answer: SentryAnswer) => void): CacheMiddleware {
    const server = scopeOfServer(url);
    const eventsOf = ({ params }: SentryRequest) =>
      scopeOfEvents(url, params['organization'] ?? '');
    const bodyKey = (request: SentryRequest) => {
      const scope = [
        url,
        hashToken(request.token),
        request.params['organization'] ?? null,
        changes.lastChange(eventsOf(request)),
      ];
      return (...rest: readonly string[]) => toKey('event', ...scope, ...rest);
    };
    const isMoving = (request: SentryRequest) =>
      isPending(changes, eventsOf(request)) ||
      // Bodies are cached for an hour: too long to be without the changes of other replicas.
      shared?.isReachable() === false;
    const keyOf = (request: SentryRequest) =>
      requestKey(
        [
          url,
          hashToken(request.token),
          request.endpoint.isOfStoredEvent ? null : changes.lastChange(server),
        ],
        request,
      );
    const lifetimeOf = ({ endpoint }: SentryRequest) =>
      endpoint.isOfStoredEvent ? eventTtlMs : ttlMs;
    const scopesOf = (request: SentryRequest): readonly ChangeScope[] =>
      request.endpoint.changes === 'issueOfEvents'
        ? [EVERYTHING, server, eventsOf(request)]
        : [EVERYTHING, server];
    return {
      invalidation: invalidate(changes, scopesOf, (request) => [server, eventsOf(request)]),
      responses:
        store && exceptInMutations(cacheResponses({ store, keyOf, lifetimeOf, staleMs, observe })),
      coalescing: exceptInMutations(coalesceRequests(keyOf, observe)),
      eventBodies: store
        ? cacheEventBodies({
            store,
            shared: entries && shareEventBodies(entries, store),
            bodyKey,
            ttlMs: eventTtlMs,
            isMoving,
          })
        : null,
      sharedResponses:
        entries &&
        exceptInMutations(shareResponses({ entries, keyOf, lifetimeOf, staleMs, observe, learn })),
    };
  }

  const { refresh } = changes;
  return {
    middlewareFor,
    store,
    lastChange: () => changes.lastChange(EVERYTHING),
    ...(refresh && { refresh: () => refresh([EVERYTHING]) }),
  };
}

/** A change depends on what was read before it: a response from before the mutation could be of issues that are gone. */
function exceptInMutations(middleware: Middleware): Middleware {
  return (send) => {
    const answer = middleware(send);
    return (request) => (request.operation.isMutation ? send(request) : answer(request));
  };
}

/**
 * When a change is answered, everything that was read from its server expires, for all callers: the cache
 * keys contain the time of the last change. This is not limited to the organization, because paths name that by
 * slug or by number. A change that Sentry refuses expires nothing: otherwise anybody could empty the cache
 * with an invalid token.
 *
 * Before the first read of an operation, the changes that other replicas made are known.
 */
function invalidate(
  { record, refresh }: Changes,
  changedBy: (request: SentryRequest) => readonly ChangeScope[],
  readBy: (request: SentryRequest) => readonly ChangeScope[],
): Middleware {
  const refreshed = new WeakMap<Operation, Map<string | null, Promise<void>>>();

  async function prepareRead(request: SentryRequest): Promise<void> {
    if (!refresh) {
      return;
    }
    const { operation, params } = request;
    const organization = params['organization'] ?? null;
    const known = refreshed.get(operation) ?? new Map<string | null, Promise<void>>();
    refreshed.set(operation, known);
    const refreshing = known.get(organization) ?? refresh(readBy(request));
    known.set(organization, refreshing);
    await refreshing;
  }

  return (send) => async (request) => {
    if (request.endpoint.changes === undefined) {
      await prepareRead(request);
      return send(request);
    }
    try {
      const answer = await send(request);
      await record(changedBy(request));
      return answer;
    } catch (error) {
      if (mayHaveChanged(error)) {
        await record(changedBy(request));
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
