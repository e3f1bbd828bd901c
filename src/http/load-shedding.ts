import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { takeTurn } from '../event-loop.ts';
import { refusal } from './refusal.ts';

export interface LoadSheddingOptions {
  readonly maxInFlight: number;
  /** 0 disables this limit. */
  readonly maxEventLoopDelayMs: number;
  /** Recent mean delay of the event loop. @default measured */
  readonly eventLoopDelayMs?: () => number;
}

const RETRY_AFTER_SECONDS = 1;

/**
 * Answers 503 beyond the limits, so that operations in progress finish in time: while the event loop is
 * delayed, before the body is read; beyond `maxInFlight`, after it has arrived, because a slow body must
 * not occupy a slot. Register in the scope of the protected routes.
 */
export function shedLoad(
  fastify: FastifyInstance,
  { maxInFlight, maxEventLoopDelayMs, eventLoopDelayMs }: LoadSheddingOptions,
): void {
  const delayMs = eventLoopDelayMs ?? measureEventLoop(fastify);
  let inFlight = 0;
  fastify.decorateReply('releaseSlot', null);

  fastify.addHook('onRequest', (_request, reply, done) => {
    if (maxEventLoopDelayMs > 0 && delayMs() > maxEventLoopDelayMs) {
      refuse(
        reply,
        `Its event loop is delayed by ${Math.round(delayMs())} ms; the limit is ${maxEventLoopDelayMs}.`,
      );
      return;
    }
    done();
  });
  fastify.addHook('preHandler', (_request, reply, done) => {
    if (inFlight >= maxInFlight) {
      refuse(reply, `${inFlight} operations are in progress; the limit is ${maxInFlight}.`);
      return;
    }
    inFlight += 1;
    reply.releaseSlot = () => {
      inFlight -= 1;
      reply.releaseSlot = null;
    };
    reply.raw.once('close', () => reply.releaseSlot?.());
    const turn = takeTurn();
    if (turn === null) {
      done();
    } else {
      void turn.then(() => done());
    }
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    reply.releaseSlot?.();
    done(null, payload);
  });
}

declare module 'fastify' {
  interface FastifyReply {
    /** Decrements the number of operations in progress; null if this one does not count. */
    releaseSlot: (() => void) | null;
  }
}

function refuse(reply: FastifyReply, excess: string): void {
  reply
    .code(503)
    .header('retry-after', RETRY_AFTER_SECONDS)
    .send(
      refusal('OVERLOADED', `The gateway is overloaded. ${excess}`, {
        retryAfterMs: RETRY_AFTER_SECONDS * 1_000,
      }),
    );
}

const RESOLUTION_MS = 20;
const SAMPLE_MS = 1_000;

/** Mean delay over the last second. The histogram's mean includes its resolution. */
function measureEventLoop(fastify: FastifyInstance): () => number {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let meanMs = 0;
  const timer = setInterval(() => {
    meanMs = Math.max(0, histogram.mean / 1e6 - RESOLUTION_MS) || 0;
    histogram.reset();
  }, SAMPLE_MS).unref();
  fastify.addHook('onClose', async () => {
    clearInterval(timer);
    histogram.disable();
  });
  return () => meanMs;
}
