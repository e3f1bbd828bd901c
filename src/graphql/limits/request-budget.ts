import { GraphQLError } from 'graphql';
import type { Middleware, SentryRequest } from '../../sentry/request.ts';

/** Holds every operation to its limit of requests to Sentry while it runs. */
export interface RequestBudget {
  /** Counts requests that no memory answered; further tries of the same request lie behind it. */
  readonly layer: Middleware;
  /** Keeps room for what an operation was measured to take, so that no extra look-up uses it up. */
  reserve(operation: object, requests: number): void;
  /** Requests of an operation so far. */
  taken(operation: object): number;
}

interface Account {
  reserved: number;
  measured: number;
  extra: number;
}

/**
 * The measure before an operation counts on Sentry's lists: it cannot know which IDs they will leave
 * out. What that takes besides may use the room between the measure and the limit, and whatever goes
 * beyond is refused where it stands.
 */
export function createRequestBudget(limit: number): RequestBudget {
  const accounts = new WeakMap<object, Account>();

  function accountOf(operation: object): Account {
    let account = accounts.get(operation);
    if (!account) {
      account = { reserved: 0, measured: 0, extra: 0 };
      accounts.set(operation, account);
    }
    return account;
  }

  function take({ operation, isFallback = false }: SentryRequest): void {
    if (!operation) {
      return;
    }
    const account = accountOf(operation);
    const room =
      limit - account.extra - Math.max(account.measured, isFallback ? account.reserved : 0);
    if (room < 1) {
      throw refusal(isFallback, limit, account.extra + account.measured + 1);
    }
    account[isFallback ? 'extra' : 'measured'] += 1;
  }

  return {
    layer: (send) => async (request) => {
      take(request);
      return send(request);
    },
    reserve(operation, requests) {
      accountOf(operation).reserved = requests;
    },
    taken(operation) {
      const { measured, extra } = accountOf(operation);
      return measured + extra;
    },
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
