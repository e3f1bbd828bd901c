import { setMaxListeners } from 'node:events';
import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { Deadline, Middleware, SentryAnswer } from '../sentry/request.ts';

export function createDeadline(timeoutMs: number, nowMs = Date.now()): Deadline {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  timer.unref();
  return {
    atMs: nowMs + timeoutMs,
    timeoutMs,
    signal: controller.signal,
    end: () => clearTimeout(timer),
  };
}

/**
 * Rejects when the client disconnects or the deadline passes, whatever the middleware below does. A mutation is
 * not cancelled: the caller then does not know its outcome.
 */
export const enforceDeadline: Middleware = (send) => (request) => {
  const { signal, deadline } = request;
  return new Promise<SentryAnswer>((resolve, reject) => {
    const cancel = () =>
      deadline?.signal.aborted ? expire() : settle(() => reject(toCancelled()));
    const expire = () =>
      settle(() => reject(toExpired(deadline?.timeoutMs, request.endpoint.method)));
    function settle(act: () => void): void {
      signal?.removeEventListener('abort', cancel);
      deadline?.signal.removeEventListener('abort', expire);
      act();
    }
    if (deadline?.signal.aborted) {
      return expire();
    }
    if (signal?.aborted) {
      return cancel();
    }
    deadline?.signal.addEventListener('abort', expire, { once: true });
    signal?.addEventListener('abort', cancel, { once: true });
    send(request).then(
      (answer) => settle(() => resolve(answer)),
      (error) => settle(() => reject(error)),
    );
  });
};

function toExpired(timeoutMs = 0, method: string): SentryError {
  return new SentryError(
    'timeout',
    method === 'GET'
      ? `The operation exceeded its time limit of ${timeoutMs} ms.`
      : `The operation exceeded its time limit of ${timeoutMs} ms. Whether the change was made is unknown.`,
  );
}
