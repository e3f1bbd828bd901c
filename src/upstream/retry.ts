import { toCancelled } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';
import type { UpstreamEvents } from './events.ts';
import { earn, newBudget, type RetryBudgetPolicy, spend } from './retry-budget.ts';
import { type RetryPolicy, waitBeforeRetry } from './retry-decision.ts';

export interface RetryOptions {
  readonly policy: RetryPolicy;
  readonly budget: RetryBudgetPolicy;
  readonly events: UpstreamEvents;
  readonly now: () => number;
  readonly random: () => number;
}

/** Asks again where that is safe: reads alone, whose failure was a passing one. */
export function retryLayer({
  policy,
  budget: budgetPolicy,
  events,
  now,
  random,
}: RetryOptions): Middleware {
  let budget = newBudget(budgetPolicy, now());

  /** Waits until the next try is due. @throws What the last try failed with, if there is none. */
  async function waitForNextTry(request: SentryRequest, tries: number, error: unknown) {
    const { signal, deadline } = request;
    const waitMs = waitBeforeRetry(policy, {
      error,
      tries,
      nowMs: now(),
      deadlineMs: deadline?.atMs ?? Number.POSITIVE_INFINITY,
      random: random(),
    });
    if (waitMs === null || signal?.aborted) {
      throw error;
    }
    const endpoint = request.endpoint.label;
    const rest = spend(budget, budgetPolicy, now());
    if (!rest) {
      events.retryBudgetSpent?.({ endpoint });
      throw error;
    }
    budget = rest;
    events.retried?.({ endpoint, attempt: tries, waitMs, error: error as Error });
    await pause(waitMs, signal);
  }

  return (send) => async (request) => {
    if (request.endpoint.method !== 'GET') {
      return send(request);
    }
    budget = earn(budget, budgetPolicy, now());
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
