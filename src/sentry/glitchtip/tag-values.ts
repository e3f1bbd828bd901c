import type { SentryPage } from '../answers.ts';
import type { PageKey } from '../api.ts';
import { endpoints } from '../endpoints.ts';
import { SentryError } from '../errors.ts';
import type { IssueRef } from '../issues.ts';
import { asFloat, asObjects } from '../json.ts';
import type { SentryClient } from '../server-kind.ts';
import { findIssue } from './known-issues.ts';

/** GlitchTip sends all values of a tag at once: a cursor is the number of a row. */
export async function listTagValues(
  client: SentryClient,
  { organization, issue, key, cursor, limit }: IssueRef & PageKey & { readonly key: string },
): Promise<SentryPage> {
  const { body } = await client.send({
    endpoint: endpoints.tagsOfAnyIssue,
    params: { organization, issue },
    query: { key },
    check: () => findIssue(client, { organization, issue }),
  });
  const [tag] = asObjects(body) ?? [];
  const values = [...(asObjects(tag?.['topValues']) ?? [])];
  if (values.length === 0) {
    throw new SentryError('notFound', `Issue ${issue} has no tag ${JSON.stringify(key)}.`);
  }
  values.sort((one, other) => (asFloat(other['count']) ?? 0) - (asFloat(one['count']) ?? 0));
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return {
    rows: values.slice(start, end),
    previous: start > 0 ? String(Math.max(0, start - limit)) : null,
    next: end < values.length ? String(end) : null,
    hits: values.length,
  };
}
