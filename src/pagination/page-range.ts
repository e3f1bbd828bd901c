import { badUserInput } from '../errors.ts';
import { type Cursor, type CursorList, decodeCursor, invalidCursor } from './cursor.ts';
import type { OpaquePageRange } from './page-walk.ts';

/** The arguments of a Relay connection; null means absent. */
export interface ConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/**
 * The rows that a connection's arguments name, of a list that takes row numbers.
 *
 * `rows`: the rows from `start` up to but not including `end`, which is at `start` or behind it.
 * `isBounded` where `end` is the edge of `before`, and not the page's size.
 * `tail`: the last `count` of the rows from `start` on: their place is known once the end is.
 * `pages`: the arguments hold cursors of a list that has no row numbers.
 */
export type PageRange =
  | {
      readonly kind: 'rows';
      readonly start: number;
      readonly end: number;
      readonly isBounded: boolean;
    }
  | { readonly kind: 'tail'; readonly start: number; readonly count: number }
  | ({ readonly kind: 'pages' } & OpaquePageRange);

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/**
 * Relay's cursor connections, section 4.4: `after` and `before` bound the list, then `first` or
 * `last` cuts it. A `before` that is not behind `after` bounds nothing: its edge is not among those
 * that `after` leaves.
 * @throws BAD_USER_INPUT for a size out of bounds or for both; INVALID_CURSOR for a foreign cursor.
 */
export function toPageRange(list: CursorList, args: ConnectionArguments): PageRange {
  const { direction, count } = readCount(args);
  const after = readCursor(list, 'after', args.after);
  const before = readCursor(list, 'before', args.before);
  if (after?.kind === 'page' || before?.kind === 'page') {
    return { kind: 'pages', direction, count, ...toPlaces(after, before) };
  }
  const start = after === null ? 0 : after.kind === 'row' ? after.offset : after.offset + 1;
  const bound = before === null || before.offset < start ? Infinity : before.offset;
  if (direction === 'forward') {
    const isBounded = bound <= start + count;
    return { kind: 'rows', start, end: isBounded ? bound : start + count, isBounded };
  }
  return bound === Infinity
    ? { kind: 'tail', start, count }
    : { kind: 'rows', start: Math.max(start, bound - count), end: bound, isBounded: true };
}

/**
 * The same for a list whose cursors are places in pages.
 * @throws as `toPageRange` does; a row number is INVALID_CURSOR.
 */
export function toOpaquePageRange(list: CursorList, args: ConnectionArguments): OpaquePageRange {
  const after = readCursor(list, 'after', args.after);
  const before = readCursor(list, 'before', args.before);
  return { ...readCount(args), ...toPlaces(after, before) };
}

function toPlaces(
  after: Cursor | null,
  before: Cursor | null,
): Pick<OpaquePageRange, 'after' | 'before'> {
  if (after !== null && after.kind !== 'page') {
    throw invalidCursor('after');
  }
  if (before !== null && before.kind !== 'page') {
    throw invalidCursor('before');
  }
  return { after, before };
}

function readCount(args: ConnectionArguments): Pick<OpaquePageRange, 'direction' | 'count'> {
  const first = readSize('first', args.first);
  const last = readSize('last', args.last);
  if (first !== null && last !== null) {
    throw badUserInput(
      `\`first\` is ${first} and \`last\` is ${last}: a page takes one of them, not both.`,
    );
  }
  return last === null
    ? { direction: 'forward', count: first ?? DEFAULT_PAGE_SIZE }
    : { direction: 'backward', count: last };
}

function readSize(name: 'first' | 'last', size: number | null | undefined): number | null {
  if (size === null || size === undefined) {
    return null;
  }
  if (size < 0 || size > MAX_PAGE_SIZE) {
    throw badUserInput(`\`${name}\` is ${size}: a page takes 0 to ${MAX_PAGE_SIZE} edges.`);
  }
  return size;
}

function readCursor(
  list: CursorList,
  argument: 'after' | 'before',
  text: string | null | undefined,
): Cursor | null {
  return text === null || text === undefined ? null : decodeCursor(list, argument, text);
}
