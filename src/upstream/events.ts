/** Closed: requests pass. Open: they fail at once. Half open: a few pass, as a test. */
export type CircuitState = 'closed' | 'halfOpen' | 'open';

/** The state of several circuits as one. */
export function worstOf(states: readonly CircuitState[]): CircuitState {
  return BY_HARM.find((state) => states.includes(state)) ?? 'closed';
}

const BY_HARM = ['open', 'halfOpen'] as const;

/**
 * Callbacks for logs and metrics. Each is optional, is called synchronously, and must not throw. Endpoints are
 * labels; no event contains a token.
 */
export interface UpstreamEvents {
  /** A request failed and will be retried after `waitMs`; `attempt` counts from 1. */
  readonly retried?: (event: {
    readonly endpoint: string;
    readonly attempt: number;
    readonly waitMs: number;
    readonly error: Error;
  }) => void;
  /** The rate limiter refused a request. */
  readonly limited?: (event: {
    readonly endpoint: string;
    readonly reason: 'queueFull' | 'queueTime';
  }) => void;
  /** Number of waiting requests and requests in flight, of all tokens. */
  readonly queueChanged?: (event: { readonly waiting: number; readonly inFlight: number }) => void;
  readonly circuitChanged?: (event: { readonly state: CircuitState }) => void;
}
