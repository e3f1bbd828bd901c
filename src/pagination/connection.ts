import type { Position } from './cursor.ts';

/** One page of a list, as a connection's resolvers take it. */
export interface Connection<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** The size of the whole list, or null where it is too long to be found out. */
  readonly totalCount: () => Promise<number | null>;
}

/** A row and where it stands in its list. */
export interface Placed<Row> {
  readonly row: Row;
  readonly position: Position;
}

/** The first of each key: a page must not show a row twice, though an upstream may. */
export function uniqueBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    return !seen.has(key) && seen.add(key);
  });
}
