import type { Resolvers } from '../generated/resolvers-types.ts';
import type { Connection, Placed } from '../pagination/connection.ts';
import { type CursorList, encodeCursor } from '../pagination/cursor.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import { bringsSharedFields } from './shared-request.ts';

/** Shared by all connections. */
function connectionOf<Row>(list: CursorList) {
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

function edgeOf<Row>(list: CursorList) {
  return {
    cursor: ({ position }: Placed<Row>) => encodeCursor(list, position),
    node: ({ row }: Placed<Row>) => row,
  };
}

const organizationConnection = connectionOf<OrganizationRef>('organizations');
const organizationEdge = edgeOf<OrganizationRef>('organizations');

export const connectionTypes: Resolvers = {
  EventConnection: {
    ...connectionOf('issueEvents'),
    totalCount: ({ totalCount }) => totalCount(),
  },

  EventEdge: edgeOf('issueEvents'),

  IssueConnection: {
    ...connectionOf('issues'),
    totalCount: ({ totalCount }) => totalCount(),
  },

  IssueEdge: {
    ...edgeOf('issues'),
    matchingEventId: ({ row }) => row.matchingEventId,
  },

  IssueHashConnection: {
    ...connectionOf('issueHashes'),
    totalCount: ({ totalCount }) => totalCount(),
  },

  IssueHashEdge: edgeOf('issueHashes'),

  IssueTagValueConnection: connectionOf('tagValues'),

  IssueTagValueEdge: edgeOf('tagValues'),

  OrganizationConnection: {
    ...organizationConnection,
    nodes: bringsSharedFields(organizationConnection.nodes),
  },

  OrganizationEdge: {
    ...organizationEdge,
    node: bringsSharedFields(organizationEdge.node),
  },

  ProjectConnection: {
    ...connectionOf('projects'),
    totalCount: ({ totalCount }) => totalCount(),
  },

  ProjectEdge: edgeOf('projects'),
};
