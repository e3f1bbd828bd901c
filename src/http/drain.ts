import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

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
  let isReady = true;
  async function drainServer() {
    isReady = false;
    await sleep(delayMs);
    const cut = setTimeout(() => fastify.server.closeAllConnections(), graceMs);
    await fastify.close();
    clearTimeout(cut);
  }
  return {
    isReady: () => isReady,
    plugin: { serverWillStart: async () => ({ drainServer }) },
  };
}
