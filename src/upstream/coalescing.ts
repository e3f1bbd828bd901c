import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SendRequest, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { ObserveCache } from './cache-outcome.ts';

interface InFlight {
  readonly answer: Promise<SentryAnswer>;
  readonly abortController: AbortController;
  waiting: number;
  /** Nobody boards it any more. */
  readonly close: () => void;
}

/**
 * Where a flight is found; emptied when it ends. A `Map` that grows leaves its old table behind, with
 * what was in it then, and V8 follows such tables from one to the next until a full collection: each
 * would hold answers that nobody reads any more.
 */
interface Slot {
  flight: InFlight | null;
}

/**
 * Equal reads under way at once are one request. A client that leaves gives up its own wait alone:
 * the request ends when nobody waits for it any more.
 *
 * @param keyOf - Requests with the same key are equal; undefined for one that is to go by itself.
 */
export function coalesceRequests(
  keyOf: (request: SentryRequest) => string | undefined,
  observe: ObserveCache,
): Middleware {
  const seats = new Map<string, Slot>();

  function start(send: SendRequest, request: SentryRequest, key: string): InFlight {
    const abortController = new AbortController();
    const close = () => {
      seat.flight = null;
      if (seats.get(key) === seat) {
        seats.delete(key);
      }
    };
    const answer = send({ ...request, signal: abortController.signal }).finally(close);
    const flight: InFlight = { answer, abortController, waiting: 0, close };
    const seat: Slot = { flight };
    seats.set(key, seat);
    return flight;
  }

  return (send) => async (request) => {
    const key = request.endpoint.method === 'GET' ? keyOf(request) : undefined;
    if (key === undefined) {
      return send(request);
    }
    const known = seats.get(key)?.flight;
    observe(known ? 'shared' : 'miss');
    if (known) {
      request.operation.usage.savedBySingleFlight += 1;
    }
    return waitFor(known ?? start(send, request, key), request.signal);
  };
}

function waitFor(flight: InFlight, signal: AbortSignal | undefined): Promise<SentryAnswer> {
  flight.waiting += 1;
  if (!signal) {
    return flight.answer;
  }
  return new Promise((resolve, reject) => {
    const leave = () => {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        flight.close();
        flight.abortController.abort(signal.reason);
      }
      reject(new SentryError('cancelled', 'The client left before the answer.'));
    };
    if (signal.aborted) {
      flight.answer.catch(() => undefined);
      leave();
      return;
    }
    signal.addEventListener('abort', leave, { once: true });
    flight.answer.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject);
  });
}
