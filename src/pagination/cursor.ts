import { GraphQLError } from 'graphql';
import { verifyChecksum, withChecksum } from '../checksum.ts';
import { rowOfSentryCursor } from '../sentry-cursor.ts';
import type { Anchor } from './moving-list.ts';

/**
 * The place of one edge in a list whose upstream cursors cannot be composed: the row `skip` of the
 * page that the upstream's own cursor `page` opens with `limit` rows (null: the first page). The
 * limit is part of the position because such a page is only the same page when asked with the same
 * limit.
 */
export interface PagePosition {
  readonly kind: 'page';
  readonly page: string | null;
  readonly limit: number;
  readonly skip: number;
  /** What tells the row from others, to find it again where rows before it came or went. */
  readonly key: string;
  /** Of the last row of its page: the cursor of the page behind it, where there is one. */
  readonly next: string | null;
  /** Of the first row of its page: the cursor of the page before it, where there is one. */
  readonly previous: string | null;
  /**
   * The row's number in the list when it was read, for comparing two edges; null where the walk to it
   * did not count. Rows that come or go in the meantime make it inexact.
   */
  readonly index: number | null;
}

/**
 * The place of one edge in a list: its row and the row's number, for upstreams whose cursors are row
 * numbers (Sentry's hash list), or its place in a page.
 */
export type Position = NumberedPosition | PagePosition;

export interface NumberedPosition extends Anchor {
  readonly kind: 'offset';
}

/** An argument `after` or `before`: an edge, or a bare row number from a pasted Sentry cursor. */
export type Cursor = Position | { readonly kind: 'row'; readonly offset: number };

/** Which list a cursor belongs to, so that one list's cursor is refused by another. */
export type CursorList = 'issueHashes' | 'issues' | 'issueEvents' | 'projects';

/** Longest cursor that is looked at, in characters. GlitchTip's own stay below 100. */
export const MAX_CURSOR_LENGTH = 2048;

/** Last row a cursor can name; Sentry's own limit on hashes of an issue is far below. */
export const MAX_OFFSET = 1_000_000_000;

export function encodeCursor(list: CursorList, position: Position): string {
  if (position.kind === 'offset') {
    const { offset, key, timeMs } = position;
    return withChecksum(`2|${list}|${offset}|${encodeURIComponent(key ?? '')}|${timeMs ?? ''}`);
  }
  const { limit, skip, key, page, next, previous, index } = position;
  const whole = withChecksum(pagePayload(list, [limit, skip, key, page, next, previous, index]));
  // The neighbours save a request, no more: a cursor that is short enough without them goes without.
  return whole.length <= MAX_CURSOR_LENGTH
    ? whole
    : withChecksum(pagePayload(list, [limit, skip, key, page, null, null, index]));
}

function pagePayload(list: CursorList, parts: readonly (string | number | null)[]): string {
  return `1|${list}|p|${parts.map((part) => encodeURIComponent(part ?? '')).join('|')}`;
}

/**
 * @throws INVALID_CURSOR unless `text` was made by `encodeCursor` for the same list, or is a
 * Sentry cursor such as `0:100:0`, which stands for the rows from its offset on (after) or up to
 * it (before).
 */
export function decodeCursor(list: CursorList, argument: string, text: string): Cursor {
  const cursor = text.length <= MAX_CURSOR_LENGTH ? parse(list, text) : null;
  if (cursor === null) {
    throw invalidCursor(argument);
  }
  return cursor;
}

export function invalidCursor(argument: string): GraphQLError {
  return new GraphQLError(
    `\`${argument}\` is not a cursor of this list: it takes a \`cursor\` from an edge of the same kind of list.`,
    { extensions: { code: 'INVALID_CURSOR', argument } },
  );
}

const ROW_PAYLOAD = /^2\|(?<list>\w+)\|(?<offset>\d{1,10})\|(?<key>[^|]*)\|(?<time>-?\d{0,16})$/;
/** Cursors of earlier versions: the row number alone. */
const OFFSET_PAYLOAD = /^1\|(?<list>\w+)\|o\|(?<offset>\d{1,10})$/;
const PAGE_PAYLOAD =
  /^1\|(?<list>\w+)\|p\|(?<limit>\d{1,3})\|(?<skip>\d{1,3})\|(?<texts>[^|]*\|[^|]*\|[^|]*\|[^|]*)(?:\|(?<index>\d{0,10}))?$/;

function parse(list: CursorList, text: string): Cursor | null {
  const offset = rowOfSentryCursor(text);
  if (offset !== null) {
    return offset <= MAX_OFFSET ? { kind: 'row', offset } : null;
  }
  const payload = verifyChecksum(text) ?? '';
  const row = (ROW_PAYLOAD.exec(payload) ?? OFFSET_PAYLOAD.exec(payload))?.groups;
  if (row?.['list'] === list) {
    const offset = Number(row['offset']);
    const key = decodePart(row['key'] ?? '') || null;
    const timeMs = row['time'] ? Number(row['time']) : null;
    return offset <= MAX_OFFSET ? { kind: 'offset', offset, key, timeMs } : null;
  }
  const place = PAGE_PAYLOAD.exec(payload)?.groups;
  return place?.['list'] === list ? toPagePosition(place) : null;
}

function toPagePosition(place: Readonly<Record<string, string | undefined>>): PagePosition | null {
  const limit = Number(place['limit']);
  const skip = Number(place['skip']);
  const [key = '', page, next, previous] = (place['texts'] ?? '').split('|').map(decodePart);
  return limit >= 1 && limit <= 100 && skip < limit
    ? {
        kind: 'page',
        page: page || null,
        limit,
        skip,
        key,
        next: next || null,
        previous: previous || null,
        index: place['index'] ? Number(place['index']) : null,
      }
    : null;
}

/** Of a payload that `encodeCursor` did not make, a part may be no proper text: it reads as none. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
