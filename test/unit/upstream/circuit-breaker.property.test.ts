import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AdmittedIn,
  admit,
  type Circuit,
  type CircuitOutcome,
  CLOSED,
  recordOutcome,
} from '../../../src/upstream/circuit-breaker.ts';

const POLICY = { failureRate: 0.5, minRequests: 10, windowMs: 10_000, openMs: 5_000, probes: 3 };

/** Records one outcome each millisecond. */
function feed(circuit: Circuit, outcomes: readonly CircuitOutcome[], fromMs: number): Circuit {
  return outcomes.reduce(
    (state, outcome, index) =>
      recordOutcome(state, POLICY, { admittedIn: 'closed', outcome, nowMs: fromMs + index }),
    circuit,
  );
}

const failures = (count: number) => Array<CircuitOutcome>(count).fill('failure');
const successes = (count: number) => Array<CircuitOutcome>(count).fill('success');

test('it opens when half of enough requests failed, and returns how long it stays open', () => {
  expect(feed(CLOSED, failures(9), 0).state).toBe('closed');
  const open = feed(CLOSED, [...successes(5), ...failures(5)], 0);
  expect(open.state).toBe('open');
  expect(admit(open, POLICY, 9)).toEqual({ retryAfterMs: 5_000 });
  expect(admit(open, POLICY, 5_008)).toEqual({ retryAfterMs: 1 });
});

test('failures outside the window do not count', () => {
  const before = feed(CLOSED, failures(9), 0);
  expect(feed(before, failures(1), 20_000).state).toBe('closed');
  expect(feed(before, failures(1), 5_000).state).toBe('open');
});

test('a cancelled request counts as neither success nor failure, closed or half open', () => {
  expect(feed(CLOSED, Array<CircuitOutcome>(50).fill('unknown'), 0)).toEqual(CLOSED);
  const probing: Circuit = { state: 'halfOpen', inFlight: 3, succeeded: 0 };
  expect(
    recordOutcome(probing, POLICY, { admittedIn: 'halfOpen', outcome: 'unknown', nowMs: 0 }),
  ).toEqual({
    ...probing,
    inFlight: 2,
  });
});

test('half open, it admits three requests: three successes close it, one failure opens it', () => {
  let circuit: Circuit = { state: 'open', untilMs: 100 };
  for (let i = 0; i < 3; i += 1) {
    const admission = admit(circuit, POLICY, 100);
    expect(admission).toMatchObject({ admittedIn: 'halfOpen' });
    circuit = (admission as { circuit: Circuit }).circuit;
  }
  expect(admit(circuit, POLICY, 100)).toEqual({ retryAfterMs: 1_000 });
  const end = (state: Circuit, outcome: CircuitOutcome) =>
    recordOutcome(state, POLICY, { admittedIn: 'halfOpen', outcome, nowMs: 200 });
  expect(end(end(end(circuit, 'success'), 'success'), 'success')).toEqual(CLOSED);
  expect(end(end(circuit, 'success'), 'failure')).toEqual({ state: 'open', untilMs: 5_200 });
});

test('the outcome of a request from an earlier state does not count', () => {
  const probing: Circuit = { state: 'halfOpen', inFlight: 1, succeeded: 0 };
  const late = { admittedIn: 'closed', outcome: 'failure', nowMs: 0 } as const;
  expect(recordOutcome(probing, POLICY, late)).toBe(probing);
});

test('it is never open for longer than its time, and never admits too many requests half open', () => {
  const step = fc.record({
    afterMs: fc.nat(3_000),
    outcome: fc.constantFrom<CircuitOutcome>('success', 'failure', 'unknown'),
    isEnd: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200, size: 'max' }), (steps) => {
      let circuit = CLOSED;
      let nowMs = 0;
      const inFlight: AdmittedIn[] = [];
      for (const { afterMs, outcome, isEnd } of steps) {
        nowMs += afterMs;
        const admittedIn = isEnd ? inFlight.shift() : undefined;
        if (admittedIn) {
          circuit = recordOutcome(circuit, POLICY, { admittedIn, outcome, nowMs });
        }
        const admission = admit(circuit, POLICY, nowMs);
        if ('admittedIn' in admission) {
          circuit = admission.circuit;
          inFlight.push(admission.admittedIn);
        } else {
          expect(admission.retryAfterMs).toBeLessThanOrEqual(POLICY.openMs);
        }
        if (circuit.state === 'halfOpen') {
          expect(circuit.inFlight).toBeLessThanOrEqual(POLICY.probes);
        }
      }
    }),
  );
});
