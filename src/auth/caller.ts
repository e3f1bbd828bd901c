/** Whoever sends an operation, once let in. */
export interface Caller {
  /** What logs call them: `key ci`, `jwt ann@example.com`; null where nobody signs in. */
  readonly name: string | null;
  /** The bearer token they sent for Sentry. What signed them in is never one. */
  readonly token: string | null;
}

/** Why a caller is not let in: a sentence for them. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
  /**
   * `unavailable`: whether they may come in cannot be told for now. `misdirected`: it was sent to a
   * name that is not the gateway's.
   */
  readonly kind: 'unauthenticated' | 'unavailable' | 'misdirected';

  constructor(sentence: string, { kind = 'unauthenticated', cause }: AccessDeniedOptions = {}) {
    super(sentence, { cause });
    this.kind = kind;
  }
}

export interface AccessDeniedOptions {
  readonly kind?: AccessDenied['kind'];
  readonly cause?: unknown;
}
