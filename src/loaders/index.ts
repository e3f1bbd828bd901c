import type { SentryApi } from '../sentry/api.ts';
import type { AttachedFile, SuspectedCommit } from '../sentry/in-project.ts';
import type { JsonObject } from '../sentry/json.ts';
import type { ObserveBatch } from './batch.ts';
import {
  createEventDetailLoader,
  createEventLoader,
  createNamedEventLoader,
  createOrganizationEventLoader,
  createProjectEventLoader,
  type EventDetailLoader,
  type EventLoader,
  type NamedEventLoader,
  type OrganizationEventLoader,
  type ProjectEventLoader,
} from './event.ts';
import { createEventInProjectLoader, type EventInProjectLoader } from './event-in-project.ts';
import { createExternalIssuesLoader, type ExternalIssuesLoader } from './external-issues.ts';
import type { ForbiddenIssues } from './forbidden-issues.ts';
import { createIssueLoader, type IssueLoader } from './issue.ts';
import { createIssueEventsLoader, type IssueEventsLoader } from './issue-events.ts';
import { createIssueHashesLoader, type IssueHashesLoader } from './issue-hashes.ts';
import { createIssueOfHashLoader, type IssueOfHashLoader } from './issue-of-hash.ts';
import { createIssuePartLoader, type IssuePartLoader } from './issue-part.ts';
import { createIssueStatsLoader, type IssueStatsLoader } from './issue-stats.ts';
import { createIssueListLoader, type IssueListLoader } from './issues.ts';
import {
  createOrganizationListLoader,
  createOrganizationLoader,
  type OrganizationListLoader,
  type OrganizationLoader,
} from './organization.ts';
import {
  createProjectListLoader,
  createProjectLoader,
  type ProjectListLoader,
  type ProjectLoader,
} from './project.ts';
import { createReleaseLoader, type ReleaseLoader } from './release.ts';
import { createTagValuesLoader, type TagValuesLoader } from './tag-values.ts';
import { createTokenScopesLoader, type TokenScopesLoader } from './token-scopes.ts';

interface LoadersByName {
  tokenScopes: TokenScopesLoader;
  organization: OrganizationLoader;
  organizationList: OrganizationListLoader;
  project: ProjectLoader;
  projectList: ProjectListLoader;
  issue: IssueLoader;
  issuePart: IssuePartLoader;
  release: ReleaseLoader;
  issueList: IssueListLoader;
  issueStats: IssueStatsLoader;
  issueOfHash: IssueOfHashLoader;
  issueHashes: IssueHashesLoader;
  tagValues: TagValuesLoader;
  externalIssues: ExternalIssuesLoader;
  issueEvents: IssueEventsLoader;
  event: EventLoader;
  namedEvent: NamedEventLoader;
  eventDetail: EventDetailLoader;
  projectEvent: ProjectEventLoader;
  organizationEvent: OrganizationEventLoader;
  eventGrouping: EventInProjectLoader<JsonObject>;
  attachments: EventInProjectLoader<readonly AttachedFile[]>;
  suspectCommits: EventInProjectLoader<readonly SuspectedCommit[]>;
}

/** The loaders of one operation. Each is created on first use: most operations use two or three. */
export class Loaders implements Readonly<LoadersByName> {
  readonly #sentry: SentryApi;
  readonly #forbidden: ForbiddenIssues;
  readonly #observe: ObserveBatch;
  #made: Partial<LoadersByName> = {};

  constructor(sentry: SentryApi, forbidden: ForbiddenIssues, observe: ObserveBatch) {
    this.#sentry = sentry;
    this.#forbidden = forbidden;
    this.#observe = observe;
  }

  /** Clears all loaders, after a mutation. Event bodies never change, but events may have moved. */
  forget(): void {
    this.#made = {};
  }

  /** Cursors of a hash list, if its server accepts any checksum as one. */
  hashCursors(organization: string) {
    return this.#sentry.hashCursors({ organization });
  }

  get tokenScopes() {
    this.#made.tokenScopes ??= createTokenScopesLoader(this.#sentry, this.#observe);
    return this.#made.tokenScopes;
  }

  get organization() {
    this.#made.organization ??= createOrganizationLoader(this.#sentry, this.#observe);
    return this.#made.organization;
  }

  get organizationList() {
    this.#made.organizationList ??= createOrganizationListLoader(this.#sentry, this.#observe);
    return this.#made.organizationList;
  }

  get project() {
    this.#made.project ??= createProjectLoader(this.#sentry, this.#observe);
    return this.#made.project;
  }

  get projectList() {
    this.#made.projectList ??= createProjectListLoader(this.#sentry, this.#observe);
    return this.#made.projectList;
  }

  get issue() {
    this.#made.issue ??= createIssueLoader(this.#sentry, this.#forbidden, this.#observe);
    return this.#made.issue;
  }

  get issuePart() {
    this.#made.issuePart ??= createIssuePartLoader(this.#sentry, this.#observe);
    return this.#made.issuePart;
  }

  get release() {
    this.#made.release ??= createReleaseLoader(this.#sentry, this.#observe);
    return this.#made.release;
  }

  get issueList() {
    this.#made.issueList ??= createIssueListLoader(this.#sentry, this.issue, this.#observe);
    return this.#made.issueList;
  }

  get issueStats() {
    this.#made.issueStats ??= createIssueStatsLoader(this.#sentry, this.#observe);
    return this.#made.issueStats;
  }

  get issueOfHash() {
    this.#made.issueOfHash ??= createIssueOfHashLoader(this.#sentry, this.issue, this.#observe);
    return this.#made.issueOfHash;
  }

  get issueHashes() {
    this.#made.issueHashes ??= createIssueHashesLoader(this.#sentry, this.#observe);
    return this.#made.issueHashes;
  }

  get externalIssues() {
    this.#made.externalIssues ??= createExternalIssuesLoader(this.#sentry, this.#observe);
    return this.#made.externalIssues;
  }

  get tagValues() {
    this.#made.tagValues ??= createTagValuesLoader(this.#sentry, this.#observe);
    return this.#made.tagValues;
  }

  get issueEvents() {
    this.#made.issueEvents ??= createIssueEventsLoader(this.#sentry, this.#observe);
    return this.#made.issueEvents;
  }

  get event() {
    this.#made.event ??= createEventLoader(this.#sentry, this.#observe);
    return this.#made.event;
  }

  get namedEvent() {
    this.#made.namedEvent ??= createNamedEventLoader(this.#sentry, this.#observe);
    return this.#made.namedEvent;
  }

  get eventDetail() {
    this.#made.eventDetail ??= createEventDetailLoader(this.#sentry, this.#observe);
    return this.#made.eventDetail;
  }

  get projectEvent() {
    this.#made.projectEvent ??= createProjectEventLoader(this.#sentry, this.#observe);
    return this.#made.projectEvent;
  }

  get organizationEvent() {
    this.#made.organizationEvent ??= createOrganizationEventLoader(this.#sentry, this.#observe);
    return this.#made.organizationEvent;
  }

  get eventGrouping() {
    this.#made.eventGrouping ??= createEventInProjectLoader(this.#observe, 'eventGrouping', (key) =>
      this.#sentry.findGroupings(key),
    );
    return this.#made.eventGrouping;
  }

  get attachments() {
    this.#made.attachments ??= createEventInProjectLoader(this.#observe, 'attachments', (key) =>
      this.#sentry.findAttachments(key),
    );
    return this.#made.attachments;
  }

  get suspectCommits() {
    this.#made.suspectCommits ??= createEventInProjectLoader(
      this.#observe,
      'suspectCommits',
      (key) => this.#sentry.findSuspectCommits(key),
    );
    return this.#made.suspectCommits;
  }
}
