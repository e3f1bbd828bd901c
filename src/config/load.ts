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
  maxPendingBodies: wholeNumber(
    'MAX_PENDING_BODIES',
    { fallback: 512, min: 1, max: 100_000 },
    'Maximum number of request bodies that have not arrived as a whole; the oldest beyond it is answered 408',
  ),
  maxPendingBodyBytes: wholeNumber(
    'MAX_PENDING_BODY_BYTES',
    { fallback: 32 * 1024 * 1024, min: 1_024, max: 1024 * 1024 * 1024 },
    'Maximum size of all request bodies that have not arrived as a whole, in bytes; the oldest beyond it is answered 408',
  ),
  responseTimeoutMs: wholeNumber(
    'RESPONSE_TIMEOUT_MS',
    { fallback: 30_000, min: 100, max: 600_000 },
    'Maximum time in which a caller has to read a response, in milliseconds; after it the connection is closed',
  ),
  maxUnsentBytes: wholeNumber(
    'MAX_UNSENT_BYTES',
    { fallback: 32 * 1024 * 1024, min: 1_024, max: 1024 * 1024 * 1024 },
    'Maximum size of all responses that callers have not read, in bytes; beyond it, connections that have not read one for a second are closed, and large responses to queries wait',
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
