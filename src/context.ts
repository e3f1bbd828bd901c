import type { ForbiddenIssuesMemory } from './loaders/forbidden-issues.ts';
import { createLoaders, type Loaders } from './loaders/index.ts';
import type { SentryClient, SentryUpstream } from './sentry/client.ts';

/** What a resolver may use; made for each operation. */
export interface Context {
  /** Speaks to the upstream for the caller; what only reads goes through a loader instead. */
  readonly sentry: SentryClient;
  readonly loaders: Loaders;
}

export interface ContextOptions {
  readonly upstream: SentryUpstream;
  /** The token that goes upstream; null where the caller sent none and the gateway has none. */
  readonly token: string | null;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
  readonly forbiddenIssues: ForbiddenIssuesMemory;
}

export function createContext({
  upstream,
  token,
  signal,
  forbiddenIssues,
}: ContextOptions): Context {
  const sentry = upstream.clientFor({ token, signal });
  return { sentry, loaders: createLoaders(sentry, forbiddenIssues.of(token)) };
}
