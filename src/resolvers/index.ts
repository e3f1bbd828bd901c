import type { Resolvers } from '../generated/resolvers-types.ts';
import { IssueConnection, IssueEdge, ProjectConnection, ProjectEdge } from './connections.ts';
import { eventResolvers } from './event-types.ts';
import { Issue, IssueAnnotation, IssueAssignee } from './issue.ts';
import { IssueHash, IssueHashConnection, IssueHashEdge } from './issue-hash.ts';
import { Mutation } from './mutation.ts';
import { Node } from './node.ts';
import { Organization } from './organization.ts';
import { Project } from './project.ts';
import { Query } from './query.ts';
import { RateLimit } from './rate-limit.ts';
import { DateTime, Json } from './scalars.ts';

export const resolvers: Resolvers = {
  DateTime,
  Issue,
  IssueAnnotation,
  IssueAssignee,
  IssueConnection,
  IssueEdge,
  IssueHash,
  IssueHashConnection,
  IssueHashEdge,
  JSON: Json,
  Mutation,
  Node,
  Organization,
  Project,
  ProjectConnection,
  ProjectEdge,
  Query,
  RateLimit,
  ...eventResolvers,
};
