import type { RESILIENCE_SETTINGS } from '../config/resilience.ts';
import type { Values } from '../config/setting.ts';
import type { Middleware } from '../sentry/request.ts';
import { createBreaker } from './circuit-breaker.ts';
import type { CircuitState, UpstreamEvents } from './events.ts';
import type { HashToken } from './hash-token.ts';
import { createLimiter, type Limiter } from './rate-limiter.ts';
import { createRetry } from './retry.ts';
import type { ServerBudgets } from './token-group.ts';

interface ResilienceOptions extends Omit<Values<typeof RESILIENCE_SETTINGS>, 'operationTimeoutMs'> {
  readonly hashToken: HashToken;
  /** Null if no other process uses the budgets. */
  readonly shared: ServerBudgets | null;
  readonly events: UpstreamEvents;
}

/** Retry, rate limiter and circuit breaker of one server, for all callers. */
export interface Resilience {
  readonly retry: Middleware;
  readonly rateLimiter: Middleware;
  readonly circuitBreaker: Middleware;
  readonly circuitState: () => CircuitState;
  readonly lastRateLimit: Limiter['lastRateLimit'];
}

const MAX_RETRY_DELAY_MS = 10_000;
const BREAKER_WINDOW_MS = 10_000;
const BREAKER_PROBES = 3;

export function createResilience({
  hashToken,
  shared,
  events,
  ...settings
}: ResilienceOptions): Resilience {
  const now = () => performance.now();
  const limiter = createLimiter({ policy: settings, hashToken, events, now, shared });
  const breaker = createBreaker(
    {
      failureRate: settings.breakerFailurePercent / 100,
      minRequests: settings.breakerMinRequests,
      windowMs: BREAKER_WINDOW_MS,
      openMs: settings.breakerOpenMs,
      probes: BREAKER_PROBES,
    },
    events,
  );
  const retry = createRetry({
    policy: {
      maxRetries: settings.maxRetries,
      baseDelayMs: settings.retryDelayMs,
      maxDelayMs: MAX_RETRY_DELAY_MS,
    },
    budget: { perRequest: settings.retryBudgetPercent / 100, perSecond: 1, max: 10 },
    events,
  });
  return {
    retry,
    rateLimiter: limiter.middleware,
    circuitBreaker: breaker.middleware,
    circuitState: breaker.state,
    lastRateLimit: limiter.lastRateLimit,
  };
}
