import { wholeNumber } from './setting.ts';

/** How long callers wait, and how the upstream is spared while it fails or has enough to do. */
export const RESILIENCE_SETTINGS = {
  operationTimeoutMs: wholeNumber(
    'OPERATION_TIMEOUT_MS',
    { fallback: 30_000, min: 100, max: 600_000 },
    'Longest time for one operation, in milliseconds; what has not come by then is UPSTREAM_TIMEOUT',
  ),
  maxRetries: wholeNumber(
    'SENTRY_RETRIES',
    { fallback: 2, min: 0, max: 10 },
    'Most further tries of a read that met a 429, 502, 503, 504 or a lost connection',
  ),
  retryDelayMs: wholeNumber(
    'SENTRY_RETRY_DELAY_MS',
    { fallback: 250, min: 1, max: 60_000 },
    'Longest wait before the first further try, in milliseconds; it doubles with each, up to 10 s',
  ),
  retryBudgetPercent: wholeNumber(
    'SENTRY_RETRY_BUDGET_PERCENT',
    { fallback: 20, min: 0, max: 100 },
    'Most further tries of all requests together, as a share of them; one a second is always granted',
  ),
  maxConcurrent: wholeNumber(
    'SENTRY_MAX_CONCURRENT',
    { fallback: 25, min: 1, max: 1_000 },
    'Most requests of one token under way at once',
  ),
  maxWaiting: wholeNumber(
    'SENTRY_QUEUE_MAX',
    { fallback: 500, min: 0, max: 100_000 },
    'Most requests of one token that wait for the limits of the upstream; one more is RATE_LIMITED',
  ),
  maxWaitMs: wholeNumber(
    'SENTRY_QUEUE_TIMEOUT_MS',
    { fallback: 10_000, min: 1, max: 600_000 },
    'Longest such wait, in milliseconds',
  ),
  breakerFailurePercent: wholeNumber(
    'SENTRY_BREAKER_FAILURE_PERCENT',
    { fallback: 50, min: 1, max: 100 },
    'Share of failed requests in ten seconds from which on the upstream is not asked for a while',
  ),
  breakerMinRequests: wholeNumber(
    'SENTRY_BREAKER_MIN_REQUESTS',
    { fallback: 20, min: 1, max: 1_000_000 },
    'Fewest requests in ten seconds that can lead to that',
  ),
  breakerOpenMs: wholeNumber(
    'SENTRY_BREAKER_OPEN_MS',
    { fallback: 5_000, min: 10, max: 600_000 },
    'How long the upstream is not asked then, in milliseconds',
  ),
};
