import { refuseEmptyPages } from './connection.ts';
import {
  type OpaquePageRange,
  type PagedList,
  type PlacedRow,
  placeRows,
  type Walked,
  withoutRows,
} from './page-walk.ts';

/*
 * Relay connections for lists that are ordered by their keys, on a server that accepts any key as a position: every page
 * is one request, whether the rows at its ends are still there or not.
 */

interface KeyedList<Row> extends Pick<PagedList<Row>, 'fetch' | 'keyOf'> {
  readonly cursors: {
    readonly after: (key: string) => string;
    readonly before: (key: string) => string;
    /** The end of the list, backwards. */
    readonly end: string;
  };
}

/** A page may have fewer rows than requested although more follow. */
const MAX_SHORT_PAGES = 10;

/** The rows of a range. A `before` that is not after `after` has no effect. */
export async function readKeyedRange<Row>(
  list: KeyedList<Row>,
  { direction, count, after, before }: OpaquePageRange,
): Promise<Walked<Row>> {
  const [first, end] = [after?.key, before?.key];
  const bounds = {
    after: first,
    before: first !== undefined && end !== undefined && end <= first ? undefined : end,
  };
  // For an empty page, one row is requested, which shows whether there are rows before and after.
  const size = Math.max(1, count);
  const read = direction === 'forward' ? readForward : readBackward;
  const walked = await read(list, bounds, size);
  return count > 0 ? walked : withoutRows(walked, direction);
}

interface Bounds {
  readonly after: string | undefined;
  readonly before: string | undefined;
}

async function readForward<Row>(
  { fetch, keyOf, cursors }: KeyedList<Row>,
  { after, before }: Bounds,
  count: number,
): Promise<Walked<Row>> {
  const rows: PlacedRow<Row>[] = [];
  let [cursor, hasMore] = [after === undefined ? null : cursors.after(after), true];
  for (let pages = 0; hasMore && rows.length < count; pages += 1) {
    refuseShortPages(pages);
    const limit = count - rows.length;
    const page = await fetch(cursor, limit);
    rows.push(...placeRows({ keyOf }, page, { page: cursor, limit }));
    [cursor, hasMore] = [page.next, page.next !== null];
  }
  const shown = rows.filter(({ position }) => before === undefined || position.key < before);
  return {
    rows: shown,
    hasNext: shown.length < rows.length || hasMore,
    hasPrevious: after !== undefined,
  };
}

async function readBackward<Row>(
  { fetch, keyOf, cursors }: KeyedList<Row>,
  { after, before }: Bounds,
  count: number,
): Promise<Walked<Row>> {
  const rows: PlacedRow<Row>[] = [];
  let [cursor, hasMore] = [before === undefined ? cursors.end : cursors.before(before), true];
  for (let pages = 0; hasMore && rows.length < count; pages += 1) {
    refuseShortPages(pages);
    const limit = count - rows.length;
    const page = await fetch(cursor, limit);
    rows.unshift(...placeRows({ keyOf }, page, { page: cursor, limit }));
    hasMore = page.previous !== null;
    cursor = page.previous ?? cursor;
  }
  const shown = rows.filter(({ position }) => after === undefined || position.key > after);
  return {
    rows: shown,
    hasNext: before !== undefined,
    hasPrevious: shown.length < rows.length || hasMore,
  };
}

function refuseShortPages(count: number): void {
  if (count > MAX_SHORT_PAGES) {
    refuseEmptyPages(count);
  }
}
