/*
 * Sentry's cursors are `value:offset:is_prev`. Its lists of hashes and of events read the offset
 * alone (`GenericOffsetPaginator`), so a page can begin at any row.
 */

/** The cursor of the page that begins with a row, numbered from 0; none for the first page. */
export function toSentryCursor(row: number): string | undefined {
  return row === 0 ? undefined : `0:${row}:0`;
}

/** The number of the first row of the page at a cursor; null if it is not a cursor of rows. */
export function rowOfSentryCursor(cursor: string | null): number | null {
  const offset = /^\d{1,16}(?:\.\d{1,16})?:(\d{1,10}):[01]$/.exec(cursor ?? '')?.[1];
  return offset === undefined ? null : Number(offset);
}
