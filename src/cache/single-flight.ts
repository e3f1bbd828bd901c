import { SentryError } from '../sentry/errors.ts';
import type { Layer, Send, SentryAnswer, SentryRequest } from '../sentry/exchange.ts';
import { tallyOf } from '../sentry/tally.ts';
import type { ObserveCache } from './outcome.ts';

interface Flight {
  readonly answer: Promise<SentryAnswer>;
  readonly nobodyWaits: AbortController;
  waiting: number;
}

/**
 * Equal reads under way at once are one request. A client that leaves gives up its own wait alone:
 * the request ends when nobody waits for it any more.
 *
 * @param keyOf - Requests with the same key are equal; undefined for one that is to go by itself.
 */
export function singleFlight(
  keyOf: (request: SentryRequest) => string | undefined,
  observe: ObserveCache,
): Layer {
  const flights = new Map<string, Flight>();

  function takeOff(send: Send, request: SentryRequest, key: string): Flight {
    const nobodyWaits = new AbortController();
    const flight: Flight = {
      answer: send({ ...request, signal: nobodyWaits.signal }).finally(() => {
        if (flights.get(key) === flight) {
          flights.delete(key);
        }
      }),
      nobodyWaits,
      waiting: 0,
    };
    flights.set(key, flight);
    return flight;
  }

  function board(send: Send, request: SentryRequest, key: string): Flight {
    const flight = flights.get(key);
    observe(flight ? 'shared' : 'miss');
    if (!flight) {
      return takeOff(send, request, key);
    }
    tallyOf(request.operation ?? request).savedBySingleFlight += 1;
    return flight;
  }

  return (send) => async (request) => {
    const key = request.method === 'GET' ? keyOf(request) : undefined;
    if (key === undefined) {
      return send(request);
    }
    const flight = board(send, request, key);
    return waitFor(flight, request.signal, () => {
      if (flights.get(key) === flight) {
        flights.delete(key);
      }
    });
  };
}

function waitFor(
  flight: Flight,
  signal: AbortSignal | undefined,
  forget: () => void,
): Promise<SentryAnswer> {
  flight.waiting += 1;
  if (!signal) {
    return flight.answer;
  }
  return new Promise((resolve, reject) => {
    const leave = () => {
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        forget();
        flight.nobodyWaits.abort(signal.reason);
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
