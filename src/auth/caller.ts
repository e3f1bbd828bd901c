/** The sender of an operation. */
export interface Caller {
  /** For logs: `key ci`, `jwt ann@example.com`; null if callers do not authenticate. */
  readonly name: string | null;
  /** The caller's Sentry token. Never a credential for the gateway. */
  readonly token: string | null;
}

/** A request that is refused; its message is for the caller. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
  /**
   * `unavailable`: the credentials cannot be checked now. `misdirected`: the `Host` header is not
   * accepted.
   */
  readonly kind: 'unauthenticated' | 'unavailable' | 'misdirected';

  constructor(sentence: string, { kind = 'unauthenticated', cause }: AccessDeniedOptions = {}) {
    super(sentence, { cause });
    this.kind = kind;
  }
}

interface AccessDeniedOptions {
  readonly kind?: AccessDenied['kind'];
  readonly cause?: unknown;
}

/** The token of an `Authorization: Bearer` header (RFC 6750), or null if there is none to use. */
export function readBearerToken(header: string | undefined): string | null {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(header ?? '')?.[1] ?? null;
}
