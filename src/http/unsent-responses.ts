import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

interface UnsentResponsesOptions {
  /** How long a caller may take to read a response. */
  readonly responseTimeoutMs: number;
  /** Total size of responses that callers have not read; beyond it the slowest are disconnected. */
  readonly maxUnsentBytes: number;
}

export interface UnsentResponses {
  /** Counts the responses of the server. To be called before compression is registered. */
  watch(fastify: FastifyInstance): void;
  /** Waits until a large response may be written; false if that takes too long. */
  waitForRoom(): Promise<boolean>;
}

interface UnsentResponse {
  readonly response: ServerResponse;
  readonly bytes: number;
  readonly sinceMs: number;
}

/** Above `maxUnsentBytes`, a caller that takes longer than this is disconnected. */
const STALLED_MS = 1_000;

/** Longer than it takes to disconnect all callers that stall now. */
const MAX_WAIT_MS = 2.5 * STALLED_MS;

/**
 * Limits responses that callers do not read: Node keeps a response, whatever its size, until the caller has
 * read it or disconnects. Above the limit, further large responses wait.
 */
export function createUnsentResponses({
  responseTimeoutMs,
  maxUnsentBytes,
}: UnsentResponsesOptions): UnsentResponses {
  /** The oldest first. */
  const unsent = new Set<UnsentResponse>();
  const waiting = new Set<(hasRoom: boolean) => void>();
  let bytes = 0;
  let isGranting = false;

  function forget(one: UnsentResponse): void {
    if (unsent.delete(one)) {
      bytes -= one.bytes;
      grant();
    }
  }

  function disconnectStalled(): void {
    const nowMs = performance.now();
    for (const one of unsent) {
      const maxMs = bytes > maxUnsentBytes || waiting.size > 0 ? STALLED_MS : responseTimeoutMs;
      if (nowMs - one.sinceMs < maxMs) {
        return;
      }
      forget(one);
      one.response.destroy();
    }
  }

  /** One per turn of the event loop, because it is counted only when it is sent. */
  function grant(): void {
    const [next] = waiting;
    if (isGranting || !next || bytes > maxUnsentBytes) {
      return;
    }
    isGranting = true;
    setImmediate(() => {
      isGranting = false;
      grant();
    });
    next(true);
  }

  return {
    watch(fastify) {
      fastify.addHook('onSend', (_request, { raw: response }, payload, done) => {
        const size = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;
        const one = { response, bytes: size, sinceMs: performance.now() };
        unsent.add(one);
        bytes += size;
        response.once('close', () => forget(one));
        done(null, payload);
      });
      const timer = setInterval(
        disconnectStalled,
        Math.min(STALLED_MS / 2, responseTimeoutMs),
      ).unref();
      fastify.addHook('onClose', async () => clearInterval(timer));
    },
    waitForRoom: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => end(false), MAX_WAIT_MS);
        const end = (hasRoom: boolean) => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve(hasRoom);
        };
        waiting.add(end);
        grant();
      }),
  };
}
