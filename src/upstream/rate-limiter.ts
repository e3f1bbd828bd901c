import { SentryError } from '../sentry/errors.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { Middleware, SendRequest, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { UpstreamEvents } from './events.ts';
import type { HashToken } from './hash-token.ts';
import { createTokenQueue, type TokenQueue } from './token-queue.ts';
import type { KnownLimits } from './token-windows.ts';

export interface LimiterPolicy {
  /** Most requests of one token under way at once, whatever the upstream allows. */
  readonly maxConcurrent: number;
  /** Most requests of one token that wait. */
  readonly maxWaiting: number;
  /** Longest wait. */
  readonly maxWaitMs: number;
}

export interface LimiterOptions {
  readonly policy: LimiterPolicy;
  readonly hashToken: HashToken;
  readonly events: UpstreamEvents;
  readonly now: () => number;
}

export interface Limiter {
  readonly layer: Middleware;
  /** What the upstream last told of a token's budget, and when; null where it has told nothing. */
  lastRateLimit(token: string): ObservedRateLimit | null;
}

/** Tokens that are remembered while idle: what is forgotten is told again by the next answer. */
const MAX_TOKENS = 10_000;

/**
 * Keeps each token's requests within what the upstream allows it: callers wait here, in turn, and
 * not in front of a 429. Where the upstream tells no limits, only the concurrency is bounded.
 */
export function createLimiter({ policy, hashToken, events, now }: LimiterOptions): Limiter {
  const tokens = new Map<string, TokenQueue>();
  const knownLimits: KnownLimits = new Map();
  const load = { waiting: 0, underWay: 0 };

  function queueOf(token: string): TokenQueue {
    const key = hashToken(token);
    const known = tokens.get(key);
    const queue =
      known ??
      createTokenQueue({
        policy,
        knownLimits,
        now,
        events,
        changed(change) {
          load.waiting += change.waiting;
          load.underWay += change.underWay;
          events.queueChanged?.({ ...load });
        },
      });
    // The one used last comes last.
    tokens.delete(key);
    tokens.set(key, queue);
    if (!known && tokens.size > MAX_TOKENS) {
      forgetOldest();
    }
    return queue;
  }

  function forgetOldest(): void {
    for (const [key, queue] of tokens) {
      if (queue.isIdle()) {
        tokens.delete(key);
        return;
      }
    }
  }

  return {
    lastRateLimit: (token) => tokens.get(hashToken(token))?.lastRateLimit() ?? null,
    layer: (send) => (request) => pass(queueOf(request.token), request, send),
  };
}

async function pass(
  queue: TokenQueue,
  request: SentryRequest,
  send: SendRequest,
): Promise<SentryAnswer> {
  const endpoint = `${request.endpoint.method} ${request.endpoint.label}`;
  const { signal, operation } = request;
  const end = await queue.admission({ endpoint, signal, owner: operation });
  try {
    const answer = await send(request);
    end({
      told: answer.rateLimit,
      wasSent: true,
      hasAnswer: true,
      isRefused: false,
      retryAfterMs: undefined,
    });
    return answer;
  } catch (error) {
    const failure = error instanceof SentryError ? error : undefined;
    end({
      told: failure?.rateLimit,
      wasSent: failure?.wasSent ?? true,
      hasAnswer: failure?.status !== undefined,
      isRefused: failure?.kind === 'rateLimited' && failure.wasSent,
      retryAfterMs: failure?.retryAfterMs,
    });
    throw error;
  }
}
