import { SentryError } from '../sentry/errors.ts';
import type { Middleware } from '../sentry/request.ts';
import {
  admit,
  type Circuit,
  type CircuitOutcome,
  type CircuitPolicy,
  CLOSED,
  conclude,
} from './circuit.ts';
import type { CircuitState, UpstreamEvents } from './events.ts';

export interface BreakerOptions {
  readonly policy: CircuitPolicy;
  readonly events: UpstreamEvents;
  readonly now: () => number;
}

export interface Breaker {
  readonly layer: Middleware;
  readonly state: () => CircuitState;
}

/** Fails at once while the upstream does: callers do not wait for what will not come. */
export function createBreaker({ policy, events, now }: BreakerOptions): Breaker {
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
    layer: (send) => async (request) => {
      const admission = admit(circuit, policy, now());
      if ('retryAfterMs' in admission) {
        throw new SentryError(
          'unavailable',
          'Sentry failed too often of late and is not asked for a moment.',
          { retryAfterMs: admission.retryAfterMs, wasSent: false },
        );
      }
      become(admission.circuit);
      const { pass } = admission;
      const end = (verdict: CircuitOutcome) =>
        become(conclude(circuit, policy, { pass, verdict, nowMs: now() }));
      try {
        const answer = await send(request);
        end('success');
        return answer;
      } catch (error) {
        end(verdictOf(error));
        throw error;
      }
    },
  };
}

/** A refusal is a sign of health; what nobody waited for is no sign at all. */
function verdictOf(error: unknown): CircuitOutcome {
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
