import type { SentryApi } from './api.ts';
import type { SentryError } from './errors.ts';
import type { KnownLengths, RowTimes } from './list-knowledge.ts';
import type { ObservedRateLimit } from './rate-limit.ts';
import type { BulkChange, EventDetail, SentryAnswer, SentryCall } from './request.ts';
import type { ShortPages } from './short-pages.ts';

/** Sends requests of one caller to the servers of all organizations. */
export interface SentryClient {
  /**
   * A client disconnect cancels reads, but not changes.
   * @throws SentryError if there is no complete JSON response. An empty response to a change is valid, with a null body.
   */
  send<Param extends string>(call: SentryCall<Param>): Promise<SentryAnswer>;
  /** Changes only issues that were just listed. */
  changeIssues(call: BulkChange): Promise<SentryAnswer>;
  /**
   * The caller's rate limit as last sent by the organization's server, or by the common server if the organization is
   * null. Sends no request; null if no limit was received.
   */
  rateLimit(organization: string | null): ObservedRateLimit | null;
  /**
   * Reserves requests that were not measured before execution, if the operation's limit allows as many; returns whether
   * it does.
   */
  reserve(requests: number): boolean;
  /** URL of the pages of this organization's server, in a browser. */
  urlOf(organization: string): string;
  /** Knowledge about the server of this organization; of the common server if it is null. */
  serverOf(organization: string | null): ServerKnowledge;
}

/** Learned from the responses of one server, for all callers and operations. */
export interface ServerKnowledge {
  /** Null until a response shows it. */
  readonly kind: ServerKind | null;
  /** HTTP method of an unmerge on Sentry; `DELETE` on older servers. */
  unmergeVerb: 'PUT' | 'DELETE';
  /** Whether it answered a search by hash with all issues of the project, as older Sentry servers do. */
  ignoresHashes: boolean;
  /** Whether paths of projects take numbers, as since 2024; null until a response shows it. */
  takesProjectNumbers: boolean | null;
  /** Most issues of one request for counts: 100, or 25 as before 2026. */
  maxIssuesOfStats: number;
  readonly lengths: KnownLengths;
  /** Page sizes for full and light events. */
  readonly shortPages: Readonly<Record<EventDetail, ShortPages>>;
  /** Of hash lists. */
  readonly rowTimes: RowTimes;
}

/** One kind of server: its requests, and how its responses are recognized. */
export interface ServerKind {
  readonly name: string;
  /** Only this kind of server sends such a response. */
  isProvedBy(answer: SentryAnswer): boolean;
  readonly api: ApiOfClient;
  /** The error for names that no object of such a server has; null for others. */
  refusalOf(names: Names): SentryError | null;
}

/** Of an organization, and of a project in it. */
export interface Names {
  readonly organization?: string | null;
  readonly project?: string;
}

/** The methods of `SentryApi`, with a client as an additional argument. */
type ApiOfClient = {
  readonly [Name in keyof SentryApi]: (
    client: SentryClient,
    key: Parameters<SentryApi[Name]>[0],
  ) => ReturnType<SentryApi[Name]>;
};
