import type { IssueConnectionResolvers, IssueEdgeResolvers } from '../generated/resolvers-types.ts';
import { connectionOf, edgeOf } from './connections.ts';

export const IssueConnection: IssueConnectionResolvers = {
  ...connectionOf('issues'),
  totalCount: ({ totalCount }) => totalCount(),
};

export const IssueEdge: IssueEdgeResolvers = {
  ...edgeOf('issues'),
  matchingEventId: ({ row }) => row.matchingEventId,
};
