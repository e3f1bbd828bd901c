import type { RateLimit } from './rate-limit.ts';

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

interface SentryErrorOptions {
  /** HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** The upstream's own message, if any. */
  readonly detail?: string | undefined;
  /** Sentry's ID of the failure, for its own log. */
  readonly errorId?: string | undefined;
  /** Wait before a retry, if the upstream asked for one. */
  readonly retryAfterMs?: number | undefined;
  /** Rate limit in the response, if any. */
  readonly rateLimit?: RateLimit | undefined;
  /** False if the gateway refused the request before sending it. @default true */
  readonly wasSent?: boolean;
  /** The scope that the token needs, if it is known. */
  readonly requiredScope?: string | undefined;
  /** What does not exist, by its name in paths, such as `issue`. */
  readonly missing?: string | undefined;
  readonly cause?: unknown;
}

/**
 * A refusal or failure of the upstream. The message is for the caller: Sentry's own `detail` if it has one. It never
 * contains a URL, a header or a token.
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
  readonly missing: string | undefined;

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
    this.missing = options.missing;
  }
}

/** Refused by the gateway, without a request. */
export function notSent(kind: SentryErrorKind, message: string): SentryError {
  return new SentryError(kind, message, { wasSent: false });
}

export function toCancelled(cause?: unknown): SentryError {
  return new SentryError('cancelled', 'The client disconnected before the response.', { cause });
}

export function isSentryError(error: unknown, ...kinds: readonly SentryErrorKind[]): boolean {
  return error instanceof SentryError && kinds.includes(error.kind);
}

/** Messages name Sentry, unless the server is known to be of another kind. Its own words stay. */
export function withServerName(name: string | undefined, error: unknown): unknown {
  const isOwn = error instanceof SentryError && error.message !== error.detail;
  return name === undefined || name === 'Sentry' || !isOwn
    ? error
    : new SentryError(error.kind, error.message.replaceAll(/\bSentry\b/g, name), error);
}
