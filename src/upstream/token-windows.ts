import type { ObservedRateLimit, RateLimit } from '../sentry/rate-limit.ts';
import {
  answered,
  expectedWindow,
  FIRST_BURST,
  opensAt,
  type RateWindow,
  refused,
  sent,
  UNKNOWN_WINDOW,
  withdrawn,
} from './rate-window.ts';

/** How a request ended, as far as a limiter cares. */
export interface Ending {
  readonly told: RateLimit | undefined;
  /** Whether the request reached the server at all. */
  readonly wasSent: boolean;
  readonly hasAnswer: boolean;
  readonly isRefused: boolean;
  readonly retryAfterMs: number | undefined;
}

/** Limits of endpoints as any token was last told them; null for one that has none. */
export type KnownLimits = Map<string, number | null>;

interface Bucket {
  window: RateWindow;
}

/**
 * The windows that one token's requests are counted in.
 *
 * Sentry counts all endpoints without a limit of their own in one window, and does not say which
 * those are. So endpoints with the same limit are taken to share a window, and one that has told of
 * none yet to share the widest: at worst some are slower than they might be.
 */
export class TokenWindows {
  readonly #knownLimits: KnownLimits;
  readonly #buckets = new Map<string, Bucket>();
  readonly #underWay = new Map<string, number>();
  lastRateLimit: ObservedRateLimit | null = null;

  constructor(knownLimits: KnownLimits) {
    this.#knownLimits = knownLimits;
  }

  opensAt(endpoint: string, nowMs: number): number {
    const { window } = this.#bucketOf(endpoint);
    return !this.#knownLimits.has(endpoint) && this.#underWayOf(endpoint) >= FIRST_BURST
      ? Number.POSITIVE_INFINITY
      : opensAt(window, nowMs);
  }

  sent(endpoint: string, nowMs: number): void {
    this.#change(endpoint, (window) => sent(window, nowMs));
    this.#underWay.set(endpoint, this.#underWayOf(endpoint) + 1);
  }

  ended(endpoint: string, ending: Ending, nowMs: number): void {
    const { told, wasSent, hasAnswer, isRefused, retryAfterMs } = ending;
    this.#underWay.set(endpoint, this.#underWayOf(endpoint) - 1);
    this.#change(endpoint, withdrawn);
    if (!wasSent) {
      return;
    }
    if (told) {
      this.#join(endpoint, told.limit);
      this.lastRateLimit = { rateLimit: told, atMs: nowMs };
    } else if (hasAnswer && !this.#knownLimits.has(endpoint)) {
      this.#knownLimits.set(endpoint, null);
      this.#move(endpoint, { window: expectedWindow(null) });
    }
    this.#change(endpoint, (window) => answered(window, told, hasAnswer, nowMs));
    if (isRefused) {
      this.#change(endpoint, (window) => refused(window, retryAfterMs, nowMs));
    }
  }

  /** Whether nothing here would be missed: the next answer tells it all again. */
  isIdle(nowMs: number): boolean {
    return [...this.#buckets.values()].every(
      ({ window }) =>
        window.underWay === 0 && window.resetAtMs <= nowMs && window.blockedUntilMs <= nowMs,
    );
  }

  #underWayOf(endpoint: string): number {
    return this.#underWay.get(endpoint) ?? 0;
  }

  #bucketOf(endpoint: string): Bucket {
    const known = this.#buckets.get(endpoint);
    if (known) {
      return known;
    }
    const limit = this.#knownLimits.get(endpoint);
    const bucket =
      limit === undefined
        ? (this.#widest() ?? { window: UNKNOWN_WINDOW })
        : (limit && this.#withLimit(limit)) || { window: expectedWindow(limit) };
    this.#buckets.set(endpoint, bucket);
    return bucket;
  }

  #withLimit(limit: number): Bucket | undefined {
    return [...this.#buckets.values()].find(({ window }) => window.limit === limit);
  }

  #widest(): Bucket | undefined {
    const limitOf = ({ window: { limit } }: Bucket) => limit ?? 0;
    return [...this.#buckets.values()]
      .filter((bucket) => limitOf(bucket) > 0)
      .sort((a, b) => limitOf(b) - limitOf(a))[0];
  }

  /** Counts an endpoint in the window of its limit, and those that have told of none along with it. */
  #join(endpoint: string, limit: number): void {
    this.#knownLimits.set(endpoint, limit);
    if (this.#bucketOf(endpoint).window.limit !== limit) {
      this.#move(endpoint, this.#withLimit(limit) ?? { window: expectedWindow(limit) });
    }
    for (const [other, { window }] of this.#buckets) {
      if (!window.isKnown) {
        this.#move(other, this.#bucketOf(endpoint));
      }
    }
  }

  /** Moves an endpoint, and what it has under way. */
  #move(endpoint: string, to: Bucket): void {
    const from = this.#bucketOf(endpoint);
    const underWay = this.#underWayOf(endpoint);
    from.window = { ...from.window, underWay: Math.max(0, from.window.underWay - underWay) };
    to.window = { ...to.window, underWay: to.window.underWay + underWay };
    this.#buckets.set(endpoint, to);
  }

  #change(endpoint: string, change: (window: RateWindow) => RateWindow): void {
    const bucket = this.#bucketOf(endpoint);
    bucket.window = change(bucket.window);
  }
}
