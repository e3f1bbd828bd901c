import { setMaxListeners } from 'node:events';
import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { Deadline, Middleware, SentryAnswer } from '../sentry/request.ts';

/** A deadline `timeoutMs` from now on. */
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
 * Ends the wait for an answer when the client leaves or the operation's time is over, whatever the
 * layers below do. A change is not called off with it: its outcome is then unknown to the caller.
 */
export const deadlineLayer: Middleware = (send) => (request) => {
  const { signal, deadline } = request;
  return new Promise<SentryAnswer>((resolve, reject) => {
    const leave = () => (deadline?.signal.aborted ? expire() : settle(() => reject(toCancelled())));
    const expire = () =>
      settle(() => reject(toExpired(deadline?.timeoutMs, request.endpoint.method)));
    function settle(act: () => void): void {
      signal?.removeEventListener('abort', leave);
      deadline?.signal.removeEventListener('abort', expire);
      act();
    }
    if (deadline?.signal.aborted) {
      return expire();
    }
    if (signal?.aborted) {
      return leave();
    }
    deadline?.signal.addEventListener('abort', expire, { once: true });
    signal?.addEventListener('abort', leave, { once: true });
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
      ? `The operation has had its ${timeoutMs} ms.`
      : `The operation has had its ${timeoutMs} ms: whether the change was made is unknown.`,
  );
}
