import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { UpstreamEvents } from './events.ts';
import { FairQueue } from './fair-queue.ts';
import { type KnownLimits, type LimitedEndpoint, nameOf } from './known-limits.ts';
import { type Ending, RateBudgets, type Ticket } from './rate-budgets.ts';
import { type Applicant, type Member, type Waiter, waitForTurn } from './waiter.ts';

export interface LimiterPolicy {
  /** Most requests of one token, or of tokens that share limits, in flight at once. */
  readonly maxConcurrent: number;
  /** Most such requests that wait. */
  readonly maxWaiting: number;
  /** Longest wait. */
  readonly maxWaitMs: number;
}

export interface GroupOptions {
  readonly policy: LimiterPolicy;
  readonly limits: KnownLimits;
  readonly now: () => number;
  readonly events: UpstreamEvents;
  /** Called with each change of what waits and what is in flight. */
  readonly changed: (change: { readonly waiting: number; readonly underWay: number }) => void;
}

/** Tokens that Sentry counts together: their requests that wait, and those in flight. */
export class TokenGroup {
  readonly members = new Set<Member>();
  readonly budgets: RateBudgets;
  readonly #options: GroupOptions;
  readonly #queue: FairQueue<object, Waiter>;
  #alarm: NodeJS.Timeout | undefined;

  constructor(options: GroupOptions) {
    this.#options = options;
    this.#queue = new FairQueue(options.policy.maxWaiting);
    this.budgets = new RateBudgets(options.limits);
  }

  /**
   * Resolves when the request may be sent.
   * @throws SentryError `rateLimited` where it would wait too long, `cancelled` where nobody waits.
   */
  async admission(applicant: Applicant): Promise<Ticket> {
    const { now, policy } = this.#options;
    if (applicant.signal?.aborted) {
      throw toCancelled();
    }
    if (this.#queue.size === 0 && this.#mayGo(applicant)) {
      return this.#begin(applicant, now());
    }
    const opensAt = this.budgets.opensAt(applicant.endpoint, now());
    if (Number.isFinite(opensAt) && opensAt > now() + policy.maxWaitMs) {
      throw this.#tooLong(applicant.endpoint, 'queueTime');
    }
    return this.#wait(applicant);
  }

  end(member: Member, ticket: Ticket, ending: Ending): void {
    member.tickets.delete(ticket);
    this.budgets.ended(ticket, ending, this.#options.now());
    this.#options.changed({ waiting: 0, underWay: -1 });
    this.#serve();
  }

  add(member: Member): void {
    this.members.add(member);
    member.group = this;
  }

  /** Takes over all of a group that turned out to be counted with this one. */
  absorb(other: TokenGroup): void {
    clearTimeout(other.#alarm);
    this.budgets.absorb(other.budgets, this.#options.now());
    for (const member of other.members) {
      this.add(member);
    }
    other.members.clear();
    other.#moveWaiters(this, () => true);
    this.#serve();
  }

  /** Moves a token that turned out to be counted apart, with all it has in flight and waiting. */
  moveOut(member: Member): void {
    const own = new TokenGroup(this.#options);
    this.members.delete(member);
    own.add(member);
    for (const ticket of member.tickets) {
      this.budgets.release(ticket);
      own.budgets.adopt(ticket, this.#options.now());
    }
    this.#moveWaiters(own, (waiter) => waiter.member === member);
    own.#serve();
    this.#serve();
  }

  isIdle(): boolean {
    return this.#queue.size === 0 && this.budgets.isIdle(this.#options.now());
  }

  #moveWaiters(to: TokenGroup, isMoving: (waiter: Waiter) => boolean): void {
    for (const waiter of [...this.#queue].filter(isMoving)) {
      this.#queue.remove(waiter.owner, waiter);
      to.#enqueue(waiter);
    }
  }

  #enqueue(waiter: Waiter): void {
    const evicted = this.#queue.push(waiter.owner, waiter);
    evicted?.refuse(this.#tooLong(evicted.endpoint, 'queueFull'));
  }

  #mayGo({ endpoint }: Pick<Applicant, 'endpoint'>): boolean {
    const { policy, now } = this.#options;
    return (
      this.budgets.underWay < policy.maxConcurrent && this.budgets.opensAt(endpoint, now()) <= now()
    );
  }

  #begin({ endpoint, member }: Applicant, sinceMs: number): Ticket {
    const { now, changed, events } = this.#options;
    const ticket = this.budgets.sent(endpoint, now());
    member.tickets.add(ticket);
    changed({ waiting: 0, underWay: 1 });
    events.admitted?.({
      endpoint: nameOf(endpoint),
      waitedMs: now() - sinceMs,
    });
    return ticket;
  }

  /** Sends whatever may be sent, in turn, and comes back when the next window opens. */
  #serve(): void {
    if (this.#queue.size === 0) {
      return;
    }
    clearTimeout(this.#alarm);
    let next: Waiter | undefined;
    do {
      next = this.#queue.take((waiter) => this.#mayGo(waiter));
      next?.admit(this.#begin(next, next.sinceMs));
    } while (next);
    this.#wakeUp();
  }

  #wakeUp(): void {
    const { now } = this.#options;
    const times = [...this.#queue].map(({ endpoint }) => this.budgets.opensAt(endpoint, now()));
    const at = Math.min(...new Set(times));
    // In the past where only the number of requests in flight is in the way.
    if (Number.isFinite(at) && at > now()) {
      this.#alarm = setTimeout(() => this.#serve(), Math.ceil(at - now()));
    }
  }

  #wait(applicant: Applicant): Promise<Ticket> {
    const { policy, now, changed } = this.#options;
    const options = {
      sinceMs: now(),
      maxWaitMs: policy.maxWaitMs,
      tooLong: () => this.#tooLong(applicant.endpoint, 'queueTime'),
      left: (waiter: Waiter) => waiter.member.group.#queue.remove(waiter.owner, waiter),
      ended: () => changed({ waiting: -1, underWay: 0 }),
    };
    return waitForTurn(applicant, options, (waiter) => {
      changed({ waiting: 1, underWay: 0 });
      this.#enqueue(waiter);
      this.#serve();
    });
  }

  #tooLong(endpoint: LimitedEndpoint, reason: 'queueFull' | 'queueTime'): SentryError {
    const { events, policy, now } = this.#options;
    events.limited?.({ endpoint: nameOf(endpoint), reason });
    const opensAt = this.budgets.opensAt(endpoint, now());
    return new SentryError(
      'rateLimited',
      reason === 'queueFull'
        ? `The queue is full: ${policy.maxWaiting} requests of this token already wait for Sentry's rate limit.`
        : `Sentry's rate limit would delay this request by more than ${policy.maxWaitMs} ms.`,
      {
        retryAfterMs: Number.isFinite(opensAt)
          ? Math.max(1_000, Math.ceil(opensAt - now()))
          : 1_000,
        wasSent: false,
      },
    );
  }
}
