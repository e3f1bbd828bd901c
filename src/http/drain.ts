import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

const IDLE_CHECK_MS = 100;

export interface DrainOptions {
  /** How long readiness is off before the server stops to listen. */
  readonly delayMs: number;
  /** How long answers under way may then take. */
  readonly graceMs: number;
}

export interface Drain {
  /** False from the moment that the gateway is told to stop. */
  readonly isReady: () => boolean;
  /** Has Apollo Server wait for the last answer before it stops to execute. */
  readonly plugin: ApolloServerPlugin<Context>;
}

/** Ends the web server without cutting an answer: readiness, listening, then what is under way. */
export function createDrain(fastify: FastifyInstance, { delayMs, graceMs }: DrainOptions): Drain {
  const { server } = fastify;
  let isReady = true;
  // Or callers would keep their connections, and with them the server, for another operation.
  fastify.addHook('onSend', async (_request, reply) => {
    if (!isReady) {
      reply.header('connection', 'close');
    }
  });
  async function drainServer() {
    isReady = false;
    await sleep(delayMs);
    // For those whose answer had begun by then.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    await fastify.close();
    clearInterval(idle);
    clearTimeout(cut);
  }
  return {
    isReady: () => isReady,
    plugin: { serverWillStart: async () => ({ drainServer }) },
  };
}
