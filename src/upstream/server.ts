import { createDialect, type Dialect } from '../sentry/dialect.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { Middleware, SendRequest } from '../sentry/request.ts';
import { createTransport, type TransportOptions } from './transport.ts';

/** One Sentry server, for all callers. */
export interface UpstreamServer {
  readonly send: SendRequest;
  readonly dialect: Dialect;
  /** The rate limit that the server last sent for a token. */
  readonly lastRateLimit: (token: string) => ObservedRateLimit | null;
  close(): Promise<void>;
}

export interface UpstreamServerOptions extends TransportOptions {
  /** What a request passes on its way to the server, the first one first. @default [] */
  readonly layers?: readonly Middleware[];
  /** @default nothing was ever sent */
  readonly lastRateLimit?: (token: string) => ObservedRateLimit | null;
}

export function connectServer({
  layers = [],
  lastRateLimit = () => null,
  ...transportOptions
}: UpstreamServerOptions): UpstreamServer {
  const transport = createTransport(transportOptions);
  return {
    send: layers.reduceRight<SendRequest>((next, layer) => layer(next), transport.send),
    dialect: createDialect(),
    lastRateLimit,
    close: () => transport.close(),
  };
}
