import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SentryRequest } from '../sentry/request.ts';
import type { CircuitState, UpstreamEvents } from './events.ts';

interface Breaker {
  readonly middleware: Middleware;
  readonly state: () => CircuitState;
}

/** Fails requests at once while the upstream fails. */
export function createBreaker(policy: CircuitPolicy, events: UpstreamEvents): Breaker {
  let circuit: Circuit = CLOSED;

  function become(next: Circuit): void {
    const changed = next.state !== circuit.state;
    circuit = next;
    if (changed) {
      events.circuitChanged?.({ state: next.state });
    }
  }

  return {
    state: () => circuit.state,
    middleware: (send) => async (request) => {
      const admission = admit(circuit, policy, performance.now());
      if ('retryAfterMs' in admission) {
        throw new SentryError(
          'unavailable',
          'The circuit breaker is open, because Sentry failed too often. Try again later.',
          { retryAfterMs: admission.retryAfterMs, wasSent: false },
        );
      }
      become(admission.circuit);
      const { admittedIn } = admission;
      const end = (outcome: CircuitOutcome) => {
        const nowMs = performance.now();
        become(recordOutcome(circuit, policy, { admittedIn, outcome, nowMs }));
      };
      try {
        const answer = await send(request);
        end('success');
        return answer;
      } catch (error) {
        end(outcomeOf(error, request));
        throw error;
      }
    },
  };
}

/**
 * A 4xx counts as success; a cancelled request counts as neither. A failure with an error ID of Sentry, and a 500 for
 * a caller's search, count as neither too: the application answered, and the unusual input of one caller can cause
 * them.
 */
function outcomeOf(error: unknown, { query }: SentryRequest): CircuitOutcome {
  if (error instanceof SentryError) {
    const isForSearch = error.status === 500 && query['query'] !== undefined;
    if (error.errorId !== undefined || isForSearch) {
      return 'unknown';
    }
  }
  switch (error instanceof SentryError ? error.kind : 'cancelled') {
    case 'timeout':
    case 'unavailable':
      return 'failure';
    case 'cancelled':
      return 'unknown';
    default:
      return 'success';
  }
}

interface CircuitPolicy {
  /** Share of failures that opens it, from 0 to 1. */
  readonly failureRate: number;
  /** Fewer requests in the window never open it. */
  readonly minRequests: number;
  /** Period in which requests count. */
  readonly windowMs: number;
  /** How long it stays open before it is half open. */
  readonly openMs: number;
  /** Maximum concurrent requests while half open, and successes in a row that close it. */
  readonly probes: number;
}

interface Slice {
  readonly startMs: number;
  readonly total: number;
  readonly failed: number;
}

/** `CircuitState` with the data of each state. */
export type Circuit =
  | { readonly state: 'closed'; readonly slices: readonly Slice[] }
  | { readonly state: 'open'; readonly untilMs: number }
  | { readonly state: 'halfOpen'; readonly inFlight: number; readonly succeeded: number };

/** `unknown`: shows nothing about the server's health. */
export type CircuitOutcome = 'success' | 'failure' | 'unknown';

/** The state in which a request was admitted: its outcome does not count in a later state. */
export type AdmittedIn = Exclude<CircuitState, 'open'>;

export const CLOSED: Circuit = { state: 'closed', slices: [] };

/** Slices of the window: a request stops counting at most a tenth of the window late. */
const SLICES = 10;

/** Admits a request, or returns how long none will be admitted. */
export function admit(
  circuit: Circuit,
  { probes }: CircuitPolicy,
  nowMs: number,
):
  | { readonly circuit: Circuit; readonly admittedIn: AdmittedIn }
  | { readonly retryAfterMs: number } {
  if (circuit.state === 'closed') {
    return { circuit, admittedIn: 'closed' };
  }
  if (circuit.state === 'open') {
    return nowMs < circuit.untilMs
      ? { retryAfterMs: Math.ceil(circuit.untilMs - nowMs) }
      : { circuit: { state: 'halfOpen', inFlight: 1, succeeded: 0 }, admittedIn: 'halfOpen' };
  }
  return circuit.inFlight < probes
    ? { circuit: { ...circuit, inFlight: circuit.inFlight + 1 }, admittedIn: 'halfOpen' }
    : { retryAfterMs: 1000 };
}

export function recordOutcome(
  circuit: Circuit,
  policy: CircuitPolicy,
  {
    admittedIn,
    outcome,
    nowMs,
  }: { admittedIn: AdmittedIn; outcome: CircuitOutcome; nowMs: number },
): Circuit {
  if (circuit.state === 'halfOpen' && admittedIn === 'halfOpen') {
    return recordProbe(circuit, policy, outcome, nowMs);
  }
  if (circuit.state !== 'closed' || admittedIn !== 'closed' || outcome === 'unknown') {
    return circuit;
  }
  const slices = record(circuit.slices, policy.windowMs, outcome === 'failure', nowMs);
  const total = slices.reduce((sum, slice) => sum + slice.total, 0);
  const failed = slices.reduce((sum, slice) => sum + slice.failed, 0);
  return outcome === 'failure' &&
    total >= policy.minRequests &&
    failed >= total * policy.failureRate
    ? { state: 'open', untilMs: nowMs + policy.openMs }
    : { state: 'closed', slices };
}

function recordProbe(
  circuit: Extract<Circuit, { state: 'halfOpen' }>,
  { probes, openMs }: CircuitPolicy,
  outcome: CircuitOutcome,
  nowMs: number,
): Circuit {
  if (outcome === 'failure') {
    return { state: 'open', untilMs: nowMs + openMs };
  }
  const succeeded = circuit.succeeded + (outcome === 'success' ? 1 : 0);
  return succeeded >= probes
    ? CLOSED
    : { state: 'halfOpen', inFlight: Math.max(0, circuit.inFlight - 1), succeeded };
}

function record(
  slices: readonly Slice[],
  windowMs: number,
  isFailure: boolean,
  nowMs: number,
): readonly Slice[] {
  const width = windowMs / SLICES;
  const startMs = Math.floor(nowMs / width) * width;
  const recent = slices.filter((slice) => Math.abs(nowMs - slice.startMs) < windowMs);
  const current = recent.find((slice) => slice.startMs === startMs);
  const next = {
    startMs,
    total: (current?.total ?? 0) + 1,
    failed: (current?.failed ?? 0) + (isFailure ? 1 : 0),
  };
  return [...recent.filter((slice) => slice !== current), next];
}
