import type { ForbiddenIssuesMemory } from './loaders/forbidden-issues.ts';
import { createLoaders, type Loaders } from './loaders/index.ts';
import type { SentryClient, SentryUpstream } from './sentry/client.ts';
import type { Deadline } from './sentry/exchange.ts';
import type { Limiter } from './sentry/resilience/limiter.ts';

/** What a resolver may use; made for each operation. */
export interface Context {
  /** Speaks to the upstream for the caller; what only reads goes through a loader instead. */
  readonly sentry: SentryClient;
  readonly loaders: Loaders;
  /** What the upstream last told of the caller's budget of requests; asks nothing. */
  readonly rateLimit: () => ReturnType<Limiter['lastTold']>;
}

export interface ContextOptions {
  readonly upstream: SentryUpstream;
  /** The token that the caller sent for Sentry; null where there is none. */
  readonly token: string | null;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
  /** When the operation has to be answered. */
  readonly deadline: Deadline;
  /** The same for a caller's token, on the upstream that all organizations without one of their own share. */
  readonly lastTold: (token: string | null) => ReturnType<Limiter['lastTold']>;
  readonly forbiddenIssues: ForbiddenIssuesMemory;
}

export function createContext({
  upstream,
  token,
  signal,
  deadline,
  lastTold,
  forbiddenIssues,
}: ContextOptions): Context {
  const sentry = upstream.clientFor({ token, signal, deadline });
  return {
    sentry,
    loaders: createLoaders(sentry, forbiddenIssues.of(token)),
    rateLimit: () => lastTold(token),
  };
}
