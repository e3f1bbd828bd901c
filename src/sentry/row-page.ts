import { rowOfSentryCursor, toSentryCursor } from '../sentry-cursor.ts';
import { fetchRowsBehindEdge } from './edge-rows.ts';
import type { KnownLengths } from './list-knowledge.ts';
import type { SentryAnswer } from './request.ts';
import { createShortPages, fetchRows, type NumberedRows, type ShortPages } from './short-pages.ts';

/** The start of a page: a row number from 0, or an opaque cursor of the server. */
export type PageStart =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'page'; readonly cursor: string | null };

export const FIRST_PAGE: PageStart = { kind: 'offset', offset: 0 };

export interface RowPageKey {
  readonly start: PageStart;
  /** At least 1; more rows than a page has take several requests. */
  readonly limit: number;
  /** Full events are needed. */
  readonly isFull: boolean;
  /** The first row is the edge before the page: only its key and time are needed. @default false */
  readonly hasEdge?: boolean;
}

/** Cursors of a list that is ordered by its keys, made from any key. */
export interface KeyCursors {
  /** The rows after a key, whether it is in the list or not. */
  readonly after: (key: string) => string;
  readonly before: (key: string) => string;
  /** The rows from a key on; null for the first page. */
  readonly at: (key: string) => string | null;
  /** The end of the list, backwards. */
  readonly end: string;
}

/** A page of a list that has row numbers on some servers. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** The number of each row; meaningless with opaque cursors. */
  readonly numbers: readonly number[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** The number of the next row; null if it is unknown. */
  readonly nextRow: number | null;
  /** Opaque cursors of the neighbouring pages; null on a server with row numbers. */
  readonly opaque: { readonly next: string | null; readonly previous: string | null } | null;
  /** The size of the whole list, if the server counted it. */
  readonly total: number | null;
  /** The length of the list when it was read to its end before; null if it was not. */
  readonly knownLength: number | null;
}

/** The cursor of a page; undefined for the first one. */
export function cursorOf(start: PageStart): string | undefined {
  return start.kind === 'page' ? (start.cursor ?? undefined) : toSentryCursor(start.offset);
}

/** A list, and what is known of it from earlier responses of its server. */
export interface ListKnowledge {
  readonly shortPages: ShortPages;
  readonly lengths: KnownLengths;
  /** Identifies the list on its server. */
  readonly list: string;
  /** The rows of each request, if a page is requested in parts; null if it is whole. @default null */
  readonly partRows?: number | null;
}

/** Such a list, with the key of a row. */
interface NumberedList<Row> extends ListKnowledge {
  readonly keyOf: (row: Row) => string;
}

/**
 * Rows of a list of Sentry, with as many requests as its pages take. `results` says whether more follow: Sentry always
 * sends a cursor.
 * @param request - Requests one page.
 */
export async function listRows<Row>(
  { start, limit, isFull, hasEdge = false }: RowPageKey,
  { shortPages, lengths, list, partRows = null, keyOf }: NumberedList<Row>,
  request: (page: {
    readonly cursor: string | undefined;
    readonly limit: number;
    readonly isFull: boolean;
  }) => Promise<{ readonly rows: readonly Row[]; readonly answer: SentryAnswer }>,
): Promise<RowPage<Row>> {
  if (start.kind === 'page') {
    const { rows, answer } = await request({ cursor: cursorOf(start), limit, isFull });
    const { next, previous } = answer.links;
    return {
      rows,
      numbers: rows.map((_, index) => index),
      hasNext: next?.results ?? false,
      hasPrevious: previous?.results ?? false,
      nextRow: null,
      opaque: null,
      total: null,
      knownLength: null,
    };
  }
  const knownLength = lengths.lengthOf(list);
  const fetchWith =
    (needsFull: boolean) =>
    async (offset: number, pageLimit: number): Promise<NumberedRows<Row>> => {
      const { rows, answer } = await request({
        cursor: toSentryCursor(offset),
        limit: Math.min(pageLimit, partRows ?? pageLimit),
        isFull: needsFull,
      });
      const { next } = answer.links;
      const hasNext = next?.results ?? false;
      lengths.learn(list, { start: offset, rows: rows.length, hasNext });
      return {
        start: offset,
        rows: rows.map((row, index) => ({ row, offset: offset + index })),
        hasNext,
        nextRow: Math.max(offset + rows.length, rowOfSentryCursor(next?.cursor ?? null) ?? 0),
      };
    };
  const fetch = fetchWith(isFull);
  const length = { rows: () => lengths.rowsOf(list), end: () => lengths.lengthOf(list) };
  const pages = partRows === null ? shortPages : createShortPages(partRows);
  const page =
    hasEdge && isFull && partRows === null
      ? await fetchRowsBehindEdge(
          { fetch, fetchLight: fetchWith(false), keyOf },
          pages,
          start.offset,
          limit,
          length,
        )
      : await fetchRows({ fetch, keyOf }, pages, start.offset, limit, { length });
  return {
    rows: page.rows.map(({ row }) => row),
    numbers: page.rows.map(({ offset }) => offset),
    hasNext: page.hasNext,
    hasPrevious: start.offset > 0,
    nextRow: page.nextRow,
    opaque: null,
    total: null,
    knownLength,
  };
}
