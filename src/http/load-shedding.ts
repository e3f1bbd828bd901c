import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refusal } from './refusal.ts';

export interface LoadSheddingOptions {
  readonly maxInFlight: number;
  /** 0 for no bound. */
  readonly maxEventLoopDelayMs: number;
  /** The event loop's mean delay of late. @default one that is measured */
  readonly eventLoopDelayMs?: () => number;
}

/** When a caller may come again: an overload that lasts less is not worth shedding. */
const RETRY_AFTER_SECONDS = 1;

/**
 * Answers 503 to operations beyond the bounds, so that those under way are answered in time: to none
 * while the event loop is behind, before anything of them is read; to those beyond `maxInFlight` once they
 * have arrived, since a body that has not come takes nothing from others. To be registered in the scope of
 * the routes it guards.
 */
export function shedLoad(
  fastify: FastifyInstance,
  { maxInFlight, maxEventLoopDelayMs, eventLoopDelayMs }: LoadSheddingOptions,
): void {
  const delayMs = eventLoopDelayMs ?? measureEventLoop(fastify);
  let inFlight = 0;
  fastify.decorateReply('leaveSlot', null);

  fastify.addHook('onRequest', (_request, reply, done) => {
    if (maxEventLoopDelayMs > 0 && delayMs() > maxEventLoopDelayMs) {
      refuse(
        reply,
        `It is ${Math.round(delayMs())} ms behind; the limit is ${maxEventLoopDelayMs}.`,
      );
      return;
    }
    done();
  });
  fastify.addHook('preHandler', (_request, reply, done) => {
    if (inFlight >= maxInFlight) {
      refuse(reply, `${inFlight} operations are under way; the limit is ${maxInFlight}.`);
      return;
    }
    inFlight += 1;
    reply.leaveSlot = () => {
      inFlight -= 1;
      reply.leaveSlot = null;
    };
    reply.raw.once('close', () => reply.leaveSlot?.());
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    reply.leaveSlot?.();
    done(null, payload);
  });
}

declare module 'fastify' {
  interface FastifyReply {
    /** Ends an operation's part in the number of those under way; null where it has none. */
    leaveSlot: (() => void) | null;
  }
}

function refuse(reply: FastifyReply, excess: string): void {
  reply
    .code(503)
    .header('retry-after', RETRY_AFTER_SECONDS)
    .send(
      refusal('OVERLOADED', `The gateway has too much to do. ${excess}`, {
        retryAfterMs: RETRY_AFTER_SECONDS * 1_000,
      }),
    );
}

const RESOLUTION_MS = 20;
const SAMPLE_MS = 1_000;

/** The mean delay over the last second; the histogram's own includes its resolution. */
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
