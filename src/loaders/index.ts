import type { SentryApi } from '../sentry/api.ts';
import type { LoaderParts, ObserveBatch } from './batch.ts';
import {
  createEventDetailLoader,
  createEventInProjectLoader,
  createEventLoader,
  createNamedEventLoader,
  createOrganizationEventLoader,
  createProjectEventLoader,
} from './event.ts';
import type { ForbiddenIssues } from './forbidden-issues.ts';
import { createIssueLoader, type IssueLoader } from './issue.ts';
import { createIssueEventsLoader } from './issue-events.ts';
import { createIssueHashesLoader } from './issue-hashes.ts';
import { createIssueOfHashLoader } from './issue-of-hash.ts';
import {
  createExternalIssuesLoader,
  createIssuePartLoader,
  createIssueStatsLoader,
} from './issue-part.ts';
import { createIssueListLoader } from './issues.ts';
import {
  createOrganizationListLoader,
  createOrganizationLoader,
  createReleaseLoader,
  createTokenScopesLoader,
} from './organization.ts';
import { createProjectListLoader, createProjectLoader } from './project.ts';
import { createTagValuesLoader } from './tag-values.ts';

const LOADERS = {
  tokenScopes: createTokenScopesLoader,
  organization: createOrganizationLoader,
  organizationList: createOrganizationListLoader,
  project: createProjectLoader,
  projectList: createProjectListLoader,
  issue: createIssueLoader,
  issuePart: createIssuePartLoader,
  issueList: createIssueListLoader,
  issueStats: createIssueStatsLoader,
  issueOfHash: createIssueOfHashLoader,
  issueHashes: createIssueHashesLoader,
  issueEvents: createIssueEventsLoader,
  tagValues: createTagValuesLoader,
  externalIssues: createExternalIssuesLoader,
  release: createReleaseLoader,
  event: createEventLoader,
  namedEvent: createNamedEventLoader,
  eventDetail: createEventDetailLoader,
  projectEvent: createProjectEventLoader,
  organizationEvent: createOrganizationEventLoader,
  eventGrouping: ({ sentry, observe }: LoaderParts) =>
    createEventInProjectLoader(observe, 'eventGrouping', (key) => sentry.findGroupings(key)),
  attachments: ({ sentry, observe }: LoaderParts) =>
    createEventInProjectLoader(observe, 'attachments', (key) => sentry.findAttachments(key)),
  suspectCommits: ({ sentry, observe }: LoaderParts) =>
    createEventInProjectLoader(observe, 'suspectCommits', (key) => sentry.findSuspectCommits(key)),
};

type LoadersByName = {
  readonly [Name in keyof typeof LOADERS]: ReturnType<(typeof LOADERS)[Name]>;
};

/** The loaders of one operation. Each is created on first use: most operations use two or three. */
export type Loaders = LoadersByName & Pick<LoaderCache, 'forget' | 'hashCursors'>;

export function createLoaders(
  sentry: SentryApi,
  forbidden: ForbiddenIssues,
  observe: ObserveBatch,
): Loaders {
  return new LoaderCache(sentry, forbidden, observe) as LoaderCache & LoadersByName;
}

class LoaderCache implements LoaderParts {
  readonly sentry: SentryApi;
  readonly forbidden: ForbiddenIssues;
  readonly observe: ObserveBatch;
  declare readonly issue: IssueLoader;
  created: Partial<Record<string, unknown>> = {};

  constructor(sentry: SentryApi, forbidden: ForbiddenIssues, observe: ObserveBatch) {
    this.sentry = sentry;
    this.forbidden = forbidden;
    this.observe = observe;
  }

  /** Clears all loaders, after a mutation. Event bodies never change, but events may have moved. */
  forget(): void {
    this.created = {};
  }

  /** Cursors of a hash list, if its server accepts any checksum as one. */
  hashCursors(organization: string) {
    return this.sentry.hashCursors({ organization });
  }
}

for (const name of Object.keys(LOADERS) as (keyof typeof LOADERS)[]) {
  Object.defineProperty(LoaderCache.prototype, name, {
    get(this: LoaderCache) {
      this.created[name] ??= LOADERS[name](this);
      return this.created[name];
    },
  });
}
