import { SentryError } from '../sentry/errors.ts';

export interface RetryPolicy {
  /** Most further tries of one request. */
  readonly maxRetries: number;
  /** The wait before the first further try is drawn from 0 to this; it doubles with each. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

export interface FailedTry {
  readonly error: unknown;
  /** Tries made so far, from 1 on. */
  readonly tries: number;
  readonly nowMs: number;
  /** When nobody waits any more; infinite where somebody always does. */
  readonly deadlineMs: number;
  /** From 0 up to but not 1. */
  readonly random: number;
}

/** Statuses that tell of the moment and not of the request. A 500 is not one: it often is the data. */
const PASSING_STATUSES: readonly (number | undefined)[] = [429, 502, 503, 504];

/**
 * How long to wait before a GET is asked again, or null if it is not.
 *
 * "Full jitter": anything from nothing to the whole backoff, so that callers who failed together do
 * not come back together. A wait that the upstream named is the least, with the jitter on top.
 */
export function waitBeforeRetry(
  { maxRetries, baseDelayMs, maxDelayMs }: RetryPolicy,
  { error, tries, nowMs, deadlineMs, random }: FailedTry,
): number | null {
  if (!(error instanceof SentryError) || !isPassing(error) || tries > maxRetries) {
    return null;
  }
  const backoffMs = Math.min(maxDelayMs, baseDelayMs * 2 ** (tries - 1));
  const waitMs = Math.ceil((error.retryAfterMs ?? 0) + random * backoffMs);
  return nowMs + waitMs < deadlineMs ? waitMs : null;
}

/** Whether another try may fare better: a passing refusal, or a connection that was cut or refused. */
function isPassing({ kind, status, wasSent }: SentryError): boolean {
  const isConnectionLost = kind === 'unavailable' && status === undefined;
  return wasSent && (isConnectionLost || PASSING_STATUSES.includes(status));
}
