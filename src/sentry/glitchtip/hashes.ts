import type { Fallback } from '../api.ts';
import { endpoints } from '../endpoints.ts';
import { readHashRows } from '../hashes.ts';
import type { IssueRef } from '../issues.ts';
import { cursorOf, type KeyCursors, type RowPage, type RowPageKey } from '../row-page.ts';
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

/*
 * Cursors of GlitchTip, made from a position instead of copied from a response. Decoded, a cursor is a query string:
 * position `p`, `r=1` for backwards. The list of hashes is ordered by checksum, and a position may be any checksum.
 */

function toCursor(tokens: Readonly<Record<string, string>>): string {
  return Buffer.from(new URLSearchParams(tokens).toString()).toString('base64');
}

/** The end of any list, backwards. */
export const END_OF_LIST = toCursor({ r: '1' });

/** The hashes before and after a checksum, whether it is in the list or not. */
export const HASH_CURSORS: KeyCursors = {
  after: (hash) => toCursor({ p: toUuid(hash) }),
  before: (hash) => toCursor({ r: '1', p: toUuid(hash) }),
  at: (hash) => {
    const number = BigInt(`0x${hash}`);
    const before = (number - 1n).toString(16).padStart(hash.length, '0');
    return number === 0n ? null : toCursor({ p: toUuid(before) });
  },
  end: END_OF_LIST,
};

function toUuid(hash: string): string {
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
