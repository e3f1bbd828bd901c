import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { ObserveCache } from '../cache/outcome.ts';
import type { Context } from '../context.ts';
import type { ObserveBatch } from '../loaders/batch.ts';
import type { Layer } from '../sentry/exchange.ts';
import type { Operation } from '../sentry/operation.ts';
import type { UpstreamEvents } from '../sentry/resilience/events.ts';
import { observeBatches } from './batches.ts';
import { exchangeLayer } from './exchange-layer.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { operationObserver, roundMs, tellAnswered } from './operation-observer.ts';
import { observeUpstream } from './upstream-events.ts';

export interface ObservabilityOptions {
  readonly log: Logger;
  readonly hasMetrics: boolean;
}

/** What the gateway tells of itself, and what the parts hand it to be told. */
export interface Observability {
  /** Null where they are switched off. */
  readonly metrics: Metrics | null;
  readonly plugin: ApolloServerPlugin<Context>;
  /** Tells of a query that was answered from memory, without being executed. */
  answeredKnown(operation: Operation, name: string | null, durationMs: number): void;
  /** The last layer before the transport of any upstream. */
  readonly layer: Layer;
  eventsOf(upstream: string): UpstreamEvents;
  batchesOf(operation: Operation): ObserveBatch;
  readonly cacheLookedUp: ObserveCache;
}

export function createObservability({ log, hasMetrics }: ObservabilityOptions): Observability {
  const metrics = hasMetrics ? createMetrics() : null;
  return {
    metrics,
    plugin: operationObserver({ log, metrics }),
    answeredKnown: (operation, name, durationMs) =>
      tellAnswered({ log, metrics }, operation, {
        requestId: operation.requestId,
        ...(operation.caller === null ? {} : { caller: operation.caller }),
        type: 'query',
        operationName: name,
        durationMs: roundMs(durationMs),
        upstreamRequests: 0,
        errorCodes: [],
      }),
    layer: exchangeLayer(metrics),
    batchesOf: observeBatches(metrics),
    cacheLookedUp: (outcome) => metrics?.cacheLookedUp(outcome),
    eventsOf: (upstream) => observeUpstream({ upstream, log, metrics }),
  };
}
