import type { Resolvers } from '../generated/resolvers-types.ts';
import { eventResolvers } from './event-types.ts';
import { Issue, IssueAnnotation, IssueAssignee, IssueProject } from './issue.ts';
import { IssueHash, IssueHashConnection, IssueHashEdge } from './issue-hash.ts';
import { Mutation } from './mutation.ts';
import { Node } from './node.ts';
import { Organization } from './organization.ts';
import { Query } from './query.ts';
import { RateLimit } from './rate-limit.ts';
import { DateTime, Json } from './scalars.ts';

export const resolvers: Resolvers = {
  DateTime,
  Issue,
  IssueAnnotation,
  IssueAssignee,
  IssueHash,
  IssueHashConnection,
  IssueHashEdge,
  IssueProject,
  JSON: Json,
  Mutation,
  Node,
  Organization,
  Query,
  RateLimit,
  ...eventResolvers,
};
