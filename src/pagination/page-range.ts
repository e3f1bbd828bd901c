import { badUserInput } from '../errors.ts';
import { type Cursor, type CursorList, decodeCursor, invalidCursor } from './cursor.ts';
import type { Anchor, MovingRange } from './moving-list.ts';
import type { OpaquePageRange } from './page-walk.ts';

/** The arguments of a Relay connection; null means absent. */
export interface ConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/**
 * The rows for the arguments of a connection.
 *
 * `rows`: for a list with row numbers, `count` rows after `after` or before `before`.
 * `pages`: the arguments have cursors of a list without row numbers.
 */
export type PageRange =
  | ({ readonly kind: 'rows'; readonly direction: OpaquePageRange['direction'] } & MovingRange)
  | ({ readonly kind: 'pages' } & OpaquePageRange);

const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/**
 * Relay's cursor connections, section 4.4: `after` and `before` bound the list, then `first` or
 * `last` cuts it.
 * @throws BAD_USER_INPUT for an invalid size or both sizes; INVALID_CURSOR for a cursor of another list.
 */
export function toPageRange(list: CursorList, args: ConnectionArguments): PageRange {
  const { direction, count } = readCount(args);
  const after = readCursor(list, 'after', args.after);
  const before = readCursor(list, 'before', args.before);
  if (after?.kind === 'page' || before?.kind === 'page') {
    return { kind: 'pages', direction, count, ...toPlaces(after, before) };
  }
  return {
    kind: 'rows',
    direction,
    count,
    after: after?.kind === 'row' ? rowBefore(after.offset) : after,
    before: before?.kind === 'row' ? { ...UNNAMED, offset: before.offset } : before,
  };
}

const UNNAMED = { key: null, timeMs: null };

/** A pasted Sentry cursor means the rows from its offset on: after the previous row. */
function rowBefore(offset: number): Anchor {
  return { ...UNNAMED, offset: offset - 1 };
}

/**
 * For a list whose cursors are places in pages.
 * @throws like `toPageRange`; a row number is INVALID_CURSOR.
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
      `\`first\` is ${first} and \`last\` is ${last}; only one of them is allowed.`,
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
