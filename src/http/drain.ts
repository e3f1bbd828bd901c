import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

const IDLE_CHECK_MS = 100;

interface DrainOptions {
  /** How long readiness is off before the server stops listening. */
  readonly delayMs: number;
  /** How long operations in progress may then take. */
  readonly graceMs: number;
}

interface Drain {
  /** False from the start of the shutdown. */
  readonly isReady: () => boolean;
  /** Apollo Server waits for the last response before it stops. */
  readonly plugin: ApolloServerPlugin<Context>;
}

/** Shuts the web server down in order: readiness, listening, operations in progress. */
export function createDrain(fastify: FastifyInstance, { delayMs, graceMs }: DrainOptions): Drain {
  const { server } = fastify;
  let isReady = true;
  // Otherwise keep-alive connections would hold the server open.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!isReady) {
      reply.header('connection', 'close');
    }
    done(null, payload);
  });
  async function drainServer() {
    isReady = false;
    await sleep(delayMs);
    // For connections whose response had begun before.
    const idleTimer = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const graceTimer = setTimeout(() => server.closeAllConnections(), graceMs);
    await fastify.close();
    clearInterval(idleTimer);
    clearTimeout(graceTimer);
  }
  return {
    isReady: () => isReady,
    plugin: { serverWillStart: async () => ({ drainServer }) },
  };
}
