import type { Json, JsonList, Shape } from '../json.ts';
import type { EventJson } from './event.ts';
import type { ProjectJson, ReleaseJson } from './organization.ts';

/** An issue in a list. */
export type IssueJson = Shape<{
  id: string;
  shortId: string;
  title: string;
  culprit: string;
  status: string;
  substatus: string;
  level: string;
  priority: string;
  issueType: string;
  issueCategory: string;
  platform: string;
  logger: string;
  permalink: string;
  isUnhandled: boolean;
  /** A string in Sentry's JSON. */
  count: string;
  userCount: number;
  firstSeen: string;
  lastSeen: string;
  metadata: Json;
  assignedTo: AssigneeJson;
  /** HTML before July 2024. */
  annotations: readonly (AnnotationJson | string)[];
  project: ProjectJson;
  statusDetails: Json;
  priorityLockedAt: string;
  numComments: number;
  isPublic: boolean;
  shareId: string;
  isBookmarked: boolean;
  isSubscribed: boolean;
  subscriptionDetails: Json;
  hasSeen: boolean;
  /** In the result of a search for an event. */
  matchingEventId: string;
  seerFixabilityScore: number;
  /** In a list: counts that match the search, and those without its window. */
  filtered: IssueCountsJson | null;
  lifetime: IssueCountsJson;
  /** In a list: the period that was asked for; in the detail: `24h` and `30d`. */
  stats: TrendsJson;
}>;

/** Pairs of seconds since 1970 and numbers of events, by period. */
type TrendsJson = Shape<Record<'24h' | '14d' | '30d', readonly JsonList[]>>;

/** An item of `issues-stats`. */
export type IssueStatsJson = Shape<{
  id: string;
  stats: TrendsJson;
  filtered: IssueCountsJson | null;
}>;

/** Counts of some of the events of an issue. */
export type IssueCountsJson = Shape<{
  count: string | number;
  userCount: number;
  firstSeen: string;
  lastSeen: string;
}>;

/** The additional fields of an issue's detail. */
export type IssueDetailJson = IssueJson &
  Shape<{
    tags: readonly IssueTagJson[];
    firstRelease: ReleaseJson;
    lastRelease: ReleaseJson;
    activity: readonly ActivityJson[];
    seenBy: readonly IssueUserJson[];
    participants: readonly IssueUserJson[];
    userReportCount: number;
    openPeriods: readonly OpenPeriodJson[];
  }>;

export type AssigneeJson = Shape<{ id: string; type: string; name: string; email: string }>;

export type AnnotationJson = Shape<{ displayName: string; url: string }>;

export type IssueTagJson = Shape<{
  key: string;
  name: string;
  totalValues: number;
  uniqueValues: number;
}>;

export type TagValueJson = Shape<{
  value: string;
  name: string;
  count: number;
  firstSeen: string;
  lastSeen: string;
}>;

export type OpenPeriodJson = Shape<{
  start: string;
  end: string | null;
  isOpen: boolean;
  lastChecked: string;
}>;

export type ActivityJson = Shape<{
  id: string;
  type: string;
  dateCreated: string;
  user: IssueUserJson;
  data: ActivityDataJson;
}>;

/** Keys depend on the type of the activity. */
export type ActivityDataJson = Shape<{
  issues: readonly ActivityIssueJson[];
  fingerprints: readonly string[];
  destination: ActivityIssueJson | null;
  source: ActivityIssueJson | null;
  /** Since July 2026, instead of whole issues. */
  destination_id: number;
  source_id: number;
  version: string;
  current_release_version: string;
  commit: Json;
  assignee: string;
  assigneeType: string;
  assigneeEmail: string;
  assigneeName: string;
  integration: string;
  text: string;
  resolved_in_version: string;
  event_id: string;
  priority: string;
  reason: string | null;
}>;

type ActivityIssueJson = Shape<{ id: string | number }>;

export type IssueUserJson = Shape<{
  id: string;
  type: string;
  name: string;
  username: string;
  email: string;
  /** In `seenBy`. */
  lastSeen: string;
}>;

/** A row of an issue's hash list. */
export type HashJson = Shape<{
  id: string;
  latestEvent: EventJson;
  mergedBySeer: boolean;
  seerMatchDistance: number;
}>;

/** An activity of an issue of an organization. */
export interface SentryActivity {
  readonly organization: string;
  readonly body: ActivityJson;
}
