import { wholeNumber } from './setting.ts';

export const LOAD_SETTINGS = {
  maxInFlight: wholeNumber(
    'MAX_REQUESTS_IN_FLIGHT',
    { fallback: 512, min: 1, max: 100_000 },
    'Maximum number of operations in progress; further ones get status 503',
  ),
  maxEventLoopDelayMs: wholeNumber(
    'MAX_EVENT_LOOP_DELAY_MS',
    { fallback: 1_000, min: 0, max: 60_000 },
    'Mean event loop delay over one second above which new operations get status 503, in milliseconds; 0 disables this limit',
  ),
  shutdownDelayMs: wholeNumber(
    'SHUTDOWN_DELAY_MS',
    { fallback: 0, min: 0, max: 600_000 },
    'After a stop signal, how long `/readyz` reports not ready while new connections are still accepted, in milliseconds',
  ),
  shutdownGraceMs: wholeNumber(
    'SHUTDOWN_GRACE_MS',
    { fallback: 10_000, min: 0, max: 600_000 },
    'After `SHUTDOWN_DELAY_MS`, how long operations in progress may take to finish, in milliseconds',
  ),
};
