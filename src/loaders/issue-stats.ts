import DataLoader from 'dataloader';
import { entriesOf, toKey } from '../key.ts';
import type { InOrganization, SentryApi } from '../sentry/api.ts';
import { SentryError } from '../sentry/errors.ts';
import type { Counted } from '../sentry/issue-stats.ts';
import { MAX_ISSUES_PER_REQUEST } from '../sentry/issues.ts';
import { isTooGreatForSentry } from '../sentry/path.ts';
import type { IssueStatsJson } from '../sentry/shapes/issue.ts';
import { batchByGroup, type ObserveBatch, observed } from './batch.ts';

export interface IssueStatsOf extends InOrganization {
  /** Numeric ID. */
  readonly issue: string;
  readonly counted: Counted;
}

export type IssueStatsLoader = DataLoader<IssueStatsOf, IssueStatsJson, string>;

/** Counts of issues: one request for up to 100 of an organization that count the same. */
export function createIssueStatsLoader(sentry: SentryApi, observe: ObserveBatch): IssueStatsLoader {
  return new DataLoader<IssueStatsOf, IssueStatsJson, string>(
    observed(
      observe,
      'issueStats',
      batchByGroup<IssueStatsOf, IssueStatsJson>({
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
      }),
    ),
    {
      cacheKeyFn: ({ organization, issue, counted }) =>
        toKey(organization, issue, entriesOf({ ...counted })),
    },
  );
}
