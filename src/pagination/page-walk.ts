import { refuseEmptyPages } from './connection.ts';
import type { PagePosition } from './cursor.ts';

/*
 * Relay connections for lists with opaque cursors, where each page has only the cursors of the previous and the next
 * one. Any edge resumes the list in both directions, with any page size and at most one more request than a list
 * with row numbers needs.
 */

/** A page of the upstream. */
export interface UpstreamPage<Row> {
  /** In the order of the list, also for a page that was requested backwards. */
  readonly rows: readonly Row[];
  /** The cursor of the next page; null if there is none. */
  readonly next: string | null;
  /** The cursor of the previous page; null if there is none. */
  readonly previous: string | null;
}

export interface PagedList<Row> {
  /** Requests the page at `cursor`, or the first one, with at most `limit` rows. */
  readonly fetch: (cursor: string | null, limit: number) => Promise<UpstreamPage<Row>>;
  /** Identifies a row in its list, with a few dozen characters. */
  readonly keyOf: (row: Row) => string;
  /** Maximum rows of one page. */
  readonly maxLimit: number;
  /**
   * For an upstream whose cursors count pages of one size: the size of every request. Absent if cursors work with
   * any size.
   */
  readonly pageSize?: number;
  /** Whether a cursor leads to the page before; if not, rows before an edge are read from the start of the list. */
  readonly leadsBack?: (previous: string) => boolean;
}

/** The range for the arguments of a connection. */
export interface OpaquePageRange {
  readonly direction: 'forward' | 'backward';
  /** 0 to `maxLimit` rows. */
  readonly count: number;
  readonly after: PagePosition | null;
  readonly before: PagePosition | null;
}

export interface PlacedRow<Row> {
  readonly row: Row;
  readonly position: PagePosition;
}

export interface Walked<Row> {
  readonly rows: readonly PlacedRow<Row>[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/**
 * The rows of a range, usually with one or two requests. To the end of the list, for crossed edges, and
 * where the cursor of a previous page does not lead there, it walks pages of `maxLimit` rows in sequence.
 * @returns null if more than `maxRows` would have to be walked.
 */
export async function walkPages<Row>(
  list: PagedList<Row>,
  window: OpaquePageRange,
  maxRows: number,
): Promise<Walked<Row> | null> {
  const { direction, after, before } = window;
  if (direction === 'backward' && (before === null || isCrossed(after, before))) {
    return walkToEnd(list, window, maxRows);
  }
  // For an empty page, one row is requested, which shows whether there are rows before and after.
  const count = Math.max(1, window.count);
  const walked =
    before !== null && direction === 'backward'
      ? await walkBackward(list, { after, before, count }, maxRows)
      : await walkForward(list, window, count);
  return window.count > 0 || walked === null ? walked : withoutRows(walked, direction);
}

/** `before` is not after `after`, as far as the edges show. */
function isCrossed(after: PagePosition | null, before: PagePosition): boolean {
  if (after === null) {
    return false;
  }
  if (after.index !== null && before.index !== null) {
    return before.index <= after.index;
  }
  return after.page === before.page && after.limit === before.limit && before.skip <= after.skip;
}

/** The last `count` rows after `after`, up to `before` if it is among them. */
async function walkToEnd<Row>(
  list: PagedList<Row>,
  { after, before, count }: Pick<OpaquePageRange, 'after' | 'before' | 'count'>,
  maxRows: number,
): Promise<Walked<Row> | null> {
  const start = await enterAfter(list, after, list.maxLimit);
  const rows: PlacedRow<Row>[] = [...start.rows];
  let emptyPages = rows.length === 0 ? 1 : 0;
  for (let next = start.next; next !== null && indexOf(rows, before) === -1; ) {
    if (rows.length >= maxRows) {
      return null;
    }
    refuseEmptyPages(emptyPages);
    const page: UpstreamPage<Row> = await list.fetch(next, list.maxLimit);
    const known = rows.length;
    append(rows, placeRows(list, page, { page: next, limit: list.maxLimit }));
    emptyPages = rows.length === known ? emptyPages + 1 : 0;
    next = page.next;
  }
  const bound = boundOf(rows, before, after);
  const end = bound === -1 ? rows.length : bound;
  const from = Math.max(0, end - count);
  return {
    rows: numberRows(rows, firstBehind(after)).slice(from, end),
    hasNext: bound !== -1,
    hasPrevious: from > 0 || start.hasPrevious,
  };
}

/**
 * Adds places to the rows of a page. The first and last row also have the cursor of the neighbouring page, so that
 * the next page needs no second request for this one.
 */
export function placeRows<Row>(
  { keyOf }: Pick<PagedList<Row>, 'keyOf'>,
  { rows, next, previous }: UpstreamPage<Row>,
  { page, limit }: { readonly page: string | null; readonly limit: number },
): readonly PlacedRow<Row>[] {
  return rows.map((row, skip) => ({
    row,
    position: {
      kind: 'page',
      page,
      limit,
      skip,
      key: keyOf(row),
      next: skip === rows.length - 1 ? next : null,
      previous: skip === 0 ? previous : null,
      index: page === null ? skip : null,
    },
  }));
}

/** A page may have fewer rows than requested although more follow. */
const MAX_SHORT_PAGES = 10;

async function walkForward<Row>(
  list: PagedList<Row>,
  { after, before }: OpaquePageRange,
  count: number,
): Promise<Walked<Row>> {
  const start = await enterAfter(list, after, count);
  const rows: PlacedRow<Row>[] = [...start.rows];
  let next = start.next;
  for (let pages = 0; rows.length < count && next !== null && pages < MAX_SHORT_PAGES; pages += 1) {
    const limit = list.pageSize ?? count - rows.length;
    const page: UpstreamPage<Row> = await list.fetch(next, limit);
    append(rows, placeRows(list, page, { page: next, limit }));
    next = page.next;
  }
  if (rows.length === 0 && next !== null) {
    refuseEmptyPages(MAX_SHORT_PAGES + 1);
  }
  const end = indexOf(rows, before);
  const shown = rows.slice(0, end === -1 ? count : Math.min(end, count));
  return {
    rows: numberRows(shown, firstBehind(after)),
    hasNext: shown.length < rows.length || next !== null,
    hasPrevious: start.hasPrevious,
  };
}

/** The rows after a position that cost one request, and the place where the list continues. */
async function enterAfter<Row>(list: PagedList<Row>, after: PagePosition | null, count: number) {
  if (after !== null && after.next !== null) {
    return { rows: [], next: after.next, hasPrevious: true };
  }
  if (after !== null) {
    const { rows, place, next } = await enterPage(list, after);
    return {
      rows: rows.slice(place.isFound ? place.index + 1 : place.index),
      next,
      hasPrevious: true,
    };
  }
  const limit = list.pageSize ?? count;
  const entered = await list.fetch(null, limit);
  return {
    rows: placeRows(list, entered, { page: null, limit }),
    next: entered.next,
    hasPrevious: entered.previous !== null,
  };
}

/**
 * The page of a position, and the place of its row, or its old index if the row is gone. In the first page, rows that
 * were added at the top of the list move others to the next page, which is read then too.
 */
async function enterPage<Row>(list: PagedList<Row>, position: PagePosition) {
  const { page, limit, skip } = position;
  const entered = await list.fetch(page, limit);
  const rows: PlacedRow<Row>[] = [...placeRows(list, entered, { page, limit })];
  const { previous, next } = entered;
  const index = indexOf(rows, position);
  if (index !== -1 || page !== null || next === null) {
    const place = { isFound: index !== -1, index: index === -1 ? skip : index };
    return { rows, place, next, previous };
  }
  const moreLimit = list.pageSize ?? list.maxLimit;
  const more = await list.fetch(next, moreLimit);
  const all = [...rows];
  append(all, placeRows(list, more, { page: next, limit: moreLimit }));
  const moved = indexOf(all, position);
  return moved === -1
    ? { rows, place: { isFound: false, index: skip }, next, previous }
    : { rows: all, place: { isFound: true, index: moved }, next: more.next, previous };
}

async function walkBackward<Row>(
  list: PagedList<Row>,
  range: Pick<OpaquePageRange, 'after' | 'count'> & { readonly before: PagePosition },
  maxRows: number,
): Promise<Walked<Row> | null> {
  const { after, before, count } = range;
  const start = await enterBefore(list, before);
  const rows: PlacedRow<Row>[] = [...start.rows];
  let previous = start.previous;
  for (
    let pages = 0;
    rows.length < count && previous !== null && pages < MAX_SHORT_PAGES;
    pages += 1
  ) {
    if (list.leadsBack?.(previous) === false) {
      return walkToEnd(list, range, maxRows);
    }
    const limit = list.pageSize ?? count - rows.length;
    const page: UpstreamPage<Row> = await list.fetch(previous, limit);
    prepend(rows, placeRows(list, page, { page: previous, limit }), before);
    previous = page.previous;
  }
  if (rows.length === 0 && previous !== null) {
    refuseEmptyPages(MAX_SHORT_PAGES + 1);
  }
  const shown = rows.slice(Math.max(indexOf(rows, after) + 1, rows.length - count));
  return {
    rows: numberRows(shown, before.index === null ? null : before.index - shown.length),
    hasNext: true,
    hasPrevious: shown.length < rows.length || previous !== null,
  };
}

/** The rows before a position that cost one request, and the place where the list continues. */
async function enterBefore<Row>(list: PagedList<Row>, before: PagePosition) {
  if (before.previous !== null) {
    return { rows: [], previous: before.previous };
  }
  const { rows, place, previous } = await enterPage(list, before);
  return { rows: rows.slice(0, place.index), previous };
}

function isSame(one: PagePosition, other: PagePosition): boolean {
  return one.key === other.key;
}

function indexOf<Row>(rows: readonly PlacedRow<Row>[], edge: PagePosition | null): number {
  return edge === null ? -1 : rows.findIndex(({ position }) => isSame(position, edge));
}

/** The place of an edge among the rows after another one; by its number, if its row is gone. */
function boundOf<Row>(
  rows: readonly PlacedRow<Row>[],
  edge: PagePosition | null,
  after: PagePosition | null,
): number {
  const found = indexOf(rows, edge);
  const first = firstBehind(after);
  if (found !== -1 || edge === null || edge.index === null || first === null) {
    return found;
  }
  const place = edge.index - first;
  return place >= 0 && place <= rows.length ? place : -1;
}

function firstBehind(after: PagePosition | null): number | null {
  return after === null ? 0 : after.index === null ? null : after.index + 1;
}

/** Numbers consecutive rows, starting with the number of the first one. */
function numberRows<Row>(
  rows: readonly PlacedRow<Row>[],
  first: number | null,
): readonly PlacedRow<Row>[] {
  return rows.map(({ row, position }, at) => ({
    row,
    position: { ...position, index: first === null ? null : Math.max(0, first + at) },
  }));
}

/** Removes rows that the upstream returned again, because the list moved. */
function append<Row>(rows: PlacedRow<Row>[], more: readonly PlacedRow<Row>[]): void {
  const seen = new Set(rows.map(({ position }) => position.key));
  rows.push(...more.filter(({ position }) => !seen.has(position.key)));
}

/** The same at the front. At the head of the list, a page before an edge may overlap it (Sentry's do). */
function prepend<Row>(
  rows: PlacedRow<Row>[],
  more: readonly PlacedRow<Row>[],
  before: PagePosition,
): void {
  const seen = new Set([before.key, ...rows.map(({ position }) => position.key)]);
  const overlap = more.findIndex(({ position }) => seen.has(position.key));
  rows.unshift(...(overlap === -1 ? more : more.slice(0, overlap)));
}

/** `hasNext` and `hasPrevious` of an empty page, from the one row that was requested. */
export function withoutRows<Row>(
  { rows, hasNext, hasPrevious }: Walked<Row>,
  direction: OpaquePageRange['direction'],
): Walked<Row> {
  return direction === 'forward'
    ? { rows: [], hasNext: rows.length > 0 || hasNext, hasPrevious }
    : { rows: [], hasNext, hasPrevious: rows.length > 0 || hasPrevious };
}
