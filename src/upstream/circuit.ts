import type { CircuitState } from './events.ts';

export interface CircuitPolicy {
  /** Share of failures, from 0 to 1, from which on it opens. */
  readonly failureRate: number;
  /** Fewer answers than this in the window never open it. */
  readonly minRequests: number;
  /** How far back answers count. */
  readonly windowMs: number;
  /** How long it stays open before a few requests may try. */
  readonly openMs: number;
  /** Requests that may try at once, and successes in a row that close it. */
  readonly probes: number;
}

/** Answers of one slice of the window. */
interface Slice {
  readonly startMs: number;
  readonly total: number;
  readonly failed: number;
}

/** What a circuit breaker knows; `CircuitState` with what each state needs. */
export type Circuit =
  | { readonly state: 'closed'; readonly slices: readonly Slice[] }
  | { readonly state: 'open'; readonly untilMs: number }
  | { readonly state: 'halfOpen'; readonly underWay: number; readonly succeeded: number };

/** How a request ended; `unknown` where nobody waited for the end. */
export type CircuitOutcome = 'success' | 'failure' | 'unknown';

/** The state a request was let through in: an answer of an older state says nothing of a newer. */
export type Pass = Exclude<CircuitState, 'open'>;

export const CLOSED: Circuit = { state: 'closed', slices: [] };

/** Slices in a window: an answer is forgotten at most a tenth of the window late. */
const SLICES = 10;

/** Lets a request through, or says how long none will be. */
export function admit(
  circuit: Circuit,
  { probes }: CircuitPolicy,
  nowMs: number,
): { readonly circuit: Circuit; readonly pass: Pass } | { readonly retryAfterMs: number } {
  if (circuit.state === 'closed') {
    return { circuit, pass: 'closed' };
  }
  if (circuit.state === 'open') {
    return nowMs < circuit.untilMs
      ? { retryAfterMs: circuit.untilMs - nowMs }
      : { circuit: { state: 'halfOpen', underWay: 1, succeeded: 0 }, pass: 'halfOpen' };
  }
  return circuit.underWay < probes
    ? { circuit: { ...circuit, underWay: circuit.underWay + 1 }, pass: 'halfOpen' }
    : { retryAfterMs: 1000 };
}

/** What the end of a request that was let through makes of the circuit. */
export function conclude(
  circuit: Circuit,
  policy: CircuitPolicy,
  { pass, verdict, nowMs }: { pass: Pass; verdict: CircuitOutcome; nowMs: number },
): Circuit {
  if (circuit.state === 'halfOpen' && pass === 'halfOpen') {
    return concludeProbe(circuit, policy, verdict, nowMs);
  }
  if (circuit.state !== 'closed' || pass !== 'closed' || verdict === 'unknown') {
    return circuit;
  }
  const slices = record(circuit.slices, policy.windowMs, verdict === 'failure', nowMs);
  const total = slices.reduce((sum, slice) => sum + slice.total, 0);
  const failed = slices.reduce((sum, slice) => sum + slice.failed, 0);
  return verdict === 'failure' &&
    total >= policy.minRequests &&
    failed >= total * policy.failureRate
    ? { state: 'open', untilMs: nowMs + policy.openMs }
    : { state: 'closed', slices };
}

function concludeProbe(
  circuit: Extract<Circuit, { state: 'halfOpen' }>,
  { probes, openMs }: CircuitPolicy,
  verdict: CircuitOutcome,
  nowMs: number,
): Circuit {
  if (verdict === 'failure') {
    return { state: 'open', untilMs: nowMs + openMs };
  }
  const succeeded = circuit.succeeded + (verdict === 'success' ? 1 : 0);
  return succeeded >= probes
    ? CLOSED
    : { state: 'halfOpen', underWay: Math.max(0, circuit.underWay - 1), succeeded };
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
