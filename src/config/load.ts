import { wholeNumber } from './setting.ts';

/** How much the gateway takes on at once, and how it stops. */
export const LOAD_SETTINGS = {
  maxInFlight: wholeNumber(
    'MAX_REQUESTS_IN_FLIGHT',
    { fallback: 512, min: 1, max: 100_000 },
    'Most operations under way at once; further ones are answered 503',
  ),
  maxEventLoopDelayMs: wholeNumber(
    'MAX_EVENT_LOOP_DELAY_MS',
    { fallback: 1_000, min: 0, max: 60_000 },
    'Mean delay of the event loop, over a second, from which on operations are answered 503, in milliseconds; 0 for no such bound',
  ),
  shutdownDelayMs: wholeNumber(
    'SHUTDOWN_DELAY_MS',
    { fallback: 0, min: 0, max: 600_000 },
    'How long, once told to stop, `/readyz` says so before new connections are refused, in milliseconds',
  ),
  shutdownGraceMs: wholeNumber(
    'SHUTDOWN_GRACE_MS',
    { fallback: 10_000, min: 0, max: 600_000 },
    'How long operations under way may then take to finish, in milliseconds',
  ),
};
