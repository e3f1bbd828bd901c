import type { AnyEndpoint, BulkEndpoint, Endpoint, Query } from './endpoint.ts';
import type { Json, JsonObject } from './json.ts';
import type { Links } from './link-header.ts';
import type { Operation } from './operation.ts';
import type { SafeParams } from './path.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SeenIssues } from './seen-issues.ts';

/** The deadline of an operation. */
export interface Deadline {
  readonly atMs: number;
  readonly timeoutMs: number;
  /** Aborts at the deadline, or when the client disconnects before it. */
  readonly signal: AbortSignal;
  readonly isExpired: () => boolean;
  /** Ends the waits of the operation: its client has disconnected. */
  readonly cancel: () => void;
  /** Clears the timer. */
  readonly end: () => void;
}

/** Full events, or those of `SimpleEventSerializer`. */
export type EventDetail = 'full' | 'light';

/** A request to a server, without its caller. */
export interface SentryCall<Param extends string = string> {
  readonly endpoint: Endpoint<Param>;
  /** Parameters of the path, and always the organization, which decides about the server; null for the common one. */
  readonly params: Readonly<Record<NoInfer<Param>, string> & Record<'organization', string | null>>;
  readonly query?: Query | undefined;
  /** IDs of issues, events or hashes, if the endpoint takes several. */
  readonly ids?: readonly string[] | undefined;
  /** If the endpoint can return full and light events. */
  readonly events?: EventDetail | undefined;
  /** JSON body of a change. */
  readonly change?: JsonObject | undefined;
  /**
   * A fallback request: needed only because a list left something out or lacks information. Not measured before
   * execution. @default false
   */
  readonly isFallback?: boolean | undefined;
  /**
   * Runs before the request is sent, unless a cache answers it, and fails it: for a path without an organization, it
   * finds the object in the organization.
   */
  readonly check?: (() => Promise<unknown>) | undefined;
}

/** A change of several issues at once. */
export interface BulkChange {
  readonly endpoint: BulkEndpoint;
  readonly params: Readonly<Record<'organization', string>>;
  readonly issues: SeenIssues;
  readonly query?: Query | undefined;
  readonly change: JsonObject;
}

export interface RequestCaller {
  readonly token: string;
  /** Cancels the request; absent for changes, which continue. */
  readonly signal?: AbortSignal | undefined;
  /** Ends the wait for a response; a change continues. */
  readonly deadline?: Deadline | undefined;
  /** The same object for all requests of one operation: fairness, counts and spans use it. */
  readonly operation: Operation;
}

/** One request to Sentry, from the loader to the socket. */
export interface SentryRequest extends RequestCaller {
  readonly endpoint: AnyEndpoint;
  readonly params: SafeParams;
  readonly query: Query;
  readonly ids?: readonly string[] | undefined;
  readonly events?: EventDetail | undefined;
  readonly change?: JsonObject | undefined;
  readonly isFallback?: boolean | undefined;
  readonly check?: (() => Promise<unknown>) | undefined;
  /** Called with the body of an answer. */
  readonly receiveBody?: ((body: SentBody) => void) | undefined;
  /** Additional headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body as a server sent it. */
export interface SentBody {
  readonly bytes: Buffer;
  /** `Content-Encoding`, if any. */
  readonly encoding: string | undefined;
}

export interface SentryAnswer {
  /** Null if the response has no body. */
  readonly body: Json;
  /** HTTP status of a response without a body. */
  readonly status?: number | undefined;
  readonly links: Links;
  /** Size of the body as JSON, also if it was completed from the cache. */
  readonly bytes: number;
  /** Rate limit headers, if any. */
  readonly rateLimit?: RateLimit | undefined;
  /** The size of the whole list (`X-Hits`), if the server counted. */
  readonly hits?: number | undefined;
  /** From sending the request to the end of its response; reading the body comes after it. */
  readonly durationMs?: number;
  /** For an answer that another replica read, in milliseconds since 1970. Past if Sentry fails. */
  readonly freshUntilMs?: number;
}

/** @throws SentryError if there is no complete JSON response. */
export type SendRequest = (request: SentryRequest) => Promise<SentryAnswer>;

/** Middleware can answer a request itself, send it several times, or wait. */
export type Middleware = (send: SendRequest) => SendRequest;
