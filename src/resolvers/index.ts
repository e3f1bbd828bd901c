import type { Resolvers } from '../generated/resolvers-types.ts';
import { AssignmentActivity } from './activity/assignment-activity.ts';
import { IssueActivity } from './activity/issue-activity.ts';
import { MergeActivity } from './activity/merge-activity.ts';
import { NoteActivity } from './activity/note-activity.ts';
import { OtherActivity } from './activity/other-activity.ts';
import { PriorityActivity } from './activity/priority-activity.ts';
import { RegressionActivity } from './activity/regression-activity.ts';
import { ResolutionActivity } from './activity/resolution-activity.ts';
import {
  UnmergeDestinationActivity,
  UnmergeSourceActivity,
} from './activity/unmerge-activities.ts';
import { AppContext } from './contexts/app-context.ts';
import { BrowserContext } from './contexts/browser-context.ts';
import { CloudContext } from './contexts/cloud-context.ts';
import { CultureContext } from './contexts/culture-context.ts';
import { DeviceContext } from './contexts/device-context.ts';
import { EventContexts } from './contexts/event-contexts.ts';
import { GpuContext } from './contexts/gpu-context.ts';
import { OsContext } from './contexts/os-context.ts';
import { ReplayContext } from './contexts/replay-context.ts';
import { ResponseContext } from './contexts/response-context.ts';
import { RuntimeContext } from './contexts/runtime-context.ts';
import { TraceContext } from './contexts/trace-context.ts';
import { UnrealContext } from './contexts/unreal-context.ts';
import { Breadcrumb } from './entries/breadcrumb.ts';
import { BreadcrumbsEntry } from './entries/breadcrumbs-entry.ts';
import { DebugImage } from './entries/debug-image.ts';
import { DebugImagesEntry } from './entries/debug-images-entry.ts';
import { Entry } from './entries/entry.ts';
import { ExceptionEntry } from './entries/exception-entry.ts';
import { ExceptionValue } from './entries/exception-value.ts';
import { Frame } from './entries/frame.ts';
import { Mechanism } from './entries/mechanism.ts';
import { MessageEntry } from './entries/message-entry.ts';
import { RequestEntry } from './entries/request-entry.ts';
import { RequestParameter } from './entries/request-parameter.ts';
import { SecurityReportEntry } from './entries/security-report-entry.ts';
import { SourceLine } from './entries/source-line.ts';
import { Span } from './entries/span.ts';
import { SpansEntry } from './entries/spans-entry.ts';
import { Stacktrace } from './entries/stacktrace.ts';
import { StacktraceEntry } from './entries/stacktrace-entry.ts';
import { TemplateEntry } from './entries/template-entry.ts';
import { Thread } from './entries/thread.ts';
import { ThreadsEntry } from './entries/threads-entry.ts';
import { UnknownEntry } from './entries/unknown-entry.ts';
import { EventAttachment } from './event/event-attachment.ts';
import { EventGroupingConfig } from './event/event-grouping-config.ts';
import { EventOccurrence } from './event/event-occurrence.ts';
import { EventProcessingError } from './event/event-processing-error.ts';
import { EventSdk } from './event/event-sdk.ts';
import { EventSdkPackage } from './event/event-sdk-package.ts';
import { EventTag } from './event/event-tag.ts';
import { EventUser } from './event/event-user.ts';
import { EventUserGeo } from './event/event-user-geo.ts';
import { EventUserReport } from './event/event-user-report.ts';
import { OccurrenceEvidence } from './event/occurrence-evidence.ts';
import { SuspectCommit } from './event/suspect-commit.ts';
import { Event } from './event.ts';
import { EventConnection, EventEdge } from './event-connection.ts';
import { EventGrouping } from './grouping/event-grouping.ts';
import { GroupingFingerprint } from './grouping/grouping-fingerprint.ts';
import { GroupingValue } from './grouping/grouping-value.ts';
import { GroupingVariant } from './grouping/grouping-variant.ts';
import { HashComparison, HashComparisonRow } from './grouping/hash-comparison.ts';
import { HashGrouping } from './grouping/hash-grouping.ts';
import { ProjectGrouping } from './grouping/project-grouping.ts';
import { HashMatch } from './hash-match.ts';
import { ExternalIssue } from './issue/external-issue.ts';
import { IssueAnnotation } from './issue/issue-annotation.ts';
import { IssueAssignee } from './issue/issue-assignee.ts';
import { IssueCounts } from './issue/issue-counts.ts';
import { IssueOpenPeriod } from './issue/issue-open-period.ts';
import { IssueTag } from './issue/issue-tag.ts';
import { IssueTagValue } from './issue/issue-tag-value.ts';
import { IssueTrendPoint } from './issue/issue-trend-point.ts';
import { IssueUser } from './issue/issue-user.ts';
import { Issue } from './issue.ts';
import { IssueConnection, IssueEdge } from './issue-connection.ts';
import { IssueHash } from './issue-hash.ts';
import { IssueHashConnection, IssueHashEdge } from './issue-hash-connection.ts';
import { IssueTagValueConnection, IssueTagValueEdge } from './issue-tag-value-connection.ts';
import { Mutation } from './mutation.ts';
import { Node } from './node.ts';
import { Organization } from './organization.ts';
import { OrganizationConnection, OrganizationEdge } from './organization-connection.ts';
import { Project } from './project.ts';
import { ProjectConnection, ProjectEdge } from './project-connection.ts';
import { Query } from './query.ts';
import { RateLimit } from './rate-limit.ts';
import { Release } from './release.ts';
import { DateTime, Json } from './scalars.ts';

/** The resolvers of each type are in a file named for the type. */
export const resolvers: Resolvers = {
  AppContext,
  AssignmentActivity,
  Breadcrumb,
  BreadcrumbsEntry,
  BrowserContext,
  CloudContext,
  CultureContext,
  DateTime,
  DebugImage,
  DebugImagesEntry,
  DeviceContext,
  Entry,
  Event,
  EventConnection,
  EventContexts,
  EventEdge,
  EventGrouping,
  EventAttachment,
  EventGroupingConfig,
  EventOccurrence,
  EventProcessingError,
  EventSdk,
  EventSdkPackage,
  EventTag,
  EventUser,
  EventUserGeo,
  EventUserReport,
  SuspectCommit,
  ExceptionEntry,
  ExceptionValue,
  ExternalIssue,
  Frame,
  GpuContext,
  GroupingFingerprint,
  GroupingValue,
  GroupingVariant,
  HashComparison,
  HashComparisonRow,
  HashGrouping,
  HashMatch,
  Issue,
  IssueActivity,
  IssueAnnotation,
  IssueAssignee,
  IssueConnection,
  IssueCounts,
  IssueEdge,
  IssueHash,
  IssueHashConnection,
  IssueHashEdge,
  IssueOpenPeriod,
  IssueTag,
  IssueTrendPoint,
  IssueTagValue,
  IssueTagValueConnection,
  IssueTagValueEdge,
  IssueUser,
  JSON: Json,
  Mechanism,
  MergeActivity,
  MessageEntry,
  Mutation,
  Node,
  NoteActivity,
  OccurrenceEvidence,
  Organization,
  OrganizationConnection,
  OrganizationEdge,
  OsContext,
  OtherActivity,
  PriorityActivity,
  Project,
  ProjectConnection,
  ProjectEdge,
  ProjectGrouping,
  Query,
  RateLimit,
  RegressionActivity,
  Release,
  ReplayContext,
  RequestEntry,
  RequestParameter,
  ResolutionActivity,
  ResponseContext,
  RuntimeContext,
  SecurityReportEntry,
  SourceLine,
  Span,
  SpansEntry,
  Stacktrace,
  StacktraceEntry,
  TemplateEntry,
  Thread,
  ThreadsEntry,
  TraceContext,
  UnknownEntry,
  UnmergeDestinationActivity,
  UnmergeSourceActivity,
  UnrealContext,
};
