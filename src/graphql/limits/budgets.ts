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
      throw tooManyRequests(isFallback, limit, fallbackMisses + misses + 1);
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

function tooManyRequests(isFallback: boolean, limit: number, found: number): GraphQLError {
  const sentence = isFallback
    ? `This field needs a request that could not be foreseen: it would be request ${found} of the operation, beyond its limit of ${limit}. Request fewer objects at once.`
    : `This would be request ${found} to Sentry for the operation; the limit is ${limit}.`;
  return new GraphQLError(sentence, {
    extensions: { code: 'OPERATION_TOO_EXPENSIVE', limit, found },
  });
}

/** A full event of Sentry, with a stack trace or two. */
const BYTES_OF_FULL_EVENT = 40_000;
/** Any other row, and what surrounds rows. */
const BYTES_OF_ROW = 4_000;

/** What one operation has received, and what it waits for. */
interface Account {
  received: number;
  /** Of requests in flight. */
  expected: number;
  /** How many times as large as expected the largest response was. */
  factor: number;
  readonly waiting: (() => void)[];
}

/**
 * Limits the responses of Sentry that an operation holds, which it does until it is answered. Requests whose
 * responses would exceed the limit together wait for one another; beyond the limit they are refused.
 *
 * It counts cached responses too, so that a result does not depend on the cache.
 */
export function createByteBudget(limit: number): Middleware {
  const accounts = new WeakMap<Operation, Account>();

  function accountOf(operation: Operation): Account {
    let account = accounts.get(operation);
    if (!account) {
      account = { received: 0, expected: 0, factor: 1, waiting: [] };
      accounts.set(operation, account);
    }
    return account;
  }

  /** Waits until the response has room, takes that room, and returns its size. */
  async function takeRoom(account: Account, bytes: number): Promise<number> {
    for (;;) {
      if (account.received >= limit) {
        throw tooManyBytes(account.received, limit);
      }
      const expected = bytes * account.factor;
      if (account.expected === 0 || account.received + account.expected + expected <= limit) {
        account.expected += expected;
        return expected;
      }
      await new Promise<void>((resolve) => account.waiting.push(resolve));
    }
  }

  return (send) => async (request) => {
    if (request.endpoint.changes !== undefined) {
      return send(request);
    }
    const account = accountOf(request.operation);
    const bytes = expectedBytes(request);
    const expected = await takeRoom(account, bytes);
    const { check } = request;
    const whileChecking = check && (() => lendRoom(account, expected, check));
    try {
      const answer = await send({ ...request, check: whileChecking });
      // Others arrived in the meantime, and were larger than expected.
      if (account.received >= limit) {
        throw tooManyBytes(account.received, limit);
      }
      account.received += answer.bytes;
      account.factor = Math.max(account.factor, answer.bytes / bytes);
      return answer;
    } finally {
      freeRoom(account, expected);
    }
  };
}

function freeRoom(account: Account, bytes: number): void {
  account.expected -= bytes;
  for (const resume of account.waiting.splice(0)) {
    resume();
  }
}

/** A check sends a request of its own: it would wait for the room of the request that waits for it. */
async function lendRoom<T>(account: Account, bytes: number, check: () => Promise<T>): Promise<T> {
  freeRoom(account, bytes);
  try {
    return await check();
  } finally {
    account.expected += bytes;
  }
}

function expectedBytes({ endpoint, events, ids, query }: SentryRequest): number {
  const rows = ids?.length ?? Number(query['per_page'] ?? query['limit'] ?? 1);
  const isFull = endpoint.events !== undefined && events !== 'light';
  return Math.max(1, rows) * (isFull ? BYTES_OF_FULL_EVENT : BYTES_OF_ROW);
}

function tooManyBytes(found: number, limit: number): GraphQLError {
  return new GraphQLError(
    `Sentry's responses for this operation have ${found} bytes so far; the limit is ${limit} (MAX_UPSTREAM_BYTES). Smaller pages or fewer events make it less.`,
    { extensions: { code: 'OPERATION_TOO_EXPENSIVE', limit, found } },
  );
}
