import type DataLoader from 'dataloader';
import type { SentryClients } from '../sentry/client.ts';
import type { JsonObject } from '../sentry/json.ts';
import {
  createEventDetailLoader,
  createEventLoader,
  createNamedEventLoader,
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
  readonly organization: DataLoader<string, JsonObject>;
  readonly project: ProjectLoader;
  readonly projectList: ProjectListLoader;
  readonly issue: IssueLoader;
  readonly issueList: IssueListLoader;
  readonly issueOfHash: IssueOfHashLoader;
  readonly event: EventLoader;
  readonly namedEvent: NamedEventLoader;
  readonly eventDetail: NamedEventLoader;
  readonly eventList: EventListLoader;
  readonly organizationEvent: OrganizationEventLoader;
  readonly projectEvent: ProjectEventLoader;
  readonly hashPage: HashPageLoader;
  /** Forgets everything, after a change; events stay what they are but may have moved. */
  forget(): void;
}

export function createLoaders(clients: SentryClients, forbidden: ForbiddenIssues): Loaders {
  const { sentry, extra } = clients;
  const organization = createOrganizationLoader(sentry);
  const issue = createIssueLoader(clients, forbidden);
  const event = createEventLoader(clients);
  const namedEvent = createNamedEventLoader(sentry, event);
  const organizationEvent = createOrganizationEventLoader(sentry, event);
  const projectEvent = createProjectEventLoader(sentry, event);
  const eventDetail = createEventDetailLoader(sentry, event);
  const eventList = createEventListLoader(sentry, event);
  const hashPage = createHashPageLoader(sentry, event);
  const issueList = createIssueListLoader(sentry, issue);
  const extraHashPage = createHashPageLoader(extra, event);
  const issueOfHash = createIssueOfHashLoader({
    ...clients,
    issues: issue,
    hashPages: extraHashPage,
  });
  return {
    organization,
    project: createProjectLoader(sentry),
    projectList: createProjectListLoader(sentry),
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
      extraHashPage.clearAll();
    },
  };
}
