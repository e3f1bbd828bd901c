import type { Logger } from 'pino';
import type { ObserveBatch } from '../loaders/batch.ts';
import type { StartSteps } from '../operation-steps.ts';
import type { Operation } from '../sentry/operation.ts';
import type { Middleware } from '../sentry/request.ts';
import type { ObserveCache } from '../upstream/cache-store.ts';
import type { CircuitState, UpstreamEvents } from '../upstream/events.ts';
import { readVersion } from '../version.ts';
import { createMetrics, type Metrics, type RedisEvents } from './metrics.ts';
import { observeOperations, recordOperation, roundMs } from './operation-observer.ts';
import { requestTelemetry } from './request-telemetry.ts';
import { inSpan } from './trace.ts';

interface TelemetryOptions {
  readonly log: Logger;
  readonly hasMetrics: boolean;
}

/** Logs, metrics and traces, and the observers that the other parts call. */
export interface Telemetry {
  /** Null if disabled. */
  readonly metrics: Metrics | null;
  readonly observeOperation: StartSteps;
  /** Records a query that was answered from the cache. */
  recordCachedOperation(operation: Operation, name: string | null, durationMs: number): void;
  /** The innermost middleware of every upstream. */
  readonly middleware: Middleware;
  eventsOf(upstream: string): UpstreamEvents;
  batchesOf(operation: Operation): ObserveBatch;
  readonly cacheLookedUp: ObserveCache;
  /** Called once, if replicas share a Redis. */
  observeRedis(): RedisEvents;
}

export function createTelemetry({ log, hasMetrics }: TelemetryOptions): Telemetry {
  const metrics = hasMetrics ? createMetrics(readVersion()) : null;
  return {
    metrics,
    observeOperation: observeOperations({ log, metrics }),
    recordCachedOperation: (operation, name, durationMs) =>
      recordOperation({ log, metrics }, operation, {
        requestId: operation.requestId,
        ...(operation.caller === null ? {} : { caller: operation.caller }),
        type: 'query',
        operationName: name,
        durationMs: roundMs(durationMs),
        upstreamRequests: 0,
        errorCodes: [],
      }),
    middleware: requestTelemetry(metrics),
    batchesOf: observeBatches(metrics),
    cacheLookedUp: (outcome) => metrics?.cacheLookedUp(outcome),
    eventsOf: (upstream) => observeUpstream({ upstream, log, metrics }),
    observeRedis() {
      const redis = metrics?.observeRedis();
      return {
        commandEnded: (...command) => redis?.commandEnded(...command),
        reachableChanged(isReachable, reason) {
          redis?.reachableChanged(isReachable);
          if (isReachable) {
            log.info('redis.reachable');
          } else {
            log.warn({ reason }, 'redis.unreachable');
          }
        },
        budgetsChanged(state) {
          redis?.budgetsChanged(state);
          log.info(state, 'budgets.changed');
        },
      };
    },
  };
}

/** Records the keys of each batch in the metrics, and a span for it below its operation's span. */
function observeBatches(metrics: Metrics | null): (operation: Operation) => ObserveBatch {
  return ({ trace }) =>
    (loader, keys, work) => {
      metrics?.batchLoaded(loader, keys);
      const attributes = { 'sentry_graphql.batch_keys': keys };
      return inSpan(`loader ${loader}`, { attributes }, trace, work);
    };
}

interface UpstreamEventsOptions {
  /** The server's base URL: a label, because each server has its own circuit breaker. */
  readonly upstream: string;
  readonly log: Logger;
  readonly metrics: Metrics | null;
}

/** Records the events of one Sentry server in log and metrics. */
function observeUpstream({ upstream, log, metrics }: UpstreamEventsOptions): UpstreamEvents {
  metrics?.circuitChanged(upstream, 'closed');
  metrics?.queueChanged(upstream, { waiting: 0, inFlight: 0 });
  return {
    retried({ endpoint, attempt, waitMs, error }) {
      metrics?.retried(endpoint);
      log.debug({ upstream, endpoint, attempt, waitMs, reason: error.message }, 'upstream.retried');
    },
    limited({ endpoint, reason }) {
      metrics?.limited(endpoint, reason);
    },
    queueChanged(load) {
      metrics?.queueChanged(upstream, load);
    },
    circuitChanged({ state }) {
      metrics?.circuitChanged(upstream, state);
      log[LEVEL_OF_STATE[state]]({ upstream, state }, 'circuit.changed');
    },
  };
}

const LEVEL_OF_STATE = {
  closed: 'info',
  halfOpen: 'info',
  open: 'warn',
} as const satisfies Record<CircuitState, string>;
