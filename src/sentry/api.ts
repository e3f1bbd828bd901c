import type { SentryPage } from './answers.ts';
import type { EventFilter, FoundEvent } from './events.ts';
import type { LinkedTicket } from './external-issues.ts';
import type { AttachedFile, SuspectedCommit } from './in-project.ts';
import type { IssueStatsKey } from './issue-stats.ts';
import type { IssueFilter, IssueRef, Merge } from './issues.ts';
import type { Json, JsonObject } from './json.ts';
import type { KeyCursors, RowPage, RowPageKey } from './row-page.ts';
import type { EventDetailJson, EventJson } from './shapes/event.ts';
import type {
  ActivityJson,
  HashJson,
  IssueDetailJson,
  IssueJson,
  IssueStatsJson,
} from './shapes/issue.ts';
import type { OrganizationJson, ProjectJson, ReleaseJson } from './shapes/organization.ts';

/** For each key its value or its own error. */
export type Outcomes<V> = ReadonlyMap<string, V | Error>;

export interface InOrganization {
  readonly organization: string;
}

/** About no single organization: asked of the server that organizations without one of their own share. */
interface OnCommonServer {
  readonly organization: null;
}

export interface InProject extends InOrganization {
  /** Slug or numeric ID. */
  readonly project: string;
}

export interface EventsInProject extends InProject {
  readonly ids: readonly string[];
}

/** A page of a list with opaque cursors. */
export interface PageKey {
  /** A cursor of the server; null for the first page. */
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

export interface Fallback {
  /**
   * A fallback request: needed only because a list left something out or lacks information.
   * @default false
   */
  readonly isFallback?: boolean | undefined;
}

/** Fields that lists of issues leave out; `raw` is the whole detail. */
export type IssuePart =
  | 'tags'
  | 'firstRelease'
  | 'lastRelease'
  | 'activity'
  | 'seenBy'
  | 'participants'
  | 'userReportCount'
  | 'stats'
  | 'openPeriods'
  | 'raw';

/**
 * The requests to a server of any kind. Each method takes one object, which has the organization.
 *
 * All methods throw SentryError; `unsupported` if that kind of server lacks the feature.
 */
export interface SentryApi {
  /** The scopes of the token; null if the server does not name them. */
  getTokenScopes(key: InOrganization): Promise<readonly string[] | null>;
  listOrganizations(key: OnCommonServer & PageKey): Promise<SentryPage>;
  getOrganization(key: InOrganization): Promise<OrganizationJson>;
  getProject(key: InProject): Promise<ProjectJson>;
  listProjects(key: InOrganization & PageKey): Promise<SentryPage>;
  /** The ID of a merged issue may return the surviving issue. */
  getIssue(key: IssueRef & Fallback): Promise<IssueDetailJson>;
  /** With the fields that lists leave out, if the server has them in one response. */
  getIssueDetail(key: IssueRef): Promise<IssueDetailJson>;
  /** One of these fields of up to 100 issues, for servers without such a response. */
  findIssueParts(
    key: InOrganization & { readonly issues: readonly string[]; readonly part: IssuePart },
  ): Promise<Outcomes<Json>>;
  /**
   * Issues by numeric ID, in any order, without unknown ones. One forbidden ID may make the server answer 403 for the
   * whole list.
   */
  listIssuesById(
    key: InOrganization & Fallback & { readonly ids: readonly string[] },
  ): Promise<readonly IssueJson[]>;
  listIssues(key: InOrganization & PageKey & { readonly filter: IssueFilter }): Promise<SentryPage>;
  /** Without unknown issues. */
  findIssueStats(key: IssueStatsKey): Promise<Outcomes<IssueStatsJson>>;
  /** The issues of up to 100 hashes, without the hash that each belongs to. */
  listIssuesOfHashes(
    key: InProject & Fallback & { readonly hashes: readonly string[] },
  ): Promise<readonly IssueJson[]>;
  /** Returns the ID of the changed issue: that of the surviving one, if the issue was merged. */
  updateIssue(key: IssueRef & { readonly change: JsonObject }): Promise<string>;
  addNote(key: IssueRef & { readonly text: string }): Promise<ActivityJson>;
  mergeIssues(key: InOrganization & { readonly ids: readonly string[] }): Promise<Merge>;
  listExternalIssues(key: IssueRef): Promise<readonly LinkedTicket[]>;
  /** The values of a tag of an issue, the most frequent first. */
  listTagValues(key: IssueRef & PageKey & { readonly key: string }): Promise<SentryPage>;
  listHashes(key: IssueRef & RowPageKey & Fallback): Promise<RowPage<HashJson>>;
  /** Null if the server does not order hashes by checksum. */
  hashCursors(key: InOrganization): Promise<KeyCursors | null>;
  unmergeHashes(key: IssueRef & { readonly hashes: readonly string[] }): Promise<void>;
  /** A page of an issue's events, newest first. */
  listEvents(
    key: IssueRef & RowPageKey & Fallback & { readonly filter: EventFilter },
  ): Promise<RowPage<EventJson>>;
  /** Up to 100 events of an issue by ID; null for one that is gone. */
  findEvents(
    key: IssueRef & { readonly ids: readonly string[]; readonly isFull: boolean },
  ): Promise<Outcomes<EventJson | null>>;
  /** The event that the server chooses for a name. */
  findNamedEvent(
    key: IssueRef & { readonly name: 'latest' | 'oldest' | 'recommended' },
  ): Promise<EventJson | null>;
  /** The detail of an event, with fields that lists leave out. */
  findEventDetail(key: IssueRef & { readonly id: string }): Promise<EventDetailJson | null>;
  /** For servers whose events have only the version of their release. */
  findRelease(key: InOrganization & { readonly version: string }): Promise<ReleaseJson | null>;
  /** Any event of a project, full. */
  findProjectEvent(key: InProject & { readonly id: string }): Promise<EventDetailJson | null>;
  /** How events of a project were grouped; null for one that is gone. */
  findGroupings(key: EventsInProject): Promise<Outcomes<JsonObject | null>>;
  /** The first 100 attachments of events of a project; null for an event that is gone. */
  findAttachments(key: EventsInProject): Promise<Outcomes<readonly AttachedFile[] | null>>;
  /** Commits that may have caused the issues of events; null for an event that is gone. */
  findSuspectCommits(key: EventsInProject): Promise<Outcomes<readonly SuspectedCommit[] | null>>;
  /** An event of any issue, full. */
  findOrganizationEvent(key: InOrganization & { readonly id: string }): Promise<FoundEvent | null>;
}
