import { badUserInput } from '../errors.ts';
import { type CursorList, decodeCursor, invalidCursor } from './cursor.ts';

/** The arguments of a Relay connection; null means absent. */
export interface ConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/**
 * The rows that a connection's arguments name.
 *
 * `rows`: the rows from `start` up to but not including `end`; empty where `end` is not past it.
 * `tail`: the last `count` of the rows from `start` on: their place is known once the end is.
 */
export type Window =
  | { readonly kind: 'rows'; readonly start: number; readonly end: number }
  | { readonly kind: 'tail'; readonly start: number; readonly count: number };

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/**
 * Relay's cursor connections, section 4.4: `after` and `before` bound the list, then `first` or
 * `last` cuts it.
 * @throws BAD_USER_INPUT for a size out of bounds or for both; INVALID_CURSOR for a foreign cursor.
 */
export function toWindow(list: CursorList, args: ConnectionArguments): Window {
  const first = readSize('first', args.first);
  const last = readSize('last', args.last);
  if (first !== null && last !== null) {
    throw badUserInput(
      `\`first\` is ${first} and \`last\` is ${last}: a page takes one of them, not both.`,
    );
  }
  const start = boundary(list, 'after', args.after) ?? 0;
  const end = boundary(list, 'before', args.before);
  if (last === null) {
    const size = first ?? DEFAULT_PAGE_SIZE;
    return { kind: 'rows', start, end: Math.min(start + size, end ?? Number.POSITIVE_INFINITY) };
  }
  return end === null
    ? { kind: 'tail', start, count: last }
    : { kind: 'rows', start: Math.max(start, end - last), end };
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

/** The row before which the cut lies: an edge's own row for `before`, the next one for `after`. */
function boundary(
  list: CursorList,
  argument: 'after' | 'before',
  text: string | null | undefined,
): number | null {
  if (text === null || text === undefined) {
    return null;
  }
  const cursor = decodeCursor(list, argument, text);
  switch (cursor.kind) {
    case 'row':
      return cursor.offset;
    case 'offset':
      return argument === 'after' ? cursor.offset + 1 : cursor.offset;
    case 'page':
      // Of an upstream with opaque cursors: the gateway has been given another one since.
      throw invalidCursor(argument);
  }
}
