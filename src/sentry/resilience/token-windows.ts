import type { RateLimit, ToldRateLimit } from '../rate-limit.ts';
import {
  answered,
  expectedWindow,
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
 * those are. So endpoints with the same limit are taken to share a window: at worst two that do not
 * are slower than they might be.
 */
export class TokenWindows {
  readonly #knownLimits: KnownLimits;
  readonly #buckets = new Map<string, Bucket>();
  readonly #underWay = new Map<string, number>();
  lastTold: ToldRateLimit | null = null;

  constructor(knownLimits: KnownLimits) {
    this.#knownLimits = knownLimits;
  }

  opensAt(endpoint: string, nowMs: number): number {
    return opensAt(this.#bucketOf(endpoint).window, nowMs);
  }

  sent(endpoint: string, nowMs: number): void {
    this.#change(endpoint, (window) => sent(window, nowMs));
    this.#underWay.set(endpoint, (this.#underWay.get(endpoint) ?? 0) + 1);
  }

  ended(endpoint: string, ending: Ending, nowMs: number): void {
    const { told, wasSent, hasAnswer, isRefused, retryAfterMs } = ending;
    this.#underWay.set(endpoint, (this.#underWay.get(endpoint) ?? 1) - 1);
    this.#change(endpoint, withdrawn);
    if (!wasSent) {
      return;
    }
    if (told) {
      this.#join(endpoint, told.limit);
      this.lastTold = { rateLimit: told, atMs: nowMs };
    } else if (hasAnswer && !this.#knownLimits.has(endpoint)) {
      this.#knownLimits.set(endpoint, null);
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

  #bucketOf(endpoint: string): Bucket {
    const bucket = this.#buckets.get(endpoint);
    if (bucket) {
      return bucket;
    }
    const limit = this.#knownLimits.get(endpoint);
    const fresh = (limit ? this.#withLimit(limit) : undefined) ?? {
      window: limit === undefined ? UNKNOWN_WINDOW : expectedWindow(limit),
    };
    this.#buckets.set(endpoint, fresh);
    return fresh;
  }

  #withLimit(limit: number): Bucket | undefined {
    return [...this.#buckets.values()].find(({ window }) => window.limit === limit);
  }

  /** Moves an endpoint, and what it has under way, to the window of its limit. */
  #join(endpoint: string, limit: number): void {
    this.#knownLimits.set(endpoint, limit);
    const old = this.#bucketOf(endpoint);
    if (old.window.limit === limit) {
      return;
    }
    const shared = this.#withLimit(limit) ?? { window: UNKNOWN_WINDOW };
    const underWay = this.#underWay.get(endpoint) ?? 0;
    old.window = { ...old.window, underWay: Math.max(0, old.window.underWay - underWay) };
    shared.window = { ...shared.window, underWay: shared.window.underWay + underWay };
    this.#buckets.set(endpoint, shared);
  }

  #change(endpoint: string, change: (window: RateWindow) => RateWindow): void {
    const bucket = this.#bucketOf(endpoint);
    bucket.window = change(bucket.window);
  }
}
