import type { Resolvers } from '../generated/resolvers-types.ts';
import {
  EventConnection,
  EventEdge,
  IssueConnection,
  IssueEdge,
  ProjectConnection,
  ProjectEdge,
} from './connections.ts';
import { eventResolvers } from './event-types.ts';
import { Issue, IssueAnnotation, IssueAssignee } from './issue.ts';
import { IssueHash, IssueHashConnection, IssueHashEdge } from './issue-hash.ts';
import { IssueActivity, IssueTag, IssueUser } from './issue-people.ts';
import { Mutation } from './mutation.ts';
import { Node } from './node.ts';
import { Organization } from './organization.ts';
import { HashMatch, Project } from './project.ts';
import { Query } from './query.ts';
import { RateLimit } from './rate-limit.ts';
import { Release } from './release.ts';
import { DateTime, Json } from './scalars.ts';

export const resolvers: Resolvers = {
  DateTime,
  EventConnection,
  EventEdge,
  HashMatch,
  Issue,
  IssueActivity,
  IssueAnnotation,
  IssueAssignee,
  IssueConnection,
  IssueEdge,
  IssueHash,
  IssueHashConnection,
  IssueHashEdge,
  IssueTag,
  IssueUser,
  JSON: Json,
  Mutation,
  Node,
  Organization,
  Project,
  ProjectConnection,
  ProjectEdge,
  Query,
  Release,
  RateLimit,
  ...eventResolvers,
};
