import { setMaxListeners } from 'node:events';
import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { Deadline, Middleware, SentryAnswer } from '../sentry/request.ts';

/** Shared reasons: a bare `abort()` allocates an error with a stack each time. */
const EXPIRED = new DOMException('The time of the operation is up.', 'TimeoutError');
const CANCELLED = new DOMException('The client has disconnected.', 'AbortError');

/** @param clientSignal - Cancels it too. */
export function createDeadline(timeoutMs: number, clientSignal?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  // All requests of an operation listen to it; Node warns from the eleventh listener on.
  setMaxListeners(0, signal);
  const cancel = () => controller.abort(CANCELLED);
  if (clientSignal?.aborted) {
    cancel();
  }
  clientSignal?.addEventListener('abort', cancel, { once: true });
  const timer = setTimeout(() => controller.abort(EXPIRED), timeoutMs);
  timer.unref();
  return {
    atMs: Date.now() + timeoutMs,
    timeoutMs,
    signal,
    isExpired: () => signal.reason === EXPIRED,
    cancel,
    end() {
      clearTimeout(timer);
      clientSignal?.removeEventListener('abort', cancel);
    },
  };
}

/**
 * Rejects when the client disconnects or the deadline passes, whatever the middleware below does. A mutation is
 * not cancelled: the caller then does not know its outcome.
 */
export const enforceDeadline: Middleware = (send) => (request) => {
  const { deadline, endpoint } = request;
  if (!deadline) {
    return send(request);
  }
  const { signal, timeoutMs } = deadline;
  const isChange = endpoint.changes !== undefined;
  return new Promise<SentryAnswer>((resolve, reject) => {
    const abandon = () => {
      if (deadline.isExpired()) {
        reject(toExpired(timeoutMs, endpoint.method));
      } else if (!isChange) {
        reject(toCancelled());
      }
    };
    if (signal.aborted && (deadline.isExpired() || !isChange)) {
      return abandon();
    }
    signal.addEventListener('abort', abandon, { once: true });
    send(request)
      .finally(() => signal.removeEventListener('abort', abandon))
      .then(resolve, reject);
  });
};

function toExpired(timeoutMs: number, method: string): SentryError {
  return new SentryError(
    'timeout',
    method === 'GET'
      ? `The operation exceeded its time limit of ${timeoutMs} ms.`
      : `The operation exceeded its time limit of ${timeoutMs} ms. Whether the change was made is unknown.`,
  );
}
