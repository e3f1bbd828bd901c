import type { EventConnectionResolvers, EventEdgeResolvers } from '../generated/resolvers-types.ts';
import { connectionOf, edgeOf } from './connections.ts';

export const EventConnection: EventConnectionResolvers = {
  ...connectionOf('issueEvents'),
  totalCount: ({ totalCount }) => totalCount(),
};

export const EventEdge: EventEdgeResolvers = edgeOf('issueEvents');
