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
