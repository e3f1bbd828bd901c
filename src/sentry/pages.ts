import { SentryError } from './errors.ts';
import { asObjects, type JsonObject } from './json.ts';
import type { SentryAnswer } from './request.ts';

/** One page of a list, by whichever paginator of Sentry's. */
export interface SentryPage {
  readonly rows: readonly JsonObject[];
  /** Cursors of the pages around it; null where nothing lies there. */
  readonly previous: string | null;
  readonly next: string | null;
  /** The size of the whole list (`X-Hits`); null where the server did not count. */
  readonly hits: number | null;
}

/**
 * Reads a page. Whether there is more is what `results` says: Sentry gives a cursor in any case. An
 * answer without a `Link` (a direct hit) is the whole list.
 * @param what - What the list holds, in the plural.
 */
export function toPage({ body, links, hits }: SentryAnswer, what: string): SentryPage {
  const rows = asObjects(body);
  if (rows === null) {
    throw new SentryError('badResponse', `Sentry returned ${what} that are not a list.`);
  }
  const cursorOf = (rel: 'previous' | 'next') =>
    links[rel]?.results ? (links[rel]?.cursor ?? null) : null;
  const [previous, next] = [cursorOf('previous'), cursorOf('next')];
  // Sentry does not count an empty list.
  const isEmpty = rows.length === 0 && previous === null && next === null;
  return { rows, previous, next, hits: isEmpty ? 0 : (hits ?? null) };
}
