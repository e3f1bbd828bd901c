import { badUserInput } from '../errors.ts';
import { type Connection, uniqueBy } from '../pagination/connection.ts';
import { invalidCursor } from '../pagination/cursor.ts';
import { type ConnectionArguments, type PageRange, toPageRange } from '../pagination/page-range.ts';
import { type PagedList, type Walked, walkPages, walkToEnd } from '../pagination/page-walk.ts';
import { SentryError } from '../sentry/errors.ts';
import { hashOf, MAX_HASHES_PER_PAGE, type SentryHash } from '../sentry/hashes.ts';
import type { IssueRef } from '../sentry/issues.ts';
import {
  type HashPage,
  type HashPageLoader,
  MAX_WALKED_HASHES,
  walkHashPages,
} from './hash-page.ts';

export type HashConnection = Connection<SentryHash>;

/**
 * The page of an issue's hashes that a connection's arguments name.
 *
 * One request where the rows are known by number; at most two where they are known by pages, as of a
 * server whose cursors cannot be composed. `last` without `before` walks the list to its end.
 * @param isFull - Whether the events of the page are needed in full.
 */
export async function loadHashConnection(
  pages: HashPageLoader,
  issue: IssueRef,
  args: ConnectionArguments,
  isFull: boolean,
): Promise<HashConnection> {
  const window = toPageRange('issueHashes', args);
  const bound = args.after == null ? (args.before == null ? null : 'before') : 'after';
  const page = await loadWindow(pages, issue, window, isFull).catch((error) => {
    throw bound !== null && refusesCursor(error) ? invalidCursor(bound) : error;
  });
  if (bound !== null && page.hasOpaqueCursors !== (window.kind === 'pages')) {
    // The cursor is of another server, which the gateway had before this one.
    throw invalidCursor(bound);
  }
  return {
    rows: uniqueBy(page.hashes, hashOf),
    hasNextPage: page.hasNext,
    hasPreviousPage: page.hasPrevious,
    totalCount: async () => page.total ?? (await walk(pages, issue))?.length ?? null,
  };
}

type Shown = Pick<HashPage, 'hashes' | 'hasNext' | 'hasPrevious' | 'hasOpaqueCursors' | 'total'>;

function loadWindow(
  pages: HashPageLoader,
  issue: IssueRef,
  window: PageRange,
  isFull: boolean,
): Promise<Shown> {
  switch (window.kind) {
    case 'rows':
      return loadRows(pages, issue, window, isFull);
    case 'tail':
      return walkToTail(pages, issue, window);
    case 'pages':
      return loadPages(pages, issue, window, isFull);
  }
}

async function loadRows(
  pages: HashPageLoader,
  issue: IssueRef,
  { start, end }: Extract<PageRange, { kind: 'rows' }>,
  isFull: boolean,
): Promise<Shown> {
  const from = { ...issue, start: { kind: 'offset', offset: start } } as const;
  if (end > start) {
    return pages.load({ ...from, limit: end - start, isFull });
  }
  // An empty page is asked for all the same, as one row: for what lies around it, and for the issue.
  const page = await pages.load({ ...from, limit: 1, isFull: false });
  return { ...page, hashes: [], hasNext: page.hashes.length > 0 };
}

/** The rows are light ones; what needs a full event has it loaded, in one batch. */
async function walkToTail(
  pages: HashPageLoader,
  issue: IssueRef,
  { start, count }: Extract<PageRange, { kind: 'tail' }>,
): Promise<Shown> {
  const all = (await walk(pages, issue)) ?? refuseTail();
  const from = Math.max(start, all.length - count);
  return {
    hashes: all.slice(from),
    hasPrevious: Math.min(from, all.length) > 0,
    hasNext: false,
    hasOpaqueCursors: all[0]?.position.kind === 'page',
    total: all.length,
  };
}

async function loadPages(
  pages: HashPageLoader,
  issue: IssueRef,
  window: Extract<PageRange, { kind: 'pages' }>,
  isFull: boolean,
): Promise<Shown> {
  let [hasOpaqueCursors, total] = [true, null as number | null];
  const list: PagedList<SentryHash> = {
    maxLimit: MAX_HASHES_PER_PAGE,
    keyOf: hashOf,
    async fetch(cursor, limit) {
      const start = { kind: 'page', cursor } as const;
      const page = await pages.load({ ...issue, start, limit, isFull });
      hasOpaqueCursors &&= page.hasOpaqueCursors;
      total = page.total ?? total;
      return {
        rows: page.hashes,
        next: page.next?.kind === 'page' ? page.next.cursor : null,
        previous: page.previous?.kind === 'page' ? page.previous.cursor : null,
      };
    },
  };
  const { rows, ...beside }: Walked<SentryHash> =
    window.direction === 'backward' && window.before === null
      ? ((await walkToEnd(list, window, MAX_WALKED_HASHES)) ?? refuseTail())
      : await walkPages(list, window);
  const hashes = rows.map(({ row, position }) => ({ ...row, position }));
  return { hashes, ...beside, hasOpaqueCursors, total };
}

function refuseTail(): never {
  throw badUserInput(
    `\`last\` without \`before\` is served for up to ${MAX_WALKED_HASHES} hashes and the issue has more: it takes a \`before\`, or \`first\`.`,
  );
}

/**
 * All rows of the list, or null if there are more than are walked. An event that comes meanwhile
 * moves rows down, so that a page repeats one of the page before.
 */
async function walk(pages: HashPageLoader, issue: IssueRef): Promise<readonly SentryHash[] | null> {
  const rows: SentryHash[] = [];
  let hasNext = false;
  for await (const page of walkHashPages(pages, issue)) {
    rows.push(...page.hashes);
    hasNext = page.hasNext;
  }
  return hasNext ? null : uniqueBy(rows, hashOf);
}

/** Sentry's words for a cursor that it cannot read, and GlitchTip's status. */
function refusesCursor(error: unknown): boolean {
  return (
    error instanceof SentryError &&
    (error.status === 422 || error.detail === 'Invalid cursor parameter.')
  );
}
