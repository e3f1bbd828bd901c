import { toCancelled } from '../sentry/errors.ts';
import type { Middleware, SendRequest, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { ObserveCache } from './cache-store.ts';

interface InFlight {
  readonly answer: Promise<SentryAnswer>;
  readonly abortController: AbortController;
  waiting: number;
  /** Stops further callers from joining. */
  readonly close: () => void;
}

/**
 * Holds a request in flight; emptied when it ends. A growing `Map` leaves its old tables to the garbage
 * collector with their content, and V8 follows them from one to the next until a full collection: without
 * this indirection they would keep responses alive.
 */
interface Slot {
  request: InFlight | null;
}

/**
 * Coalesces equal reads in flight into one request. It is cancelled when all its clients have disconnected.
 *
 * @param keyOf - Requests with the same key are equal; undefined for one that must not be shared.
 */
export function coalesceRequests(
  keyOf: (request: SentryRequest) => string | undefined,
  observe: ObserveCache,
): Middleware {
  const slots = new Map<string, Slot>();

  function start(send: SendRequest, request: SentryRequest, key: string): InFlight {
    const abortController = new AbortController();
    const close = () => {
      slot.request = null;
      if (slots.get(key) === slot) {
        slots.delete(key);
      }
    };
    const answer = send({ ...request, signal: abortController.signal }).finally(close);
    const inFlight: InFlight = { answer, abortController, waiting: 0, close };
    const slot: Slot = { request: inFlight };
    slots.set(key, slot);
    return inFlight;
  }

  return (send) => async (request) => {
    const key = request.endpoint.method === 'GET' ? keyOf(request) : undefined;
    if (key === undefined) {
      return send(request);
    }
    const shared = slots.get(key)?.request;
    observe(shared ? 'shared' : 'miss');
    if (shared) {
      request.operation.usage.savedBySingleFlight += 1;
    }
    return waitFor(shared ?? start(send, request, key), request.signal);
  };
}

function waitFor(inFlight: InFlight, signal: AbortSignal | undefined): Promise<SentryAnswer> {
  inFlight.waiting += 1;
  if (!signal) {
    return inFlight.answer;
  }
  return new Promise((resolve, reject) => {
    const leave = () => {
      inFlight.waiting -= 1;
      if (inFlight.waiting === 0) {
        inFlight.close();
        inFlight.abortController.abort(signal.reason);
      }
      reject(toCancelled());
    };
    if (signal.aborted) {
      inFlight.answer.catch(() => undefined);
      leave();
      return;
    }
    signal.addEventListener('abort', leave, { once: true });
    inFlight.answer.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject);
  });
}
