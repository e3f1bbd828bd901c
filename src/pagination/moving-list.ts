import { badResponse } from '../errors.ts';

/**
 * Pages of a list that changes while it is read. The list is ordered by time, newest first; new rows are added at
 * its top, rows are removed, and a row with a new event moves to the top.
 *
 * A row number says where a row was. So an edge also has the key of its row, and a page requests one more row than
 * it returns: the edge at which it begins. If that row still has its number, the page is exact. Otherwise the
 * times of the rows show in which direction the list has moved.
 */

/** The row of an edge: its place, and its key. */
export interface Anchor {
  /** Its number when the edge was read, starting at 0. */
  readonly offset: number;
  /** Null for a row number without a key: the edge is assumed to be where it was. */
  readonly key: string | null;
  /** The time by which the list is ordered, in milliseconds since 1970; null if it is unknown. */
  readonly timeMs: number | null;
}

/** Consecutive rows of a list. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** More rows follow. */
  readonly hasNext: boolean;
  /** The number of the next row. */
  readonly nextRow: number;
}

export interface MovingList<Row> {
  /** @param hasEdge - Of the first row, only the key and the time are needed. @default false */
  readonly fetch: (offset: number, count: number, hasEdge?: boolean) => Promise<RowPage<Row>>;
  /** The same rows, of which only keys and times are needed. */
  readonly peek: (offset: number, count: number) => Promise<RowPage<Row>>;
  /** Likewise, by a request that cannot be foreseen: the limit of the operation's requests may refuse it. */
  readonly probe: (offset: number, count: number) => Promise<RowPage<Row>>;
  /** The row's number when it was read. */
  readonly offsetOf: (row: Row) => number;
  readonly keyOf: (row: Row) => string;
  readonly timeOf: (row: Row) => number | null;
}

export interface NumberedRow<Row> {
  readonly row: Row;
  readonly offset: number;
}

/** Consecutive rows of a page. */
export interface NumberedPage<Row> {
  readonly rows: readonly NumberedRow<Row>[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

interface ForwardPage<Row> extends NumberedPage<Row> {
  /** The number of the row after them. */
  readonly nextRow: number;
}

export interface MovingRange {
  readonly after: Anchor | null;
  readonly before: Anchor | null;
  readonly count: number;
}

/** Rows of one request in the search for an edge; Sentry returns at most 100. */
const SEARCHED_ROWS = 100;

/** Maximum requests in the search for an edge; each of the first two covers a movement of 99 rows. */
const MAX_SEARCHES = 24;

export function movesTooFast(): Error {
  return badResponse(
    'The list changes faster than its rows can be read: start again at its first page.',
  );
}

/** The first `count` rows after `after` and before `before`. */
export async function readForward<Row>(
  list: MovingList<Row>,
  { after, before, count }: MovingRange,
): Promise<ForwardPage<Row>> {
  const start = (after?.offset ?? -1) + 1;
  const endIn = ({ rows }: NumberedPage<Row>) =>
    before === null ? -1 : indexOf(list, rows, before, 'ahead');
  // Up to the old place of `before`: if it has not moved, that is enough.
  const wanted = Math.max(1, Math.min(count, (before?.offset ?? Infinity) - start + 1));
  let found = await readFirst(list, after, wanted);
  if (endIn(found) === -1 && wanted < count && found.hasNext) {
    found = await readFirst(list, after, count);
  }
  const end = endIn(found);
  const rows = found.rows.slice(0, end === -1 ? count : Math.min(end, count));
  return {
    rows,
    hasPrevious: found.hasPrevious,
    hasNext: found.hasNext || rows.length < found.rows.length,
    nextRow: found.rows[rows.length]?.offset ?? found.nextRow,
  };
}

function readFirst<Row>(
  list: MovingList<Row>,
  after: Anchor | null,
  count: number,
): Promise<ForwardPage<Row>> {
  return after === null ? readFrom(list, 0, count) : readBehind(list, after, count);
}

/** The last `count` rows before `before` and after `after`. */
export async function readBackward<Row>(
  list: MovingList<Row>,
  { after, before, count }: MovingRange & { readonly before: Anchor },
): Promise<NumberedPage<Row>> {
  const wanted = Math.max(1, count);
  const found = await readAhead(list, before, wanted);
  const start = after === null ? 0 : startBehind(list, found.rows, after);
  const bounded = found.rows.slice(start);
  const rows = count === 0 ? [] : bounded.slice(-count);
  return {
    rows,
    hasPrevious: found.hasPrevious || rows.length < found.rows.length,
    hasNext: true,
  };
}

/** Rows by number, without an edge. */
async function readFrom<Row>(
  list: MovingList<Row>,
  start: number,
  count: number,
): Promise<ForwardPage<Row>> {
  const { rows, ...page } = await list.fetch(start, count);
  return { ...page, rows: numbered(list, rows), hasPrevious: start > 0 };
}

/** The rows before a row number. */
async function readUpTo<Row>(
  list: MovingList<Row>,
  end: number,
  count: number,
): Promise<Omit<NumberedPage<Row>, 'hasNext'>> {
  const start = Math.max(0, end - count);
  const { rows } = await list.fetch(start, Math.max(1, end - start));
  return {
    rows: numbered(list, rows).filter(({ offset }) => offset < end),
    hasPrevious: start > 0,
  };
}

/**
 * The rows after an edge, `count` of them if the list has as many.
 *
 * An operation requests a page once, so two pages that it read at different moments can each place the edge in the
 * other one. If an edge comes up again at the same number, the number is the best information.
 * @param tried - The edges that were tried for the same page.
 */
async function readBehind<Row>(
  list: MovingList<Row>,
  anchor: Anchor,
  count: number,
  tried = new Set<string>(),
): Promise<ForwardPage<Row>> {
  if (anchor.key === null) {
    return readFrom(list, anchor.offset + 1, count);
  }
  for (let edge = anchor; tried.size < MAX_SEARCHES; ) {
    if (isTried(tried, edge)) {
      return readFrom(list, numberOf(edge, anchor, 'behind', count) + 1, count);
    }
    const window = toPageWindow(list, await list.fetch(edge.offset, count + 1, true), edge.offset);
    const place = await placeInWindow(list, window, edge, 'behind', count);
    if (place.kind === 'inside') {
      return readMore(list, window, place.index, count, tried);
    }
    const found =
      place.kind === 'known' ? place : await search(list, edge, window, place.kind, 'behind');
    if (found.edge === null) {
      return readFrom(list, found.number, count);
    }
    edge = found.edge;
  }
  throw movesTooFast();
}

/** Whether an edge was tried at its number before; remembers it. */
function isTried(tried: Set<string>, { offset, key }: Anchor): boolean {
  const before = tried.size;
  return tried.add(`${offset} ${key}`).size === before;
}

/** The rows of a window from `index` on and the following ones, up to `count`. */
async function readMore<Row>(
  list: MovingList<Row>,
  { rows: all, start, hasNext, nextRow }: PageWindow<Row>,
  index: number,
  count: number,
  tried: Set<string>,
): Promise<ForwardPage<Row>> {
  const rows = all.slice(index, index + count);
  const hasPrevious = start + index > 0;
  const last = all.at(-1);
  if (!hasNext || rows.length >= count || last === undefined) {
    const following = all[index + rows.length];
    return {
      rows,
      hasPrevious,
      hasNext: hasNext || following !== undefined,
      nextRow: following?.offset ?? nextRow,
    };
  }
  const rest = await readBehind(list, toAnchor(list, last), count - rows.length, tried);
  const seen = new Set(rows.map(({ row }) => list.keyOf(row)));
  return {
    ...rest,
    rows: [...rows, ...rest.rows.filter(({ row }) => !seen.has(list.keyOf(row)))],
    hasPrevious,
  };
}

/** The rows before an edge, `count` of them if the list has as many. */
async function readAhead<Row>(
  list: MovingList<Row>,
  anchor: Anchor,
  count: number,
): Promise<Omit<NumberedPage<Row>, 'hasNext'>> {
  if (anchor.key === null) {
    return readUpTo(list, anchor.offset, count);
  }
  const tried = new Set<string>();
  for (let edge = anchor; tried.size < MAX_SEARCHES; ) {
    if (isTried(tried, edge)) {
      return readUpTo(list, numberOf(edge, anchor, 'ahead', count), count);
    }
    const start = Math.max(0, edge.offset - count);
    const window = toPageWindow(list, await list.fetch(start, edge.offset - start + 1), start);
    const place = await placeInWindow(list, window, edge, 'ahead', count);
    if (place.kind === 'inside') {
      return readBefore(list, window, place.index, count);
    }
    const found =
      place.kind === 'known' ? place : await search(list, edge, window, place.kind, 'ahead');
    if (found.edge === null) {
      return readUpTo(list, found.number, count);
    }
    edge = found.edge;
  }
  throw movesTooFast();
}

/** The rows of a window before `index`, and those before the window if they are fewer than `count`. */
async function readBefore<Row>(
  list: MovingList<Row>,
  window: PageWindow<Row>,
  index: number,
  count: number,
): Promise<Omit<NumberedPage<Row>, 'hasNext'>> {
  const rows = window.rows.slice(Math.max(0, index - count), index);
  if (rows.length === count || window.start === 0) {
    return { rows, hasPrevious: (rows[0]?.offset ?? 0) > 0 };
  }
  // The list moved down, so some rows before the edge are missing here.
  return readUpTo(list, window.rows[index]?.offset ?? window.nextRow, count);
}

/** Consecutive rows; the first one has the number `start`. */
interface PageWindow<Row> {
  readonly rows: readonly NumberedRow<Row>[];
  readonly start: number;
  readonly hasNext: boolean;
  readonly nextRow: number;
}

/** The current place of an edge: a row at which the requested side begins, or a row number if there is no such row. */
type Known =
  | { readonly kind: 'known'; readonly edge: Anchor; readonly number: null }
  | { readonly kind: 'known'; readonly edge: null; readonly number: number };

/** The side of an edge that is read: no row with the same time may be lost on that side. */
type Side = 'behind' | 'ahead';

type Place =
  /** The first row after the edge; when reading before it, the first row that is not before it. */
  | { readonly kind: 'inside'; readonly index: number }
  | { readonly kind: 'above' }
  /** With the place if only rows without a time are between it and the end of the window. */
  | { readonly kind: 'below'; readonly index: number };

/** The place of an edge in the window that should contain it at its number. */
async function placeInWindow<Row>(
  list: MovingList<Row>,
  window: PageWindow<Row>,
  anchor: Anchor,
  side: Side,
  count: number,
): Promise<Place | Known> {
  const there = window.rows.find(({ offset }) => offset === anchor.offset);
  const hasOtherTime = there !== undefined && list.timeOf(there.row) !== anchor.timeMs;
  const isThere = there !== undefined && isAnchor(list, there.row, anchor);
  const isOrdered = anchor.timeMs !== null && (there === undefined || hasOtherTime);
  return isThere || isOrdered
    ? placeOf(list, window, anchor, side)
    : placeTied(list, window, anchor, side, count);
}

/**
 * The place of an edge whose number now belongs to another row with the same time.
 *
 * A server may return such rows in a different order in each request. A second request shows whether the order
 * changes. If it does, the number is the best information; if not, the list has moved, and the edge is where its row
 * is. A page never ends where the edge was or before: a client would read the same page again without end. An edge
 * without a time is searched nearby, and otherwise assumed to be at its number.
 */
async function placeTied<Row>(
  list: MovingList<Row>,
  window: PageWindow<Row>,
  anchor: Anchor,
  side: Side,
  count: number,
): Promise<Place | Known> {
  const start = Math.max(0, anchor.offset - SEARCHED_ROWS / 2);
  const around = toPageWindow(list, await list.peek(start, SEARCHED_ROWS), start);
  const isFound = around.rows.some(({ row }) => isAnchor(list, row, anchor));
  const place = placeOf(list, around, anchor, side);
  const isStable = agree(list, window, around) && (isFound || anchor.timeMs !== null);
  if (place.kind === 'inside' && isStable) {
    const number = around.rows[place.index]?.offset ?? around.nextRow;
    if (goesOn(number, anchor, side, count)) {
      return { kind: 'known', edge: null, number };
    }
  }
  // Another row has the number of an edge that is gone.
  const isGone = place.kind === 'inside' && isStable && !isFound;
  const first = side === 'behind' && !isGone ? anchor.offset + 1 : anchor.offset;
  const index = window.rows.findIndex(({ offset }) => offset >= first);
  return { kind: 'inside', index: index === -1 ? window.rows.length : index };
}

/** A page at this number returns rows beyond the edge's number. Rows without a time are not sorted anew. */
function goesOn(number: number, { offset, timeMs }: Anchor, side: Side, count: number): boolean {
  const isFurther = side === 'behind' ? number + count > offset + 1 : number - count < offset;
  return timeMs === null || isFurther;
}

/** The number of an edge, if a page goes on from there; else its former number. */
function numberOf({ offset }: Anchor, anchor: Anchor, side: Side, count: number): number {
  return goesOn(side === 'behind' ? offset + 1 : offset, anchor, side, count)
    ? offset
    : anchor.offset;
}

/** Two windows have the same rows where they overlap. */
function agree<Row>(list: MovingList<Row>, one: PageWindow<Row>, other: PageWindow<Row>): boolean {
  const keys = new Map(other.rows.map(({ row, offset }) => [offset, list.keyOf(row)]));
  return one.rows.every(
    ({ row, offset }) => (keys.get(offset) ?? list.keyOf(row)) === list.keyOf(row),
  );
}

/**
 * The place of an edge among consecutive rows, or the place where it would be if its row is gone. A row with the same
 * key and another time has moved: the edge stays where it was. Rows without a time next to the place can be on
 * either side of it, and are not left out.
 */
function placeOf<Row>(
  list: MovingList<Row>,
  { rows, start, hasNext }: PageWindow<Row>,
  anchor: Anchor,
  side: Side,
): Place {
  const at = rows.findIndex(({ row }) => isAnchor(list, row, anchor));
  if (at !== -1) {
    return { kind: 'inside', index: side === 'behind' ? at + 1 : at };
  }
  const past = rows.findIndex(({ row }) => isPast(list.timeOf(row), anchor.timeMs, side));
  const end = past === -1 ? rows.length : past;
  const newer = rows.slice(0, end).findLastIndex(({ row }) => list.timeOf(row) !== null);
  if (newer === -1 && start > 0) {
    return { kind: 'above' };
  }
  return {
    kind: past === -1 && hasNext ? 'below' : 'inside',
    index: side === 'behind' ? newer + 1 : end,
  };
}

function isAnchor<Row>(list: MovingList<Row>, row: Row, { key, timeMs }: Anchor): boolean {
  const rowTime = list.timeOf(row);
  return list.keyOf(row) === key && (timeMs === null || rowTime === null || rowTime === timeMs);
}

/** For an edge whose row is gone: the row is after its place. */
function isPast(rowTime: number | null, timeMs: number | null, side: Side): boolean {
  if (rowTime === null || timeMs === null) {
    return false;
  }
  return side === 'behind' ? rowTime <= timeMs : rowTime < timeMs;
}

/** Searches an edge beyond a window. */
async function search<Row>(
  list: MovingList<Row>,
  anchor: Anchor,
  from: PageWindow<Row>,
  direction: 'above' | 'below',
  side: Side,
): Promise<Known> {
  let [low, high]: [number, number | null] =
    direction === 'above' ? [0, from.start] : [endOf(from), null];
  let reach = SEARCHED_ROWS - 1;
  for (let tries = 0; tries < MAX_SEARCHES; tries += 1) {
    const start = nextStart(low, high, reach, direction);
    const window = toPageWindow(list, await list.peek(start, SEARCHED_ROWS), start);
    const place = placeOf(list, window, anchor, side);
    const isAbove = place.kind === 'above';
    if (!isAbove && (place.kind === 'inside' || endsUntimed(list, window, high ?? Infinity))) {
      return knownAt(list, window, place.index, side);
    }
    [low, high] = isAbove ? [low, start] : [endOf(window), high];
    if (high !== null && low >= high) {
      // The list moves during the search: the other bound was right before.
      [low, high] = isAbove ? [0, high] : [low, null];
    }
    reach *= 4;
  }
  throw movesTooFast();
}

/** The window reaches a row number, and its last row has no time. */
function endsUntimed<Row>(list: MovingList<Row>, window: PageWindow<Row>, number: number): boolean {
  const last = window.rows.at(-1);
  return last !== undefined && last.offset >= number - 1 && list.timeOf(last.row) === null;
}

const endOf = <Row>({ start, rows }: PageWindow<Row>) => rows.at(-1)?.offset ?? start;

/** Searches from the edge's old place at four times the distance in each step, and then by bisection. */
function nextStart(low: number, high: number | null, reach: number, direction: string): number {
  if (high === null) {
    return low + reach - (SEARCHED_ROWS - 1);
  }
  const isBounded = direction === 'below' || low > 0;
  const start = isBounded ? Math.floor((low + high) / 2) - SEARCHED_ROWS / 2 : high - reach;
  return Math.max(low, 0, start);
}

/** Named by a row beside the place, because the list can move again before that place is read. */
function knownAt<Row>(
  list: MovingList<Row>,
  { rows, nextRow }: PageWindow<Row>,
  index: number,
  side: Side,
): Known {
  const beside = rows[side === 'behind' ? index - 1 : index];
  return beside
    ? { kind: 'known', edge: toAnchor(list, beside), number: null }
    : { kind: 'known', edge: null, number: rows[index]?.offset ?? nextRow };
}

function toAnchor<Row>(list: MovingList<Row>, { row, offset }: NumberedRow<Row>): Anchor {
  return { offset, key: list.keyOf(row), timeMs: list.timeOf(row) };
}

/** The first row after an edge; the number of rows if there is none. */
export function startBehind<Row>(
  list: MovingList<Row>,
  rows: readonly NumberedRow<Row>[],
  after: Anchor,
): number {
  const at = rows.findIndex(({ row }) => isAnchor(list, row, after));
  const start = at === -1 ? indexOf(list, rows, after, 'behind') : at + 1;
  return start === -1 ? rows.length : start;
}

/** The row of an edge, or the first row beyond its place if it is gone; by its number if it has no time. */
function indexOf<Row>(
  list: MovingList<Row>,
  rows: readonly NumberedRow<Row>[],
  anchor: Anchor,
  side: Side,
): number {
  const at = rows.findIndex(({ row }) => isAnchor(list, row, anchor));
  if (at !== -1 || anchor.timeMs !== null) {
    return at !== -1
      ? at
      : rows.findIndex(({ row }) => isPast(list.timeOf(row), anchor.timeMs, side));
  }
  return rows.findIndex(({ offset }) =>
    side === 'ahead' ? offset >= anchor.offset : offset > anchor.offset,
  );
}

function toPageWindow<Row>(
  list: MovingList<Row>,
  { rows, hasNext, nextRow }: RowPage<Row>,
  start: number,
): PageWindow<Row> {
  return { rows: numbered(list, rows), start, hasNext, nextRow };
}

function numbered<Row>(list: MovingList<Row>, rows: readonly Row[]): readonly NumberedRow<Row>[] {
  return rows.map((row) => ({ row, offset: list.offsetOf(row) }));
}
