import type { RateLimit } from '../sentry/rate-limit.ts';

/**
 * Requests that are sent before a server's first response shows its limits. 5 is the smallest limit that
 * sentry.io was observed to have for an endpoint in use here.
 */
export const FIRST_BURST = 5;

/** Assumed length of a window until a response has its end, as on sentry.io. */
const ASSUMED_WINDOW_MS = 1_000;

/** Minimum pause of an endpoint after a 429, because clocks may differ. */
const MIN_BLOCK_MS = 250;

/** A past window. */
export interface WindowUse {
  /** Its end, as in the server's header. */
  readonly reset: number;
  /** Requests that the server accepted. */
  readonly passed: number;
  /** All counted requests, including those of other programs. */
  readonly used: number;
}

/**
 * The fixed windows in which a server counts requests, as far as its responses show them. Before the first
 * response, and for a server without a rate limiter, nothing is known. Times are those of the monotonic clock.
 */
export class RateWindow {
  /** Maximum requests in one window; null if the server has sent no limit. */
  #limit: number | null = null;
  #isKnown = false;
  /** Maximum requests in flight; null if the server has not sent it. */
  #concurrentLimit: number | null = null;
  /** Requests in flight: the server may or may not have counted them. */
  #inFlight = 0;
  /** Remaining requests of the window, as last sent by the server. */
  #remaining = 0;
  /** The end of the newest window in a response: as in the header, and as a time. */
  #reset = 0;
  #resetAtMs = 0;
  /** By the clock a later window has begun, but no response has shown it yet. */
  #isResetAssumed = true;
  #passed = 0;
  #used = 0;
  #last: WindowUse | null = null;
  /** After a 429, no request is sent before this time. */
  #blockedUntilMs = 0;

  /** @param limit - As in responses to other callers; undefined if there are none. */
  constructor(limit: number | null | undefined) {
    this.#limit = limit ?? null;
    this.#isKnown = limit !== undefined;
  }

  /** Maximum requests in one window; null if there is none, undefined if it is unknown. */
  get limit(): number | null | undefined {
    return this.#isKnown ? this.#limit : undefined;
  }

  /** The current window in responses. */
  get use(): WindowUse {
    return { reset: this.#reset, passed: this.#passed, used: this.#used };
  }

  /** The window before it. */
  get last(): WindowUse | null {
    return this.#last;
  }

  /** Processes that each take an equal part of the limits. */
  protected get sharers(): number {
    return 1;
  }

  /** When the next request may be sent; infinite if a response must arrive first. */
  opensAt(nowMs: number): number {
    const inFlight = this.#inFlight;
    const isFull =
      (!this.#isKnown && inFlight >= this.#partOf(FIRST_BURST)) ||
      (this.#concurrentLimit !== null && inFlight >= this.#partOf(this.#concurrentLimit));
    if (isFull) {
      return Number.POSITIVE_INFINITY;
    }
    if (this.#limit === null) {
      return this.#blockedUntilMs;
    }
    const limit = this.#partOf(this.#limit);
    // Requests in flight may count in this window or the next, so both need room for them.
    const room = nowMs < this.#resetAtMs ? this.#remainingPart(limit) : limit;
    if (room > inFlight * this.#share && inFlight < limit) {
      return this.#blockedUntilMs;
    }
    return room > inFlight || inFlight >= limit
      ? Number.POSITIVE_INFINITY
      : Math.max(this.#resetAtMs, this.#blockedUntilMs);
  }

  /** The number of waiting requests that lack only a permit of the window. */
  want(_waiting: number): void {}

  /** Counts a request in flight. */
  enter(nowMs: number): void {
    this.#turn(nowMs);
    this.#inFlight += 1;
  }

  leave(): void {
    this.#inFlight = Math.max(0, this.#inFlight - 1);
  }

  /** Learns from a response with the remaining number. */
  answered(rateLimit: RateLimit, isRefused: boolean, nowMs: number): void {
    this.#turn(nowMs);
    const { limit, concurrentLimit, reset, remaining } = rateLimit;
    const isNewer = this.#limit === null || reset > this.#reset;
    const isSame = reset === this.#reset && !this.#isResetAssumed;
    if (isNewer) {
      // A response from the beginning of a window does not include later requests.
      const isAssumed = this.#limit !== null && this.#isResetAssumed;
      this.#remaining = isAssumed ? Math.min(this.#remaining, remaining) : remaining;
      this.#keepUse();
      this.#reset = reset;
      this.#resetAtMs = nowMs + rateLimit.resetInMs;
      this.#isResetAssumed = false;
    }
    // A late response of a past window.
    if (isNewer || isSame) {
      // Responses can arrive out of order: within a window, the smallest remaining number is the newest.
      this.#remaining = Math.min(this.#remaining, remaining);
      this.#used = Math.max(this.#used, limit - remaining);
      this.#passed += isRefused ? 0 : 1;
    }
    this.#limit = limit;
    this.#concurrentLimit = concurrentLimit;
    this.#isKnown = true;
  }

  /** A response without rate limit headers: the request is assumed to have been counted. */
  unanswered(hasAnswer: boolean, nowMs: number): void {
    this.#turn(nowMs);
    this.#remaining = Math.max(0, this.#remaining - 1);
    this.#isKnown ||= hasAnswer;
  }

  /** The server answered 429. Returns when requests may be sent again. */
  block(retryAfterMs: number | undefined, nowMs: number): number {
    const until = nowMs + Math.max(retryAfterMs ?? 0, MIN_BLOCK_MS);
    this.#blockedUntilMs = Math.max(this.#blockedUntilMs, until);
    return this.#blockedUntilMs;
  }

  /**
   * Merges the window of another caller that is counted together. Its requests in flight are added by
   * `enter`.
   */
  join(other: RateWindow): void {
    const { reset, passed, used } = this.use;
    this.follow(other);
    this.#passed =
      (reset >= other.#reset ? passed : 0) + (other.#reset >= reset ? other.#passed : 0);
    this.#used = Math.max(
      reset >= other.#reset ? used : 0,
      other.#reset >= reset ? other.#used : 0,
    );
    this.#last = null;
  }

  /** An endpoint moves from another window to this one: the smaller remaining number counts. */
  follow(before: RateWindow): void {
    if (this.#limit !== before.#limit) {
      return;
    }
    this.#blockedUntilMs = Math.max(this.#blockedUntilMs, before.#blockedUntilMs);
    if (this.#reset === before.#reset) {
      this.#remaining = Math.min(this.#remaining, before.#remaining);
    } else if (this.#reset < before.#reset) {
      this.#concurrentLimit = before.#concurrentLimit;
      this.#remaining = before.#remaining;
      this.#reset = before.#reset;
      this.#resetAtMs = before.#resetAtMs;
      this.#isResetAssumed = before.#isResetAssumed;
      this.#passed = 0;
      this.#used = 0;
    }
  }

  isIdle(nowMs: number): boolean {
    return this.#resetAtMs <= nowMs && this.#blockedUntilMs <= nowMs;
  }

  /**
   * Requests that the server counts for each request of the gateway; more than 1 if other programs
   * share the window.
   */
  get #share(): number {
    return this.#last === null
      ? 1
      : Math.max(1, this.#last.used / Math.max(1, this.#last.passed) / this.sharers);
  }

  #partOf(limit: number): number {
    return Math.max(1, Math.floor(limit / this.sharers));
  }

  #remainingPart(limit: number): number {
    return this.sharers === 1 ? this.#remaining : Math.min(this.#remaining, limit - this.#passed);
  }

  /** Begins the next window if the clock shows that this one has ended. */
  #turn(nowMs: number): void {
    if (this.#limit !== null && nowMs >= this.#resetAtMs) {
      this.#keepUse();
      this.#remaining = this.#limit;
      this.#resetAtMs = nowMs + ASSUMED_WINDOW_MS;
      this.#isResetAssumed = true;
    }
  }

  #keepUse(): void {
    if (this.#used > 0) {
      this.#last = this.use;
    }
    this.#passed = 0;
    this.#used = 0;
  }
}
