import type DataLoader from 'dataloader';
import { type KeyPart, toKey } from '../key.ts';
import type { Placed } from '../pagination/connection.ts';
import { type MovingList, readForward } from '../pagination/moving-list.ts';
import { placeRows } from '../pagination/page-walk.ts';
import type { Fallback } from '../sentry/api.ts';
import { FIRST_PAGE, type PageStart, type RowPage, type RowPageKey } from '../sentry/row-page.ts';
import { createGroupLoader, type ObserveBatch } from './batch.ts';

/* Lists with row numbers on Sentry: an issue's hashes and events. Other servers have opaque cursors for them. */

interface PageOfRows<List> extends RowPageKey, Fallback {
  readonly list: List;
}

/** A page with the place of each row. */
export interface PlacedPage<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** The start of the next page; null if there is none or it is unknown. */
  readonly next: PageStart | null;
  readonly previous: PageStart | null;
  /** Its server has opaque cursors and no row numbers. */
  readonly hasOpaqueCursors: boolean;
  /** The size of the whole list, if the page has it. */
  readonly total: number | null;
  /** The length of the list when it was read to its end before; null if it was not. */
  readonly knownLength: number | null;
}

export interface RowList<List, Json, Row> {
  /** Name of the loader in metrics. */
  readonly name: string;
  /** Identifies a list, without other properties of its object. */
  readonly listKey: (list: List) => KeyPart;
  readonly load: (key: PageOfRows<List>) => Promise<RowPage<Json>>;
  readonly toRow: (list: List, json: Json) => Row;
  /** Identifies a row in its list. */
  readonly keyOf: (row: Row) => string;
  /** The time by which the list is ordered, in milliseconds since 1970; null if it is unknown. */
  readonly timeOf: (row: Row) => number | null;
}

export type RowPageLoader<List, Row> = DataLoader<PageOfRows<List>, PlacedPage<Row>, string>;

/**
 * Pages of lists. Pages that begin with the same row are one request with the largest limit, full if
 * any needs it.
 */
export function createRowPageLoader<List, Json, Row>(
  list: RowList<List, Json, Row>,
  observe: ObserveBatch,
): RowPageLoader<List, Row> {
  return createGroupLoader<PageOfRows<List>, PlacedPage<Row>>(observe, list.name, {
    keyOf: ({ list: keyed, ...key }) =>
      toKey(list.listKey(keyed), startKey(key), key.limit, key.isFull, key.hasEdge ?? false),
    groupOf: (key) => toKey(list.listKey(key.list), startKey(key)),
    load: async (keys) => {
      const limit = Math.max(...keys.map((key) => key.limit));
      const isFull = keys.some((key) => key.isFull);
      const isFallback = keys.every((key) => key.isFallback);
      const hasEdge = keys.every((key) => key.hasEdge);
      const whole = { ...keys[0], limit, isFull, isFallback, hasEdge };
      const page = placePage(list, whole, await list.load(whole));
      return keys.map((key) => cutPage(page, key.limit));
    },
  });
}

/** A page before an opaque cursor ends with it, so such pages are not merged with other limits. */
function startKey({ start, limit }: RowPageKey): KeyPart {
  return start.kind === 'offset' ? start.offset : [limit, start.cursor];
}

function placePage<List, Json, Row>(
  { toRow, keyOf, timeOf }: RowList<List, Json, Row>,
  { list, start, limit }: PageOfRows<List>,
  { opaque, hasNext, hasPrevious, nextRow, numbers, total, knownLength, ...page }: RowPage<Json>,
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
      knownLength,
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
    knownLength,
  };
}

function toStart(cursor: string | null): PageStart | null {
  return cursor === null ? null : { kind: 'page', cursor };
}

/** The first `limit` rows; a row that was cut off means that more follow. */
function cutPage<Row>(page: PlacedPage<Row>, limit: number): PlacedPage<Row> {
  const behind = page.rows[limit]?.position;
  if (behind === undefined) {
    return page;
  }
  const next: PageStart | null =
    behind.kind === 'offset' ? { kind: 'offset', offset: behind.offset } : null;
  return { ...page, rows: page.rows.slice(0, limit), hasNext: true, next, total: null };
}

/** Sentry refuses a larger `per_page`. */
export const MAX_ROWS_PER_PAGE = 100;

/** Maximum pages for finding a single row, or the end of a list without row numbers. */
export const MAX_WALKED_PAGES = 10;

/** The maximum rows of a walk with opaque cursors. */
export const MAX_WALKED_ROWS = MAX_WALKED_PAGES * MAX_ROWS_PER_PAGE;

/**
 * The maximum rows of a walk by row numbers: each page after the first begins with the last row of the
 * previous one.
 */
export const MAX_SEARCHED_ROWS = 1 + MAX_WALKED_PAGES * (MAX_ROWS_PER_PAGE - 1);

/** Rounded down to seconds, the precision of Sentry's index of events. */
export function toSeconds(time: unknown): number | null {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? null : Math.floor(ms / 1_000) * 1_000;
}

/** A list as numbered rows; a search in it needs only their keys and times. */
export function toMovingList<List, Row>(
  loader: Pick<RowPageLoader<List, Row>, 'load'>,
  list: List,
  isFull: boolean,
): MovingList<Placed<Row>> {
  async function read(
    offset: number,
    limit: number,
    options: Pick<PageOfRows<List>, 'isFull' | 'isFallback' | 'hasEdge'>,
  ) {
    const start = { kind: 'offset', offset } as const;
    const page = await loader.load({ list, start, limit, ...options });
    const nextRow = page.next?.kind === 'offset' ? page.next.offset : offset + page.rows.length;
    return { rows: page.rows, hasNext: page.hasNext, nextRow };
  }
  const peek = (offset: number, limit: number) => read(offset, limit, { isFull: false });
  return {
    fetch: isFull
      ? (offset, limit, hasEdge = false) => read(offset, limit, { isFull, hasEdge })
      : peek,
    peek,
    probe: (offset, limit) => read(offset, limit, { isFull: false, isFallback: true }),
    offsetOf: ({ position }) => (position.kind === 'offset' ? position.offset : 0),
    keyOf: ({ position }) => position.key ?? '',
    timeOf: ({ position }) => (position.kind === 'offset' ? position.timeMs : null),
  };
}

/**
 * Walks a list from its first row in light pages of 100, each requested when it is read; ends after
 * `MAX_WALKED_PAGES`. Pages by row numbers overlap by one row, so that no row is lost if the list changes. If
 * more rows remain, the last page has `hasNext`.
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
