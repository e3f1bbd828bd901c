import { startEmbeddedSentry } from '#embedded-sentry';
import type { SentryConfig } from './config/config.ts';
import type { UpstreamTarget } from './config/upstream.ts';
import { type Context, createContext } from './context.ts';
import { createForbiddenIssuesMemory } from './loaders/forbidden-issues.ts';
import { createSharedStore, type SharedStore } from './redis/shared-store.ts';
import { createServerKnowledge, fullPageRowsOf } from './sentry/detect-server.ts';
import { MAX_EVENTS_PER_REQUEST } from './sentry/events.ts';
import { createEventDetail } from './sentry/light-events.ts';
import type { Operation } from './sentry/operation.ts';
import type { Middleware } from './sentry/request.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { createCache, type UpstreamCache } from './upstream/cache.ts';
import { createDeadline } from './upstream/deadline.ts';
import { type CircuitState, worstOf } from './upstream/events.ts';
import { createHashToken, type HashToken } from './upstream/hash-token.ts';
import { PendingChanges } from './upstream/pending-changes.ts';
import { createPipeline, type PipelineParts } from './upstream/pipeline.ts';
import { connectRegions, isBaseOfRegions } from './upstream/regions.ts';
import { createResilience, type Resilience } from './upstream/resilience.ts';
import { createRouting, type Target } from './upstream/routing.ts';
import { connectServer, type UpstreamServer } from './upstream/server.ts';
import { SharedBudgets } from './upstream/shared-budgets.ts';

/** The connection to Sentry, shared by all operations. */
export interface Upstream {
  /** For the operator. */
  readonly description: string;
  readonly cache: UpstreamCache;
  readonly hashToken: HashToken;
  /** What replicas share; null without Redis. */
  readonly shared: SharedStore | null;
  /** Known without a request. */
  circuitState(): CircuitState;
  /** Rows of a page of full events that every server is known to send. */
  readonly fullPageRows: () => number;
  contextFor(operation: Operation, caller: UpstreamCaller): Context;
  /** Uses these tokens and organizations from now on. The common server stays the same. */
  replaceTargets(config: Pick<SentryConfig, 'upstream' | 'organizations'>): void;
  /** Waits for changes in progress, for up to `graceMs`. @param graceMs - 10 seconds by default. */
  close(graceMs?: number): Promise<void>;
}

const DEFAULT_GRACE_MS = 10_000;

interface UpstreamCaller {
  /** The caller's Sentry token; null if there is none. */
  readonly token: string | null;
  /** Aborts when the caller disconnects. */
  readonly signal?: AbortSignal | undefined;
}

const PASS: Middleware = (send) => send;

/**
 * Creates each part of the connection to Sentry once, and connects them.
 *
 * @param budgets - The gateway's limits on what one operation requests; a library has none.
 */
export async function connectSentry(
  {
    upstream,
    embedded,
    organizations,
    network,
    resilience,
    cache: cacheConfig,
    redis,
  }: SentryConfig,
  {
    eventsOf,
    middleware: telemetry,
    batchesOf,
    cacheLookedUp,
    observeRedis,
  }: Pick<Telemetry, 'eventsOf' | 'middleware' | 'batchesOf' | 'cacheLookedUp' | 'observeRedis'>,
  { budget = PASS, byteBudget = PASS }: Partial<Pick<PipelineParts, 'budget' | 'byteBudget'>> = {},
): Promise<Upstream> {
  const common = await startCommon(upstream.target, embedded);
  const redisEvents = redis && observeRedis();
  const shared = redis && redisEvents && (await createSharedStore(redis, redisEvents));
  const budgets =
    shared &&
    redisEvents &&
    new SharedBudgets({ store: shared, changed: redisEvents.budgetsChanged });
  await budgets?.started;
  const hashToken = createHashToken(shared?.secret.derive('tokens'));
  const cache = createCache(cacheConfig, { hashToken, shared, observe: cacheLookedUp });
  const forbiddenIssues = createForbiddenIssuesMemory();
  const servers: Resilience[] = [];
  const changes = new PendingChanges();

  /** Connects hosts of one installation, which share the cache and what is learned. */
  function createConnect(installation: string): (url: string) => UpstreamServer {
    const learned = createServerKnowledge(upstream);
    const parts = {
      pendingChanges: changes.middleware,
      cache: cache.middlewareFor(installation, learned.learn),
      eventDetail: createEventDetail(),
      byteBudget,
      budget,
      telemetry,
    };
    return (url) => {
      const protections = createResilience({
        ...resilience,
        hashToken,
        shared: budgets && { budgets, server: url },
        events: eventsOf(url),
      });
      servers.push(protections);
      const middleware = createPipeline({ ...parts, resilience: protections });
      const { lastRateLimit } = protections;
      return connectServer({ ...upstream, url, network, middleware, lastRateLimit, learned });
    };
  }
  const routing = createRouting({
    ...organizations,
    common: common.target,
    connect: (url) => {
      const connect = createConnect(url);
      return isBaseOfRegions(url) ? connectRegions(connect(url), connect) : connect(url);
    },
  });
  return {
    description: withOrganizations(common.description, organizations),
    cache,
    hashToken,
    shared,
    circuitState: () => worstOf(servers.map(({ circuitState }) => circuitState())),
    fullPageRows: () =>
      Math.min(
        MAX_EVENTS_PER_REQUEST,
        ...routing.servers().map(({ knowledge }) => fullPageRowsOf(knowledge)),
      ),
    contextFor: (operation, { token, signal }) =>
      createContext({
        operation,
        routing,
        token,
        deadline: createDeadline(resilience.operationTimeoutMs, signal),
        forbiddenIssues,
        cacheScope: hashToken(token ?? ''),
        observeBatch: batchesOf(operation),
      }),
    replaceTargets({ upstream: { target }, organizations: { targets } }) {
      routing.replace({ targets, common: replaceToken(common.target, target) });
    },
    async close(graceMs = DEFAULT_GRACE_MS) {
      await changes.settle(graceMs);
      await routing.close();
      await budgets?.close();
      await shared?.close();
      await common.stop();
    },
  };
}

interface CommonServer {
  /** Null if only organizations with a server of their own are served. */
  readonly target: Target | null;
  readonly description: string;
  stop(): Promise<void>;
}

/** The same server, with the token of new settings. */
function replaceToken(common: Target | null, target: UpstreamTarget): Target | null {
  if (target.kind !== 'serviceToken') {
    return common;
  }
  return { url: target.url, token: target.token };
}

/** Makes it visible that Sentry accepts an unmerge first and carries it out later. */
const UNMERGE_DELAY_MS = 4_000;

async function startCommon(
  config: UpstreamTarget,
  { dialect, rateLimits }: SentryConfig['embedded'],
): Promise<CommonServer> {
  switch (config.kind) {
    case 'embedded': {
      const { url, token, stop } = await startEmbeddedSentry({
        dialect,
        rateLimit: rateLimits === 'off' ? undefined : rateLimits,
        unmergeDelayMs: UNMERGE_DELAY_MS,
      });
      // Its issues have addresses on sentry.io.
      const target = { url, token, pages: 'https://sentry.io' };
      return { target, stop, description: `the demo Sentry (${url})` };
    }
    case 'serviceToken': {
      const { url, token } = config;
      const description = `${url}, with the gateway's own token`;
      return { target: { url, token }, stop: async () => {}, description };
    }
    case 'passThrough': {
      const { url } = config;
      const description = `${url}, with each caller's token`;
      return { target: { url, token: null }, stop: async () => {}, description };
    }
    case 'none':
      return { target: null, stop: async () => {}, description: "each organization's own" };
  }
}

function withOrganizations(
  description: string,
  { targets }: SentryConfig['organizations'],
): string {
  const own = [...targets].map(([slug, { url }]) => `${slug} on ${url}`);
  return own.length === 0 ? description : `${description}; ${own.join(', ')}`;
}
