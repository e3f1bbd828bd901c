import { rowOfSentryCursor, toSentryCursor } from '../sentry-cursor.ts';
import type { SentryAnswer } from './request.ts';
import { fetchRows, type NumberedRows, type ShortPages } from './short-pages.ts';

/** Where a page begins: with a row by its number from 0, or where a cursor of the server's own leads. */
export type PageStart =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'page'; readonly cursor: string | null };

export const FIRST_PAGE: PageStart = { kind: 'offset', offset: 0 };

/** Which page of a list is asked for. */
export interface RowPageKey {
  readonly start: PageStart;
  /** From 1 on; more rows from a row number on than a page holds are several requests. */
  readonly limit: number;
  /** Whether its events are needed in full. */
  readonly isFull: boolean;
}

/** A page of a list that some servers know by row numbers, as its server gave it. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** The number of each row in its list; without meaning where cursors cannot be composed. */
  readonly numbers: readonly number[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** The number of the row that the list goes on with; null where that is not known. */
  readonly nextRow: number | null;
  /** Cursors of the pages around it where the server gives such as cannot be composed, else null. */
  readonly opaque: { readonly next: string | null; readonly previous: string | null } | null;
  /** The size of the whole list, where the server counted it. */
  readonly total: number | null;
}

/** The cursor that opens a page; undefined for the first one. */
export function cursorOf(start: PageStart): string | undefined {
  return start.kind === 'page' ? (start.cursor ?? undefined) : toSentryCursor(start.offset);
}

/**
 * Rows of a list of Sentry's, for as many requests as its pages take. Whether there is more is what
 * `results` says: a cursor is there in any case.
 * @param request - Requests one page.
 */
export async function listRows<Row>(
  { start, limit }: RowPageKey,
  shortPages: ShortPages,
  request: (page: {
    readonly cursor: string | undefined;
    readonly limit: number;
  }) => Promise<{ readonly rows: readonly Row[]; readonly answer: SentryAnswer }>,
): Promise<RowPage<Row>> {
  if (start.kind === 'page') {
    const { rows, answer } = await request({ cursor: cursorOf(start), limit });
    const { next, previous } = answer.links;
    return {
      rows,
      numbers: rows.map((_, index) => index),
      hasNext: next?.results ?? false,
      hasPrevious: previous?.results ?? false,
      nextRow: null,
      opaque: null,
      total: null,
    };
  }
  const page = await fetchRows(
    async (offset, pageLimit): Promise<NumberedRows<Row>> => {
      const { rows, answer } = await request({ cursor: toSentryCursor(offset), limit: pageLimit });
      const { next } = answer.links;
      return {
        start: offset,
        rows: rows.map((row, index) => ({ row, offset: offset + index })),
        hasNext: next?.results ?? false,
        nextRow: Math.max(offset + rows.length, rowOfSentryCursor(next?.cursor ?? null) ?? 0),
      };
    },
    shortPages,
    start.offset,
    limit,
  );
  return {
    rows: page.rows.map(({ row }) => row),
    numbers: page.rows.map(({ offset }) => offset),
    hasNext: page.hasNext,
    hasPrevious: start.offset > 0,
    nextRow: page.nextRow,
    opaque: null,
    total: null,
  };
}
