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
import { createEventListLoader, type EventListLoader } from './event-connection.ts';
import type { ForbiddenIssues } from './forbidden-issues.ts';
import { createHashPageLoader, type HashPageLoader } from './hash-page.ts';
import { createIssueLoader, type IssueLoader } from './issue.ts';
import { createIssueListLoader, type IssueListLoader } from './issue-connection.ts';
import { createIssueOfHashLoader, type IssueOfHashLoader } from './issue-of-hash.ts';
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
  readonly eventList: EventListLoader;
  readonly organizationEvent: OrganizationEventLoader;
  readonly projectEvent: ProjectEventLoader;
  readonly hashPage: HashPageLoader;
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
  const eventList = createEventListLoader(sentry, event, observe);
  const hashPage = createHashPageLoader(sentry, event, observe);
  const issueList = createIssueListLoader(sentry, issue, observe);
  const fallbackHashPage = createHashPageLoader(sentry, event, observe, { isFallback: true });
  const issueOfHash = createIssueOfHashLoader(
    {
      sentry,
      issues: issue,
      hashPages: fallbackHashPage,
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
    eventList,
    organizationEvent,
    projectEvent,
    hashPage,
    forget() {
      issue.forget();
      issueList.clearAll();
      issueOfHash.clearAll();
      event.forget();
      namedEvent.clearAll();
      eventDetail.clearAll();
      eventList.clearAll();
      organizationEvent.clearAll();
      projectEvent.clearAll();
      hashPage.clearAll();
      fallbackHashPage.clearAll();
    },
  };
}
