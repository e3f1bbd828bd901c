import { SentryError, toCancelled } from '../sentry/errors.ts';
import type { UpstreamEvents } from './events.ts';
import { FairQueue } from './fair-queue.ts';
import { type KnownLimits, type LimitedEndpoint, nameOf } from './known-limits.ts';
import { type Ending, RateBudgets, type Ticket } from './rate-budgets.ts';
import { RateWindow } from './rate-window.ts';
import type { SharedBudgets } from './shared-budgets.ts';
import { SharedWindow } from './shared-window.ts';
import { type Applicant, type Member, type Waiter, waitForTurn } from './waiter.ts';

export interface LimiterPolicy {
  /** Maximum requests in flight for one token, or for tokens that share limits. */
  readonly maxConcurrent: number;
  /** Maximum waiting requests. */
  readonly maxWaiting: number;
  readonly maxWaitMs: number;
  /** All tokens share one budget. @default false */
  readonly joinsTokens?: boolean;
}

export interface GroupOptions {
  readonly policy: LimiterPolicy;
  readonly limits: KnownLimits;
  readonly now: () => number;
  readonly events: UpstreamEvents;
  /** Null if no other process uses the budgets. */
  readonly shared: ServerBudgets | null;
  /** Called with each change of the number of waiting requests and requests in flight. */
  readonly changed: (change: { readonly waiting: number; readonly inFlight: number }) => void;
}

/** The budgets of one server that replicas share. */
export interface ServerBudgets {
  readonly budgets: SharedBudgets;
  readonly server: string;
}

/** Tokens that Sentry counts together, with their waiting requests and those in flight. */
export class TokenGroup {
  readonly members = new Set<Member>();
  /** Whose budgets they are: the same name on all replicas. */
  readonly owner: string;
  readonly budgets: RateBudgets;
  readonly #options: GroupOptions;
  readonly #queue: FairQueue<object, Waiter>;
  #alarm: NodeJS.Timeout | undefined;

  constructor(owner: string, options: GroupOptions) {
    this.owner = owner;
    this.#options = options;
    this.#queue = new FairQueue(options.policy.maxWaiting);
    this.budgets = new RateBudgets(options.limits, (bucket, limit) => this.#open(bucket, limit));
  }

  /**
   * Resolves when the request may be sent.
   * @throws SentryError `rateLimited` if it would wait too long, `cancelled` if the client disconnects.
   */
  async admission(applicant: Applicant): Promise<Ticket> {
    const { policy } = this.#options;
    if (applicant.signal?.aborted) {
      throw toCancelled();
    }
    const nowMs = this.#options.now();
    if (this.#queue.size === 0 && this.#mayGo(applicant, nowMs)) {
      return this.#begin(applicant, nowMs);
    }
    const opensAt = this.budgets.opensAt(applicant.endpoint, nowMs);
    if (Number.isFinite(opensAt) && opensAt > nowMs + policy.maxWaitMs) {
      throw this.#tooLong(applicant.endpoint, 'queueTime');
    }
    return this.#wait(applicant);
  }

  end(member: Member, ticket: Ticket, ending: Ending): void {
    member.tickets.delete(ticket);
    this.budgets.ended(ticket, ending, this.#options.now());
    this.#options.changed({ waiting: 0, inFlight: -1 });
    this.#serve();
  }

  add(member: Member): void {
    this.members.add(member);
    member.group = this;
  }

  /** Merges a group that is counted together with this one. */
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

  /** Moves a token that is counted separately, with its waiting requests and those in flight. */
  moveOut(member: Member): void {
    const own = new TokenGroup(member.owner, this.#options);
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

  #open(bucket: string, limit: number | null | undefined): RateWindow {
    const { shared, now } = this.#options;
    if (shared === null) {
      return new RateWindow(limit);
    }
    const { budgets, server } = shared;
    const key = budgets.keyOf(server, this.owner, bucket);
    return new SharedWindow(limit, { budgets, key, now, served: () => this.#serve() });
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

  #mayGo({ endpoint }: Pick<Applicant, 'endpoint'>, nowMs: number): boolean {
    return (
      this.budgets.inFlight < this.#options.policy.maxConcurrent &&
      this.budgets.opensAt(endpoint, nowMs) <= nowMs
    );
  }

  #begin({ endpoint, member }: Applicant, nowMs: number): Ticket {
    const ticket = this.budgets.sent(endpoint, nowMs);
    member.tickets.add(ticket);
    this.#options.changed({ waiting: 0, inFlight: 1 });
    return ticket;
  }

  /**
   * Sends the requests that may be sent, in turn, and sets a timer for the next window. All of it is decided for
   * one time: a window that opened between two readings of the clock would get no timer.
   */
  #serve(): void {
    if (this.#queue.size > 0) {
      clearTimeout(this.#alarm);
      const nowMs = this.#options.now();
      let next: Waiter | undefined;
      do {
        next = this.#queue.take((waiter) => this.#mayGo(waiter, nowMs));
        next?.admit(this.#begin(next, nowMs));
      } while (next);
      this.#wakeUp(nowMs);
    }
    if (this.#options.shared !== null) {
      const waiting = [...this.#queue].map(({ endpoint }) => endpoint);
      this.budgets.want(waiting, this.#options.policy.maxConcurrent - this.budgets.inFlight);
    }
  }

  #wakeUp(nowMs: number): void {
    const times = [...this.#queue].map(({ endpoint }) => this.budgets.opensAt(endpoint, nowMs));
    const at = Math.min(...new Set(times));
    // A time in the past means that only the number of requests in flight is the limit.
    if (Number.isFinite(at) && at > nowMs) {
      this.#alarm = setTimeout(() => this.#serve(), Math.ceil(at - nowMs));
    }
  }

  #wait(applicant: Applicant): Promise<Ticket> {
    const { policy, changed } = this.#options;
    const options = {
      maxWaitMs: policy.maxWaitMs,
      tooLong: () => this.#tooLong(applicant.endpoint, 'queueTime'),
      left: (waiter: Waiter) => waiter.member.group.#queue.remove(waiter.owner, waiter),
      ended: () => changed({ waiting: -1, inFlight: 0 }),
    };
    return waitForTurn(applicant, options, (waiter) => {
      changed({ waiting: 1, inFlight: 0 });
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
