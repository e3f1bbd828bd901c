/** Closed: requests pass. Open: they fail at once. Half open: a few pass, to see. */
export type CircuitState = 'closed' | 'halfOpen' | 'open';

/** The state of several circuits as one. */
export function worstOf(states: readonly CircuitState[]): CircuitState {
  return BY_HARM.find((state) => states.includes(state)) ?? 'closed';
}

const BY_HARM = ['open', 'halfOpen'] as const;

/**
 * Is told what happens on the way to Sentry: for logs and metrics. Each member is optional, is
 * called synchronously, and must not throw. Endpoints are named by their label; no event
 * carries a token.
 */
export interface UpstreamEvents {
  /** A request failed and is asked again after `waitMs`; `attempt` counts from 1. */
  readonly retried?: (event: {
    readonly endpoint: string;
    readonly attempt: number;
    readonly waitMs: number;
    readonly error: Error;
  }) => void;
  /** A request that failed was worth another try, but the budget of retries was spent. */
  readonly retryBudgetSpent?: (event: { readonly endpoint: string }) => void;
  /** A request left the limiter's queue for Sentry after `waitedMs` (0: it never waited). */
  readonly admitted?: (event: { readonly endpoint: string; readonly waitedMs: number }) => void;
  /** A request was refused by the limiter in Sentry's stead. */
  readonly limited?: (event: {
    readonly endpoint: string;
    readonly reason: 'queueFull' | 'queueTime';
  }) => void;
  /** How many requests wait and are under way now, of all tokens. */
  readonly queueChanged?: (event: { readonly waiting: number; readonly underWay: number }) => void;
  readonly circuitChanged?: (event: { readonly state: CircuitState }) => void;
}
