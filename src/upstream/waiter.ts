import { type SentryError, toCancelled } from '../sentry/errors.ts';
import type { LimitedEndpoint } from './known-limits.ts';
import type { Ticket } from './rate-budgets.ts';
import type { TokenGroup } from './token-group.ts';

/** A token in a group. */
export interface Member {
  group: TokenGroup;
  /** Its requests in flight. */
  readonly tickets: Set<Ticket>;
}

/** A request that asks to be sent. */
export interface Applicant {
  readonly member: Member;
  readonly endpoint: LimitedEndpoint;
  /** Requests of one owner wait for each other before they make others wait. */
  readonly owner: object;
  readonly signal: AbortSignal | undefined;
}

/** A request that waits for its turn. */
export interface Waiter extends Applicant {
  readonly sinceMs: number;
  readonly admit: (ticket: Ticket) => void;
  readonly refuse: (error: SentryError) => void;
}

export interface WaiterOptions {
  readonly sinceMs: number;
  readonly maxWaitMs: number;
  readonly tooLong: () => SentryError;
  /** Called where it gives up by itself: its caller has left, or it has waited too long. */
  readonly left: (waiter: Waiter) => void;
  /** Called once, however it ends. */
  readonly ended: () => void;
}

/** Resolves when it may be sent; `wait` is called at once, with what to put into a queue. */
export function waitForTurn(
  applicant: Applicant,
  { sinceMs, maxWaitMs, tooLong, left, ended }: WaiterOptions,
  wait: (waiter: Waiter) => void,
): Promise<Ticket> {
  return new Promise((resolve, reject) => {
    const { signal } = applicant;
    const giveUp = (error: SentryError) => {
      left(waiter);
      waiter.refuse(error);
    };
    const cancel = () => giveUp(toCancelled());
    const timer = setTimeout(() => giveUp(tooLong()), maxWaitMs);
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      ended();
    };
    const waiter: Waiter = {
      ...applicant,
      sinceMs,
      admit(ticket) {
        end();
        resolve(ticket);
      },
      refuse(error) {
        end();
        reject(error);
      },
    };
    signal?.addEventListener('abort', cancel, { once: true });
    wait(waiter);
  });
}
