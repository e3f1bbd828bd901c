/** Secrets that callers send: for Sentry, or for the gateway itself. */
export type CredentialKind = 'sentryToken' | 'apiKey' | 'jwt' | 'routerSecret';

/** What the triage page is given by its gateway; must not contain secrets. */
export interface TriageSettings {
  /** The issue to open first; null for none. */
  readonly start: { readonly organization: string; readonly issue: string } | null;
  /** The secrets that each operation needs. */
  readonly credentials: readonly CredentialKind[];
  /** The gateway refuses mutations. */
  readonly isReadOnly: boolean;
}
