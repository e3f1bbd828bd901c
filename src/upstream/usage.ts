import type { Middleware } from '../sentry/request.ts';

/** What one operation has cost the upstream, and what it was spared. */
export interface Tally {
  /** Requests that were sent for it. */
  requests: number;
  /** Requests that were not needed, as one asked for several issues or events by their IDs. */
  savedByBatching: number;
  /** Requests that were answered from memory. */
  savedByCache: number;
  /** Requests that joined an equal one under way for another operation. */
  savedBySingleFlight: number;
  /** Events that a page was asked without, as their bodies were known. */
  eventsFromCache: number;
  /** Time in which at least one request was waited for, in milliseconds. */
  waitedMs: number;
  /** Age of the oldest answer that stood in for a failed one, in milliseconds; null where none did. */
  staleMs: number | null;
  /** Until when all that it was answered with counts as new, in milliseconds since 1970. */
  freshUntilMs: number;
  /** Requests being waited for, and since when. */
  waiting: number;
  waitingSinceMs: number;
}

/** The time in which the operation waits for answers; the first of all layers. */
export const tallyWaits: Middleware = (send) => async (request) => {
  const tally = tallyOf(request.operation ?? request);
  if (tally.waiting === 0) {
    tally.waitingSinceMs = performance.now();
  }
  if (request.ids && request.endpoint.method === 'GET') {
    tally.savedByBatching += Math.max(0, request.ids.length - 1);
  }
  tally.waiting += 1;
  try {
    return await send(request);
  } finally {
    tally.waiting -= 1;
    if (tally.waiting === 0) {
      tally.waitedMs += performance.now() - tally.waitingSinceMs;
    }
  }
};

/** The requests that go out, each try as one; the last of all layers. */
export const tallyRequests: Middleware = (send) => (request) => {
  tallyOf(request.operation ?? request).requests += 1;
  return send(request);
};

/** The tally of an operation, by the object that stands for it in `SentryRequest`. */
export function tallyOf(operation: object): Tally {
  let tally = tallies.get(operation);
  if (!tally) {
    tally = {
      requests: 0,
      savedByBatching: 0,
      savedByCache: 0,
      savedBySingleFlight: 0,
      eventsFromCache: 0,
      waitedMs: 0,
      staleMs: null,
      freshUntilMs: Number.POSITIVE_INFINITY,
      waiting: 0,
      waitingSinceMs: 0,
    };
    tallies.set(operation, tally);
  }
  return tally;
}

const tallies = new WeakMap<object, Tally>();
