import type { SentryApi } from './api.ts';
import type { ObservedRateLimit } from './rate-limit.ts';
import type { BulkChange, EventDetail, SentryAnswer, SentryCall } from './request.ts';
import type { ShortPages } from './short-pages.ts';

/** Speaks to the servers of all organizations for one caller. */
export interface SentryClient {
  /**
   * A read ends when the caller leaves. A change goes on: half a change helps nobody.
   * @throws SentryError for whatever is not a whole JSON answer; an empty answer to a change is one,
   * with null for a body.
   */
  send<Param extends string>(call: SentryCall<Param>): Promise<SentryAnswer>;
  /** Changes issues that were just listed, and no others. */
  changeIssues(call: BulkChange): Promise<SentryAnswer>;
  /**
   * The caller's rate limit as the organization's server last sent it, or as the common server did
   * where the organization is null; asks nothing, and is null where nothing was sent.
   */
  rateLimit(organization: string | null): ObservedRateLimit | null;
  /** What has been learned of the server that has this organization. */
  serverOf(organization: string): ServerKnowledge;
}

/** What has been learned of one server from its answers, for all callers and operations. */
export interface ServerKnowledge {
  /** Null until an answer has shown it. */
  readonly kind: ServerKind | null;
  /** The verb of an unmerge at a Sentry: `DELETE` on older ones. */
  unmergeVerb: 'PUT' | 'DELETE';
  /** Whether it answered a search by hash with all issues of the project, as older Sentry servers do. */
  ignoresHashes: boolean;
  /** How many rows its pages of full and of light events hold. */
  readonly shortPages: Readonly<Record<EventDetail, ShortPages>>;
}

/** One kind of server: how it is asked for everything, and what only it answers. */
export interface ServerKind {
  readonly name: string;
  /** Whether no other kind of server sends such an answer. */
  isProvedBy(answer: SentryAnswer): boolean;
  readonly api: ApiOf<SentryClient>;
}

/** The methods of `SentryApi`, each of which is given a client. */
export type ApiOf<Client> = {
  readonly [Name in keyof SentryApi]: (
    client: Client,
    key: Parameters<SentryApi[Name]>[0],
  ) => ReturnType<SentryApi[Name]>;
};
