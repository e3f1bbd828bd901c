import { GraphQLError } from 'graphql';
import type { Operation } from '../../sentry/operation.ts';
import type { Middleware, SentryRequest } from '../../sentry/request.ts';

/** Holds every operation to its limit of requests to Sentry while it runs. */
export interface RequestBudget {
  /** Counts requests that no memory answered; further tries of the same request lie behind it. */
  readonly layer: Middleware;
  /** Keeps room for what an operation was measured to take, so that no extra look-up uses it up. */
  reserve(operation: Operation, requests: number): void;
  /** Requests of an operation so far. */
  taken(operation: Operation): number;
}

/**
 * The measure before an operation counts on Sentry's lists: it cannot know which IDs they will leave
 * out. What that takes besides may use the room between the measure and the limit, and whatever goes
 * beyond is refused where it stands.
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
    layer: (send) => async (request) => {
      take(request);
      return send(request);
    },
    reserve({ usage }, requests) {
      usage.measured = requests;
    },
    taken: ({ usage: { misses, fallbackMisses } }) => misses + fallbackMisses,
  };
}

function refusal(isFallback: boolean, limit: number, found: number): GraphQLError {
  const sentence = isFallback
    ? `What Sentry's lists leave out is looked up one by one, and for this look-up, request ${found} of the operation, its limit of ${limit} requests has no room left. Fewer IDs at once leave more.`
    : `This would be request ${found} to Sentry of the operation; the limit is ${limit}.`;
  return new GraphQLError(sentence, {
    extensions: { code: 'OPERATION_TOO_EXPENSIVE', limit, found },
  });
}
