import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { ObserveBatch } from '../loaders/batch.ts';
import type { Operation } from '../sentry/operation.ts';
import type { Middleware } from '../sentry/request.ts';
import type { ObserveCache } from '../upstream/cache-outcome.ts';
import type { UpstreamEvents } from '../upstream/events.ts';
import { observeBatches } from './batches.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { operationObserver, recordOperation, roundMs } from './operation-observer.ts';
import { requestTelemetry } from './request-telemetry.ts';
import { observeUpstream } from './upstream-events.ts';

export interface ObservabilityOptions {
  readonly log: Logger;
  readonly hasMetrics: boolean;
}

/** What the gateway tells of itself, and what the parts hand it to be told. */
export interface Telemetry {
  /** Null where they are switched off. */
  readonly metrics: Metrics | null;
  readonly plugin: ApolloServerPlugin<Context>;
  /** Tells of a query that was answered from memory, without being executed. */
  recordCachedOperation(operation: Operation, name: string | null, durationMs: number): void;
  /** The last layer before the transport of any upstream. */
  readonly layer: Middleware;
  eventsOf(upstream: string): UpstreamEvents;
  batchesOf(operation: Operation): ObserveBatch;
  readonly cacheLookedUp: ObserveCache;
}

export function createTelemetry({ log, hasMetrics }: ObservabilityOptions): Telemetry {
  const metrics = hasMetrics ? createMetrics() : null;
  return {
    metrics,
    plugin: operationObserver({ log, metrics }),
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
    layer: requestTelemetry(metrics),
    batchesOf: observeBatches(metrics),
    cacheLookedUp: (outcome) => metrics?.cacheLookedUp(outcome),
    eventsOf: (upstream) => observeUpstream({ upstream, log, metrics }),
  };
}
