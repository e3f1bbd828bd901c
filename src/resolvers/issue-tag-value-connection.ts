import type {
  IssueTagValueConnectionResolvers,
  IssueTagValueEdgeResolvers,
} from '../generated/resolvers-types.ts';
import { connectionOf, edgeOf } from './connections.ts';

export const IssueTagValueConnection: IssueTagValueConnectionResolvers = connectionOf('tagValues');

export const IssueTagValueEdge: IssueTagValueEdgeResolvers = edgeOf('tagValues');
