import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { createDoor } from './access/door.ts';
import { createUpstreamCache } from './cache/upstream-cache.ts';
import type { UpstreamTarget } from './config/upstream.ts';
import type { Config } from './config.ts';
import { createContext } from './context.ts';
import { createDataset } from './embedded/dataset.ts';
import { startEmbeddedSentry } from './embedded/server.ts';
import { createApolloServer } from './execution/apollo-server.ts';
import { createPersistedQueries } from './execution/persisted-queries.ts';
import { createResponseMemory } from './execution/response-memory.ts';
import { tellUpstream } from './execution/tell-upstream.ts';
import { operationGuard } from './guard/operation-guard.ts';
import { readOnly } from './guard/read-only.ts';
import { limitRepresentations } from './guard/representations.ts';
import { addRoutes } from './http/app.ts';
import { createDrain } from './http/drain.ts';
import { createExplorer } from './http/explorer.ts';
import { createFastify } from './http/fastify.ts';
import { createForbiddenIssuesMemory } from './loaders/forbidden-issues.ts';
import { createObservability } from './observability/observability.ts';
import { startOperation } from './observability/trace.ts';
import { createSentryUpstream } from './sentry/client.ts';
import { createDeadline } from './sentry/resilience/deadline.ts';
import { worstOf } from './sentry/resilience/events.ts';
import { createResilience, type Resilience } from './sentry/resilience/resilience.ts';
import { createRoutedUpstream, type Target } from './sentry/routing.ts';
import { namesScope } from './sentry/scopes.ts';
import { tallyRequests, tallyWaits } from './sentry/tally.ts';

export interface Gateway {
  /** Where GraphQL is served. */
  readonly url: string;
  /** The upstream, in words for the operator. */
  readonly upstream: string;
  /** Lets operations under way finish, then closes everything that `startGateway` opened. */
  stop(): Promise<void>;
}

export interface GatewayOptions {
  /** Is told of each defect whose text callers do not get. */
  readonly report: (error: unknown) => void;
  /** Where operations are logged. @default nowhere */
  readonly log?: Logger;
}

/** Makes each long-lived part once, and puts them together. */
export async function startGateway(
  {
    http,
    load,
    operations,
    explorer: pages,
    upstream,
    embedded,
    organizations,
    resilience,
    access,
    network,
    guard,
    federation,
    execution,
    observability: { hasMetrics },
    cache,
  }: Config,
  { report, log = pino({ level: 'silent' }) }: GatewayOptions,
): Promise<Gateway> {
  const sentry = await startUpstream(upstream.target, embedded.dialect);
  const observability = createObservability({ log, hasMetrics });
  const remembered = createUpstreamCache(cache);
  const servers: Resilience[] = [];
  const connections = createRoutedUpstream({
    ...organizations,
    common: sentry.target,
    connect: (url) => {
      const steadied = createResilience({ ...resilience, events: observability.eventsOf(url) });
      servers.push(steadied);
      const layers = [
        tallyWaits,
        steadied.deadline,
        namesScope,
        ...remembered.layersFor(url),
        ...steadied.layers,
        tallyRequests,
        observability.layer,
      ];
      const { lastTold } = steadied;
      return createSentryUpstream({ ...upstream, url, network, layers, lastTold });
    },
  });
  const forbiddenIssues = createForbiddenIssuesMemory();
  const door = createDoor(access, network);
  const fastify = createFastify({ ...http, report });
  const drain = createDrain(fastify, {
    delayMs: load.shutdownDelayMs,
    graceMs: load.shutdownGraceMs,
  });
  const explorer = createExplorer({ ...pages, access, upstream: upstream.target.kind });
  const apollo = createApolloServer({
    report,
    hasIntrospection: operations.hasIntrospection,
    persistedQueries: createPersistedQueries(operations.safelist ?? new Map(), {
      mayRegister: operations.safelistUse === 'also',
    }),
    maxTokens: guard.maxTokens,
    hasNodeQuery: federation.hasNodeQuery,
    mayTrace: federation.mayTrace,
    plugins: [
      drain.plugin,
      observability.plugin,
      limitRepresentations(federation.maxRepresentations),
      operationGuard(guard),
      tellUpstream(),
      explorer.landingPage,
      ...(guard.isReadOnly ? [readOnly()] : []),
    ],
    execution,
    responses: remembered.memory && createResponseMemory(remembered.memory, remembered.changes),
  });

  async function stop() {
    await apollo.stop();
    await fastify.close();
    await connections.close();
    await door.close();
    await sentry.stop();
  }

  try {
    await apollo.start();
    addRoutes(fastify, {
      apollo,
      explorer,
      load,
      corsOrigins: http.corsOrigins,
      isCompressing: http.isCompressing,
      safelistOnly: operations.safelistUse === 'only' ? operations.safelist : null,
      isReady: drain.isReady,
      circuitState: () => worstOf(servers.map(({ circuitState }) => circuitState())),
      metrics: observability.metrics,
      admit: door.admit,
      contextFor: (caller, signal, request) =>
        createContext({
          operation: startOperation(request.id, request.headers),
          upstream: connections,
          token: caller.token,
          signal,
          deadline: createDeadline(resilience.operationTimeoutMs, signal),
          forbiddenIssues,
          cacheScope: remembered.nameOf(caller.token ?? ''),
        }),
    });
    await fastify.listen({ host: http.host, port: http.port });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: urlOf(fastify.server.address() as AddressInfo),
    upstream: withOrganizations(sentry.words, organizations),
    stop,
  };
}

interface UpstreamInUse {
  /** Null where only organizations with a server of their own are served. */
  readonly target: Target | null;
  readonly words: string;
  stop(): Promise<void>;
}

/** So that a person sees the embedded Sentry accept an unmerge first and carry it out later. */
const UNMERGE_DELAY_MS = 4_000;

async function startUpstream(
  config: UpstreamTarget,
  dialect: Config['embedded']['dialect'],
): Promise<UpstreamInUse> {
  switch (config.kind) {
    case 'embedded': {
      const { url, token, stop } = await startEmbeddedSentry({
        dialect,
        dataset: createDataset({ unmergeDelayMs: UNMERGE_DELAY_MS }),
      });
      return { target: { url, token }, stop, words: `the embedded Sentry (${url})` };
    }
    case 'serviceToken': {
      const { url, token } = config;
      const words = `${url}, with the gateway's own token`;
      return { target: { url, token }, stop: async () => {}, words };
    }
    case 'passThrough': {
      const { url } = config;
      const words = `${url}, with each caller's token`;
      return { target: { url, token: null }, stop: async () => {}, words };
    }
    case 'none':
      return { target: null, stop: async () => {}, words: "each organization's own" };
  }
}

function withOrganizations(words: string, { targets }: Config['organizations']): string {
  const own = [...targets].map(([slug, { url }]) => `${slug} on ${url}`);
  return own.length === 0 ? words : `${words}; ${own.join(', ')}`;
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/graphql`;
}
