/** Why the upstream gave no answer that can be used. */
export type SentryErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'refused'
  | 'conflict'
  | 'rateLimited'
  | 'timeout'
  | 'unavailable'
  | 'badResponse'
  | 'cancelled';

export interface SentryErrorOptions {
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** How long to wait before another try, where the upstream said. */
  readonly retryAfterMs?: number;
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
  readonly retryAfterMs: number | undefined;

  constructor(kind: SentryErrorKind, message: string, options: SentryErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

export function isSentryError(error: unknown, ...kinds: readonly SentryErrorKind[]): boolean {
  return error instanceof SentryError && kinds.includes(error.kind);
}
