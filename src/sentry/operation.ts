import type { Span, Context as TraceContext } from '@opentelemetry/api';

/** One GraphQL operation, as its requests to Sentry know it: the same object for all of them. */
export interface Operation {
  /** What the caller and the log know it by. */
  readonly requestId: string;
  /** What logs call the caller; null where nobody signs in. */
  readonly caller: string | null;
  readonly span: Span;
  /** Parent of the spans of its requests. */
  readonly trace: TraceContext;
  /** Trace headers of the caller, which are forwarded to Sentry. */
  readonly traceHeaders: Readonly<Record<string, string>>;
  readonly usage: UpstreamUsage;
}

/** What one operation has cost the upstream so far, and what it was spared. */
export interface UpstreamUsage {
  /** Requests that were sent for it, each try as one. */
  requests: number;
  /** Requests that were not needed, as one asked for several issues or events by their IDs. */
  savedByBatching: number;
  /** Requests that were answered from the cache. */
  savedByCache: number;
  /** Requests that joined an equal one in flight for another operation. */
  savedBySingleFlight: number;
  /** Events that a page was asked without, as their bodies were in the cache. */
  eventsFromCache: number;
  /** Time in which at least one request was waited for, in milliseconds. */
  waitedMs: number;
  /** Requests being waited for, and since when. */
  waiting: number;
  waitingSinceMs: number;
  /** Age of the oldest stale answer that stood in for a failed one, in milliseconds, or null. */
  staleMs: number | null;
  /** Until when all that it was answered with counts as new, in milliseconds since 1970. */
  freshUntilMs: number;
  /** Cache misses that its measure before execution counts, of those measured at most. */
  misses: number;
  measured: number;
  /** Cache misses of fallback reads, which no measure can count. */
  fallbackMisses: number;
}

export function newUsage(): UpstreamUsage {
  return {
    requests: 0,
    savedByBatching: 0,
    savedByCache: 0,
    savedBySingleFlight: 0,
    eventsFromCache: 0,
    waitedMs: 0,
    waiting: 0,
    waitingSinceMs: 0,
    staleMs: null,
    freshUntilMs: Number.POSITIVE_INFINITY,
    misses: 0,
    measured: 0,
    fallbackMisses: 0,
  };
}
