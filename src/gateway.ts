import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { createDoor } from './access/door.ts';
import type { Config } from './config.ts';
import { createApolloServer } from './execution/apollo-server.ts';
import { letGo } from './execution/let-go.ts';
import { createPersistedQueries } from './execution/persisted-queries.ts';
import { createResponseMemory } from './execution/response-memory.ts';
import { tellUpstream } from './execution/tell-upstream.ts';
import { operationGuard } from './guard/operation-guard.ts';
import { readOnly } from './guard/read-only.ts';
import { limitRepresentations } from './guard/representations.ts';
import { createRequestBudget } from './guard/request-budget.ts';
import { addRoutes } from './http/app.ts';
import { createDrain } from './http/drain.ts';
import { createExplorer } from './http/explorer.ts';
import { createFastify } from './http/fastify.ts';
import { createObservability } from './observability/observability.ts';
import { startOperation } from './observability/trace.ts';
import { startUpstream } from './upstream.ts';

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
  config: Config,
  { report, log = pino({ level: 'silent' }) }: GatewayOptions,
): Promise<Gateway> {
  const { http, load, operations, explorer: pages, access, network, guard, federation } = config;
  const observability = createObservability({ log, hasMetrics: config.observability.hasMetrics });
  const budget = createRequestBudget(guard.maxUpstreamRequests);
  const upstream = await startUpstream(config, observability, budget.layer);
  const { remembered } = upstream;
  const door = createDoor(access, network);
  const fastify = createFastify({ ...http, report });
  const drain = createDrain(fastify, {
    delayMs: load.shutdownDelayMs,
    graceMs: load.shutdownGraceMs,
  });
  const explorer = createExplorer({ ...pages, access, upstream: config.upstream.target.kind });
  const responses =
    remembered.memory &&
    createResponseMemory(remembered.memory, remembered.changes, observability.cacheLookedUp);
  const apollo = await createApolloServer({
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
      operationGuard(guard, budget),
      tellUpstream(),
      letGo(),
      explorer.landingPage,
      ...(guard.isReadOnly ? [readOnly()] : []),
    ],
    execution: config.execution,
    responses,
  });

  async function stop() {
    await apollo.stop();
    await fastify.close();
    await upstream.close();
    await door.close();
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
      circuitState: upstream.circuitState,
      metrics: observability.metrics,
      admit: door.admit,
      known: responses && {
        responses,
        scopeOf: ({ token }) => remembered.nameOf(token ?? ''),
        tell: ({ id, headers }, { name }, { operationName }, durationMs) =>
          observability.answeredKnown(startOperation(id, name, headers), operationName, durationMs),
      },
      contextFor: ({ name, token }, signal, request) =>
        upstream.contextFor(startOperation(request.id, name, request.headers), { token, signal }),
    });
    await fastify.listen({ host: http.host, port: http.port });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: urlOf(fastify.server.address() as AddressInfo),
    upstream: upstream.words,
    stop,
  };
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/graphql`;
}
