import { oneOf, type Values, wholeNumber } from './setting.ts';

const DAY_MS = 86_400_000;

/** What is remembered of Sentry's answers, and for how long. */
export const CACHE_SETTINGS = {
  mode: oneOf(
    'CACHE',
    { choices: ['on', 'off'], fallback: 'on' },
    'Whether answers of Sentry are remembered at all; equal requests under way at once are one either way',
  ),
  maxBytes: wholeNumber(
    'CACHE_MAX_BYTES',
    { fallback: 64 * 1024 * 1024, min: 1024 * 1024, max: 64 * 1024 * 1024 * 1024 },
    'Most memory that is used for remembering, in bytes',
  ),
  ttlMs: wholeNumber(
    'CACHE_TTL_MS',
    { fallback: 5_000, min: 0, max: DAY_MS },
    'How long issues and lists are answered from memory, in milliseconds',
  ),
  eventTtlMs: wholeNumber(
    'CACHE_EVENT_TTL_MS',
    { fallback: 3_600_000, min: 0, max: 30 * DAY_MS },
    'How long bodies of events are kept, which never change, in milliseconds',
  ),
  staleMs: wholeNumber(
    'CACHE_STALE_MS',
    { fallback: 60_000, min: 0, max: DAY_MS },
    'How long after that an answer still serves while Sentry fails, in milliseconds',
  ),
};

export type CacheConfig = Values<typeof CACHE_SETTINGS>;
