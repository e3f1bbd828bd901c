import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, errors } from 'undici';

export interface WholeResponse {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

export interface ExchangeLimits {
  /** Longest wait for the whole of it. */
  readonly timeoutMs: number;
  /** Most bytes of a body. */
  readonly maxBytes: number;
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A body went on beyond what is read. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * One HTTP exchange, with its body whole. By undici's `dispatch` and not by its `request`, which makes a
 * stream of each body, and would want a signal of its own for the time limit.
 *
 * @throws what undici throws; `BodyTooLarge`; a `DOMException` named `TimeoutError`; the signal's reason.
 */
export function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  { timeoutMs, maxBytes, signal }: ExchangeLimits,
): Promise<WholeResponse> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    let head: Pick<WholeResponse, 'statusCode' | 'headers'> = { statusCode: 0, headers: {} };
    let running: Dispatcher.DispatchController | undefined;
    let failure: Error | undefined;

    const timer = setTimeout(() => fail(new DOMException('', 'TimeoutError')), timeoutMs);
    const leave = () => fail(signal?.reason);
    signal?.addEventListener('abort', leave, { once: true });

    function stopWaiting(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    }
    function fail(error: Error): void {
      failure ??= error;
      stopWaiting();
      running?.abort(failure);
      reject(failure);
    }

    dispatcher.dispatch(options, {
      onRequestStart(controller) {
        running = controller;
        // It may have waited for a connection until nobody wanted it any more.
        if (failure) {
          controller.abort(failure);
        }
      },
      onResponseStart(_controller, statusCode, headers) {
        head = { statusCode, headers };
      },
      onResponseData(_controller, chunk) {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBytes) {
          fail(new BodyTooLarge());
        }
      },
      onResponseEnd() {
        stopWaiting();
        resolve({
          ...head,
          bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size),
        });
      },
      onResponseError: (_controller, error) => fail(error),
    });
  });
}

/** Whether an exchange ended because it, or a part of it, took too long. */
export function isTimeout(error: unknown): boolean {
  return (
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError ||
    (error instanceof DOMException && error.name === 'TimeoutError')
  );
}
