import type { RateLimit } from '../sentry/rate-limit.ts';
import { type KnownLimits, type LimitedEndpoint, nameOf } from './known-limits.ts';
import { FIRST_BURST, RateWindow, type WindowUse } from './rate-window.ts';

/** The outcome of a request for the rate limiter. */
export interface Ending {
  readonly rateLimit: RateLimit | undefined;
  /** The request may have reached the server. */
  readonly wasSent: boolean;
  readonly hasAnswer: boolean;
  readonly isOk: boolean;
  readonly isRefused: boolean;
  readonly retryAfterMs: number | undefined;
}

/** A request in flight. */
export interface Ticket {
  readonly endpoint: LimitedEndpoint;
  window: RateWindow;
  /** The window in which it was sent, and the number of accepted requests in it at that time. */
  readonly reset: number;
  readonly passedBefore: number;
}

/** @param limit - As in responses to other callers; undefined if there are none. */
type OpenWindow = (bucket: string, limit: number | null | undefined) => RateWindow;

/** The windows of tokens that are counted together. */
export class RateBudgets {
  readonly #limits: KnownLimits;
  readonly #open: OpenWindow;
  readonly #windows = new Map<string, RateWindow>();
  /** The last bucket of each endpoint. */
  readonly #lastWindows = new Map<string, RateWindow>();
  readonly #tickets = new Set<Ticket>();
  /** Up to which change of the limits the tickets were moved. */
  #followedChanges = 0;

  constructor(limits: KnownLimits, open: OpenWindow = (_bucket, limit) => new RateWindow(limit)) {
    this.#limits = limits;
    this.#open = open;
  }

  get inFlight(): number {
    return this.#tickets.size;
  }

  /** When a request to the endpoint may be sent; infinite if a response must arrive first. */
  opensAt(endpoint: LimitedEndpoint, nowMs: number): number {
    return this.#firstBurstOf(endpoint) <= 0
      ? Number.POSITIVE_INFINITY
      : this.#windowOf(endpoint).opensAt(nowMs);
  }

  /**
   * Asks for permits for waiting requests.
   *
   * @param room - How many of them the gateway's own limits allow.
   */
  want(waiting: Iterable<LimitedEndpoint>, room: number): void {
    const counts = new Map<LimitedEndpoint, number>();
    for (const endpoint of waiting) {
      counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
    }
    const wanted = new Map<RateWindow, number>();
    for (const [endpoint, count] of counts) {
      const window = this.#windowOf(endpoint);
      const before = wanted.get(window) ?? 0;
      wanted.set(window, before + Math.max(0, Math.min(count, this.#firstBurstOf(endpoint))));
    }
    for (const window of this.#windows.values()) {
      window.want(Math.min(room, wanted.get(window) ?? 0));
    }
  }

  sent(endpoint: LimitedEndpoint, nowMs: number): Ticket {
    const window = this.#windowOf(endpoint);
    window.enter(nowMs);
    const { reset, passed: passedBefore } = window.use;
    const ticket = { endpoint, window, reset, passedBefore };
    this.#tickets.add(ticket);
    return ticket;
  }

  ended(ticket: Ticket, ending: Ending, nowMs: number): void {
    const { rateLimit, wasSent, hasAnswer, isOk, isRefused, retryAfterMs } = ending;
    this.release(ticket);
    if (!wasSent) {
      return;
    }
    if (rateLimit) {
      this.#limits.learn(ticket.endpoint, rateLimit.limit, nowMs);
    } else if (isOk) {
      this.#limits.miss(ticket.endpoint, nowMs);
    }
    const window = this.#windowOf(ticket.endpoint);
    if (rateLimit) {
      window.answered(rateLimit, isRefused, nowMs);
    } else {
      window.unanswered(hasAnswer, nowMs);
    }
    if (isRefused) {
      window.block(retryAfterMs, nowMs);
    }
    this.#moveTickets(nowMs);
  }

  /** A response can prove that its request is not counted together with earlier ones. */
  isCountedSeparately(
    { endpoint, window, reset, passedBefore }: Ticket,
    rateLimit: RateLimit,
  ): boolean {
    return (
      window === this.#windowOf(endpoint) &&
      window.use.reset === reset &&
      rateLimit.reset === reset &&
      // A 429 has 0 remaining, whatever was before.
      rateLimit.remaining > 0 &&
      rateLimit.limit - rateLimit.remaining <= passedBefore
    );
  }

  /** The previous window of an endpoint. */
  lastUseOf(endpoint: LimitedEndpoint): WindowUse | null {
    return this.#windowOf(endpoint).last;
  }

  /** Removes a request in flight. */
  release(ticket: Ticket): void {
    if (this.#tickets.delete(ticket)) {
      ticket.window.leave();
    }
  }

  /** Adds a request that is already in flight. */
  adopt(ticket: Ticket, nowMs: number): void {
    ticket.window = this.#windowOf(ticket.endpoint);
    ticket.window.enter(nowMs);
    this.#tickets.add(ticket);
  }

  /** Merges the windows of another token that is counted together with these. */
  absorb(other: RateBudgets, nowMs: number): void {
    for (const ticket of other.#tickets) {
      other.release(ticket);
      this.adopt(ticket, nowMs);
    }
    for (const [name, window] of other.#windows) {
      const own = this.#windows.get(name) ?? this.#open(name, window.limit);
      this.#windows.set(name, own);
      own.join(window);
      window.want(0);
    }
  }

  /** Nothing would be lost by dropping this: the next response shows everything again. */
  isIdle(nowMs: number): boolean {
    return (
      this.#tickets.size === 0 &&
      [...this.#windows.values()].every((window) => window.isIdle(nowMs))
    );
  }

  /** Moves requests in flight to the windows in which their endpoints are counted now. */
  #moveTickets(nowMs: number): void {
    const { changes } = this.#limits;
    if (changes === this.#followedChanges) {
      return;
    }
    this.#followedChanges = changes;
    for (const ticket of this.#tickets) {
      if (ticket.window !== this.#windowOf(ticket.endpoint)) {
        this.release(ticket);
        this.adopt(ticket, nowMs);
      }
    }
  }

  /** Requests that may be sent before the limit of their endpoint is known. */
  #firstBurstOf(endpoint: LimitedEndpoint): number {
    if (this.#limits.limitOf(endpoint) !== undefined) {
      return Number.POSITIVE_INFINITY;
    }
    const name = nameOf(endpoint);
    const tickets = [...this.#tickets].filter((ticket) => nameOf(ticket.endpoint) === name);
    return FIRST_BURST - tickets.length;
  }

  #windowOf(endpoint: LimitedEndpoint): RateWindow {
    const name = this.#limits.bucketOf(endpoint);
    const before = this.#lastWindows.get(nameOf(endpoint));
    let window = this.#windows.get(name);
    if (window && window === before) {
      return window;
    }
    if (!window) {
      window = this.#open(name, this.#limits.limitOf(endpoint));
      this.#windows.set(name, window);
    }
    if (before) {
      window.follow(before);
    }
    this.#lastWindows.set(nameOf(endpoint), window);
    return window;
  }
}
