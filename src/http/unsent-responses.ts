import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

export interface UnsentResponsesOptions {
  /** How long a caller may take to read a response. */
  readonly responseTimeoutMs: number;
  /** Total size of responses that callers have not read; beyond it the slowest are disconnected. */
  readonly maxUnsentBytes: number;
}

interface UnsentResponse {
  readonly response: ServerResponse;
  readonly bytes: number;
  readonly sinceMs: number;
}

/** Above `maxUnsentBytes`, a caller that takes longer than this is disconnected. */
const STALLED_MS = 1_000;

/**
 * Limits responses that callers do not read: Node keeps a response, whatever its size, until the caller has
 * read it or disconnects.
 */
export function boundUnsentResponses(
  fastify: FastifyInstance,
  { responseTimeoutMs, maxUnsentBytes }: UnsentResponsesOptions,
): void {
  /** The oldest first. */
  const unsent = new Set<UnsentResponse>();
  let bytes = 0;

  function forget(one: UnsentResponse): void {
    if (unsent.delete(one)) {
      bytes -= one.bytes;
    }
  }

  function disconnectStalled(): void {
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

  const timer = setInterval(disconnectStalled, Math.min(STALLED_MS, responseTimeoutMs)).unref();
  fastify.addHook('onClose', async () => clearInterval(timer));
}
