import type { Middleware } from '../sentry/request.ts';
import type { CacheMiddleware } from './cache.ts';
import { enforceDeadline } from './deadline.ts';
import { explainErrors } from './explain-errors.ts';
import type { Resilience } from './resilience.ts';
import { countRequests, countWaits } from './usage.ts';

export interface PipelineParts {
  /** Tracks changes whose client may have disconnected. */
  readonly pendingChanges: Middleware;
  readonly cache: CacheMiddleware;
  /** Requests full or light events in the server's dialect. */
  readonly eventDetail: Middleware;
  /** Limits the responses that an operation holds, cached ones included. */
  readonly byteBudget: Middleware;
  /** Counts cache misses, before retries. */
  readonly budget: Middleware;
  readonly resilience: Resilience;
  readonly telemetry: Middleware;
}

/** After the caches: what they answer was checked for the same organization and token. */
const runChecks: Middleware = (send) => async (request) => {
  await request.check?.();
  return send(request);
};

/** The middleware of every request to one server, from top to bottom. */
export function createPipeline({
  pendingChanges,
  cache,
  eventDetail,
  byteBudget,
  budget,
  resilience,
  telemetry,
}: PipelineParts): readonly Middleware[] {
  return [
    countWaits,
    // Outermost: it ends a wait whatever happens below.
    enforceDeadline,
    // Above the cache and coalescing: another operation that shares a request does not wait for this one.
    byteBudget,
    pendingChanges,
    explainErrors,
    cache.invalidation,
    ...(cache.responses ? [cache.responses] : []),
    cache.coalescing,
    ...(cache.eventBodies ? [cache.eventBodies] : []),
    ...(cache.sharedResponses ? [cache.sharedResponses] : []),
    runChecks,
    eventDetail,
    budget,
    // Each retry waits for the rate limit. Requests that wait while the circuit breaker opens fail at once.
    resilience.retry,
    resilience.rateLimiter,
    resilience.circuitBreaker,
    countRequests,
    telemetry,
  ];
}
