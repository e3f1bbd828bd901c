import { InternalError, Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';

/** What a route is told of its request. */
export interface Call {
  /** The server's own idea of its base, as its `Link` headers carry it. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A request as the server has received it. */
export interface ReceivedRequest extends Call {
  readonly method: string;
  /** Path and query as they were received. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly hasJsonBody: boolean;
  /** Its body. */
  readonly text: string;
  /** Whether the organization's plan lets lists and merges reach over more than one project. */
  readonly hasGlobalViews: boolean;
}

/** Whether an issue can be seen: not while it is being deleted, or merged into another one. */
export function isVisible({ status }: Issue): boolean {
  return status !== 'pending_deletion' && status !== 'pending_merge';
}

/** Postgres takes no greater number, and Sentry does not expect one. */
export function requireInt64(text: string): void {
  if (BigInt(text) > 9_223_372_036_854_775_807n) {
    throw new InternalError('bigint out of range');
  }
}

/** A moment as Sentry reads it: UTC where no zone is written. Null where the parameter is absent. */
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
