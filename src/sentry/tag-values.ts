import { type SentryPage, toPage } from './answers.ts';
import type { PageKey } from './api.ts';
import { endpoints } from './endpoints.ts';
import type { IssueRef } from './issues.ts';
import type { SentryClient } from './server-kind.ts';

/** Sentry's cursors contain the count of a value. */
export async function listTagValues(
  client: SentryClient,
  { organization, issue, key, cursor, limit }: IssueRef & PageKey & { readonly key: string },
): Promise<SentryPage> {
  const answer = await client.send({
    endpoint: endpoints.tagValues,
    params: { organization, issue, key },
    query: { sort: 'count', per_page: limit, cursor: cursor ?? undefined },
  });
  return toPage(answer, 'tag values');
}
