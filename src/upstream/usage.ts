import { takeTurn } from '../event-loop.ts';
import type { Middleware } from '../sentry/request.ts';

/** Measures the time in which the operation waits for at least one response. */
export const countWaits: Middleware = (send) => async (request) => {
  const { endpoint, ids, operation } = request;
  const { usage } = operation;
  if (usage.waiting === 0) {
    usage.waitingSinceMs = performance.now();
  }
  if (ids && endpoint.changes === undefined) {
    usage.savedByBatching += Math.max(0, ids.length - 1);
  }
  usage.waiting += 1;
  try {
    const answer = await send(request);
    await takeTurn(operation, answer.bytes);
    return answer;
  } finally {
    usage.waiting -= 1;
    if (usage.waiting === 0) {
      usage.waitedMs += performance.now() - usage.waitingSinceMs;
    }
  }
};

/** Counts requests that are sent, retries included. */
export const countRequests: Middleware = (send) => (request) => {
  request.operation.usage.requests += 1;
  return send(request);
};
