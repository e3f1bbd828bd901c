import type { Logger } from 'pino';
import type { CircuitState, UpstreamEvents } from '../upstream/events.ts';
import type { Metrics } from './metrics.ts';

export interface UpstreamEventsOptions {
  /** The server's base URL: a label, because each server has its own circuit breaker. */
  readonly upstream: string;
  readonly log: Logger;
  readonly metrics: Metrics | null;
}

/** Records the events of one Sentry server in log and metrics. */
export function observeUpstream({ upstream, log, metrics }: UpstreamEventsOptions): UpstreamEvents {
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
