import { Refusal } from './answer.ts';

/** What a route is told of its request. */
export interface Call {
  /** The server's own idea of its base, as its `Link` headers carry it. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The status of an issue that is being deleted: there, but not to be seen. */
export const HIDDEN = 'pending_deletion';

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
