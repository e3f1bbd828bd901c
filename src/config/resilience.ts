import { flag, oneOf, type Values, wholeNumber } from './setting.ts';

export const RESILIENCE_SETTINGS = {
  operationTimeoutMs: wholeNumber(
    'OPERATION_TIMEOUT_MS',
    { fallback: 30_000, min: 100, max: 600_000 },
    'Maximum time for one operation, in milliseconds; fields without a response by then fail with `UPSTREAM_TIMEOUT`',
  ),
  maxRetries: wholeNumber(
    'SENTRY_RETRIES',
    { fallback: 2, min: 0, max: 10 },
    'Maximum number of retries of a read after a status 429, 502, 503 or 504 or a lost connection',
  ),
  retryDelayMs: wholeNumber(
    'SENTRY_RETRY_DELAY_MS',
    { fallback: 250, min: 1, max: 60_000 },
    'Maximum wait before the first retry, in milliseconds; it doubles with each retry, up to 10 s',
  ),
  retryBudgetPercent: wholeNumber(
    'SENTRY_RETRY_BUDGET_PERCENT',
    { fallback: 20, min: 0, max: 100 },
    'Maximum number of retries of all requests together, as a percentage of these requests; one retry a second is always allowed',
  ),
  maxConcurrent: wholeNumber(
    'SENTRY_MAX_CONCURRENT',
    { fallback: 25, min: 1, max: 1_000 },
    'Maximum number of requests to Sentry in flight for one token, or for tokens that share a rate limit',
  ),
  maxWaiting: wholeNumber(
    'SENTRY_QUEUE_MAX',
    { fallback: 500, min: 0, max: 100_000 },
    'Maximum number of waiting requests of one token, or of tokens that share a rate limit; further ones fail with `RATE_LIMITED`',
  ),
  maxWaitMs: wholeNumber(
    'SENTRY_QUEUE_TIMEOUT_MS',
    { fallback: 10_000, min: 1, max: 600_000 },
    'Maximum time that a request waits for a limit to allow it, in milliseconds; then it fails with `RATE_LIMITED`',
  ),
  joinsTokens: flag(
    'SENTRY_JOIN_TOKENS',
    false,
    "Whether all tokens share one rate limit, as tokens of one user do; otherwise the gateway learns which ones do, from Sentry's responses",
  ),
  breakerFailurePercent: wholeNumber(
    'SENTRY_BREAKER_FAILURE_PERCENT',
    { fallback: 50, min: 1, max: 100 },
    'Percentage of failed requests in ten seconds that opens the circuit breaker',
  ),
  breakerMinRequests: wholeNumber(
    'SENTRY_BREAKER_MIN_REQUESTS',
    { fallback: 20, min: 1, max: 1_000_000 },
    'Minimum number of requests in ten seconds before the circuit breaker can open',
  ),
  breakerOpenMs: wholeNumber(
    'SENTRY_BREAKER_OPEN_MS',
    { fallback: 5_000, min: 10, max: 600_000 },
    'How long the circuit breaker stays open, in milliseconds; until then requests fail at once',
  ),
};

const DAY_MS = 86_400_000;

export const CACHE_SETTINGS = {
  mode: oneOf(
    'CACHE',
    { choices: ['on', 'off'], fallback: 'on' },
    'Cache responses of Sentry; if off, equal requests in flight are still coalesced into one',
  ),
  maxBytes: wholeNumber(
    'CACHE_MAX_BYTES',
    { fallback: 64 * 1024 * 1024, min: 1024 * 1024, max: 64 * 1024 * 1024 * 1024 },
    'Maximum memory for the cache, in bytes',
  ),
  ttlMs: wholeNumber(
    'CACHE_TTL_MS',
    { fallback: 5_000, min: 0, max: DAY_MS },
    'How long issues and lists are cached, in milliseconds',
  ),
  eventTtlMs: wholeNumber(
    'CACHE_EVENT_TTL_MS',
    { fallback: 3_600_000, min: 0, max: 30 * DAY_MS },
    'How long event bodies are cached, in milliseconds; they never change',
  ),
  staleMs: wholeNumber(
    'CACHE_STALE_MS',
    { fallback: 60_000, min: 0, max: DAY_MS },
    'stale-if-error: how long after its expiry a cached response may be served if Sentry fails, in milliseconds',
  ),
};

export type CacheConfig = Values<typeof CACHE_SETTINGS>;
