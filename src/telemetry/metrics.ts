import { setImmediate as nextTurn } from 'node:timers/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SharedStoreEvents } from '../redis/shared-store.ts';
import type { CacheOutcome } from '../upstream/cache-store.ts';
import type { CircuitState } from '../upstream/events.ts';
import type { SharedBudgetsState } from '../upstream/shared-budgets.ts';
import type { OperationRecord } from './operation-observer.ts';

interface UpstreamRequestRecord {
  /** The endpoint's label, without names and IDs: every value of a label is a time series. */
  readonly endpoint: string;
  readonly method: string;
  /** `answered`; for a failure its HTTP status or, without a response, its kind. */
  readonly outcome: string;
  readonly durationMs: number;
}

/** The gateway's Prometheus metrics. No label is text from a caller, who could create endless time series. */
export interface Metrics {
  readonly contentType: string;
  /** The text that Prometheus scrapes. */
  read(): Promise<string>;
  operationAnswered(record: OperationRecord): void;
  upstreamRequestEnded(record: UpstreamRequestRecord): void;
  batchLoaded(loader: string, keys: number): void;
  cacheLookedUp(outcome: CacheOutcome): void;
  retried(endpoint: string): void;
  limited(endpoint: string, reason: string): void;
  queueChanged(upstream: string, load: Load): void;
  circuitChanged(upstream: string, state: CircuitState): void;
  /** `kept`: the new settings are invalid, and the earlier secrets stay in use. */
  secretsRead(outcome: 'replaced' | 'kept'): void;
  /** Adds the metrics of Redis, which a gateway without it lacks. */
  observeRedis(): RedisEvents;
}

interface Load {
  readonly waiting: number;
  readonly inFlight: number;
}

export interface RedisEvents extends SharedStoreEvents {
  budgetsChanged(state: SharedBudgetsState): void;
}

/** A larger number is worse, so that the maximum over replicas shows an open circuit breaker. */
const NUMBER_OF_STATE = {
  closed: 0,
  halfOpen: 1,
  open: 2,
} as const satisfies Record<CircuitState, number>;

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SIZES = [1, 2, 5, 10, 25, 50, 100];

export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  /** Shared by all that ask in one turn of the event loop: a socket can send a thousand requests at once. */
  let reading: Promise<string> | null = null;
  const registers = [registry];
  // These include the event loop delay: `nodejs_eventloop_lag_p99_seconds`.
  collectDefaultMetrics({ register: registry });

  const operations = new Counter({
    name: 'gateway_operations_total',
    help: 'GraphQL operations, by type and by whether the response had errors',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const operationSeconds = new Histogram({
    name: 'gateway_operation_duration_seconds',
    help: 'Duration of a GraphQL operation, until its response',
    labelNames: ['type'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'gateway_errors_total',
    help: 'Errors in responses, by code',
    labelNames: ['code'],
    registers,
  });
  const requestsPerOperation = new Histogram({
    name: 'gateway_operation_upstream_requests',
    help: 'Requests to Sentry for an operation',
    buckets: [0, ...SIZES],
    registers,
  });
  const upstreamRequestCounter = new Counter({
    name: 'gateway_upstream_requests_total',
    help: 'Requests to Sentry, by endpoint and by HTTP status or kind of failure',
    labelNames: ['endpoint', 'method', 'outcome'],
    registers,
  });
  const upstreamRequestSeconds = new Histogram({
    name: 'gateway_upstream_request_duration_seconds',
    help: 'Duration of a request to Sentry, until the end of its response',
    labelNames: ['endpoint', 'method'],
    buckets: SECONDS,
    registers,
  });
  const batchKeys = new Histogram({
    name: 'gateway_batch_keys',
    help: 'Keys that a loader looked up in one batch',
    labelNames: ['loader'],
    buckets: SIZES,
    registers,
  });
  const cacheLookups = new Counter({
    name: 'gateway_cache_lookups_total',
    help: 'Lookups in the cache of Sentry responses, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const retries = new Counter({
    name: 'gateway_retries_total',
    help: 'Retried requests to Sentry, by endpoint',
    labelNames: ['endpoint'],
    registers,
  });
  const refusals = new Counter({
    name: 'gateway_limiter_refusals_total',
    help: 'Requests that the rate limiter refused and did not send, by endpoint and reason',
    labelNames: ['endpoint', 'reason'],
    registers,
  });
  /** By Sentry server; read when the metrics are, because it changes with each request. */
  const loads = new Map<string, Load>();
  const createLoadGauge = (name: string, help: string, key: keyof Load) =>
    new Gauge({
      name,
      help,
      labelNames: ['upstream'],
      registers,
      collect() {
        for (const [upstream, load] of loads) {
          this.set({ upstream }, load[key]);
        }
      },
    });
  createLoadGauge(
    'gateway_limiter_waiting',
    'Requests that wait in the rate limiter, by Sentry server',
    'waiting',
  );
  createLoadGauge(
    'gateway_limiter_under_way',
    'Requests to Sentry in flight, by Sentry server',
    'inFlight',
  );
  const circuits = new Gauge({
    name: 'gateway_circuit_state',
    help: 'State of the circuit breaker of a Sentry server: 0 closed, 1 half open, 2 open',
    labelNames: ['upstream'],
    registers,
  });
  const secretReads = new Counter({
    name: 'gateway_secrets_read_total',
    help: 'Times that keys and tokens were read again while the gateway ran, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  // Alerts watch the increase of these, and a series that begins with 1 has none.
  errors.inc({ code: 'INTERNAL_SERVER_ERROR' }, 0);
  secretReads.inc({ outcome: 'replaced' }, 0);
  secretReads.inc({ outcome: 'kept' }, 0);
  new Gauge({
    name: 'gateway_build_info',
    help: 'Always 1; the labels have the version of the gateway and of Node.js',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.version }, 1);

  return {
    contentType: registry.contentType,
    read() {
      reading ??= nextTurn().then(() => {
        reading = null;
        return registry.metrics();
      });
      return reading;
    },
    operationAnswered({ type, durationMs, errorCodes, upstreamRequests }) {
      operations.inc({ type, outcome: errorCodes.length === 0 ? 'whole' : 'errors' });
      operationSeconds.observe({ type }, durationMs / 1000);
      requestsPerOperation.observe(upstreamRequests);
      for (const code of errorCodes) {
        errors.inc({ code });
      }
    },
    upstreamRequestEnded({ endpoint, method, outcome, durationMs }) {
      upstreamRequestCounter.inc({ endpoint, method, outcome });
      upstreamRequestSeconds.observe({ endpoint, method }, durationMs / 1000);
    },
    batchLoaded: (loader, keys) => batchKeys.observe({ loader }, keys),
    cacheLookedUp: (outcome) => cacheLookups.inc({ outcome }),
    retried: (endpoint) => retries.inc({ endpoint }),
    limited: (endpoint, reason) => refusals.inc({ endpoint, reason }),
    queueChanged(upstream, load) {
      loads.set(upstream, load);
    },
    circuitChanged: (upstream, state) => circuits.set({ upstream }, NUMBER_OF_STATE[state]),
    secretsRead: (outcome) => secretReads.inc({ outcome }),
    observeRedis() {
      const reachable = new Gauge({
        name: 'gateway_redis_reachable',
        help: 'Whether Redis answers in time: 1 or 0',
        registers,
      });
      const commands = new Counter({
        name: 'gateway_redis_commands_total',
        help: 'Commands and scripts sent to Redis, by outcome',
        labelNames: ['command', 'outcome'],
        registers,
      });
      const seconds = new Histogram({
        name: 'gateway_redis_command_duration_seconds',
        help: 'Time that the gateway waited for an answer of Redis',
        labelNames: ['command'],
        buckets: [0.0005, ...SECONDS.slice(0, 6)],
        registers,
      });
      const shared = new Gauge({
        name: 'gateway_budgets_shared',
        help: 'Whether replicas share the budgets of requests to Sentry: 1, or 0 while each uses its own part of them',
        registers,
      });
      const replicas = new Gauge({
        name: 'gateway_replicas',
        help: 'Replicas that were seen last in Redis, this one included',
        registers,
      });
      return {
        commandEnded(command, outcome, durationMs) {
          commands.inc({ command, outcome });
          seconds.observe({ command }, durationMs / 1000);
        },
        reachableChanged: (isReachable) => reachable.set(isReachable ? 1 : 0),
        budgetsChanged(state) {
          shared.set(state.areShared ? 1 : 0);
          replicas.set(state.replicas);
        },
      };
    },
  };
}
