import type { Json, JsonObject } from './json.ts';
import type { Links } from './link-header.ts';
import type { Operation } from './operation.ts';
import type { RateLimit } from './rate-limit.ts';

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** When an operation has to be answered. */
export interface Deadline {
  readonly atMs: number;
  readonly timeoutMs: number;
  /** Aborted when the moment has come. */
  readonly signal: AbortSignal;
  /** Frees its timer, once the operation is answered. */
  readonly end: () => void;
}

/** What one caller asks of Sentry. */
export interface SentryRequest {
  readonly token: string;
  /** Aborted when nobody waits for the answer any more; absent where it has to go on. */
  readonly signal?: AbortSignal | undefined;
  /** When the operation has to be answered; a change goes on after it, unawaited. */
  readonly deadline?: Deadline | undefined;
  /** The same object for all requests of one operation: what is shared out fairly goes by it. */
  readonly operation?: Operation | undefined;
  /**
   * Whether it is needed only because a list left something out, or does not say enough: what an
   * operation costs is measured without it. @default false
   */
  readonly isFallback?: boolean;
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Below `/api/0`; comes from the `path` tag. */
  readonly path: string;
  readonly query: Query;
  /** Headers besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What is to be changed, as JSON. */
  readonly change?: JsonObject | undefined;
}

export interface SentryAnswer {
  readonly body: Json;
  readonly links: Links;
  /** Size of the body's JSON text; absent where it was put together from others. */
  readonly bytes?: number | undefined;
  /** What the answer said of the upstream's limiter; absent where it said nothing. */
  readonly rateLimit?: RateLimit | undefined;
  /** How many rows the whole list has (`X-Hits`); absent where the server did not count. */
  readonly hits?: number | undefined;
}

/**
 * Brings a request to Sentry and back.
 * @throws SentryError for whatever is not a whole JSON answer.
 */
export type SendRequest = (request: SentryRequest) => Promise<SentryAnswer>;

/** A step on the way: it may answer itself, ask more than once, or wait. */
export type Middleware = (send: SendRequest) => SendRequest;
