/**
 * A limiter's state as one answer told it. Sentry counts in fixed windows for each token and group
 * of endpoints, and sends these headers with every answer of a limited endpoint, a 429 too.
 */
export interface RateLimit {
  /** Requests of one window. */
  readonly limit: number;
  /** What is left of the window that the answer fell into. */
  readonly remaining: number;
  /** When that window ends, in milliseconds of the epoch. */
  readonly resetAtMs: number;
  /** Requests that may be under way at once; null where the server does not say. */
  readonly concurrentLimit: number | null;
  readonly concurrentRemaining: number | null;
}

/** The limits as an answer told them at a moment of the past. */
export interface ObservedRateLimit {
  readonly rateLimit: RateLimit;
  readonly atMs: number;
}

/** A reset further away than this is taken to be nonsense and cut down to it. */
const MAX_WINDOW_MS = 60 * 60 * 1000;

/** Reads `X-Sentry-Rate-Limit-*`; undefined where there is none. Old servers sent the word "None". */
export function readRateLimit(
  header: (name: string) => string | undefined,
  nowMs: number,
): RateLimit | undefined {
  const number = (name: string) => readNumber(header(`x-sentry-rate-limit-${name}`));
  const limit = number('limit');
  const remaining = number('remaining');
  const reset = number('reset');
  if (!limit || remaining === null || reset === null) {
    return undefined;
  }
  return {
    limit,
    remaining,
    resetAtMs: Math.min(reset * 1000, nowMs + MAX_WINDOW_MS),
    concurrentLimit: number('concurrentlimit') || null,
    concurrentRemaining: number('concurrentremaining'),
  };
}

function readNumber(text: string | undefined): number | null {
  return /^\d{1,12}(\.\d+)?$/.test(text ?? '') ? Math.floor(Number(text)) : null;
}
