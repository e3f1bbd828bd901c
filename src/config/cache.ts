import { oneOf, type Values, wholeNumber } from './setting.ts';

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
