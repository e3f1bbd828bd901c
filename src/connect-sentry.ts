import { startEmbeddedSentry } from '#embedded-sentry';
import type { SentryConfig } from './config/config.ts';
import type { UpstreamTarget } from './config/upstream.ts';
import { type Context, createContext } from './context.ts';
import { createForbiddenIssuesMemory } from './loaders/forbidden-issues.ts';
import { createEventDetail } from './sentry/light-events.ts';
import type { Operation } from './sentry/operation.ts';
import type { Middleware } from './sentry/request.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import { createCache, type UpstreamCache } from './upstream/cache.ts';
import { createDeadline } from './upstream/deadline.ts';
import { type CircuitState, worstOf } from './upstream/events.ts';
import { createHashToken, type HashToken } from './upstream/hash-token.ts';
import { PendingChanges } from './upstream/pending-changes.ts';
import { createPipeline } from './upstream/pipeline.ts';
import { createResilience, type Resilience } from './upstream/resilience.ts';
import { createRouting, type Target } from './upstream/routing.ts';
import { connectServer } from './upstream/server.ts';

/** Sentry as the resolvers know it, with all that stands before it: for all operations. */
export interface Upstream {
  /** It, in words for the operator. */
  readonly words: string;
  readonly cache: UpstreamCache;
  readonly hashToken: HashToken;
  /** How it fares, as far as is known without asking it. */
  circuitState(): CircuitState;
  /** What the resolvers of one operation use. */
  contextFor(operation: Operation, caller: UpstreamCaller): Context;
  /** Waits for changes under way, for up to `graceMs`. @param graceMs - 10 seconds by default. */
  close(graceMs?: number): Promise<void>;
}

const DEFAULT_GRACE_MS = 10_000;

export interface UpstreamCaller {
  /** The token they sent for Sentry; null where there is none. */
  readonly token: string | null;
  /** Aborted when they leave before they are answered. */
  readonly signal: AbortSignal;
}

/**
 * Makes each part on the way to Sentry once, and puts them together.
 *
 * @param budget - Passed by each request that no memory answers, however often it is then tried.
 */
export async function connectSentry(
  { upstream, embedded, organizations, network, resilience, cache }: SentryConfig,
  {
    eventsOf,
    layer,
    batchesOf,
    cacheLookedUp,
  }: Pick<Telemetry, 'eventsOf' | 'layer' | 'batchesOf' | 'cacheLookedUp'>,
  budget: Middleware = (send) => send,
): Promise<Upstream> {
  const common = await startCommon(upstream.target, embedded.dialect);
  const hashToken = createHashToken();
  const upstreamCache = createCache(cache, hashToken, cacheLookedUp);
  const forbiddenIssues = createForbiddenIssuesMemory();
  const servers: Resilience[] = [];
  const changes = new PendingChanges();
  const routing = createRouting({
    ...organizations,
    common: common.target,
    connect: (url) => {
      const protections = createResilience({ ...resilience, hashToken, events: eventsOf(url) });
      servers.push(protections);
      const layers = createPipeline({
        pendingChanges: changes.layer,
        cache: upstreamCache.layersFor(url),
        eventDetail: createEventDetail(),
        budget,
        resilience: protections,
        telemetry: layer,
      });
      const { lastRateLimit } = protections;
      return connectServer({ ...upstream, url, network, layers, lastRateLimit });
    },
  });
  return {
    words: withOrganizations(common.words, organizations),
    cache: upstreamCache,
    hashToken,
    circuitState: () => worstOf(servers.map(({ circuitState }) => circuitState())),
    contextFor: (operation, { token, signal }) =>
      createContext({
        operation,
        routing,
        token,
        signal,
        deadline: createDeadline(resilience.operationTimeoutMs),
        forbiddenIssues,
        cacheScope: hashToken(token ?? ''),
        observeBatch: batchesOf(operation),
      }),
    async close(graceMs = DEFAULT_GRACE_MS) {
      await changes.settle(graceMs);
      await routing.close();
      await common.stop();
    },
  };
}

interface CommonServer {
  /** Null where only organizations with a server of their own are served. */
  readonly target: Target | null;
  readonly words: string;
  stop(): Promise<void>;
}

/** So that a person sees the embedded Sentry accept an unmerge first and carry it out later. */
const UNMERGE_DELAY_MS = 4_000;

async function startCommon(
  config: UpstreamTarget,
  dialect: SentryConfig['embedded']['dialect'],
): Promise<CommonServer> {
  switch (config.kind) {
    case 'embedded': {
      const { url, token, stop } = await startEmbeddedSentry({
        dialect,
        unmergeDelayMs: UNMERGE_DELAY_MS,
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

function withOrganizations(words: string, { targets }: SentryConfig['organizations']): string {
  const own = [...targets].map(([slug, { url }]) => `${slug} on ${url}`);
  return own.length === 0 ? words : `${words}; ${own.join(', ')}`;
}
