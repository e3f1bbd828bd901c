import type DataLoader from 'dataloader';
import { toKey } from '../key.ts';
import type { SentryApi } from '../sentry/api.ts';
import type { LinkedTicket } from '../sentry/external-issues.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { createSingleLoader, type ObserveBatch } from './batch.ts';

export type ExternalIssuesLoader = DataLoader<IssueRef, readonly LinkedTicket[], string>;

export function createExternalIssuesLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): ExternalIssuesLoader {
  return createSingleLoader(observe, 'externalIssues', {
    keyOf: ({ organization, issue }) => toKey(organization, issue),
    load: (issue) => sentry.listExternalIssues(issue),
  });
}
