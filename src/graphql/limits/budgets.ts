import { GraphQLError } from 'graphql';
import type { ByteUsage, Operation } from '../../sentry/operation.ts';
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

/**
 * Limits the responses of Sentry that an operation holds, which it does until it is answered. Requests whose
 * responses would exceed the limit together wait for one another; beyond the limit they are refused.
 *
 * It counts cached responses too, so that a result does not depend on the cache.
 */
export function createByteBudget(limit: number): Middleware {
  /** Waits until the response has room, takes that room, and returns its size. */
  async function takeRoom(held: ByteUsage, bytes: number): Promise<number> {
    for (;;) {
      if (held.received >= limit) {
        throw tooManyBytes(held.received, limit);
      }
      const expected = bytes * held.factor;
      if (held.expected === 0 || held.received + held.expected + expected <= limit) {
        held.expected += expected;
        return expected;
      }
      await new Promise<void>((resolve) => held.waiting.push(resolve));
    }
  }

  return (send) => async (request) => {
    if (request.endpoint.changes !== undefined) {
      return send(request);
    }
    const { bytes: held } = request.operation.usage;
    const bytes = expectedBytes(request);
    const expected = await takeRoom(held, bytes);
    const { check } = request;
    const whileChecking = check && (() => lendRoom(held, expected, check));
    try {
      const answer = await send({ ...request, check: whileChecking });
      // Others arrived in the meantime, and were larger than expected.
      if (held.received >= limit) {
        throw tooManyBytes(held.received, limit);
      }
      held.received += answer.bytes;
      held.factor = Math.max(held.factor, answer.bytes / bytes);
      return answer;
    } finally {
      freeRoom(held, expected);
    }
  };
}

function freeRoom(held: ByteUsage, bytes: number): void {
  held.expected -= bytes;
  for (const resume of held.waiting.splice(0)) {
    resume();
  }
}

/** A check sends a request of its own: it would wait for the room of the request that waits for it. */
async function lendRoom<T>(held: ByteUsage, bytes: number, check: () => Promise<T>): Promise<T> {
  freeRoom(held, bytes);
  try {
    return await check();
  } finally {
    held.expected += bytes;
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
