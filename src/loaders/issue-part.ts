import { entriesOf, toKey } from '../key.ts';
import type { InOrganization, IssuePart } from '../sentry/api.ts';
import { SentryError } from '../sentry/errors.ts';
import type { Counted } from '../sentry/issue-stats.ts';
import { type IssueRef, MAX_ISSUES_PER_REQUEST } from '../sentry/issues.ts';
import type { Json } from '../sentry/json.ts';
import { isTooGreatForSentry } from '../sentry/path.ts';
import type { IssueStatsJson } from '../sentry/shapes/issue.ts';
import { createGroupLoader, createSingleLoader, type LoaderParts } from './batch.ts';

interface IssuePartKey extends InOrganization {
  readonly issue: string;
  readonly part: IssuePart;
}

/** Fields of issues that are not in their details, on servers that have them elsewhere. */
export function createIssuePartLoader({ sentry, observe }: LoaderParts) {
  return createGroupLoader<IssuePartKey, Json>(observe, 'issuePart', {
    keyOf: ({ organization, issue, part }) => toKey(organization, issue, part),
    groupOf: ({ organization, part }) => toKey(organization, part),
    maxSize: MAX_ISSUES_PER_REQUEST,
    load: async (keys) => {
      const { organization, part } = keys[0];
      const issues = keys.map(({ issue }) => issue);
      const found = await sentry.findIssueParts({ organization, issues, part });
      return keys.map(({ issue }) => found.get(issue) ?? null);
    },
  });
}

interface IssueStatsKey extends InOrganization {
  /** Numeric ID. */
  readonly issue: string;
  readonly counted: Counted;
}

/** Counts of issues: one request for up to 100 of an organization that count the same. */
export function createIssueStatsLoader({ sentry, observe }: LoaderParts) {
  return createGroupLoader<IssueStatsKey, IssueStatsJson>(observe, 'issueStats', {
    keyOf: ({ organization, issue, counted }) =>
      toKey(organization, issue, entriesOf({ ...counted })),
    groupOf: ({ organization, counted }) => toKey(organization, entriesOf({ ...counted })),
    maxSize: MAX_ISSUES_PER_REQUEST,
    load: async (keys) => {
      const { organization, counted } = keys[0];
      const issues = keys.map(({ issue }) => issue).filter((id) => !isTooGreatForSentry(id));
      const found =
        issues.length === 0
          ? new Map<string, IssueStatsJson>()
          : await sentry.findIssueStats({ organization, issues, counted });
      return keys.map(
        ({ issue }) =>
          found.get(issue) ??
          new SentryError(
            'notFound',
            `Sentry does not count the events of the issue ${issue.slice(0, 40)}: it does not exist, or the token may not read it.`,
          ),
      );
    },
  });
}

export function createExternalIssuesLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'externalIssues', {
    keyOf: ({ organization, issue }) => toKey(organization, issue),
    load: (issue: IssueRef) => sentry.listExternalIssues(issue),
  });
}
