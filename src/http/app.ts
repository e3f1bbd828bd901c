import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Admit } from '../access/admission.ts';
import type { Caller } from '../access/caller.ts';
import type { Context } from '../context.ts';
import type { CircuitState } from '../sentry/resilience/events.ts';
import type { Explorer } from './explorer.ts';
import { refusal } from './refusal.ts';
import { createSignIn } from './sign-in.ts';

/** Largest GraphQL request that is read. */
const MAX_REQUEST_BYTES = 1024 * 1024;

export interface AppOptions {
  readonly apollo: ApolloServer<Context>;
  /** The context of one operation; `signal` is aborted when the client leaves. */
  readonly contextFor: (caller: Caller, signal: AbortSignal) => Context;
  /** Lets in whoever may send operations. */
  readonly admit: Admit;
  readonly explorer: Explorer;
  /** How the upstream fares, as far as is known without asking it. */
  readonly circuitState: () => CircuitState;
  readonly report: (error: unknown) => void;
}

export function createFastify(): FastifyInstance {
  return Fastify({
    bodyLimit: MAX_REQUEST_BYTES,
    forceCloseConnections: 'idle',
    // Answers while closing are whole ones; readiness tells balancers to go elsewhere.
    return503OnClosing: false,
  });
}

/** The web app: GraphQL, liveness and readiness. */
export function addRoutes(
  fastify: FastifyInstance,
  { apollo, contextFor, admit, explorer, circuitState, report }: AppOptions,
): void {
  let isReady = true;
  fastify.addHook('preClose', async () => {
    isReady = false;
  });

  const signIn = createSignIn(admit);
  fastify.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    onRequest: signIn.hook,
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const left = new AbortController();
        reply.raw.once('close', () => left.abort());
        return contextFor(signIn.callerOf(request), left.signal);
      },
    }),
  });
  explorer.addRoutes(fastify);
  fastify.get('/', (_request, reply) => reply.redirect('/graphql'));
  fastify.get('/healthz', async () => ({ status: 'alive' }));
  fastify.get('/readyz', async (_request, reply) =>
    // Not unready while the upstream fails: all gateways would be, and callers get codes from them.
    reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ready' : 'stopping', circuitBreaker: circuitState() }),
  );

  fastify.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(refusal('NOT_FOUND', `There is nothing at ${request.method} here: try /graphql.`)),
  );
  fastify.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      report(error);
    }
    return reply
      .code(status)
      .send(
        status < 500
          ? refusal('BAD_REQUEST', error.message)
          : refusal('INTERNAL_SERVER_ERROR', 'The gateway failed to answer.'),
      );
  });
}
