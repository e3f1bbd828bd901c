import DataLoader from 'dataloader';
import { type KeyPart, toKey } from '../key.ts';
import type { Placed } from '../pagination/connection.ts';
import { placeRows } from '../pagination/page-walk.ts';
import { FIRST_PAGE, type PageStart, type RowPage, type RowPageKey } from '../sentry/row-page.ts';
import { batchByGroup, type ObserveBatch, observed } from './batch.ts';

/*
 * Lists that Sentry knows by row numbers: an issue's hashes and its events. Other servers know them
 * by cursors of their own.
 */

export interface PageOfRows<List> extends RowPageKey {
  readonly list: List;
}

/** A page whose rows have their places. */
export interface PlacedPage<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** Where the page behind it begins; null where there is none, or where that is not known. */
  readonly next: PageStart | null;
  readonly previous: PageStart | null;
  /** Whether its server's cursors cannot be composed, so that row numbers mean nothing to it. */
  readonly hasOpaqueCursors: boolean;
  /** The size of the whole list, where the page tells it. */
  readonly total: number | null;
}

export interface RowList<List, Json, Row> {
  /** What batches of it are observed as. */
  readonly name: string;
  /** All that tells a list from others, and nothing else that its object may hold. */
  readonly listKey: (list: List) => KeyPart;
  readonly load: (key: PageOfRows<List>) => Promise<RowPage<Json>>;
  readonly toRow: (list: List, json: Json) => Row;
  /** What tells a row from the others of its list. */
  readonly keyOf: (row: Row) => string;
  /** Called with each page that was loaded. */
  readonly prime: (rows: readonly Placed<Row>[]) => void;
}

export type RowPageLoader<List, Row> = DataLoader<PageOfRows<List>, PlacedPage<Row>, string>;

/**
 * Pages of lists. Those that begin with the same row are merged into one request, with the largest
 * limit, and full if any needs it.
 */
export function createRowPageLoader<List, Json, Row>(
  list: RowList<List, Json, Row>,
  observe: ObserveBatch,
): RowPageLoader<List, Row> {
  return new DataLoader<PageOfRows<List>, PlacedPage<Row>, string>(
    observed(
      observe,
      list.name,
      batchByGroup({
        groupOf: (key) => toKey(list.listKey(key.list), startKey(key)),
        maxSize: Number.POSITIVE_INFINITY,
        load: async (keys) => {
          const limit = Math.max(...keys.map((key) => key.limit));
          const isFull = keys.some((key) => key.isFull);
          const whole = { ...keys[0], limit, isFull };
          const page = placePage(list, whole, await list.load(whole));
          list.prime(page.rows);
          return keys.map((key) => cutPage(page, key.limit));
        },
      }),
    ),
    { cacheKeyFn: (key) => toKey(list.listKey(key.list), startKey(key), key.limit, key.isFull) },
  );
}

/** Of pages by a server's own cursor, those before one end with it: they are cut for no other limit. */
function startKey({ start, limit }: RowPageKey): KeyPart {
  return start.kind === 'offset' ? start.offset : [limit, start.cursor];
}

function placePage<List, Json, Row>(
  { toRow, keyOf }: RowList<List, Json, Row>,
  { list, start, limit }: PageOfRows<List>,
  { opaque, hasNext, hasPrevious, total, ...page }: RowPage<Json>,
): PlacedPage<Row> {
  const rows = page.rows.map((row) => toRow(list, row));
  if (opaque) {
    return {
      rows: placeRows(
        { keyOf },
        { rows, ...opaque },
        { page: start.kind === 'page' ? start.cursor : null, limit },
      ),
      hasNext,
      hasPrevious,
      next: toStart(opaque.next),
      previous: toStart(opaque.previous),
      hasOpaqueCursors: true,
      total,
    };
  }
  const first = start.kind === 'offset' ? start.offset : 0;
  return {
    rows: rows.map((row, index) => ({ row, position: { kind: 'offset', offset: first + index } })),
    hasNext,
    hasPrevious,
    next: hasNext ? { kind: 'offset', offset: page.nextRow ?? first + limit } : null,
    previous: null,
    hasOpaqueCursors: false,
    total: hasNext || rows.length === 0 ? null : first + rows.length,
  };
}

function toStart(cursor: string | null): PageStart | null {
  return cursor === null ? null : { kind: 'page', cursor };
}

/** The first `limit` rows; there is more behind them if any row was cut off. */
function cutPage<Row>(page: PlacedPage<Row>, limit: number): PlacedPage<Row> {
  return page.rows.length <= limit
    ? page
    : { ...page, rows: page.rows.slice(0, limit), hasNext: true, next: null };
}

/** Most rows that are walked to find the end of a list or a single row. */
export const MAX_WALKED_ROWS = 1_000;

/** Most rows of a page: `per_page` beyond it is refused by Sentry. */
export const MAX_ROWS_PER_PAGE = 100;

/**
 * A list from a row on, in light pages of 100, one request after another as they are read;
 * ends after `MAX_WALKED_ROWS`. The last page given says by `hasNext` if more remain.
 */
export async function* walkRowPages<List, Row>(
  loader: RowPageLoader<List, Row>,
  list: List,
  from: PageStart = FIRST_PAGE,
): AsyncGenerator<PlacedPage<Row>, void, undefined> {
  let start: PageStart | null = from;
  for (let walked = 0; start && walked < MAX_WALKED_ROWS; walked += MAX_ROWS_PER_PAGE) {
    const page: PlacedPage<Row> = await loader.load({
      list,
      start,
      limit: MAX_ROWS_PER_PAGE,
      isFull: false,
    });
    yield page;
    start = page.next;
  }
}
