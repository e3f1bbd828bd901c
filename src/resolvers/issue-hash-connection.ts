import type {
  IssueHashConnectionResolvers,
  IssueHashEdgeResolvers,
} from '../generated/resolvers-types.ts';
import { connectionOf, edgeOf } from './connections.ts';

export const IssueHashConnection: IssueHashConnectionResolvers = {
  ...connectionOf('issueHashes'),
  totalCount: ({ totalCount }) => totalCount(),
};

export const IssueHashEdge: IssueHashEdgeResolvers = edgeOf('issueHashes');
