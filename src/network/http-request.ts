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
  /** Most bytes of the body of an answer outside 2xx; what follows is cut off. @default maxBytes */
  readonly maxRefusalBytes?: number;
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
  { timeoutMs, maxBytes, maxRefusalBytes, signal }: ExchangeLimits,
): Promise<WholeResponse> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const body = new BodyChunks();
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
    function finish(): void {
      stopWaiting();
      resolve({ ...head, bytes: body.concat() });
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
      onResponseData(controller, chunk) {
        body.add(chunk);
        if (maxRefusalBytes !== undefined && body.size > maxRefusalBytes && !isOk(head)) {
          finish();
          controller.abort(new BodyTooLarge());
        } else if (body.size > maxBytes) {
          fail(new BodyTooLarge());
        }
      },
      onResponseEnd: finish,
      onResponseError: (_controller, error) => fail(error),
    });
  });
}

export function isOk({ statusCode }: Pick<WholeResponse, 'statusCode'>): boolean {
  return statusCode >= 200 && statusCode < 300;
}

/** A chunk of one byte is an object of two hundred: small ones are put together as they come. */
const MAX_LOOSE_CHUNKS = 512;

class BodyChunks {
  size = 0;
  readonly #joined: Buffer[] = [];
  #loose: Buffer[] = [];

  add(chunk: Buffer): void {
    this.size += chunk.length;
    this.#loose.push(chunk);
    if (this.#loose.length === MAX_LOOSE_CHUNKS) {
      this.#joined.push(Buffer.concat(this.#loose));
      this.#loose = [];
    }
  }

  concat(): Buffer {
    const [first, second] = this.#loose;
    return first && !second && this.#joined.length === 0
      ? first
      : Buffer.concat([...this.#joined, ...this.#loose], this.size);
  }
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
