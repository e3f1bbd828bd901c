import type { Span, Context as TraceContext } from '@opentelemetry/api';

/** One GraphQL operation: the same object in all of its requests to Sentry. */
export interface Operation {
  /** In the response headers and the log. */
  readonly requestId: string;
  /** For logs; null if callers do not authenticate. */
  readonly caller: string | null;
  readonly span: Span;
  /** Parent of its requests' spans. */
  readonly trace: TraceContext;
  /** Trace headers of the caller, which are forwarded to Sentry. */
  readonly traceHeaders: Readonly<Record<string, string>>;
  readonly usage: UpstreamUsage;
  /** Set by a mutation before its first read: what a change depends on is not read from a cache. */
  isMutation: boolean;
}

/** The upstream requests of one operation so far, and those that were saved. */
export interface UpstreamUsage {
  /** Requests that were sent, retries included. */
  requests: number;
  /** Requests saved by batching issues or events by ID. */
  savedByBatching: number;
  /** Requests that were answered from the cache. */
  savedByCache: number;
  /** Requests that joined an equal one in flight. */
  savedBySingleFlight: number;
  /** Event bodies that were in the cache. */
  eventsFromCache: number;
  /** Time in which at least one request was pending, in milliseconds. */
  waitedMs: number;
  /** Number of pending requests, and since when there are any. */
  waiting: number;
  waitingSinceMs: number;
  /** Age of the oldest response that was served from the cache, in milliseconds. */
  ageMs: number;
  /** Age of the oldest expired response that was served, in milliseconds, or null. */
  staleMs: number | null;
  /** Until when all of its data is fresh, in milliseconds since 1970. */
  freshUntilMs: number;
  /** Cache misses without fallback requests, and their measured maximum. */
  misses: number;
  measured: number;
  /** The limit of all cache misses. */
  limit: number;
  /** Cache misses of fallback requests, which cannot be measured before execution. */
  fallbackMisses: number;
  readonly bytes: ByteUsage;
}

/** The responses of Sentry that an operation has received, and those that it waits for. */
export interface ByteUsage {
  received: number;
  /** Of requests in flight. */
  expected: number;
  /** How many times as large as expected the largest response was. */
  factor: number;
  /** Continue requests that wait for room. */
  readonly waiting: (() => void)[];
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
    ageMs: 0,
    staleMs: null,
    freshUntilMs: Number.POSITIVE_INFINITY,
    misses: 0,
    measured: 0,
    limit: Number.POSITIVE_INFINITY,
    fallbackMisses: 0,
    bytes: { received: 0, expected: 0, factor: 1, waiting: [] },
  };
}
