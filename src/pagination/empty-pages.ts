import { badResponse } from '../errors.ts';

/*
 * A server may drop all rows of a page, as Sentry does with events whose bodies are gone, and still
 * have more behind it. An empty page would leave a client without a cursor to go on from.
 */

/** Empty pages that are walked past in a row. */
const MAX_EMPTY_PAGES = 10;

/** @throws UPSTREAM_BAD_RESPONSE where too many pages in a row were empty. */
export function refuseEmptyPages(count: number): void {
  if (count > MAX_EMPTY_PAGES) {
    throw badResponse(
      `Sentry answered with ${count} empty pages in a row, and each says that more rows follow.`,
    );
  }
}

/**
 * The first page from a row on that has rows itself, or the last one of the list.
 * @param rowBehind - The row that the next page begins with if this one is empty; null if it is not,
 * or if it is the last one.
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
