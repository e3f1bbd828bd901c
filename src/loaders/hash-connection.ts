import { badUserInput } from '../errors.ts';
import { type Connection, uniqueBy } from '../relay/connection.ts';
import { invalidCursor } from '../relay/cursor.ts';
import { type ConnectionArguments, toWindow, type Window } from '../relay/window.ts';
import { type HashPage, hashOf, type SentryHash } from '../sentry/hashes.ts';
import type { IssueRef } from '../sentry/issues.ts';
import { type HashPageLoader, MAX_WALKED_HASHES, walkHashPages } from './hash-page.ts';

export type HashConnection = Connection<SentryHash>;

/**
 * The page of an issue's hashes that a connection's arguments name.
 *
 * One request where the rows are known by number; `last` without `before` walks the list to its
 * end instead.
 * @param isFull - Whether the events of the page are needed in full.
 */
export async function loadHashConnection(
  pages: HashPageLoader,
  issue: IssueRef,
  args: ConnectionArguments,
  isFull: boolean,
): Promise<HashConnection> {
  const window = toWindow('issueHashes', args);
  if (window.kind === 'pages') {
    // Of an upstream with opaque cursors: the gateway has been given another one since.
    throw invalidCursor(window.after === null ? 'before' : 'after');
  }
  const page =
    window.kind === 'tail'
      ? await walkToTail(pages, issue, window)
      : await loadRows(pages, issue, window, isFull);
  return {
    rows: uniqueBy(page.hashes, hashOf),
    hasNextPage: page.hasNext,
    hasPreviousPage: page.hasPrevious,
    totalCount: async () => countOf(page) ?? (await walk(pages, issue))?.length ?? null,
  };
}

type Rows = Extract<Window, { kind: 'rows' }>;
type Tail = Extract<Window, { kind: 'tail' }>;

async function loadRows(
  pages: HashPageLoader,
  { organization, issue }: IssueRef,
  { start, end }: Rows,
  isFull: boolean,
): Promise<HashPage> {
  if (end > start) {
    return pages.load({ organization, issue, offset: start, limit: end - start, isFull });
  }
  // An empty page is asked for all the same, as one row: for what lies around it, and for the issue.
  const page = await pages.load({ organization, issue, offset: start, limit: 1, isFull: false });
  return { hashes: [], hasPrevious: page.hasPrevious, hasNext: page.hashes.length > 0 };
}

/** The rows are light ones; what needs a full event has it loaded, in one batch. */
async function walkToTail(
  pages: HashPageLoader,
  issue: IssueRef,
  { start, count }: Tail,
): Promise<HashPage> {
  const all = await walk(pages, issue);
  if (all === null) {
    throw badUserInput(
      `\`last\` without \`before\` is served for up to ${MAX_WALKED_HASHES} hashes and the issue has more: it takes a \`before\`, or \`first\`.`,
    );
  }
  const from = Math.max(start, all.length - count);
  return { hashes: all.slice(from), hasPrevious: Math.min(from, all.length) > 0, hasNext: false };
}

/** All rows of the list, or null if there are more than are walked. */
async function walk(pages: HashPageLoader, issue: IssueRef): Promise<readonly SentryHash[] | null> {
  const rows: SentryHash[] = [];
  let hasNext = false;
  for await (const page of walkHashPages(pages, issue)) {
    rows.push(...page.hashes);
    hasNext = page.hasNext;
  }
  return hasNext ? null : rows;
}

/** A page with rows that ends the list tells its size. */
function countOf({ hashes, hasNext }: HashPage): number | null {
  const last = hashes.at(-1);
  return last && !hasNext ? last.offset + 1 : null;
}
