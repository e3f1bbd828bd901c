import type { EventFilter, FoundEvent } from './events.ts';
import type { IssueFilter, IssueRef, Merge } from './issues.ts';
import type { JsonObject } from './json.ts';
import type { SentryPage } from './pages.ts';
import type { RowPage, RowPageKey } from './row-page.ts';
import type { EventDetailJson, EventJson } from './shapes/event.ts';
import type { HashJson, IssueDetailJson, IssueJson } from './shapes/issue.ts';
import type { OrganizationJson } from './shapes/organization.ts';
import type { ProjectJson } from './shapes/project.ts';

/** What was found under each key, or the error that it alone failed with. */
export type Outcomes<V> = ReadonlyMap<string, V | Error>;

export interface InOrganization {
  readonly organization: string;
}

export interface InProject extends InOrganization {
  /** Slug or numeric id. */
  readonly project: string;
}

/** A page of a list that is walked by the server's own cursors. */
export interface PageKey {
  /** A cursor that the server once gave; null for the first page. */
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

export interface Fallback {
  /**
   * Whether it is needed only because a list left something out, or does not say enough.
   * @default false
   */
  readonly isFallback?: boolean | undefined;
}

/**
 * What a server can be asked, whichever kind it is of. Each method takes one object, which names the
 * organization.
 *
 * All of them throw SentryError; `unsupported` where that kind of server has nothing like it.
 */
export interface SentryApi {
  getOrganization(key: InOrganization): Promise<OrganizationJson>;
  getProject(key: InProject): Promise<ProjectJson>;
  listProjects(key: InOrganization & PageKey): Promise<SentryPage>;
  /** Ids that were merged away may answer for the survivor. */
  getIssue(key: IssueRef & Fallback): Promise<IssueDetailJson>;
  /**
   * Issues by numeric id, in no order. Unknown ids are left out; one forbidden id may have the whole
   * list refused.
   */
  listIssuesById(
    key: InOrganization & Fallback & { readonly ids: readonly string[] },
  ): Promise<readonly IssueJson[]>;
  listIssues(key: InOrganization & PageKey & { readonly filter: IssueFilter }): Promise<SentryPage>;
  /** The issues that have any of up to 100 hashes. It does not say which hash led to which issue. */
  listIssuesOfHashes(
    key: InProject & Fallback & { readonly hashes: readonly string[] },
  ): Promise<readonly IssueJson[]>;
  updateIssue(key: IssueRef & { readonly change: JsonObject }): Promise<void>;
  mergeIssues(key: InOrganization & { readonly ids: readonly string[] }): Promise<Merge>;
  listHashes(key: IssueRef & RowPageKey & Fallback): Promise<RowPage<HashJson>>;
  unmergeHashes(key: IssueRef & { readonly hashes: readonly string[] }): Promise<void>;
  /** A page of an issue's events, newest first. */
  listEvents(
    key: IssueRef & RowPageKey & { readonly filter: EventFilter },
  ): Promise<RowPage<EventJson>>;
  /** Up to 100 events of an issue by their ids; null for one that is gone. */
  findEvents(
    key: IssueRef & { readonly ids: readonly string[]; readonly isFull: boolean },
  ): Promise<Outcomes<EventJson | null>>;
  /** The event that the server picks for a name. */
  findNamedEvent(
    key: IssueRef & { readonly name: 'latest' | 'oldest' | 'recommended' },
  ): Promise<EventJson | null>;
  /** An event's own page, with what no list has of it. */
  findEventDetail(key: IssueRef & { readonly id: string }): Promise<EventDetailJson | null>;
  /** Any event of a project in full. */
  findProjectEvent(key: InProject & { readonly id: string }): Promise<EventDetailJson | null>;
  /** An event of any issue in full. */
  findOrganizationEvent(key: InOrganization & { readonly id: string }): Promise<FoundEvent | null>;
}
