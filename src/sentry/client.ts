import { createTransport, type TransportOptions } from '../upstream/transport.ts';
import { tallyOf } from '../upstream/usage.ts';
import { createDialect, type Dialect } from './dialect.ts';
import { SentryError } from './errors.ts';
import type { JsonObject } from './json.ts';
import type { Operation } from './operation.ts';
import type { ObservedRateLimit } from './rate-limit.ts';
import type { Deadline, Middleware, Query, SendRequest, SentryAnswer } from './request.ts';

/** One Sentry server, for all callers. */
export interface SentryUpstream {
  /** A client that speaks for one caller, for as long as `signal` lets it. */
  clientFor(caller: SentryCaller): SentryClient;
  close(): Promise<void>;
}

export interface SentryCaller {
  readonly token: string | null;
  readonly signal?: AbortSignal;
  readonly deadline?: Deadline | undefined;
  /** The same object for all that one operation asks; without it each request is one of its own. */
  readonly operation?: Operation | undefined;
  /** Whether its reads are `isFallback`. @default false */
  readonly isFallback?: boolean;
}

export interface SentryClient {
  /**
   * Reads below `/api/0`. `path` comes from the `path` tag.
   * @throws SentryError for whatever is not a whole JSON answer.
   */
  get(path: string, query?: Query): Promise<SentryAnswer>;
  /**
   * Changes something below `/api/0`. It goes on when the client leaves: half a change helps nobody.
   * @throws SentryError as `get` does; an empty answer is one, with null for a body.
   */
  put(path: string, query: Query, change?: JsonObject): Promise<SentryAnswer>;
  /**
   * What the server of a path last told of the caller's budget of requests; asks nothing, and is
   * null where nothing was told.
   */
  rateLimit(path: string): ObservedRateLimit | null;
  /** Removes something below `/api/0`, as `put` changes it. */
  delete(path: string, query: Query): Promise<SentryAnswer>;
  /** What has been learned of the server that has this organization. */
  dialectOf(organization: string): Dialect;
}

/** The same caller twice: what is counted apart goes by the second. */
export interface SentryClients {
  readonly sentry: SentryClient;
  /** For reads that are `isFallback`. */
  readonly extra: SentryClient;
}

export interface SentryUpstreamOptions extends TransportOptions {
  /** What a request passes on its way to the server, the first layer first. @default [] */
  readonly layers?: readonly Middleware[];
  /** What the server last told of a token's budget. @default nothing */
  readonly lastRateLimit?: (token: string) => ObservedRateLimit | null;
}

export function createSentryUpstream({
  layers = [],
  lastRateLimit = () => null,
  ...transportOptions
}: SentryUpstreamOptions): SentryUpstream {
  const transport = createTransport(transportOptions);
  const send = layers.reduceRight<SendRequest>((next, layer) => layer(next), transport.send);
  const dialect = createDialect();
  return {
    clientFor: (caller) => createClient(caller, send, { lastRateLimit, dialect }),
    close: () => transport.close(),
  };
}

/** What is remembered of a server. */
interface ServerMemory {
  readonly lastRateLimit: (token: string) => ObservedRateLimit | null;
  readonly dialect: Dialect;
}

function createClient(
  { token, signal, deadline, operation, isFallback = false }: SentryCaller,
  send: SendRequest,
  { lastRateLimit, dialect }: ServerMemory,
): SentryClient {
  const tokenOrRefusal = () => {
    if (token === null) {
      throw new SentryError(
        'unauthenticated',
        'A Sentry token is needed: send it as `Authorization: Bearer <token>`.',
      );
    }
    return token;
  };
  return {
    rateLimit: () => {
      // It may be another one the next moment, without a request.
      if (operation) {
        tallyOf(operation).freshUntilMs = 0;
      }
      return token === null ? null : lastRateLimit(token);
    },
    get: async (path, query = {}) =>
      send({
        token: tokenOrRefusal(),
        signal,
        deadline,
        operation,
        isFallback,
        method: 'GET',
        path,
        query,
      }),
    put: async (path, query, change) =>
      send({ token: tokenOrRefusal(), deadline, operation, method: 'PUT', path, query, change }),
    delete: async (path, query) =>
      send({ token: tokenOrRefusal(), deadline, operation, method: 'DELETE', path, query }),
    dialectOf: () => dialect,
  };
}
