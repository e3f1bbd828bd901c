import type { ApolloServer } from '@apollo/server';
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticator.ts';
import type { Caller } from '../auth/caller.ts';
import type { Safelist } from '../config/operations.ts';
import type { Context } from '../context.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { CircuitState } from '../upstream/events.ts';
import { sendCacheControl } from './cache-control.ts';
import {
  type CachedResponsesOptions,
  type Handler,
  serveCachedResponse,
} from './cached-responses.ts';
import { compressResponses } from './compression.ts';
import { answerConditionally, forbidSharedCaches } from './conditional-get.ts';
import { createExecute } from './execute.ts';
import { readJsonBodies } from './json-body.ts';
import { type LoadSheddingOptions, shedLoad } from './load-shedding.ts';
import { NOT_IN_FRAMES } from './pages/built-page.ts';
import type { Explorer } from './pages/explorer.ts';
import { boundPendingBodies, type PendingBodiesOptions } from './pending-bodies.ts';
import { refusal } from './refusal.ts';
import { checkRequestHeads, REQUEST_ID_HEADER, requireAcceptedMediaType } from './request-head.ts';
import { acceptOnlySafelisted } from './safelist-only.ts';
import { callerOf, createSignIn } from './sign-in.ts';
import type { UnsentResponses } from './unsent-responses.ts';

interface AppOptions {
  readonly apollo: ApolloServer<Context>;
  /** Context of one operation. */
  readonly contextFor: (caller: Caller, request: FastifyRequest) => Context;
  /** Null if the cache is off. */
  readonly cachedResponses: CachedResponsesOptions | null;
  /** Sends `Cache-Control` with the responses to POST. */
  readonly hasCacheControl: boolean;
  readonly authenticate: Authenticate;
  readonly explorer: Explorer;
  /** Known without a request to the upstream. */
  readonly circuitState: () => CircuitState;
  /** Null without Redis. */
  readonly isRedisReachable: (() => boolean) | null;
  readonly corsOrigins: readonly string[];
  readonly isCompressing: boolean;
  /** The only operations that are accepted; null accepts any. */
  readonly safelistOnly: Safelist | null;
  readonly load: LoadSheddingOptions & PendingBodiesOptions;
  readonly unsentResponses: UnsentResponses;
  readonly isReady: () => boolean;
  /** For `/metrics`; null if disabled. */
  readonly metrics: Pick<Metrics, 'contentType' | 'read'> | null;
}

export function addRoutes(fastify: FastifyInstance, options: AppOptions): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isPage(reply) && !reply.hasHeader('content-security-policy')) {
      reply.header('content-security-policy', NOT_IN_FRAMES);
    }
    done(null, payload);
  });
  checkRequestHeads(fastify);
  readJsonBodies(fastify);
  options.unsentResponses.watch(fastify);
  if (options.isCompressing) {
    compressResponses(fastify);
  }
  if (options.corsOrigins.length > 0) {
    fastify.register(cors, {
      origin: [...options.corsOrigins],
      methods: ['GET', 'POST'],
      exposedHeaders: ['retry-after'],
      maxAge: 600,
    });
  }
  fastify.register(async (scope) => addGraphql(scope, options));
  options.explorer.addRoutes(fastify);
  fastify.get('/', (_request, reply) => reply.redirect('/graphql'));
  fastify.get('/healthz', async () => ({ status: 'alive' }));
  fastify.get('/readyz', async (_request, reply) => {
    const isReady = options.isReady();
    // Ready while the upstream or Redis fails: otherwise all replicas would be unready, and callers would get no codes.
    return reply.code(isReady ? 200 : 503).send({
      status: isReady ? 'ready' : 'stopping',
      circuitBreaker: options.circuitState(),
      ...(options.isRedisReachable && {
        redis: options.isRedisReachable() ? 'reachable' : 'unreachable',
      }),
    });
  });
  const { metrics } = options;
  if (metrics) {
    fastify.get('/metrics', async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.read()),
    );
  }
  fastify.setNotFoundHandler((request, reply) =>
    /^\/graphql(?:$|\?)/.test(request.url)
      ? refuseMethod(request, reply)
      : reply.code(404).send(refusal('NOT_FOUND', 'Not found. The endpoint is /graphql.')),
  );
}

function isPage(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('text/html');
}

function addGraphql(
  scope: FastifyInstance,
  {
    apollo,
    contextFor,
    cachedResponses,
    hasCacheControl,
    authenticate,
    load,
    safelistOnly,
  }: AppOptions,
): void {
  shedLoad(scope, load);
  boundPendingBodies(scope, load);
  if (safelistOnly !== null) {
    acceptOnlySafelisted(scope, safelistOnly);
  }
  const execute = createExecute(scope, apollo, (request) => contextFor(callerOf(request), request));
  const route = { url: '/graphql', onRequest: createSignIn(scope, authenticate) };
  scope.register(async (posts) => {
    requireAcceptedMediaType(posts);
    const setMaxAge = hasCacheControl ? sendCacheControl(posts) : () => {};
    const answer: Handler = async (request, reply) => {
      const { body, maxAge } = await execute(request, reply);
      setMaxAge(reply, maxAge);
      return body;
    };
    posts.route({
      ...route,
      method: 'POST',
      handler: cachedResponses
        ? serveCachedResponse(execute, answer, setMaxAge, cachedResponses)
        : answer,
    });
  });
  scope.register(async (gets) => {
    forbidSharedCaches(gets);
    gets.route({
      ...route,
      method: 'GET',
      exposeHeadRoute: false,
      handler: answerConditionally(execute),
    });
  });
}

function refuseMethod({ method }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(405)
    .header('allow', 'GET, POST')
    .send(refusal('METHOD_NOT_ALLOWED', `${method} is not supported. Use GET or POST.`));
}
