import { badUserInput } from '../errors.ts';
import { type Connection, type Placed, uniqueBy } from '../pagination/connection.ts';
import { type CursorList, invalidCursor } from '../pagination/cursor.ts';
import { findEnd, SPARE_ROWS } from '../pagination/find-end.ts';
import { readKeyedRange } from '../pagination/keyed-list.ts';
import { type ConnectionArguments, type PageRange, toPageRange } from '../pagination/page-range.ts';
import { type OpaquePageRange, type PagedList, walkPages } from '../pagination/page-walk.ts';
import { readRange } from '../pagination/read-range.ts';
import { SentryError } from '../sentry/errors.ts';
import { FIRST_PAGE, type KeyCursors } from '../sentry/row-page.ts';
import {
  MAX_ROWS_PER_PAGE,
  MAX_WALKED_ROWS,
  type PlacedPage,
  type RowPageLoader,
  toMovingList,
} from './row-list.ts';

interface RowConnectionOptions<List, Row> {
  /** Name of the rows in error messages, in the plural. */
  readonly what: string;
  /** The list in the cursors of its edges. */
  readonly cursors: CursorList;
  readonly pages: RowPageLoader<List, Row>;
  readonly list: List;
  readonly keyOf: (row: Row) => string;
  /** Full events are needed; at the end of a list they may be light. */
  readonly isFull: boolean;
  /** Null if the server does not order the list by its keys. @default always null */
  readonly keyCursors?: () => Promise<KeyCursors | null>;
  /** See `findEnd`. @default false */
  readonly beginsWithPage?: boolean;
  /** Rows that the search for the end may read although nobody needs them. @default SPARE_ROWS */
  readonly spareRows?: number;
}

type Shown<Row> = Omit<PlacedPage<Row>, 'next' | 'previous'>;

/**
 * The page of a list for the arguments of a connection.
 *
 * With row numbers, one request for each hundred rows and the edge at which they begin; with opaque cursors, at
 * most two. `last` without `before` finds the end of the list first.
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
    // The cursor was created by another server, which this one has replaced.
    throw invalidCursor(bound);
  }
  return {
    rows: unique(options, page.rows),
    hasNextPage: page.hasNext,
    hasPreviousPage: page.hasPrevious,
    totalCount: async () => page.total ?? (page.hasOpaqueCursors ? null : countRows(options, page)),
  };
}

async function loadRange<List, Row>(
  options: RowConnectionOptions<List, Row>,
  range: PageRange,
): Promise<Shown<Row>> {
  if (range.kind === 'pages') {
    return loadPages(options, range);
  }
  const { pages, list, isFull, spareRows = SPARE_ROWS } = options;
  const { direction, count, after, before } = range;
  let knownLength: number | null = null;
  if (direction === 'backward' && before === null) {
    const cursors = await options.keyCursors?.();
    const first = cursors ? null : await loadSmallPage(options);
    if (first === null || first.hasOpaqueCursors) {
      return loadPages(options, { direction, count, after: null, before });
    }
    knownLength = first.hasNext ? first.knownLength : null;
  }
  if (direction === 'forward' && after === null && before === null && count > 0) {
    return pages.load({ list, start: FIRST_PAGE, limit: count, isFull });
  }
  let [hasOpaqueCursors, total] = [false, null as number | null];
  const watched: Pick<typeof pages, 'load'> = {
    async load(key) {
      const page = await pages.load(key);
      hasOpaqueCursors ||= page.hasOpaqueCursors;
      total = page.total ?? total;
      knownLength ??= page.knownLength;
      return page;
    },
  };
  const moving = toMovingList(watched, list, isFull);
  const { rows, hasNext, hasPrevious } = await readRange(moving, {
    ...range,
    end: { knownLength, spareRows },
  });
  return {
    rows: rows.map(({ row }) => row),
    hasNext,
    hasPrevious,
    hasOpaqueCursors,
    total,
    knownLength,
  };
}

function loadSmallPage<List, Row>({
  pages,
  list,
  spareRows = SPARE_ROWS,
}: RowConnectionOptions<List, Row>): Promise<PlacedPage<Row>> {
  return pages.load({ list, start: FIRST_PAGE, limit: spareRows, isFull: false });
}

async function loadPages<List, Row>(
  options: RowConnectionOptions<List, Row>,
  range: OpaquePageRange,
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
  const cursors = await options.keyCursors?.();
  const walked = cursors
    ? await readKeyedRange({ ...paged, cursors }, range)
    : ((await walkPages(paged, range, MAX_WALKED_ROWS)) ?? refuseTail(options));
  return { ...walked, hasOpaqueCursors, total, knownLength: null };
}

function refuseTail({ what }: { readonly what: string }): never {
  throw badUserInput(
    `\`last\` without \`before\` requires a list of at most ${MAX_WALKED_ROWS} ${what}, and this one is longer: use \`before\`, or \`first\`.`,
  );
}

/** Null if the list is too long to count. */
async function countRows<List, Row>(
  { pages, list, spareRows = SPARE_ROWS, beginsWithPage = false }: RowConnectionOptions<List, Row>,
  { rows, hasNext, knownLength }: Shown<Row>,
): Promise<number | null> {
  const last = rows.at(-1)?.position;
  const end = await findEnd(toMovingList(pages, list, false), {
    atLeast: last?.kind === 'offset' ? last.offset + (hasNext ? 2 : 1) : 0,
    knownLength,
    spareRows,
    beginsWithPage,
  });
  return end?.total ?? null;
}

function unique<List, Row>(
  { keyOf }: RowConnectionOptions<List, Row>,
  rows: readonly Placed<Row>[],
): readonly Placed<Row>[] {
  return uniqueBy(rows, ({ row }) => keyOf(row));
}

/** Sentry's message for an invalid cursor, and GlitchTip's status. */
function refusesCursor(error: unknown): boolean {
  return (
    error instanceof SentryError &&
    (error.status === 422 || error.detail === 'Invalid cursor parameter.')
  );
}
