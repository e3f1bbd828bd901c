import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';
import type { UpstreamEvents } from './events.ts';

export interface RetryPolicy {
  /** Most retries of one request. */
  readonly maxRetries: number;
  /** The wait before the first retry is drawn from 0 to this; it doubles with each. */
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

export interface RetryOptions {
  readonly policy: RetryPolicy;
  readonly budget: RetryBudgetPolicy;
  readonly events: UpstreamEvents;
  readonly now: () => number;
  readonly random: () => number;
}

/** Sends a read again after a failure that may pass. */
export function retryLayer({ policy, events, now, random, ...options }: RetryOptions): Middleware {
  const budget = new RetryBudget(options.budget, now());

  /** Waits until the next try is due. @throws The error of the last try, if there is no other. */
  async function waitForNextTry(request: SentryRequest, tries: number, error: unknown) {
    const { signal, deadline } = request;
    const waitMs = waitBeforeRetry(policy, {
      error,
      tries,
      leftMs: (deadline?.atMs ?? Number.POSITIVE_INFINITY) - Date.now(),
      random: random(),
    });
    if (waitMs === null || signal?.aborted) {
      throw error;
    }
    const endpoint = request.endpoint.label;
    if (!budget.spend(now())) {
      events.retryBudgetSpent?.({ endpoint });
      throw error;
    }
    events.retried?.({ endpoint, attempt: tries, waitMs, error: error as Error });
    await pause(waitMs, signal);
  }

  return (send) => async (request) => {
    if (request.endpoint.method !== 'GET') {
      return send(request);
    }
    budget.earn(now());
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(request);
      } catch (error) {
        await waitForNextTry(request, tries, error);
      }
    }
  };
}

/** @throws SentryError `cancelled`, as soon as the signal is aborted. */
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

export interface FailedTry {
  readonly error: unknown;
  /** Tries so far, from 1 on. */
  readonly tries: number;
  /** Time until the operation's deadline. */
  readonly leftMs: number;
  /** From 0 up to but not 1. */
  readonly random: number;
}

/** Statuses that depend on the moment and not on the request. A 500 does not: it often is the data. */
const PASSING_STATUSES: readonly (number | undefined)[] = [429, 502, 503, 504];

/**
 * How long to wait before a read is sent again, or null if it is not.
 *
 * "Full jitter": anything from nothing to the whole backoff, so that callers who failed together do
 * not come back together. A wait that the server asks for is the least, with the jitter on top.
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

/** Whether another try may fare better: a passing refusal, or a connection that was cut or refused. */
function isPassing({ kind, status, wasSent }: SentryError): boolean {
  const isConnectionLost = kind === 'unavailable' && status === undefined;
  return wasSent && (isConnectionLost || PASSING_STATUSES.includes(status));
}

export interface RetryBudgetPolicy {
  /** What each request earns: 0.2 lets retries be a fifth of the requests. */
  readonly perRequest: number;
  /** What time earns, so that a quiet gateway can retry too. */
  readonly perSecond: number;
  /** What it starts with and most it holds. */
  readonly max: number;
}

/**
 * How many retries all requests to one server have left together, so that retries never multiply the
 * load on a server that is failing already.
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

  /** Takes one retry out, if there is one. */
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
