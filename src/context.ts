import { setMaxListeners } from 'node:events';
import type { ObserveBatch } from './loaders/batch.ts';
import type { ForbiddenIssuesMemory } from './loaders/forbidden-issues.ts';
import { Loaders } from './loaders/index.ts';
import type { SentryApi } from './sentry/api.ts';
import { createApi } from './sentry/detect-server.ts';
import type { Operation } from './sentry/operation.ts';
import type { Deadline } from './sentry/request.ts';
import type { SentryClient } from './sentry/server-kind.ts';
import { createClient } from './upstream/client.ts';
import type { Routing } from './upstream/routing.ts';

/** What a resolver may use; made for each operation. */
export interface Context {
  readonly operation: Operation;
  readonly client: SentryClient;
  /** Speaks to the upstream for the caller; what only reads goes through a loader instead. */
  readonly sentry: SentryApi;
  readonly loaders: Loaders;
  /** The caller's name in keys of what is remembered; it says nothing of the token. */
  readonly cacheScope: string;
  /** How large the response has grown, and how large it may be. */
  readonly responseSize: { fields: number; errors: number; maxFields: number; maxErrors: number };
  /** What is done once the operation is answered. */
  readonly atEnd: (() => void)[];
  /** Filled when the operation is executed. An object, as Apollo Server copies the context. */
  readonly result: { cacheable: CacheableResult | null };
}

/** A result that may be served again. */
export interface CacheableResult {
  readonly operationName: string | null;
  /** Until when all that it was made of counts as fresh, in milliseconds since 1970. */
  readonly freshUntilMs: number;
}

export interface ContextOptions {
  readonly operation: Operation;
  readonly routing: Routing;
  /** The token that the caller sent for Sentry; null where there is none. */
  readonly token: string | null;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
  /** When the operation has to be answered. */
  readonly deadline: Deadline;
  readonly forbiddenIssues: ForbiddenIssuesMemory;
  readonly cacheScope: string;
  readonly observeBatch: ObserveBatch;
}

export function createContext({
  operation,
  routing,
  token,
  signal,
  deadline,
  forbiddenIssues,
  cacheScope,
  observeBatch,
}: ContextOptions): Context {
  const caller = { token, signal: abandonedSignal(signal, deadline), deadline, operation };
  const client = createClient(caller, routing);
  const sentry = createApi(client);
  return {
    operation,
    client,
    sentry,
    loaders: new Loaders(sentry, forbiddenIssues.of(cacheScope), observeBatch),
    cacheScope,
    responseSize: {
      fields: 0,
      errors: 0,
      maxFields: Number.POSITIVE_INFINITY,
      maxErrors: Number.POSITIVE_INFINITY,
    },
    atEnd: [deadline.end],
    result: { cacheable: null },
  };
}

/** Aborted when nobody waits for the operation any more. */
function abandonedSignal(left: AbortSignal, deadline: Deadline): AbortSignal {
  const signal = AbortSignal.any([left, deadline.signal]);
  // An operation waits for any number of answers at once; Node warns from the eleventh on.
  setMaxListeners(0, signal);
  return signal;
}
