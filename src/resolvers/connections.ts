import type {
  IssueConnectionResolvers,
  IssueEdgeResolvers,
  ProjectConnectionResolvers,
  ProjectEdgeResolvers,
} from '../generated/resolvers-types.ts';
import type { Connection } from '../relay/connection.ts';
import { type CursorList, encodeCursor } from '../relay/cursor.ts';
import type { PlacedRow } from '../relay/page-walk.ts';

/** What the connections of all lists that are walked by cursor share. */
function connectionOf<Row>(list: CursorList) {
  const cursorOf = (placed: PlacedRow<Row> | undefined) =>
    placed ? encodeCursor(list, placed.position) : null;
  return {
    edges: ({ rows }: Connection<PlacedRow<Row>>) => rows,
    nodes: ({ rows }: Connection<PlacedRow<Row>>) => rows.map(({ row }) => row),
    pageInfo: ({ rows, hasNextPage, hasPreviousPage }: Connection<PlacedRow<Row>>) => ({
      hasNextPage,
      hasPreviousPage,
      startCursor: cursorOf(rows[0]),
      endCursor: cursorOf(rows.at(-1)),
    }),
  };
}

function edgeOf<Row>(list: CursorList) {
  return {
    cursor: ({ position }: PlacedRow<Row>) => encodeCursor(list, position),
    node: ({ row }: PlacedRow<Row>) => row,
  };
}

export const IssueConnection: IssueConnectionResolvers = {
  ...connectionOf('issues'),
  totalCount: ({ totalCount }) => totalCount(),
};

export const IssueEdge: IssueEdgeResolvers = {
  ...edgeOf('issues'),
  matchingEventId: ({ row }) => row.matchingEventId,
};

export const ProjectConnection: ProjectConnectionResolvers = connectionOf('projects');

export const ProjectEdge: ProjectEdgeResolvers = edgeOf('projects');
