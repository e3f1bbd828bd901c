import type { RateLimit } from './rate-limit.ts';

/** Why the upstream gave no answer that can be used. */
export type SentryErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'refused'
  | 'conflict'
  | 'unsupported'
  | 'rateLimited'
  | 'timeout'
  | 'unavailable'
  | 'badResponse'
  | 'cancelled';

export interface SentryErrorOptions {
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The upstream's own words, where it had some. */
  readonly detail?: string | undefined;
  /** What Sentry's own log knows a failure inside it by. */
  readonly errorId?: string | undefined;
  /** How long to wait before another try, where the upstream said. */
  readonly retryAfterMs?: number;
  /** What the answer said of the upstream's limiter, where it did. */
  readonly rateLimit?: RateLimit | undefined;
  /** Whether Sentry was asked at all; false where the gateway refused in its stead. @default true */
  readonly wasSent?: boolean;
  /** The scope that the token has to have, where that can be said. */
  readonly requiredScope?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The upstream's refusal or failure. The message is a sentence fit for the caller: Sentry's own
 * `detail` where it has one. It never carries a URL, a header or a token.
 */
export class SentryError extends Error {
  override readonly name = 'SentryError';
  readonly kind: SentryErrorKind;
  readonly status: number | undefined;
  readonly detail: string | undefined;
  readonly errorId: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly wasSent: boolean;
  readonly requiredScope: string | undefined;

  constructor(kind: SentryErrorKind, message: string, options: SentryErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
    this.detail = options.detail;
    this.errorId = options.errorId;
    this.retryAfterMs = options.retryAfterMs;
    this.rateLimit = options.rateLimit;
    this.wasSent = options.wasSent ?? true;
    this.requiredScope = options.requiredScope;
  }
}

export function toCancelled(cause?: unknown): SentryError {
  return new SentryError('cancelled', 'The client disconnected before the response.', { cause });
}

export function isSentryError(error: unknown, ...kinds: readonly SentryErrorKind[]): boolean {
  return error instanceof SentryError && kinds.includes(error.kind);
}
