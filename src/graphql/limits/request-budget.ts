import { GraphQLError } from 'graphql';
import type { Operation } from '../../sentry/operation.ts';
import type { Middleware, SentryRequest } from '../../sentry/request.ts';

/** Enforces the limit of requests to Sentry during execution. */
export interface RequestBudget {
  /** Counts cache misses; retries happen later and are not counted. */
  readonly middleware: Middleware;
  /** Reserves the measured requests, so that fallback requests cannot use them. */
  reserve(operation: Operation, requests: number): void;
  /** Requests of an operation so far. */
  taken(operation: Operation): number;
}

/**
 * The measurement before execution cannot know which IDs Sentry's lists leave out. Fallback requests for
 * these may use the difference between the measured number and the limit; beyond it they are refused.
 */
export function createRequestBudget(limit: number): RequestBudget {
  function take({ operation: { usage }, isFallback = false }: SentryRequest): void {
    const { misses, fallbackMisses, measured } = usage;
    const room = limit - fallbackMisses - Math.max(misses, isFallback ? measured : 0);
    if (room < 1) {
      throw refusal(isFallback, limit, fallbackMisses + misses + 1);
    }
    usage[isFallback ? 'fallbackMisses' : 'misses'] += 1;
  }

  return {
    middleware: (send) => async (request) => {
      take(request);
      return send(request);
    },
    reserve({ usage }, requests) {
      usage.measured = requests;
      usage.limit = limit;
    },
    taken: ({ usage: { misses, fallbackMisses } }) => misses + fallbackMisses,
  };
}

function refusal(isFallback: boolean, limit: number, found: number): GraphQLError {
  const sentence = isFallback
    ? `This field needs a request that could not be foreseen: it would be request ${found} of the operation, beyond its limit of ${limit}. Request fewer objects at once.`
    : `This would be request ${found} to Sentry for the operation; the limit is ${limit}.`;
  return new GraphQLError(sentence, {
    extensions: { code: 'OPERATION_TOO_EXPENSIVE', limit, found },
  });
}
