/**
 * The state of Sentry's rate limiter in one answer. Sentry counts the requests of a user, an
 * integration or an address in fixed windows, and sends these headers with each answer, a 429 too.
 */
export interface RateLimit {
  /** Requests of one window. */
  readonly limit: number;
  /** What is left of the window that the answer fell into. */
  readonly remaining: number;
  /** When that window ends, in milliseconds of the epoch. */
  readonly resetAtMs: number;
  /** The same from the arrival of the answer on, which no change of the clock moves. */
  readonly resetInMs: number;
  /** What the header has for it: equal in all answers of one window. */
  readonly reset: number;
  /** Requests that may be under way at once; null where the server does not say. */
  readonly concurrentLimit: number | null;
  readonly concurrentRemaining: number | null;
}

/** The limits as an answer told them at a moment of the past. */
export interface ObservedRateLimit {
  readonly rateLimit: RateLimit;
  readonly atMs: number;
}

/**
 * Longest wait that a server is believed to ask for: sentry.io's longest window. After it the server
 * is asked again, so that one absurd header cannot keep a token from a server for years.
 */
const MAX_WAIT_MS = 60_000;

/** Clocks that differ by less are taken to agree: `Date` has whole seconds, and answers travel. */
const MAX_CLOCK_DIFFERENCE_MS = 5_000;

type ReadHeader = (name: string) => string | undefined;

/** Reads `X-Sentry-Rate-Limit-*`; undefined where there is none. Old servers sent the word "None". */
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
    // Or no later window would count as later.
    reset: resetInMs < MAX_WAIT_MS ? reset : Math.ceil((nowMs + MAX_WAIT_MS) / 1000),
    concurrentLimit: number('concurrentlimit') || null,
    concurrentRemaining: number('concurrentremaining'),
  };
}

/**
 * How long a server asks its caller to wait, by `Retry-After` in seconds or as a date, or by the
 * reset of Sentry's limiter; undefined where it does not say.
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

/** The time until a second of the epoch on the server's clock, which its `Date` shows. */
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
  return /^\d{1,12}(\.\d+)?$/.test(text ?? '') ? Math.floor(Number(text)) : null;
}
