import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { createAuthenticator } from './auth/authenticator.ts';
import type { Config } from './config/config.ts';
import { forwardsTokens } from './config/exposure.ts';
import { connectSentry } from './connect-sentry.ts';
import { createApolloServer } from './graphql/apollo-server.ts';
import { cacheDocuments } from './graphql/documents.ts';
import { createResponseCache } from './graphql/engine/response-cache.ts';
import { createByteBudget, createRequestBudget } from './graphql/limits/budgets.ts';
import { limitOperations, refuseMutations } from './graphql/limits/operation-limits.ts';
import { createOperationPlugin } from './graphql/operation-plugin.ts';
import { createPersistedQueries } from './graphql/persisted-queries.ts';
import {
  addUpstreamUsage,
  markRefusedOperations,
  measureMaxAge,
  releaseResponse,
} from './graphql/response-steps.ts';
import { addRoutes } from './http/app.ts';
import { createDrain } from './http/drain.ts';
import { createFastify } from './http/fastify.ts';
import { createExplorer } from './http/pages/explorer.ts';
import { createUnsentResponses } from './http/unsent-responses.ts';
import { createSharedEntries } from './redis/shared-entries.ts';
import { createTelemetry } from './telemetry/telemetry.ts';
import { startOperation } from './telemetry/trace.ts';

export interface Gateway {
  /** URL of the GraphQL endpoint. */
  readonly url: string;
  /** Description of the upstream for the operator. */
  readonly upstream: string;
  /**
   * Reads the settings again, and uses their keys, tokens and organizations from now on; other settings need a
   * restart. If they are invalid, the earlier ones stay in use, and an error is logged.
   */
  replaceSecrets(read: () => Config): void;
  /** Lets operations in progress finish, then closes everything that `startGateway` opened. */
  stop(): Promise<void>;
}

interface GatewayOptions {
  /** Called for each defect whose text callers do not get. */
  readonly report: (error: unknown) => void;
  /** Where operations are logged. @default nowhere */
  readonly log?: Logger;
}

/** Creates each long-lived part once, and connects them. */
export async function startGateway(
  config: Config,
  { report, log = pino({ level: 'silent' }) }: GatewayOptions,
): Promise<Gateway> {
  const { http, load, operations, explorer: pages, access, network, guard, federation } = config;
  const { typePrefix, rootFieldPrefix } = federation;
  const prefixes = { typePrefix, rootFieldPrefix };
  const telemetry = createTelemetry({ log, hasMetrics: config.observability.hasMetrics });
  const limits = { ...guard, maxRepresentations: federation.maxRepresentations };
  const budget = createRequestBudget(guard.maxUpstreamRequests);
  const upstream = await connectSentry(config, telemetry, {
    budget: budget.middleware,
    byteBudget: createByteBudget(guard.maxUpstreamBytes),
  });
  const { store } = upstream.cache;
  const authenticator = createAuthenticator(access, network);
  const unsentResponses = createUnsentResponses(load);
  const fastify = createFastify({ ...http, report });
  const drain = createDrain(fastify, {
    delayMs: load.shutdownDelayMs,
    graceMs: load.shutdownGraceMs,
  });
  const explorer = createExplorer({
    ...pages,
    access,
    upstream: config.upstream.target.kind,
    forwardsTokens: forwardsTokens(config),
    isReadOnly: guard.isReadOnly,
    prefixes,
  });
  const responses =
    config.execution.responseCache === 'on' && store
      ? createResponseCache(store, upstream.cache, telemetry.cacheLookedUp)
      : null;
  const apollo = await createApolloServer({
    report,
    hasIntrospection: operations.hasIntrospection,
    hasServiceSdl: operations.hasIntrospection || access.routerSecrets.length > 0,
    persistedQueries: createPersistedQueries(operations.safelist ?? new Map(), {
      mayRegister: operations.safelistUse === 'also',
      shared: upstream.shared && createSharedEntries(upstream.shared),
    }),
    hasNodeQuery: federation.hasNodeQuery,
    ...prefixes,
    mayTrace: federation.mayTrace,
    plugins: [
      drain.plugin,
      explorer.landingPage,
      createOperationPlugin([
        telemetry.observeOperation,
        cacheDocuments(limits),
        limitOperations(limits, budget, upstream.fullPageRows, prefixes),
        ...(guard.isReadOnly ? [refuseMutations] : []),
        addUpstreamUsage,
        releaseResponse,
        markRefusedOperations,
        ...(federation.hasCacheControl ? [measureMaxAge] : []),
      ]),
    ],
    execution: config.execution,
    responseLimits: config.response,
    waitForRoom: unsentResponses.waitForRoom,
  });

  function replaceSecrets(read: () => Config) {
    try {
      const next = read();
      authenticator.replaceSecrets(next.access);
      upstream.replaceTargets(next);
      telemetry.metrics?.secretsRead('replaced');
      log.info('secrets.replaced');
    } catch (error) {
      telemetry.metrics?.secretsRead('kept');
      log.error({ reason: error instanceof Error ? error.message : error }, 'secrets.kept');
    }
  }

  async function stop() {
    const endMs = performance.now() + load.shutdownDelayMs + load.shutdownGraceMs;
    await apollo.stop();
    await fastify.close();
    await upstream.close(Math.max(0, endMs - performance.now()));
    await authenticator.close();
  }

  try {
    await apollo.start();
    addRoutes(fastify, {
      apollo,
      explorer,
      load,
      unsentResponses,
      corsOrigins: http.corsOrigins,
      isCompressing: http.isCompressing,
      hasCacheControl: federation.hasCacheControl,
      safelistOnly: operations.safelistUse === 'only' ? operations.safelist : null,
      isReady: drain.isReady,
      circuitState: upstream.circuitState,
      isRedisReachable: upstream.shared?.isReachable ?? null,
      metrics: telemetry.metrics,
      authenticate: authenticator.authenticate,
      cachedResponses: responses && {
        responses,
        scopeOf: ({ token }) => upstream.hashToken(token ?? ''),
        record: ({ id, headers }, { name }, operationName, durationMs) =>
          telemetry.recordCachedOperation(
            startOperation(id, name, headers),
            operationName,
            durationMs,
          ),
      },
      contextFor: ({ name, token }, request) =>
        upstream.contextFor(startOperation(request.id, name, request.headers), { token }),
    });
    await fastify.listen({ host: http.host, port: http.port });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: urlOf(fastify.server.address() as AddressInfo),
    upstream: upstream.description,
    replaceSecrets,
    stop,
  };
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/graphql`;
}
