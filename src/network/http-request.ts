import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, errors } from 'undici';
import type { BodyMemory } from './body-memory.ts';

export interface WholeResponse {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

interface HttpRequestLimits {
  /** Until the end of the response body. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** For a status outside 2xx: a longer body is cut off. @default maxBytes */
  readonly maxRefusalBytes?: number;
  /** To be released by the caller. */
  readonly memory?: BodyMemory;
  readonly signal?: AbortSignal | undefined;
}

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * Sends one request and reads the whole response. Not with undici's `request`, which creates a stream for
 * each body and needs an abort signal of its own for the timeout.
 *
 * @throws errors of undici; `BodyTooLarge`; a `DOMException` named `TimeoutError`; the signal's reason.
 */
export function sendHttpRequest(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  { timeoutMs, maxBytes, maxRefusalBytes, memory, signal }: HttpRequestLimits,
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
        // The request may have been cancelled while it waited for a connection.
        if (failure) {
          controller.abort(failure);
        }
      },
      onResponseStart(_controller, statusCode, headers) {
        head = { statusCode, headers };
      },
      onResponseData(controller, chunk) {
        body.add(chunk);
        memory?.add(chunk.length, controller);
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

/** A chunk of one byte takes two hundred bytes of memory: small chunks are joined on arrival. */
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

/** The whole request timed out, or a part of it. */
export function isTimeout(error: unknown): boolean {
  return (
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError ||
    (error instanceof DOMException && error.name === 'TimeoutError')
  );
}
