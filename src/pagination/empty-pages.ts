import { badResponse } from '../errors.ts';

/*
 * A server can return an empty page although more rows follow: Sentry drops events whose bodies are gone. An empty
 * page would give a client no cursor to continue from.
 */

/** Maximum empty pages in a row that are skipped. */
const MAX_EMPTY_PAGES = 10;

/** @throws UPSTREAM_BAD_RESPONSE if too many pages in a row are empty. */
export function refuseEmptyPages(count: number): void {
  if (count > MAX_EMPTY_PAGES) {
    throw badResponse(
      `Sentry returned ${count} empty pages in a row, each with a link to more rows.`,
    );
  }
}
