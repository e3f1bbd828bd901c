/**
 * The rate limit headers of one response. Sentry counts the requests of a user, an integration or an IP address in fixed
 * windows, and sends these headers with each response, also with a 429.
 */
export interface RateLimit {
  /** Maximum requests in one window. */
  readonly limit: number;
  /** Remaining requests in the window of the response. */
  readonly remaining: number;
  /** The end of that window, in milliseconds since 1970. */
  readonly resetAtMs: number;
  /** The same, relative to the arrival of the response: independent of changes of the clock. */
  readonly resetInMs: number;
  /** The header's value: equal in all responses of one window. */
  readonly reset: number;
  /** Maximum requests in flight; null if the server does not send it. */
  readonly concurrentLimit: number | null;
  readonly concurrentRemaining: number | null;
}

/** A rate limit, and when it was received. */
export interface ObservedRateLimit {
  readonly rateLimit: RateLimit;
  readonly atMs: number;
}

/**
 * A server's longer waits are cut to this, sentry.io's longest window: otherwise one absurd header could block a token
 * for years.
 */
const MAX_WAIT_MS = 60_000;

/** A smaller difference of clocks is ignored: `Date` has whole seconds, and responses take time. */
const MAX_CLOCK_DIFFERENCE_MS = 5_000;

/** The greatest `Int` of GraphQL; a greater limit limits nothing. */
const MAX_INT = 2 ** 31 - 1;

type ReadHeader = (name: string) => string | undefined;

/** Reads `X-Sentry-Rate-Limit-*`; undefined if absent. Old servers send the word "None". */
export function readRateLimit(header: ReadHeader, nowMs: number): RateLimit | undefined {
  const number = (name: string) => readNumber(header(`x-sentry-rate-limit-${name}`));
  const limit = number('limit');
  const remaining = number('remaining');
  const reset = Number(header('x-sentry-rate-limit-reset') || Number.NaN);
  const resetInMs = waitUntil(reset, header, nowMs);
  if (!limit || remaining === null || resetInMs === undefined) {
    return undefined;
  }
  return {
    limit,
    remaining,
    resetAtMs: nowMs + resetInMs,
    resetInMs,
    // Otherwise no later window would count as later.
    reset: resetInMs < MAX_WAIT_MS ? reset : Math.ceil((nowMs + MAX_WAIT_MS) / 1000),
    concurrentLimit: number('concurrentlimit') || null,
    concurrentRemaining: number('concurrentremaining'),
  };
}

/**
 * The wait in `Retry-After`, in seconds or as a date, or until the reset of Sentry's rate limit;
 * undefined if absent.
 */
export function readRetryAfterMs(header: ReadHeader, nowMs: number): number | undefined {
  const retryAfter = header('retry-after') ?? '';
  if (/^\d+$/.test(retryAfter)) {
    return Math.min(Number(retryAfter) * 1000, MAX_WAIT_MS);
  }
  const second =
    retryAfter === '' ? header('x-sentry-rate-limit-reset') : Date.parse(retryAfter) / 1000;
  return waitUntil(Number(second || Number.NaN), header, nowMs);
}

/** The time until a Unix time, relative to the server's clock in `Date`. */
function waitUntil(second: number, header: ReadHeader, nowMs: number): number | undefined {
  if (!(second >= 0)) {
    return undefined;
  }
  const dateMs = Date.parse(header('date') ?? '');
  const waitMs = Math.round(second * 1000 - nowMs);
  const isClockWrong = Math.abs(dateMs - nowMs) > MAX_CLOCK_DIFFERENCE_MS || waitMs <= 0;
  const rightWaitMs = isClockWrong && !Number.isNaN(dateMs) ? second * 1000 - dateMs : waitMs;
  return Math.min(Math.max(0, rightWaitMs), MAX_WAIT_MS);
}

function readNumber(text: string | undefined): number | null {
  return /^\d+(\.\d+)?$/.test(text ?? '') ? Math.min(Math.floor(Number(text)), MAX_INT) : null;
}
