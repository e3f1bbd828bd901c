import type DataLoader from 'dataloader';
import type { SentryApi } from '../sentry/api.ts';
import type { OrganizationJson } from '../sentry/shapes/organization.ts';
import type { ObserveBatch } from './batch.ts';
import {
  createEventDetailLoader,
  createEventLoader,
  createNamedEventLoader,
  type EventDetailLoader,
  type EventLoader,
  type NamedEventLoader,
} from './event.ts';
import type { ForbiddenIssues } from './forbidden-issues.ts';
import { createIssueLoader, type IssueLoader } from './issue.ts';
import { createIssueEventsLoader, type IssueEventsLoader } from './issue-events.ts';
import { createIssueHashesLoader, type IssueHashesLoader } from './issue-hashes.ts';
import { createIssueOfHashLoader, type IssueOfHashLoader } from './issue-of-hash.ts';
import { createIssueListLoader, type IssueListLoader } from './issues.ts';
import { createOrganizationLoader } from './organization.ts';
import {
  createOrganizationEventLoader,
  type OrganizationEventLoader,
} from './organization-event.ts';
import {
  createProjectListLoader,
  createProjectLoader,
  type ProjectListLoader,
  type ProjectLoader,
} from './project.ts';
import { createProjectEventLoader, type ProjectEventLoader } from './project-event.ts';

/** What one operation has asked Sentry for: made for it, and forgotten with it. */
export interface Loaders {
  readonly organization: DataLoader<string, OrganizationJson>;
  readonly project: ProjectLoader;
  readonly projectList: ProjectListLoader;
  readonly issue: IssueLoader;
  readonly issueList: IssueListLoader;
  readonly issueOfHash: IssueOfHashLoader;
  readonly event: EventLoader;
  readonly namedEvent: NamedEventLoader;
  readonly eventDetail: EventDetailLoader;
  readonly issueEvents: IssueEventsLoader;
  readonly organizationEvent: OrganizationEventLoader;
  readonly projectEvent: ProjectEventLoader;
  readonly issueHashes: IssueHashesLoader;
  /** Forgets everything, after a change; events stay what they are but may have moved. */
  forget(): void;
}

export function createLoaders(
  sentry: SentryApi,
  forbidden: ForbiddenIssues,
  observe: ObserveBatch,
): Loaders {
  const organization = createOrganizationLoader(sentry, observe);
  const issue = createIssueLoader(sentry, forbidden, observe);
  const event = createEventLoader(sentry, observe);
  const namedEvent = createNamedEventLoader(sentry, event, observe);
  const organizationEvent = createOrganizationEventLoader(sentry, event, observe);
  const projectEvent = createProjectEventLoader(sentry, event, observe);
  const eventDetail = createEventDetailLoader(sentry, event, observe);
  const issueEvents = createIssueEventsLoader(sentry, event, observe);
  const issueHashes = createIssueHashesLoader(sentry, event, observe);
  const issueList = createIssueListLoader(sentry, issue, observe);
  const fallbackIssueHashes = createIssueHashesLoader(sentry, event, observe, { isFallback: true });
  const issueOfHash = createIssueOfHashLoader(
    {
      sentry,
      issues: issue,
      issueHashes: fallbackIssueHashes,
    },
    observe,
  );
  return {
    organization,
    project: createProjectLoader(sentry, observe),
    projectList: createProjectListLoader(sentry, observe),
    issue,
    issueList,
    issueOfHash,
    event,
    namedEvent,
    eventDetail,
    issueEvents,
    organizationEvent,
    projectEvent,
    issueHashes,
    forget() {
      issue.forget();
      issueList.clearAll();
      issueOfHash.clearAll();
      event.forget();
      namedEvent.clearAll();
      eventDetail.clearAll();
      issueEvents.clearAll();
      organizationEvent.clearAll();
      projectEvent.clearAll();
      issueHashes.clearAll();
      fallbackIssueHashes.clearAll();
    },
  };
}
