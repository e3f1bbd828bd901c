import { badResponse } from '../errors.ts';
import type { Position } from './cursor.ts';

/** One page of a list, for the resolvers of a connection. */
export interface Connection<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** The size of the whole list; null if the list is too long to count. */
  readonly totalCount: () => Promise<number | null>;
}

/** A row and its place in the list. */
export interface Placed<Row> {
  readonly row: Row;
  readonly position: Position;
}

/** Removes rows with the same key, which an upstream may return twice. */
export function uniqueBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    return !seen.has(key) && seen.add(key);
  });
}

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
      `The server returned ${count} empty pages in a row, each with a link to more rows.`,
    );
  }
}
