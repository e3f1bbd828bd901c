import type { Answer } from './answer.ts';

export interface RateLimiterOptions {
  /** Requests of one token in one window. */
  readonly limit: number;
  /** Windows are fixed and begin with whole multiples of this; whole seconds. @default 1 */
  readonly windowSeconds?: number;
  /** Requests of one token under way at once. @default 25 */
  readonly concurrentLimit?: number;
  /** How a refusal is worded: an object with a `detail`, or the bare text of releases up to 2025. @default 'object' */
  readonly wording?: 'object' | 'text';
}

/** A request that was let in: what its answer tells of the limiter, and how to end it. */
export interface Entry {
  readonly headers: Readonly<Record<string, string>>;
  /** What is answered instead, where the limit is reached. */
  readonly refusal: Answer | null;
  leave(): void;
}

interface Count {
  window: number;
  used: number;
  underWay: number;
}

/**
 * Sentry's limiter: fixed windows for each caller, and a bound on what is under way at once. Its
 * headers come with every answer. A 429 has no `Retry-After`, and a JSON body that is called HTML.
 */
export function createRateLimiter({
  limit,
  windowSeconds = 1,
  concurrentLimit = 25,
  wording = 'object',
}: RateLimiterOptions): (caller: string) => Entry {
  const counts = new Map<string, Count>();

  return (caller) => {
    const window = Math.floor(Date.now() / 1000 / windowSeconds);
    const count = counts.get(caller) ?? { window, used: 0, underWay: 0 };
    counts.set(caller, count);
    if (count.window !== window) {
      count.window = window;
      count.used = 0;
    }
    count.used += 1;
    count.underWay += 1;
    const isConcurrencyExceeded = count.underWay > concurrentLimit;
    const words = isConcurrencyExceeded
      ? `You are attempting to go above the allowed concurrency for this endpoint. Concurrency limit is ${concurrentLimit}`
      : `You are attempting to use this endpoint too frequently. Limit is ${limit} requests in ${windowSeconds} seconds`;
    const headers = {
      'x-sentry-rate-limit-limit': `${limit}`,
      'x-sentry-rate-limit-remaining': `${Math.max(0, limit - count.used)}`,
      'x-sentry-rate-limit-reset': `${(window + 1) * windowSeconds}`,
      'x-sentry-rate-limit-concurrentlimit': `${concurrentLimit}`,
      'x-sentry-rate-limit-concurrentremaining': `${Math.max(0, concurrentLimit - count.underWay)}`,
    };
    const body = JSON.stringify(wording === 'text' ? words : { detail: words });
    return {
      headers,
      refusal:
        isConcurrencyExceeded || count.used > limit
          ? { status: 429, headers: { 'content-type': 'text/html' }, body }
          : null,
      leave() {
        count.underWay -= 1;
      },
    };
  };
}
