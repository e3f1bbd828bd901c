import type { RateLimit } from '../sentry/rate-limit.ts';

/**
 * What is known of one fixed window that a server counts a token's requests in. Nothing is known
 * before the first answer, and of a server without a limiter nothing ever is.
 */
export interface RateWindow {
  /** Requests of one window; null where the server has told of none. */
  readonly limit: number | null;
  /** What the server left of the window, as far as it has told. */
  readonly remaining: number;
  /** When the window ends. */
  readonly resetAtMs: number;
  /** Whether that end is a guess: the window began by the clock, and no answer has told of it yet. */
  readonly isResetAssumed: boolean;
  /** Nothing goes before this, after a refusal. */
  readonly blockedUntilMs: number;
  /** Most requests under way at once; null where the server has not told. */
  readonly concurrentLimit: number | null;
  /** Requests sent and not answered: the server may or may not have counted them. */
  readonly underWay: number;
  readonly isKnown: boolean;
}

/**
 * Requests that go before a server's first answer has told its limits: the least limit that
 * sentry.io is seen to have for an endpoint in use here is 5.
 */
export const FIRST_BURST = 5;

/** Where an answer told no end of a window, it is taken to last this long: sentry.io's do. */
const ASSUMED_WINDOW_MS = 1_000;

/** A refusal stops an endpoint for at least this long, lest clocks that differ make it storm. */
const MIN_BLOCK_MS = 250;

export const UNKNOWN_WINDOW: RateWindow = {
  limit: null,
  remaining: 0,
  resetAtMs: 0,
  isResetAssumed: true,
  blockedUntilMs: 0,
  concurrentLimit: null,
  underWay: 0,
  isKnown: false,
};

/** A window of which another token has told the size. */
export function expectedWindow(limit: number | null): RateWindow {
  return { ...UNKNOWN_WINDOW, limit, isKnown: true };
}

/** When one more may be sent: now or earlier if it may at once, infinite if an answer must come first. */
export function opensAt(window: RateWindow, nowMs: number): number {
  const { limit, remaining, resetAtMs, blockedUntilMs, concurrentLimit, underWay } = window;
  if (!window.isKnown && underWay >= FIRST_BURST) {
    return Number.POSITIVE_INFINITY;
  }
  if (concurrentLimit !== null && underWay >= concurrentLimit) {
    return Number.POSITIVE_INFINITY;
  }
  if (limit === null) {
    return blockedUntilMs;
  }
  // Those under way may fall into either window, so both have to have room for them.
  if (nowMs < resetAtMs && remaining <= underWay) {
    return underWay < limit ? Math.max(resetAtMs, blockedUntilMs) : Number.POSITIVE_INFINITY;
  }
  return underWay < limit ? blockedUntilMs : Number.POSITIVE_INFINITY;
}

export function sent(window: RateWindow, nowMs: number): RateWindow {
  return { ...turned(window, nowMs), underWay: window.underWay + 1 };
}

/** A request ended, whichever way: it is no longer under way. */
export function withdrawn(window: RateWindow): RateWindow {
  return { ...window, underWay: Math.max(0, window.underWay - 1) };
}

/** After the end of one that was sent: `told` is what its answer, if any, said of the limiter. */
export function answered(
  window: RateWindow,
  told: RateLimit | undefined,
  hasAnswer: boolean,
  nowMs: number,
): RateWindow {
  const next = turned(window, nowMs);
  if (told) {
    return learned(next, told);
  }
  // Whether the server counted it is unknown, so it is taken to have been.
  const remaining = Math.max(0, next.remaining - 1);
  return { ...next, remaining, isKnown: next.isKnown || hasAnswer };
}

/** The server refused for want of budget. */
export function refused(
  window: RateWindow,
  retryAfterMs: number | undefined,
  nowMs: number,
): RateWindow {
  const until = nowMs + Math.max(retryAfterMs ?? 0, MIN_BLOCK_MS);
  return { ...window, blockedUntilMs: Math.max(window.blockedUntilMs, until) };
}

/** The window after the one that has ended, if it has. */
function turned(window: RateWindow, nowMs: number): RateWindow {
  return window.limit === null || nowMs < window.resetAtMs
    ? window
    : {
        ...window,
        remaining: window.limit,
        resetAtMs: nowMs + ASSUMED_WINDOW_MS,
        isResetAssumed: true,
      };
}

function learned(window: RateWindow, told: RateLimit): RateWindow {
  const limits = { limit: told.limit, concurrentLimit: told.concurrentLimit, isKnown: true };
  const beganAtMs = window.resetAtMs - ASSUMED_WINDOW_MS;
  const isOlder = window.isResetAssumed
    ? told.resetAtMs <= beganAtMs
    : told.resetAtMs < window.resetAtMs;
  if (isOlder) {
    return { ...window, ...limits };
  }
  const isNewer =
    window.limit === null || (!window.isResetAssumed && told.resetAtMs > window.resetAtMs);
  return {
    ...window,
    ...limits,
    resetAtMs: told.resetAtMs,
    isResetAssumed: false,
    // Answers overtake each other: of one window the least that remains is the newest.
    remaining: isNewer ? told.remaining : Math.min(window.remaining, told.remaining),
  };
}
