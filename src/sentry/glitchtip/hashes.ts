import type { Fallback } from '../api.ts';
import { endpoints } from '../endpoints.ts';
import { readHashRows } from '../hashes.ts';
import type { IssueRef } from '../issues.ts';
import { cursorOf, type RowPage, type RowPageKey } from '../row-page.ts';
import type { SentryClient } from '../server-kind.ts';
import type { HashJson } from '../shapes/issue.ts';
import { findIssue } from './known-issues.ts';
import { toOpaquePage } from './opaque-page.ts';
import { refuseShortId } from './words.ts';

/** Its events are always full. For an issue that does not exist it returns an empty list. */
export async function listHashes(
  client: SentryClient,
  { organization, issue, start, limit, isFallback }: IssueRef & RowPageKey & Fallback,
): Promise<RowPage<HashJson>> {
  refuseShortId(issue);
  const cursor = cursorOf(start);
  const answer = await client.send({
    endpoint: endpoints.issueHashesAlwaysFull,
    params: { organization, issue },
    query: { limit, cursor },
    events: 'full',
    isFallback,
  });
  const rows = readHashRows(answer, limit);
  if (rows.length === 0 && answer.links.previous?.results !== true) {
    await findIssue(client, { organization, issue });
  }
  return toOpaquePage(rows, answer);
}
