import { InternalError, Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';

/** A request for a route. */
export interface Call {
  /** The server's base URL, as in its `Link` headers. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A received request. */
export interface ReceivedRequest extends Call {
  readonly method: string;
  /** Path and query string as received. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly hasJsonBody: boolean;
  /** Its body. */
  readonly text: string;
  /** Whether the organization's plan allows lists and merges across projects. */
  readonly hasGlobalViews: boolean;
  /** Whether GlitchTip's web application is installed beside its backend. */
  readonly hasWebApplication: boolean;
}

/** Whether an issue is visible: not while it is being deleted or merged. */
export function isVisible({ status }: Issue): boolean {
  return status !== 'pending_deletion' && status !== 'pending_merge';
}

/** Postgres refuses a greater number, which Sentry does not handle. */
export function requireInt64(text: string): void {
  if (BigInt(text) > 9_223_372_036_854_775_807n) {
    throw new InternalError('bigint out of range');
  }
}

/** A time as parsed by Sentry: UTC without a time zone. Null if the parameter is absent. */
export function readTime(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (!text) {
    return null;
  }
  const timeMs = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (Number.isNaN(timeMs)) {
    throw new Refusal(400, `${text} is not a valid ISO8601 date query`);
  }
  return timeMs;
}
