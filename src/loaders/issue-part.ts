import DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { IssuePart, SentryApi } from '../sentry/api.ts';
import { MAX_ISSUES_PER_REQUEST } from '../sentry/issues.ts';
import type { Json } from '../sentry/json.ts';
import { batchByGroup, type ObserveBatch, observed } from './batch.ts';

export interface IssuePartKey {
  readonly organization: string;
  readonly issue: string;
  readonly part: IssuePart;
}

export type IssuePartLoader = DataLoader<IssuePartKey, Json, string>;

/** Fields of issues that are not in their details, on servers that have them elsewhere. */
export function createIssuePartLoader(sentry: SentryApi, observe: ObserveBatch): IssuePartLoader {
  return new DataLoader<IssuePartKey, Json, string>(
    observed(
      observe,
      'issuePart',
      batchByGroup<IssuePartKey, Json>({
        groupOf: ({ organization, part }) => toKey(organization, part),
        maxSize: MAX_ISSUES_PER_REQUEST,
        load: async (keys) => {
          const { organization, part } = keys[0];
          const issues = [...new Set(keys.map(({ issue }) => issue))];
          const found = await sentry.findIssueParts({ organization, issues, part });
          return keys.map(({ issue }) => found.get(issue) ?? null);
        },
      }),
    ),
    { cacheKeyFn: ({ organization, issue, part }) => toKey(organization, issue, part) },
  );
}
