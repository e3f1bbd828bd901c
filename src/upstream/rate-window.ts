import type { RateLimit } from '../sentry/rate-limit.ts';

/**
 * Requests that go before a server's first answer has said its limits: the least limit that
 * sentry.io is seen to have for an endpoint in use here is 5.
 */
export const FIRST_BURST = 5;

/** Where no answer has said the end of a window, it is taken to last this long: sentry.io's do. */
const ASSUMED_WINDOW_MS = 1_000;

/** A 429 stops an endpoint for at least this long, lest clocks that differ make a storm. */
const MIN_BLOCK_MS = 250;

/** What is known of a window that is over. */
export interface WindowUse {
  /** Its end, as the server writes it. */
  readonly reset: number;
  /** Requests that the server has let pass. */
  readonly passed: number;
  /** All that it has counted, those of other programs too. */
  readonly used: number;
}

/**
 * What is known of the fixed windows that a server counts requests in. Nothing is known before the
 * first answer, and of a server without a rate limiter nothing ever is. Times are of the limiter's
 * clock, not of the epoch.
 */
export class RateWindow {
  /** Requests of one window; null where the server has sent no limit. */
  #limit: number | null = null;
  #isKnown = false;
  /** Most requests in flight at once; null where the server has not said. */
  #concurrentLimit: number | null = null;
  /** Requests in flight: the server may or may not have counted them. */
  #underWay = 0;
  /** What is left of the window, as far as the server has said. */
  #remaining = 0;
  /** The end of the newest window that an answer was of, as the server writes it, and when that is. */
  #reset = 0;
  #resetAtMs = 0;
  /** Whether a later window has begun by the clock, and no answer has been of it yet. */
  #isResetAssumed = true;
  #passed = 0;
  #used = 0;
  #last: WindowUse | null = null;
  /** Nothing is sent before this, after a 429. */
  #blockedUntilMs = 0;

  /** @param limit - As other callers were told it; undefined where no one was. */
  constructor(limit: number | null | undefined) {
    this.#limit = limit ?? null;
    this.#isKnown = limit !== undefined;
  }

  /** The window that answers are of now. */
  get use(): WindowUse {
    return { reset: this.#reset, passed: this.#passed, used: this.#used };
  }

  /** The window before it. */
  get last(): WindowUse | null {
    return this.#last;
  }

  /** When one more may be sent: now or earlier if it may at once, infinite if an answer must come first. */
  opensAt(nowMs: number): number {
    const underWay = this.#underWay;
    const isFull =
      (!this.#isKnown && underWay >= FIRST_BURST) ||
      (this.#concurrentLimit !== null && underWay >= this.#concurrentLimit);
    if (isFull) {
      return Number.POSITIVE_INFINITY;
    }
    if (this.#limit === null) {
      return this.#blockedUntilMs;
    }
    // Those in flight may fall into this window or the next, so both must have room for them.
    const room = nowMs < this.#resetAtMs ? this.#remaining : this.#limit;
    if (room > underWay * this.#share && underWay < this.#limit) {
      return this.#blockedUntilMs;
    }
    return room > underWay || underWay >= this.#limit
      ? Number.POSITIVE_INFINITY
      : Math.max(this.#resetAtMs, this.#blockedUntilMs);
  }

  /** Counts a request in flight. */
  enter(nowMs: number): void {
    this.#turn(nowMs);
    this.#underWay += 1;
  }

  leave(): void {
    this.#underWay = Math.max(0, this.#underWay - 1);
  }

  /** An answer has said what is left. */
  answered(told: RateLimit, isRefused: boolean, nowMs: number): void {
    this.#turn(nowMs);
    const { limit, concurrentLimit, reset, remaining } = told;
    const isNewer = this.#limit === null || reset > this.#reset;
    const isSame = reset === this.#reset && !this.#isResetAssumed;
    if (isNewer) {
      // What was sent since a window began by the clock is not in an answer of its beginning.
      const isAssumed = this.#limit !== null && this.#isResetAssumed;
      this.#remaining = isAssumed ? Math.min(this.#remaining, remaining) : remaining;
      this.#keepUse();
      this.#reset = reset;
      this.#resetAtMs = nowMs + told.resetInMs;
      this.#isResetAssumed = false;
    }
    // An answer of a window that is over came late.
    if (isNewer || isSame) {
      // Answers overtake each other: of one window the least that remains is the newest.
      this.#remaining = Math.min(this.#remaining, remaining);
      this.#used = Math.max(this.#used, limit - remaining);
      this.#passed += isRefused ? 0 : 1;
    }
    this.#limit = limit;
    this.#concurrentLimit = concurrentLimit;
    this.#isKnown = true;
  }

  /** A request has ended without a word of the limit: it is taken to have been counted. */
  unanswered(hasAnswer: boolean, nowMs: number): void {
    this.#turn(nowMs);
    this.#remaining = Math.max(0, this.#remaining - 1);
    this.#isKnown ||= hasAnswer;
  }

  /** The server answered 429. */
  block(retryAfterMs: number | undefined, nowMs: number): void {
    const until = nowMs + Math.max(retryAfterMs ?? 0, MIN_BLOCK_MS);
    this.#blockedUntilMs = Math.max(this.#blockedUntilMs, until);
  }

  /** Another caller's window turned out to be this one. Its requests in flight come by `enter`. */
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

  /** An endpoint that was counted in another window is counted in this: what is left in both is left. */
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
   * How many requests the server counts for each of the gateway's: more than 1 where another program
   * shares the window.
   */
  get #share(): number {
    return this.#last === null ? 1 : Math.max(1, this.#last.used / Math.max(1, this.#last.passed));
  }

  /** Begins the next window where one has ended by the clock. */
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
