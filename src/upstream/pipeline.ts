import type { Middleware } from '../sentry/request.ts';
import type { CacheLayers } from './cache.ts';
import { deadlineLayer } from './deadline.ts';
import { explainForbidden } from './explain-forbidden.ts';
import type { Resilience } from './resilience.ts';
import { countRequests, countWaits } from './usage.ts';

export interface PipelineParts {
  /** Tracks changes whose caller has left. */
  readonly pendingChanges: Middleware;
  readonly cache: CacheLayers;
  /** Asks for full or light events in the words of the server. */
  readonly eventDetail: Middleware;
  /** Passed by each cache miss, however often it is then tried. */
  readonly budget: Middleware;
  readonly resilience: Resilience;
  readonly telemetry: Middleware;
}

/** What a request passes on its way to one server, from top to bottom. */
export function createPipeline({
  pendingChanges,
  cache,
  eventDetail,
  budget,
  resilience,
  telemetry,
}: PipelineParts): readonly Middleware[] {
  return [
    countWaits,
    // Ends a caller's wait, whatever holds it up below.
    deadlineLayer,
    pendingChanges,
    explainForbidden,
    cache.forgetChanged,
    ...(cache.responses ? [cache.responses] : []),
    cache.coalescing,
    ...(cache.eventBodies ? [cache.eventBodies] : []),
    eventDetail,
    budget,
    // Each try waits its turn; what waits while the circuit opens fails at once, unsent.
    resilience.retry,
    resilience.rateLimiter,
    resilience.circuitBreaker,
    countRequests,
    telemetry,
  ];
}
