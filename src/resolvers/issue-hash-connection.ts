import type {
  IssueHashConnectionResolvers,
  IssueHashEdgeResolvers,
} from '../generated/resolvers-types.ts';
import { encodeCursor } from '../pagination/cursor.ts';
import type { SentryHash } from '../sentry/hashes.ts';

export const IssueHashConnection: IssueHashConnectionResolvers = {
  edges: ({ rows }) => rows,
  nodes: ({ rows }) => rows,
  pageInfo: ({ rows, hasNextPage, hasPreviousPage }) => ({
    hasNextPage,
    hasPreviousPage,
    startCursor: cursorOf(rows[0]),
    endCursor: cursorOf(rows.at(-1)),
  }),
  totalCount: ({ totalCount }) => totalCount(),
};

export const IssueHashEdge: IssueHashEdgeResolvers = {
  cursor: ({ position }) => encodeCursor('issueHashes', position),
  node: (hash) => hash,
};

function cursorOf(hash: SentryHash | undefined): string | null {
  return hash ? encodeCursor('issueHashes', hash.position) : null;
}
