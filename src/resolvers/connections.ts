import type { Connection, Placed } from '../pagination/connection.ts';
import { type CursorList, encodeCursor } from '../pagination/cursor.ts';

/** Shared by all connections. */
export function connectionOf<Row>(list: CursorList) {
  const cursorOf = (placed: Placed<Row> | undefined) =>
    placed ? encodeCursor(list, placed.position) : null;
  return {
    edges: ({ rows }: Connection<Row>) => rows,
    nodes: ({ rows }: Connection<Row>) => rows.map(({ row }) => row),
    pageInfo: ({ rows, hasNextPage, hasPreviousPage }: Connection<Row>) => ({
      hasNextPage,
      hasPreviousPage,
      startCursor: cursorOf(rows[0]),
      endCursor: cursorOf(rows.at(-1)),
    }),
  };
}

export function edgeOf<Row>(list: CursorList) {
  return {
    cursor: ({ position }: Placed<Row>) => encodeCursor(list, position),
    node: ({ row }: Placed<Row>) => row,
  };
}
