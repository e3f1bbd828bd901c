import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';
import type { UpstreamEvents } from './events.ts';

interface RetryPolicy {
  /** For one request. */
  readonly maxRetries: number;
  /** Maximum random wait before the first retry; it doubles with each retry. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

interface RetryOptions {
  readonly policy: RetryPolicy;
  readonly budget: RetryBudgetPolicy;
  readonly events: UpstreamEvents;
}

/** Retries a read after a transient failure. */
export function createRetry({ policy, events, ...options }: RetryOptions): Middleware {
  const budget = new RetryBudget(options.budget, performance.now());

  /** Waits before the next try. @throws The last error, if there is no further try. */
  async function waitForNextTry(request: SentryRequest, tries: number, error: unknown) {
    const { signal, deadline } = request;
    const waitMs = waitBeforeRetry(policy, {
      error,
      tries,
      leftMs: (deadline?.atMs ?? Number.POSITIVE_INFINITY) - Date.now(),
      random: Math.random(),
    });
    if (waitMs === null || signal?.aborted || !budget.spend(performance.now())) {
      throw error;
    }
    events.retried?.({
      endpoint: request.endpoint.label,
      attempt: tries,
      waitMs,
      error: error as Error,
    });
    await pause(waitMs, signal);
  }

  return (send) => async (request) => {
    if (request.endpoint.method !== 'GET') {
      return send(request);
    }
    budget.earn(performance.now());
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(request);
      } catch (error) {
        await waitForNextTry(request, tries, error);
      }
    }
  };
}

/** @throws SentryError `cancelled` when the signal aborts. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      clearTimeout(timer);
      reject(toCancelled());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }, ms);
    signal?.addEventListener('abort', cancel, { once: true });
  });
}

interface FailedTry {
  readonly error: unknown;
  /** Tries so far, at least 1. */
  readonly tries: number;
  /** Time until the operation's deadline. */
  readonly leftMs: number;
  /** From 0 up to but not 1. */
  readonly random: number;
}

/** Statuses of transient failures. A 500 is not one: it is often caused by the data. */
const PASSING_STATUSES: readonly (number | undefined)[] = [429, 502, 503, 504];

/**
 * The wait before a retry, or null for no retry.
 *
 * "Full jitter": a random time from 0 to the whole backoff, so that requests that failed together are not
 * retried together. It is added to a wait that the server asks for.
 */
export function waitBeforeRetry(
  { maxRetries, baseDelayMs, maxDelayMs }: RetryPolicy,
  { error, tries, leftMs, random }: FailedTry,
): number | null {
  if (!(error instanceof SentryError) || !isPassing(error) || tries > maxRetries) {
    return null;
  }
  const backoffMs = Math.min(maxDelayMs, baseDelayMs * 2 ** (tries - 1));
  const waitMs = Math.ceil((error.retryAfterMs ?? 0) + random * backoffMs);
  return waitMs < leftMs ? waitMs : null;
}

/** A transient status, or a lost or refused connection. */
function isPassing({ kind, status, wasSent }: SentryError): boolean {
  const isConnectionLost = kind === 'unavailable' && status === undefined;
  return wasSent && (isConnectionLost || PASSING_STATUSES.includes(status));
}

interface RetryBudgetPolicy {
  /** Added by each request: with 0.2, retries are at most a fifth of the requests. */
  readonly perRequest: number;
  /** Added by time, so that a gateway with few requests can retry too. */
  readonly perSecond: number;
  /** The initial and maximum budget. */
  readonly max: number;
}

/**
 * The retry budget of all requests to one server: it keeps retries from multiplying the load on a
 * failing server.
 */
export class RetryBudget {
  readonly #policy: RetryBudgetPolicy;
  #retries: number;
  #atMs: number;

  constructor(policy: RetryBudgetPolicy, nowMs: number) {
    this.#policy = policy;
    this.#retries = policy.max;
    this.#atMs = nowMs;
  }

  /** Counts a request. */
  earn(nowMs: number): void {
    this.#add(nowMs, this.#policy.perRequest);
  }

  /** Uses one retry of the budget, if there is one. */
  spend(nowMs: number): boolean {
    this.#add(nowMs, 0);
    const hasOne = this.#retries >= 1;
    this.#retries -= hasOne ? 1 : 0;
    return hasOne;
  }

  #add(nowMs: number, amount: number): void {
    const { max, perSecond } = this.#policy;
    const earned = ((nowMs - this.#atMs) / 1000) * perSecond;
    this.#retries = Math.min(max, this.#retries + amount + earned);
    this.#atMs = nowMs;
  }
}
