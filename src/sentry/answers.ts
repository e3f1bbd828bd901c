import { isSentryError, SentryError } from './errors.ts';
import { asObjects, isObject, type JsonObject } from './json.ts';
import type { SentryAnswer } from './request.ts';

/** Sentry's maximum of `per_page`. */
export const MAX_PER_PAGE = 100;

/** One page of a list. */
export interface SentryPage {
  readonly rows: readonly JsonObject[];
  /** Cursors of the neighbouring pages; null if there are none. */
  readonly previous: string | null;
  readonly next: string | null;
  /** The size of the whole list (`X-Hits`); null if the server did not count. */
  readonly hits: number | null;
}

/**
 * Reads a page. `results` says whether more follows: Sentry always sends a cursor. A response without a `Link` header
 * (a direct hit) is the whole list.
 * @param what - Name of the rows in error messages, in the plural.
 */
export function toPage({ body, links, hits }: SentryAnswer, what: string): SentryPage {
  const rows = asObjects(body);
  if (rows === null) {
    throw new SentryError('badResponse', `Sentry returned ${what} that are not a list.`);
  }
  const cursorOf = (rel: 'previous' | 'next') =>
    links[rel]?.results ? (links[rel]?.cursor ?? null) : null;
  const [previous, next] = [cursorOf('previous'), cursorOf('next')];
  // Sentry sends no count for an empty list.
  const isEmpty = rows.length === 0 && previous === null && next === null;
  return { rows, previous, next, hits: isEmpty ? 0 : (hits ?? null) };
}

/**
 * Whether the previous cursor of a list with sort values leads to the previous page. Sentry's `SequencePaginator` takes
 * the value 0 as the end of the list, also where rows have the value 0, as issues without users have.
 */
export function leadsBack(previous: string): boolean {
  return !/^-?0(?:\.0+)?:\d+:1$/.test(previous);
}

/** @param what - Name of the object in error messages, with its article. */
export function toObject({ body }: SentryAnswer, what: string): JsonObject {
  if (!isObject(body)) {
    throw new SentryError('badResponse', `Sentry returned ${what} that is not an object.`);
  }
  return body;
}

/** Null if the server does not find what was asked for. */
export async function nullIfNotFound<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isSentryError(error, 'notFound')) {
      return null;
    }
    throw error;
  }
}
