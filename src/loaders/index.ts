import type DataLoader from 'dataloader';
import type { SentryClient } from '../sentry/client.ts';
import type { JsonObject } from '../sentry/json.ts';
import {
  createEventLoader,
  createNamedEventLoader,
  type EventLoader,
  type NamedEventLoader,
} from './event.ts';
import type { ForbiddenIssues } from './forbidden-issues.ts';
import { createHashPageLoader, type HashPageLoader } from './hash-page.ts';
import { createIssueLoader, type IssueLoader } from './issue.ts';
import { createOrganizationLoader } from './organization.ts';
import {
  createOrganizationEventLoader,
  type OrganizationEventLoader,
} from './organization-event.ts';

/** What one operation has asked Sentry for: made for it, and forgotten with it. */
export interface Loaders {
  readonly organization: DataLoader<string, JsonObject>;
  readonly issue: IssueLoader;
  readonly event: EventLoader;
  readonly namedEvent: NamedEventLoader;
  readonly organizationEvent: OrganizationEventLoader;
  readonly hashPage: HashPageLoader;
  /** Forgets everything, after a change; events stay what they are but may have moved. */
  forget(): void;
}

export function createLoaders(sentry: SentryClient, forbidden: ForbiddenIssues): Loaders {
  const organization = createOrganizationLoader(sentry);
  const issue = createIssueLoader(sentry, forbidden);
  const event = createEventLoader(sentry);
  const namedEvent = createNamedEventLoader(sentry, event);
  const organizationEvent = createOrganizationEventLoader(sentry, event);
  const hashPage = createHashPageLoader(sentry, event);
  return {
    organization,
    issue,
    event,
    namedEvent,
    organizationEvent,
    hashPage,
    forget() {
      issue.forget();
      event.forget();
      namedEvent.clearAll();
      organizationEvent.clearAll();
      hashPage.clearAll();
    },
  };
}
