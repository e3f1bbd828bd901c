import { badUserInput } from '../errors.ts';
import { findEnd, type ListEnd, MAX_COUNTED_ROWS, type RowPage } from './find-end.ts';

/**
 * Pages of a list that changes while it is read. The list is in order of time, newest first; new
 * rows come to its top, rows vanish, and a row to which something new happens moves to the top.
 *
 * A row number says where a row was. So an edge names its row too, and a page requests one row more
 * than it shows: the edge it begins at. Where that row is still at its number, the page is exact.
 * Where it is not, the times of the rows tell in which direction the list moved.
 */

/** The row of an edge: where it was, and what identifies it. */
export interface Anchor {
  /** Its number when the edge was read, from 0. */
  readonly offset: number;
  /** Null for a bare row number: such an edge is taken to be where it was. */
  readonly key: string | null;
  /** The time that the list is ordered by, in milliseconds since 1970; null where it is not known. */
  readonly timeMs: number | null;
}

export interface MovingList<Row> {
  /** Rows as they are needed. */
  readonly fetch: (offset: number, count: number) => Promise<RowPage<Row>>;
  /** The same rows, of which only key and time are needed. */
  readonly peek: (offset: number, count: number) => Promise<RowPage<Row>>;
  /** The row's number when it was read. */
  readonly offsetOf: (row: Row) => number;
  readonly keyOf: (row: Row) => string;
  readonly timeOf: (row: Row) => number | null;
}

export interface NumberedRow<Row> {
  readonly row: Row;
  readonly offset: number;
}

/** Rows beside each other, as a page shows them. */
export interface NumberedPage<Row> {
  readonly rows: readonly NumberedRow<Row>[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Which rows a page shows. */
export interface MovingRange {
  readonly after: Anchor | null;
  readonly before: Anchor | null;
  readonly count: number;
}

/** Rows of one request for looking for an edge; Sentry gives at most 100. */
const SEARCHED_ROWS = 100;

/** Most requests for looking for an edge; each of the first two covers 99 rows of movement. */
const MAX_SEARCHES = 24;

/** The list moves faster than its rows can be read. */
export class ListMovesTooFast extends Error {
  override readonly name = 'ListMovesTooFast';
}

/** The rows that a range names; the last ones of the list where it is read backward from no edge. */
export async function readRange<Row>(
  list: MovingList<Row>,
  { direction, after, before, count }: MovingRange & { readonly direction: 'forward' | 'backward' },
): Promise<NumberedPage<Row>> {
  // An edge that is not behind `after` bounds nothing (Relay's ApplyCursorsToEdges).
  const bound = before !== null && after !== null && before.offset <= after.offset ? null : before;
  if (direction === 'forward') {
    return readForward(list, { after, before: bound, count });
  }
  return bound === null
    ? readEnd(list, { after, count })
    : readBackward(list, { after, before: bound, count });
}

/** The first `count` rows behind `after`, and before `before`. */
export async function readForward<Row>(
  list: MovingList<Row>,
  { after, before, count }: MovingRange,
): Promise<NumberedPage<Row>> {
  const start = (after?.offset ?? -1) + 1;
  // As far as `before` was: where it has not moved, no more is needed.
  const wanted = Math.max(1, Math.min(count, (before?.offset ?? Infinity) - start + 1));
  const found = await readFirst(list, after, wanted);
  const end = before === null ? -1 : indexOf(list, found.rows, before, 'ahead');
  if (end === -1 && wanted < count && found.hasNext) {
    return readForward(list, { after, before: null, count });
  }
  const rows = found.rows.slice(0, end === -1 ? count : Math.min(end, count));
  return {
    rows,
    hasPrevious: found.hasPrevious,
    hasNext: found.hasNext || rows.length < found.rows.length,
  };
}

function readFirst<Row>(
  list: MovingList<Row>,
  after: Anchor | null,
  count: number,
): Promise<NumberedPage<Row>> {
  return after === null ? readFrom(list, 0, count) : readBehind(list, after, count);
}

/** The last `count` rows of the list that are behind `after`, as `peek` gives them. */
async function readEnd<Row>(
  list: MovingList<Row>,
  { after, count }: Pick<MovingRange, 'after' | 'count'>,
): Promise<NumberedPage<Row>> {
  const end = await findEnd(list.peek);
  if (end === null) {
    throw badUserInput(
      `\`last\` without \`before\` takes a list of up to ${MAX_COUNTED_ROWS} rows, and this one is longer: use \`before\`, or \`first\`.`,
    );
  }
  const isKnown = end.rows.length >= count || end.start === 0;
  const found = isKnown
    ? lastOf(list, end, Math.max(1, count))
    : await readUpTo({ ...list, fetch: list.peek }, end.total, Math.max(1, count));
  const start = after === null ? 0 : startBehind(list, found.rows, after);
  const rows = count === 0 ? [] : found.rows.slice(start);
  return {
    rows,
    hasPrevious: found.hasPrevious || rows.length < found.rows.length,
    hasNext: false,
  };
}

/** The last `count` rows before `before`, and behind `after`. */
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

function lastOf<Row>(
  list: MovingList<Row>,
  { rows, start }: ListEnd<Row>,
  count: number,
): Omit<NumberedPage<Row>, 'hasNext'> {
  const from = Math.max(0, rows.length - count);
  return { rows: numbered(list, rows.slice(from)), hasPrevious: start + from > 0 };
}

/** Rows by their numbers alone. */
async function readFrom<Row>(
  list: MovingList<Row>,
  start: number,
  count: number,
): Promise<NumberedPage<Row>> {
  const { rows, hasNext } = await list.fetch(start, count);
  return { rows: numbered(list, rows), hasPrevious: start > 0, hasNext };
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

/** The rows behind an edge, as many as `count` if the list has them. */
async function readBehind<Row>(
  list: MovingList<Row>,
  anchor: Anchor,
  count: number,
): Promise<NumberedPage<Row>> {
  if (anchor.key === null) {
    return readFrom(list, anchor.offset + 1, count);
  }
  for (let edge = anchor, tries = 0; tries < MAX_SEARCHES; tries += 1) {
    const window = toWindow(list, await list.fetch(edge.offset, count + 1), edge.offset);
    const place = await placeInWindow(list, window, edge, 'behind');
    if (place.kind === 'inside') {
      return readMore(list, window, place.index, count);
    }
    const found =
      place.kind === 'known' ? place : await search(list, edge, window, place.kind, 'behind');
    if (found.edge === null) {
      return readFrom(list, found.number, count);
    }
    edge = found.edge;
  }
  throw new ListMovesTooFast('The list moves faster than its rows can be read.');
}

/** The rows of a window from `index` on, and those behind it, until there are `count`. */
async function readMore<Row>(
  list: MovingList<Row>,
  { rows: all, start, hasNext }: Window<Row>,
  index: number,
  count: number,
): Promise<NumberedPage<Row>> {
  const rows = all.slice(index, index + count);
  const hasPrevious = start + index > 0;
  const last = all.at(-1);
  if (!hasNext || rows.length >= count || last === undefined) {
    return { rows, hasPrevious, hasNext: hasNext || index + rows.length < all.length };
  }
  const rest = await readBehind(list, toAnchor(list, last), count - rows.length);
  const seen = new Set(rows.map(({ row }) => list.keyOf(row)));
  return {
    rows: [...rows, ...rest.rows.filter(({ row }) => !seen.has(list.keyOf(row)))],
    hasPrevious,
    hasNext: rest.hasNext,
  };
}

/** The rows before an edge, as many as `count` if the list has them. */
async function readAhead<Row>(
  list: MovingList<Row>,
  anchor: Anchor,
  count: number,
): Promise<Omit<NumberedPage<Row>, 'hasNext'>> {
  if (anchor.key === null) {
    return readUpTo(list, anchor.offset, count);
  }
  for (let edge = anchor, tries = 0; tries < MAX_SEARCHES; tries += 1) {
    const start = Math.max(0, edge.offset - count);
    const window = toWindow(list, await list.fetch(start, edge.offset - start + 1), start);
    const place = await placeInWindow(list, window, edge, 'ahead');
    if (place.kind === 'inside') {
      const rows = window.rows.slice(Math.max(0, place.index - count), place.index);
      if (rows.length === count || window.start === 0) {
        return { rows, hasPrevious: (rows[0]?.offset ?? 0) > 0 };
      }
      // The list moved down: not all rows before the edge are here.
      return readUpTo(list, window.rows[place.index]?.offset ?? window.nextRow, count);
    }
    const found =
      place.kind === 'known' ? place : await search(list, edge, window, place.kind, 'ahead');
    if (found.edge === null) {
      return readUpTo(list, found.number, count);
    }
    edge = found.edge;
  }
  throw new ListMovesTooFast('The list moves faster than its rows can be read.');
}

/** Neighbouring rows, read from the row number `start` on. */
interface Window<Row> {
  readonly rows: readonly NumberedRow<Row>[];
  readonly start: number;
  readonly hasNext: boolean;
  readonly nextRow: number;
}

/** Where an edge is now: at its row, or, if that is gone, at the row number that begins the side read. */
type Known =
  | { readonly kind: 'known'; readonly edge: Anchor; readonly number: null }
  | { readonly kind: 'known'; readonly edge: null; readonly number: number };

/** Which side of an edge is read: of rows that share its time, that side is to lose none. */
type Side = 'behind' | 'ahead';

type Place =
  /** The first row behind the edge; for the side ahead, the first row that is not before it. */
  | { readonly kind: 'inside'; readonly index: number }
  | { readonly kind: 'above' }
  | { readonly kind: 'below' };

/**
 * Where an edge is in the window that should hold it at its number.
 *
 * Rows that share a time have no order of their own on a server, and may change places from one
 * request to the next. Where the row at the edge's number is another one of the same time, a second
 * request shows whether they do. If they do, the number is the best that is known; if they do not, the
 * list has moved, and the edge is where its row is. An edge without a time is looked for nearby, and is
 * else taken to be at its number.
 */
async function placeInWindow<Row>(
  list: MovingList<Row>,
  window: Window<Row>,
  anchor: Anchor,
  side: Side,
): Promise<Place | Known> {
  const there = window.rows.find(({ offset }) => offset === anchor.offset);
  const hasOtherTime = there !== undefined && list.timeOf(there.row) !== anchor.timeMs;
  if (
    (there && isAnchor(list, there.row, anchor)) ||
    (anchor.timeMs !== null && (!there || hasOtherTime))
  ) {
    return placeOf(list, window, anchor, side);
  }
  const start = Math.max(0, anchor.offset - SEARCHED_ROWS / 2);
  const around = toWindow(list, await list.peek(start, SEARCHED_ROWS), start);
  const isFound = around.rows.some(({ row }) => isAnchor(list, row, anchor));
  if (!agree(list, window, around) || (anchor.timeMs === null && !isFound)) {
    const index = window.rows.findIndex(({ offset }) =>
      side === 'behind' ? offset > anchor.offset : offset >= anchor.offset,
    );
    return { kind: 'inside', index: index === -1 ? window.rows.length : index };
  }
  const place = placeOf(list, around, anchor, side);
  return place.kind === 'inside' ? knownAt(list, around, place.index, anchor, side) : place;
}

/** Whether two windows show the same rows where they overlap. */
function agree<Row>(list: MovingList<Row>, one: Window<Row>, other: Window<Row>): boolean {
  const keys = new Map(other.rows.map(({ row, offset }) => [offset, list.keyOf(row)]));
  return one.rows.every(
    ({ row, offset }) => (keys.get(offset) ?? list.keyOf(row)) === list.keyOf(row),
  );
}

/**
 * Where an edge is among neighbouring rows, or where it would be if its row is gone. A row with the
 * key but another time has moved: the edge stays where it was.
 */
function placeOf<Row>(
  list: MovingList<Row>,
  { rows, start, hasNext }: Window<Row>,
  anchor: Anchor,
  side: Side,
): Place {
  const at = rows.findIndex(({ row }) => isAnchor(list, row, anchor));
  if (at !== -1) {
    return { kind: 'inside', index: side === 'behind' ? at + 1 : at };
  }
  const index = rows.findIndex(({ row }) => isPast(list.timeOf(row), anchor.timeMs, side));
  if (index > 0 || (index === 0 && start === 0)) {
    return { kind: 'inside', index };
  }
  if (index === 0) {
    return { kind: 'above' };
  }
  if (rows.length === 0) {
    return start === 0 ? { kind: 'inside', index: 0 } : { kind: 'above' };
  }
  return hasNext ? { kind: 'below' } : { kind: 'inside', index: rows.length };
}

function isAnchor<Row>(list: MovingList<Row>, row: Row, { key, timeMs }: Anchor): boolean {
  const rowTime = list.timeOf(row);
  return list.keyOf(row) === key && (timeMs === null || rowTime === null || rowTime === timeMs);
}

/** Whether a row is past the place of an edge whose row is gone. */
function isPast(rowTime: number | null, timeMs: number | null, side: Side): boolean {
  if (rowTime === null || timeMs === null) {
    return false;
  }
  return side === 'behind' ? rowTime <= timeMs : rowTime < timeMs;
}

/** Looks for an edge beyond a window, by rows of which only key and time are read. */
async function search<Row>(
  list: MovingList<Row>,
  anchor: Anchor,
  from: Window<Row>,
  direction: 'above' | 'below',
  side: Side,
): Promise<Known> {
  let [low, high] = direction === 'above' ? [0, from.start] : [endOf(from), null];
  let reach = SEARCHED_ROWS - 1;
  for (let tries = 0; tries < MAX_SEARCHES; tries += 1) {
    const start = nextStart(low, high, reach, direction);
    const window = toWindow(list, await list.peek(start, SEARCHED_ROWS), start);
    const place = placeOf(list, window, anchor, side);
    if (place.kind === 'inside') {
      return knownAt(list, window, place.index, anchor, side);
    }
    if (place.kind === 'above') {
      high = start;
    } else {
      low = endOf(window);
    }
    reach *= 4;
  }
  throw new ListMovesTooFast('The list moves faster than its rows can be read.');
}

const endOf = <Row>({ start, rows }: Window<Row>) => rows.at(-1)?.offset ?? start;

/** Steps away from where the edge was, four times as far each time; halves what is bounded. */
function nextStart(low: number, high: number | null, reach: number, direction: string): number {
  if (high === null) {
    return low + reach - (SEARCHED_ROWS - 1);
  }
  const isBounded = direction === 'below' || low > 0;
  const start = isBounded ? Math.floor((low + high) / 2) - SEARCHED_ROWS / 2 : high - reach;
  return Math.max(low, 0, start);
}

function knownAt<Row>(
  list: MovingList<Row>,
  { rows, nextRow }: Window<Row>,
  index: number,
  anchor: Anchor,
  side: Side,
): Known {
  const found = rows[side === 'behind' ? index - 1 : index];
  return found && isAnchor(list, found.row, anchor)
    ? { kind: 'known', edge: { ...anchor, offset: found.offset }, number: null }
    : { kind: 'known', edge: null, number: rows[index]?.offset ?? nextRow };
}

function toAnchor<Row>(list: MovingList<Row>, { row, offset }: NumberedRow<Row>): Anchor {
  return { offset, key: list.keyOf(row), timeMs: list.timeOf(row) };
}

/** The first of the rows that is behind an edge. */
function startBehind<Row>(
  list: MovingList<Row>,
  rows: readonly NumberedRow<Row>[],
  after: Anchor,
): number {
  const at = rows.findIndex(({ row }) => isAnchor(list, row, after));
  if (at !== -1) {
    return at + 1;
  }
  const start = indexOf(list, rows, after, 'behind');
  return start === -1 ? 0 : start;
}

function indexOf<Row>(
  list: MovingList<Row>,
  rows: readonly NumberedRow<Row>[],
  anchor: Anchor,
  side: Side,
): number {
  if (anchor.key === null) {
    return rows.findIndex(({ offset }) =>
      side === 'ahead' ? offset >= anchor.offset : offset > anchor.offset,
    );
  }
  return rows.findIndex(
    ({ row }) => isAnchor(list, row, anchor) || isPast(list.timeOf(row), anchor.timeMs, side),
  );
}

function toWindow<Row>(
  list: MovingList<Row>,
  { rows, hasNext, nextRow }: RowPage<Row>,
  start: number,
): Window<Row> {
  return { rows: numbered(list, rows), start, hasNext, nextRow };
}

function numbered<Row>(list: MovingList<Row>, rows: readonly Row[]): readonly NumberedRow<Row>[] {
  return rows.map((row) => ({ row, offset: list.offsetOf(row) }));
}
