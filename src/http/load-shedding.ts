import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
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
 * Answers 503 to what comes in beyond the bounds, before anything of it is read, so that what is under
 * way is answered in time. To be registered in the scope of the routes it guards.
 */
export function shedLoad(
  fastify: FastifyInstance,
  { maxInFlight, maxEventLoopDelayMs, eventLoopDelayMs }: LoadSheddingOptions,
): void {
  const delayMs = eventLoopDelayMs ?? measureEventLoop(fastify);
  let inFlight = 0;
  fastify.addHook('onRequest', (_request, reply, done) => {
    const excess =
      inFlight >= maxInFlight
        ? `${inFlight} operations are under way; the limit is ${maxInFlight}.`
        : maxEventLoopDelayMs > 0 && delayMs() > maxEventLoopDelayMs
          ? `It is ${Math.round(delayMs())} ms behind; the limit is ${maxEventLoopDelayMs}.`
          : null;
    if (excess !== null) {
      reply
        .code(503)
        .header('retry-after', RETRY_AFTER_SECONDS)
        .send(
          refusal('OVERLOADED', `The gateway has too much to do. ${excess}`, {
            retryAfterMs: RETRY_AFTER_SECONDS * 1_000,
          }),
        );
      return;
    }
    inFlight += 1;
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
    done();
  });
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
