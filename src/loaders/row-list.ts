import DataLoader from 'dataloader';
import { type KeyPart, toKey } from '../key.ts';
import type { Placed } from '../pagination/connection.ts';
import { type MovingList, readForward } from '../pagination/moving-list.ts';
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
  /** What identifies a row in its list. */
  readonly keyOf: (row: Row) => string;
  /** The time that the list is ordered by, in milliseconds since 1970; null where it is not known. */
  readonly timeOf: (row: Row) => number | null;
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
  { toRow, keyOf, timeOf }: RowList<List, Json, Row>,
  { list, start, limit }: PageOfRows<List>,
  { opaque, hasNext, hasPrevious, nextRow, numbers, total, ...page }: RowPage<Json>,
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
  return {
    rows: rows.map((row, index) => ({
      row,
      position: {
        kind: 'offset',
        offset: numbers[index] ?? 0,
        key: keyOf(row),
        timeMs: timeOf(row),
      },
    })),
    hasNext,
    hasPrevious,
    next: hasNext && nextRow !== null ? { kind: 'offset', offset: nextRow } : null,
    previous: null,
    hasOpaqueCursors: false,
    total: hasNext || rows.length === 0 ? null : (numbers.at(-1) ?? 0) + 1,
  };
}

function toStart(cursor: string | null): PageStart | null {
  return cursor === null ? null : { kind: 'page', cursor };
}

/** The first `limit` rows; there is more behind them if any row was cut off. */
function cutPage<Row>(page: PlacedPage<Row>, limit: number): PlacedPage<Row> {
  const behind = page.rows[limit]?.position;
  if (behind === undefined) {
    return page;
  }
  const next: PageStart | null =
    behind.kind === 'offset' ? { kind: 'offset', offset: behind.offset } : null;
  return { ...page, rows: page.rows.slice(0, limit), hasNext: true, next, total: null };
}

/** Most rows of a page: `per_page` beyond it is refused by Sentry. */
export const MAX_ROWS_PER_PAGE = 100;

/** Most pages that are read to find a single row, or the end of a list without row numbers. */
export const MAX_WALKED_PAGES = 10;

/** As many rows by a server's own cursors. */
export const MAX_WALKED_ROWS = MAX_WALKED_PAGES * MAX_ROWS_PER_PAGE;

/** As many by row numbers, where each page but the first begins with the last row of the one before. */
export const MAX_SEARCHED_ROWS = 1 + MAX_WALKED_PAGES * (MAX_ROWS_PER_PAGE - 1);

/** A time in whole seconds, which is all that Sentry's index of events has; null if it is none. */
export function toSeconds(time: unknown): number | null {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? null : Math.floor(ms / 1_000) * 1_000;
}

/** A list as rows with numbers, of which only key and time are needed where it is searched. */
export function toMovingList<List, Row>(
  loader: RowPageLoader<List, Row>,
  list: List,
  isFull: boolean,
): MovingList<Placed<Row>> {
  const read = (needsFull: boolean) => async (offset: number, limit: number) => {
    const start = { kind: 'offset', offset } as const;
    const page = await loader.load({ list, start, limit, isFull: needsFull });
    const nextRow = page.next?.kind === 'offset' ? page.next.offset : offset + page.rows.length;
    return { rows: page.rows, hasNext: page.hasNext, nextRow };
  };
  const peek = read(false);
  return {
    fetch: isFull ? read(true) : peek,
    peek,
    offsetOf: ({ position }) => (position.kind === 'offset' ? position.offset : 0),
    keyOf: ({ position }) => position.key ?? '',
    timeOf: ({ position }) => (position.kind === 'offset' ? position.timeMs : null),
  };
}

/**
 * A list from its first row on, in light pages of 100, one request after another as they are read;
 * ends after `MAX_WALKED_PAGES`. Pages by row numbers overlap by a row, so that none is lost if the
 * list changes. The last page given says by `hasNext` if more remain.
 */
export async function* walkRowPages<List, Row>(
  loader: RowPageLoader<List, Row>,
  list: List,
): AsyncGenerator<Pick<PlacedPage<Row>, 'rows' | 'hasNext'>, void, undefined> {
  const key = { list, limit: MAX_ROWS_PER_PAGE, isFull: false };
  let page: Pick<PlacedPage<Row>, 'rows' | 'hasNext' | 'next'> = await loader.load({
    ...key,
    start: FIRST_PAGE,
  });
  yield page;
  for (let pages = 1; page.hasNext && pages < MAX_WALKED_PAGES; pages += 1) {
    const last = page.rows.at(-1)?.position;
    if (last?.kind === 'offset') {
      const range = { after: last, before: null, count: MAX_ROWS_PER_PAGE - 1 };
      const { rows, hasNext } = await readForward(toMovingList(loader, list, false), range);
      page = { rows: rows.map(({ row }) => row), hasNext, next: null };
    } else if (page.next) {
      page = await loader.load({ ...key, start: page.next });
    } else {
      return;
    }
    yield page;
  }
}
