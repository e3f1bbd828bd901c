import { rowOfSentryCursor, toSentryCursor } from '../pagination/sentry-cursor.ts';
import type { SentryAnswer } from './request.ts';

/** Where a page begins: with a row by its number from 0, or where a cursor of the server's own leads. */
export type PageStart =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'page'; readonly cursor: string | null };

export const FIRST_PAGE: PageStart = { kind: 'offset', offset: 0 };

/** Which page of a list is asked for. */
export interface RowPageKey {
  readonly start: PageStart;
  /** 1 to 100. */
  readonly limit: number;
  /** Whether its events are needed in full. */
  readonly isFull: boolean;
}

/** A page of a list that some servers know by row numbers, as its server gave it. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** The number of the row that the next page begins with, where the server says it. */
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

/** A page of Sentry's. Whether there is more is what `results` says: a cursor is there in any case. */
export function toRowPage<Row>(
  rows: readonly Row[],
  { links }: SentryAnswer,
  start: PageStart,
): RowPage<Row> {
  return {
    rows,
    hasNext: links.next?.results ?? false,
    hasPrevious: links.previous?.results ?? (start.kind === 'offset' && start.offset > 0),
    nextRow: rowOfSentryCursor(links.next?.cursor ?? null),
    opaque: null,
    total: null,
  };
}
