import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

export interface UnsentResponsesOptions {
  /** Longest time in which a caller has to take a response. */
  readonly responseTimeoutMs: number;
  /** Most bytes of responses that callers have not taken, beyond which the slowest are cut. */
  readonly maxUnsentBytes: number;
}

interface UnsentResponse {
  readonly response: ServerResponse;
  readonly bytes: number;
  readonly sinceMs: number;
}

/** A response that was taken for so long by no means waits for a slow network alone. */
const STALLED_MS = 1_000;

/**
 * Bounds what callers leave unread. Node keeps a response, whatever its size, until its reader has taken
 * it or leaves.
 */
export function boundUnsentResponses(
  fastify: FastifyInstance,
  { responseTimeoutMs, maxUnsentBytes }: UnsentResponsesOptions,
): void {
  /** In the order in which they began. */
  const unsent = new Set<UnsentResponse>();
  let bytes = 0;

  function forget(one: UnsentResponse): void {
    if (unsent.delete(one)) {
      bytes -= one.bytes;
    }
  }

  function cutStalled(): void {
    const nowMs = performance.now();
    for (const one of unsent) {
      const maxMs = bytes > maxUnsentBytes ? STALLED_MS : responseTimeoutMs;
      if (nowMs - one.sinceMs < maxMs) {
        return;
      }
      forget(one);
      one.response.destroy();
    }
  }

  fastify.addHook('onSend', (_request, { raw: response }, payload, done) => {
    const size = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;
    const one = { response, bytes: size, sinceMs: performance.now() };
    unsent.add(one);
    bytes += size;
    response.once('close', () => forget(one));
    done(null, payload);
  });

  const timer = setInterval(cutStalled, Math.min(STALLED_MS, responseTimeoutMs)).unref();
  fastify.addHook('onClose', async () => clearInterval(timer));
}
