import type { Dialect } from './dialect.ts';
import type { ObservedRateLimit } from './rate-limit.ts';
import type { SentryAnswer, SentryCall } from './request.ts';

/** Speaks to the servers of all organizations for one caller. */
export interface SentryClient {
  /**
   * A read ends when the caller leaves. A change goes on: half a change helps nobody.
   * @throws SentryError for whatever is not a whole JSON answer; an empty answer to a change is one,
   * with null for a body.
   */
  send<Param extends string>(call: SentryCall<Param>): Promise<SentryAnswer>;
  /**
   * The caller's rate limit as the organization's server last sent it, or as the common server did
   * where the organization is null; asks nothing, and is null where nothing was sent.
   */
  rateLimit(organization: string | null): ObservedRateLimit | null;
  /** What has been learned of the server that has this organization. */
  dialectOf(organization: string): Dialect;
}

/** The same caller twice: what is counted apart goes by the second. */
export interface SentryClients {
  readonly sentry: SentryClient;
  /** For reads that are `isFallback`. */
  readonly fallback: SentryClient;
}
