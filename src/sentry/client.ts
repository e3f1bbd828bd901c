import { SentryError } from './errors.ts';
import type { Deadline, Layer, Query, Send, SentryAnswer } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { createTransport, type TransportOptions } from './transport.ts';

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
}

export interface SentryUpstreamOptions extends TransportOptions {
  /** What a request passes on its way to the server, the first layer first. @default [] */
  readonly layers?: readonly Layer[];
}

export function createSentryUpstream({
  layers = [],
  ...transportOptions
}: SentryUpstreamOptions): SentryUpstream {
  const transport = createTransport(transportOptions);
  const send = layers.reduceRight<Send>((next, layer) => layer(next), transport.send);
  return {
    clientFor: (caller) => createClient(caller, send),
    close: () => transport.close(),
  };
}

function createClient({ token, signal: left, deadline }: SentryCaller, send: Send): SentryClient {
  const signal = left && deadline ? AbortSignal.any([left, deadline.signal]) : left;
  const operation = {};
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
    get: async (path, query = {}) =>
      send({ token: tokenOrRefusal(), signal, deadline, operation, method: 'GET', path, query }),
    put: async (path, query, change) =>
      send({ token: tokenOrRefusal(), deadline, operation, method: 'PUT', path, query, change }),
  };
}
