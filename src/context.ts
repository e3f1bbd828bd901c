import type { ObserveBatch } from './loaders/batch.ts';
import type { ForbiddenIssuesMemory } from './loaders/forbidden-issues.ts';
import { createLoaders, type Loaders } from './loaders/index.ts';
import type { SentryApi } from './sentry/api.ts';
import { createApi } from './sentry/detect-server.ts';
import type { Operation } from './sentry/operation.ts';
import type { Deadline } from './sentry/request.ts';
import type { SentryClient } from './sentry/server-kind.ts';
import { createClient } from './upstream/client.ts';
import type { Routing } from './upstream/routing.ts';

/** What resolvers use; created for each operation. */
export interface Context {
  readonly operation: Operation;
  readonly client: SentryClient;
  /** Sends requests to Sentry for the caller. Reads go through loaders instead. */
  readonly sentry: SentryApi;
  readonly loaders: Loaders;
  /** Identifies the caller in cache keys; contains no token. */
  readonly cacheScope: string;
  /** The size of the response so far. */
  readonly responseSize: ResponseSize;
  /** The different representations of `_entities` so far, and their limit. */
  readonly representations: { readonly distinct: Set<string>; max: number };
  /** Cancels the reads of the operation: its client has disconnected. */
  readonly cancel: () => void;
  /** Called when the operation is answered. */
  readonly atEnd: (() => void)[];
  /** Set during execution. An object, because Apollo Server copies the context. */
  readonly result: Result;
}

/** The size of a response while it is executed, and its limits. */
export interface ResponseSize {
  fields: number;
  errors: number;
  /** Characters of JSON in `measured`. */
  characters: number;
  /** Parts of the response that are counted in `characters`. */
  readonly measured: Set<unknown>;
  maxFields: number;
  maxErrors: number;
  maxCharacters: number;
}

export interface Result {
  /** The coerced variables of the operation; null until they are known. */
  variables: Readonly<Record<string, unknown>> | null;
  cacheable: CacheableResult | null;
  /** Refused before execution, although the request has a valid operation. */
  isRefused: boolean;
  /** For how long others may cache the response, in seconds. */
  maxAge: number;
}

/** A result that may be cached. */
export interface CacheableResult {
  readonly operationName: string | null;
  /** Until when all of its data is fresh, in milliseconds since 1970. */
  readonly freshUntilMs: number;
}

interface ContextOptions {
  readonly operation: Operation;
  readonly routing: Routing;
  /** The caller's Sentry token; null if there is none. */
  readonly token: string | null;
  /** The deadline of the operation. */
  readonly deadline: Deadline;
  readonly forbiddenIssues: ForbiddenIssuesMemory;
  readonly cacheScope: string;
  readonly observeBatch: ObserveBatch;
}

export function createContext({
  operation,
  routing,
  token,
  deadline,
  forbiddenIssues,
  cacheScope,
  observeBatch,
}: ContextOptions): Context {
  const client = createClient({ token, deadline, operation }, routing);
  const sentry = createApi(client);
  return {
    operation,
    client,
    sentry,
    loaders: createLoaders(sentry, forbiddenIssues.of(cacheScope), observeBatch),
    cacheScope,
    responseSize: {
      fields: 0,
      errors: 0,
      characters: 0,
      measured: new Set(),
      maxFields: Number.POSITIVE_INFINITY,
      maxErrors: Number.POSITIVE_INFINITY,
      maxCharacters: Number.POSITIVE_INFINITY,
    },
    representations: { distinct: new Set(), max: Number.POSITIVE_INFINITY },
    cancel: deadline.cancel,
    atEnd: [deadline.end],
    result: { variables: null, cacheable: null, isRefused: false, maxAge: 0 },
  };
}
