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

/**
 * The first page from a row on that is not empty, or the last page of the list.
 * @param rowBehind - The first row of the next page if this one is empty; null if it is not empty or is the last.
 */
export async function skipEmptyPages<Page>(
  load: (row: number) => Promise<Page>,
  rowBehind: (page: Page) => number | null,
  start: number,
): Promise<Page> {
  let page = await load(start);
  for (let [row, count] = [rowBehind(page), 1]; row !== null; row = rowBehind(page), count += 1) {
    refuseEmptyPages(count);
    page = await load(row);
  }
  return page;
}
