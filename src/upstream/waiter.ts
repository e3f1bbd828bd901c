import { type SentryError, toCancelled } from '../sentry/errors.ts';
import type { LimitedEndpoint } from './known-limits.ts';
import type { Ticket } from './rate-budgets.ts';
import type { TokenGroup } from './token-group.ts';

/** A token in a group. */
export interface Member {
  group: TokenGroup;
  /** Whose budgets it uses if it is counted alone. */
  readonly owner: string;
  /** Its requests in flight. */
  readonly tickets: Set<Ticket>;
}

export interface Applicant {
  readonly member: Member;
  readonly endpoint: LimitedEndpoint;
  /** Owners take turns, so that requests of one owner do not delay those of others. */
  readonly owner: object;
  readonly signal: AbortSignal | undefined;
}

/** A request that waits for its turn. */
export interface Waiter extends Applicant {
  readonly admit: (ticket: Ticket) => void;
  readonly refuse: (error: SentryError) => void;
}

interface WaiterOptions {
  readonly maxWaitMs: number;
  readonly tooLong: () => SentryError;
  /** Called if the client disconnects or the request has waited too long. */
  readonly left: (waiter: Waiter) => void;
  /** Called once, with any outcome. */
  readonly ended: () => void;
}

/** Resolves when the request may be sent. Calls `wait` synchronously with the item for the queue. */
export function waitForTurn(
  applicant: Applicant,
  { maxWaitMs, tooLong, left, ended }: WaiterOptions,
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
