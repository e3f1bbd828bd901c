import type { Resolvers } from '../generated/resolvers-types.ts';
import { connectionTypes } from './connections.ts';
import { entryTypes } from './entries.ts';
import { Event } from './event.ts';
import { contextTypes } from './event-contexts.ts';
import { eventPartTypes } from './event-parts.ts';
import { groupingTypes } from './grouping.ts';
import { HashMatch } from './hash-match.ts';
import { Issue } from './issue.ts';
import { activityTypes } from './issue-activities.ts';
import { IssueHash } from './issue-hash.ts';
import { issuePartTypes } from './issue-parts.ts';
import { Mutation } from './mutation.ts';
import { Node } from './node.ts';
import { Organization } from './organization.ts';
import { Project } from './project.ts';
import { Query, RateLimit } from './query.ts';
import { Release } from './release.ts';
import { DateTime, Json } from './scalars.ts';
import { stackTraceTypes } from './stack-trace.ts';

export const resolvers: Resolvers = {
  ...activityTypes,
  ...connectionTypes,
  ...contextTypes,
  ...entryTypes,
  ...eventPartTypes,
  ...groupingTypes,
  ...issuePartTypes,
  ...stackTraceTypes,
  Event,
  HashMatch,
  Issue,
  IssueHash,
  Mutation,
  Node,
  Organization,
  Project,
  Query,
  RateLimit,
  Release,
  DateTime,
  JSON: Json,
};
