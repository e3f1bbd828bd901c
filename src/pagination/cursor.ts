import { GraphQLError } from 'graphql';
import { verifyChecksum, withChecksum } from '../checksum.ts';
import { rowOfSentryCursor } from '../sentry-cursor.ts';
import type { Anchor } from './moving-list.ts';

/**
 * The place of one edge in a list with opaque cursors: the row `skip` of the page with `limit` rows at the
 * upstream's cursor `page` (null: the first page). The limit is part of the position, because a cursor gives
 * the same page only with the same limit.
 */
export interface PagePosition {
  readonly kind: 'page';
  readonly page: string | null;
  readonly limit: number;
  readonly skip: number;
  /** Identifies the row, to find it again after rows before it were added or removed. */
  readonly key: string;
  /** For the last row of a page: the cursor of the next page, if any. */
  readonly next: string | null;
  /** For the first row of a page: the cursor of the previous page, if any. */
  readonly previous: string | null;
  /**
   * The row's number in the list when it was read, to compare two edges; null if the walk to it did not count.
   * Inexact if rows were added or removed since.
   */
  readonly index: number | null;
}

/**
 * The place of one edge in a list: its row and the row's number if the upstream has row numbers (Sentry's hash
 * list), otherwise its place in a page.
 */
export type Position = NumberedPosition | PagePosition;

interface NumberedPosition extends Anchor {
  readonly kind: 'offset';
}

/** The argument `after` or `before`: an edge, or a row number from a pasted Sentry cursor. */
export type Cursor = Position | { readonly kind: 'row'; readonly offset: number };

/** The list of a cursor, so that other lists refuse it. */
export type CursorList =
  | 'issueHashes'
  | 'issues'
  | 'issueEvents'
  | 'projects'
  | 'organizations'
  | 'tagValues';

/** Longer cursors are refused. GlitchTip's own have fewer than 100 characters. */
export const MAX_CURSOR_LENGTH = 2048;

/** Maximum row number; Sentry's own limit on hashes of an issue is far below. */
export const MAX_OFFSET = 1_000_000_000;

export function encodeCursor(list: CursorList, position: Position): string {
  if (position.kind === 'offset') {
    const { offset, key, timeMs } = position;
    return withChecksum(`2|${list}|${offset}|${encodePart(key)}|${timeMs ?? ''}`);
  }
  const { limit, skip, key, page, next, previous, index } = position;
  const whole = withChecksum(pagePayload(list, [limit, skip, key, page, next, previous, index]));
  // The neighbours only save a request, so they are omitted if the cursor would be too long.
  return whole.length <= MAX_CURSOR_LENGTH
    ? whole
    : withChecksum(pagePayload(list, [limit, skip, key, page, null, null, index]));
}

function pagePayload(list: CursorList, parts: readonly (string | number | null)[]): string {
  return `1|${list}|p|${parts.map(encodePart).join('|')}`;
}

/**
 * @throws INVALID_CURSOR unless `text` was made by `encodeCursor` for the same list, or is a Sentry cursor such as
 * `0:100:0`, which means the rows from its offset on (`after`) or before it (`before`).
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
    `\`${argument}\` is not a cursor of this list. Use a \`cursor\` of an edge of this list.`,
    { extensions: { code: 'INVALID_CURSOR', argument } },
  );
}

const ROW_PAYLOAD = /^2\|(?<list>\w+)\|(?<offset>\d{1,10})\|(?<key>[^|]*)\|(?<time>-?\d{0,16})$/;
/** Cursors of earlier versions: only the row number. */
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

/** Keys are texts of the server, which can have half of a surrogate pair. */
function encodePart(part: string | number | null): string {
  return encodeURIComponent(Buffer.from(String(part ?? '')).toString());
}

/** A payload not made by `encodeCursor` can have invalid text, which is read as null. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
