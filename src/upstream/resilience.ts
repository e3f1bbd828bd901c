import type { Middleware } from '../sentry/request.ts';
import { createBreaker } from './circuit-breaker.ts';
import type { CircuitState, UpstreamEvents } from './events.ts';
import type { HashToken } from './hash-token.ts';
import { createLimiter, type Limiter } from './rate-limiter.ts';
import { createRetry } from './retry.ts';
import type { ServerBudgets } from './token-group.ts';

export interface ResilienceOptions {
  readonly maxRetries: number;
  readonly retryDelayMs: number;
  readonly retryBudgetPercent: number;
  readonly maxConcurrent: number;
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
  readonly joinsTokens?: boolean;
  readonly breakerFailurePercent: number;
  readonly breakerMinRequests: number;
  readonly breakerOpenMs: number;
  readonly hashToken: HashToken;
  /** @default null: no other process uses the budgets */
  readonly shared?: ServerBudgets | null;
  readonly events?: UpstreamEvents;
  /** Monotonic clock. @default performance.now */
  readonly now?: () => number;
  /** From 0 up to but not 1. @default Math.random */
  readonly random?: () => number;
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
  shared = null,
  events = {},
  now = () => performance.now(),
  random = Math.random,
  ...settings
}: ResilienceOptions): Resilience {
  const limiter = createLimiter({ policy: settings, hashToken, events, now, shared });
  const breaker = createBreaker({
    policy: {
      failureRate: settings.breakerFailurePercent / 100,
      minRequests: settings.breakerMinRequests,
      windowMs: BREAKER_WINDOW_MS,
      openMs: settings.breakerOpenMs,
      probes: BREAKER_PROBES,
    },
    events,
    now,
  });
  const retry = createRetry({
    policy: {
      maxRetries: settings.maxRetries,
      baseDelayMs: settings.retryDelayMs,
      maxDelayMs: MAX_RETRY_DELAY_MS,
    },
    budget: { perRequest: settings.retryBudgetPercent / 100, perSecond: 1, max: 10 },
    events,
    now,
    random,
  });
  return {
    retry,
    rateLimiter: limiter.middleware,
    circuitBreaker: breaker.middleware,
    circuitState: breaker.state,
    lastRateLimit: limiter.lastRateLimit,
  };
}
