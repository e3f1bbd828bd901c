import type { AnyEndpoint, BulkEndpoint, Endpoint, Query } from './endpoint.ts';
import type { Json, JsonObject } from './json.ts';
import type { Links } from './link-header.ts';
import type { Operation } from './operation.ts';
import type { SafeParams } from './path.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SeenIssues } from './seen-issues.ts';

/** When an operation has to be answered. */
export interface Deadline {
  readonly atMs: number;
  readonly timeoutMs: number;
  /** Aborted when the moment has come. */
  readonly signal: AbortSignal;
  /** Frees its timer, once the operation is answered. */
  readonly end: () => void;
}

/** How much of its events an answer has: all of it, or what `SimpleEventSerializer` gives. */
export type EventDetail = 'full' | 'light';

/** What is asked of a server, whoever asks. */
export interface SentryCall<Param extends string = string> {
  readonly endpoint: Endpoint<Param>;
  /** The names in the path; always the organization too, which decides on the server. */
  readonly params: Readonly<Record<NoInfer<Param> | 'organization', string>>;
  readonly query?: Query | undefined;
  /** The issues, events or hashes that are asked for, where the endpoint takes several. */
  readonly ids?: readonly string[] | undefined;
  /** How the events are needed, where the endpoint gives them in both ways. */
  readonly events?: EventDetail | undefined;
  /** What is to be changed, as JSON. */
  readonly change?: JsonObject | undefined;
  /**
   * Whether it is needed only because a list left something out, or does not say enough: what an
   * operation costs is measured without it. @default false
   */
  readonly isFallback?: boolean | undefined;
}

/** A change of many issues at once. */
export interface BulkChange {
  readonly endpoint: BulkEndpoint;
  readonly params: Readonly<Record<'organization', string>>;
  readonly issues: SeenIssues;
  readonly query?: Query | undefined;
  readonly change: JsonObject;
}

/** Who asks. */
export interface RequestCaller {
  readonly token: string;
  /** Aborted when nobody waits for the answer any more; absent where it has to go on. */
  readonly signal?: AbortSignal | undefined;
  /** When the operation has to be answered; a change goes on after it, unawaited. */
  readonly deadline?: Deadline | undefined;
  /** The same object for all requests of one operation: what is shared out fairly goes by it. */
  readonly operation: Operation;
}

/** One request to Sentry, as it passes from the caller to the socket. */
export interface SentryRequest extends RequestCaller {
  readonly endpoint: AnyEndpoint;
  readonly params: SafeParams;
  readonly query: Query;
  readonly ids?: readonly string[] | undefined;
  readonly events?: EventDetail | undefined;
  readonly change?: JsonObject | undefined;
  readonly isFallback?: boolean | undefined;
  /** Headers besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SentryAnswer {
  readonly body: Json;
  readonly links: Links;
  /** Size of the body as JSON text, whatever it was put together from. */
  readonly bytes: number;
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
