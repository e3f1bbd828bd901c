import { badUserInput } from '../errors.ts';
import { type Connection, type Placed, uniqueBy } from '../pagination/connection.ts';
import { type CursorList, invalidCursor } from '../pagination/cursor.ts';
import { skipEmptyPages } from '../pagination/empty-pages.ts';
import { type ConnectionArguments, type PageRange, toPageRange } from '../pagination/page-range.ts';
import { type PagedList, walkPages } from '../pagination/page-walk.ts';
import { SentryError } from '../sentry/errors.ts';
import { FIRST_PAGE, type PageStart } from '../sentry/row-page.ts';
import {
  MAX_ROWS_PER_PAGE,
  MAX_WALKED_ROWS,
  type PlacedPage,
  type RowPageLoader,
  walkRowPages,
} from './row-list.ts';

export interface RowConnectionOptions<List, Row> {
  /** What its rows are, in the plural. */
  readonly what: string;
  /** Whose cursors its edges have. */
  readonly cursors: CursorList;
  readonly pages: RowPageLoader<List, Row>;
  readonly list: List;
  readonly keyOf: (row: Row) => string;
  /** Whether the events of the page are needed in full; at the end of a walk they may be light. */
  readonly isFull: boolean;
}

type Shown<Row> = Omit<PlacedPage<Row>, 'next' | 'previous'>;

/**
 * The page of a list that a connection's arguments name.
 *
 * One request where the rows are known by number; at most two where they are known by pages, as of a
 * server whose cursors cannot be composed. `last` without `before` walks the list to its end.
 */
export async function loadRowConnection<List, Row>(
  options: RowConnectionOptions<List, Row>,
  args: ConnectionArguments,
): Promise<Connection<Row>> {
  const range = toPageRange(options.cursors, args);
  const bound = args.after == null ? (args.before == null ? null : 'before') : 'after';
  const page = await loadRange(options, range).catch((error) => {
    throw bound !== null && refusesCursor(error) ? invalidCursor(bound) : error;
  });
  if (bound !== null && page.hasOpaqueCursors !== (range.kind === 'pages')) {
    // The cursor is of another server, which the gateway had before this one.
    throw invalidCursor(bound);
  }
  return {
    rows: unique(options, page.rows),
    hasNextPage: page.hasNext,
    hasPreviousPage: page.hasPrevious,
    totalCount: async () => page.total ?? (await walkFrom(options, FIRST_PAGE))?.length ?? null,
  };
}

function loadRange<List, Row>(
  options: RowConnectionOptions<List, Row>,
  range: PageRange,
): Promise<Shown<Row>> {
  switch (range.kind) {
    case 'rows':
      return loadRows(options, range);
    case 'tail':
      return loadTail(options, range);
    case 'pages':
      return loadPages(options, range);
  }
}

async function loadRows<List, Row>(
  { pages, list, isFull }: RowConnectionOptions<List, Row>,
  { start, end, isBounded }: Extract<PageRange, { kind: 'rows' }>,
): Promise<Shown<Row>> {
  const load = (offset: number) =>
    pages.load({ list, start: { kind: 'offset', offset }, limit: end - start, isFull });
  if (end > start) {
    return isBounded ? load(start) : skipEmptyPages(load, rowBehindEmpty, start);
  }
  // An empty page is asked for all the same, as one row: for what lies around it, and for the issue.
  const from = { list, start: { kind: 'offset', offset: start } } as const;
  const page = await pages.load({ ...from, limit: 1, isFull: false });
  return { ...page, rows: [], hasNext: page.rows.length > 0 || page.hasNext };
}

function rowBehindEmpty<Row>({ rows, next }: PlacedPage<Row>): number | null {
  return rows.length === 0 && next?.kind === 'offset' ? next.offset : null;
}

async function loadTail<List, Row>(
  options: RowConnectionOptions<List, Row>,
  { start, count }: Extract<PageRange, { kind: 'tail' }>,
): Promise<Shown<Row>> {
  const all = (await walkFrom(options, { kind: 'offset', offset: start })) ?? refuseTail(options);
  const rows = count === 0 ? [] : all.slice(-count);
  return {
    rows,
    hasPrevious: start + all.length - rows.length > 0,
    hasNext: false,
    hasOpaqueCursors: all[0]?.position.kind === 'page',
    total: start === 0 ? all.length : null,
  };
}

async function loadPages<List, Row>(
  options: RowConnectionOptions<List, Row>,
  range: Extract<PageRange, { kind: 'pages' }>,
): Promise<Shown<Row>> {
  const { pages, list, keyOf, isFull } = options;
  let [hasOpaqueCursors, total] = [true, null as number | null];
  const paged: PagedList<Row> = {
    maxLimit: MAX_ROWS_PER_PAGE,
    keyOf,
    async fetch(cursor, limit) {
      const page = await pages.load({ list, start: { kind: 'page', cursor }, limit, isFull });
      hasOpaqueCursors &&= page.hasOpaqueCursors;
      total = page.total ?? total;
      return {
        rows: page.rows.map(({ row }) => row),
        next: page.next?.kind === 'page' ? page.next.cursor : null,
        previous: page.previous?.kind === 'page' ? page.previous.cursor : null,
      };
    },
  };
  const walked = (await walkPages(paged, range, MAX_WALKED_ROWS)) ?? refuseTail(options);
  return { ...walked, hasOpaqueCursors, total };
}

function refuseTail({ what }: { readonly what: string }): never {
  throw badUserInput(
    `\`last\` without \`before\` is served for lists of up to ${MAX_WALKED_ROWS} ${what} and this one is longer: it takes a \`before\`, or \`first\`.`,
  );
}

/**
 * All rows of the list from one on, or null if there are more than are walked. An event that comes meanwhile
 * moves rows down, so that a page repeats one of the page before.
 */
async function walkFrom<List, Row>(
  options: RowConnectionOptions<List, Row>,
  start: PageStart,
): Promise<readonly Placed<Row>[] | null> {
  const rows: Placed<Row>[] = [];
  let hasNext = false;
  for await (const page of walkRowPages(options.pages, options.list, start)) {
    rows.push(...page.rows);
    hasNext = page.hasNext;
  }
  return hasNext ? null : unique(options, rows);
}

function unique<List, Row>(
  { keyOf }: RowConnectionOptions<List, Row>,
  rows: readonly Placed<Row>[],
): readonly Placed<Row>[] {
  return uniqueBy(rows, ({ row }) => keyOf(row));
}

/** Sentry's words for a cursor that it cannot read, and GlitchTip's status. */
function refusesCursor(error: unknown): boolean {
  return (
    error instanceof SentryError &&
    (error.status === 422 || error.detail === 'Invalid cursor parameter.')
  );
}
