import type { RateLimitResolvers } from '../generated/resolvers-types.ts';

const toDateTime = (ms: number) => new Date(ms).toISOString();

export const RateLimit: RateLimitResolvers = {
  limit: ({ rateLimit }) => rateLimit.limit,
  remaining: ({ rateLimit }) => rateLimit.remaining,
  resetAt: ({ rateLimit }) => toDateTime(rateLimit.resetAtMs),
  concurrentLimit: ({ rateLimit }) => rateLimit.concurrentLimit,
  concurrentRemaining: ({ rateLimit }) => rateLimit.concurrentRemaining,
  observedAt: ({ atMs }) => toDateTime(atMs),
};
