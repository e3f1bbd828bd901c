import { GraphQLError } from 'graphql';
import { seal, unseal } from './opaque.ts';

/**
 * The place of one edge in a list, exact whatever page size comes after it.
 *
 * `offset`: its row number, for upstreams whose cursors are offsets (Sentry).
 * `page`: the row `skip` of the page that the upstream's own cursor `page` opens with `limit` rows
 * (null: the first page), for upstreams whose cursors cannot be composed. The limit is part of the
 * position because such a page is only the same page when asked with the same limit.
 */
export type Position =
  | { readonly kind: 'offset'; readonly offset: number }
  | {
      readonly kind: 'page';
      readonly page: string | null;
      readonly limit: number;
      readonly skip: number;
    };

/** An argument `after` or `before`: an edge, or a bare row number from a pasted Sentry cursor. */
export type Cursor = Position | { readonly kind: 'row'; readonly offset: number };

/** Which list a cursor belongs to, so that one list's cursor is refused by another. */
export type CursorList = 'issueHashes';

/** Longest cursor that is looked at, in characters. GlitchTip's own stay below 200. */
export const MAX_CURSOR_LENGTH = 1024;

/** Last row a cursor can name; Sentry's own limit on hashes of an issue is far below. */
export const MAX_OFFSET = 1_000_000_000;

export function encodeCursor(list: CursorList, position: Position): string {
  return seal(
    position.kind === 'offset'
      ? `1|${list}|o|${position.offset}`
      : `1|${list}|p|${position.limit}|${position.skip}|${position.page ?? ''}`,
  );
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

/** `value:offset:is_prev`; Sentry's hash list reads the offset alone (`GenericOffsetPaginator`). */
const SENTRY_CURSOR = /^\d{1,16}(?:\.\d{1,16})?:(?<offset>\d{1,10}):[01]$/;
const OFFSET_PAYLOAD = /^1\|(?<list>\w+)\|o\|(?<offset>\d{1,10})$/;
const PAGE_PAYLOAD = /^1\|(?<list>\w+)\|p\|(?<limit>\d{1,3})\|(?<skip>\d{1,3})\|(?<page>.*)$/s;

function parse(list: CursorList, text: string): Cursor | null {
  const pasted = SENTRY_CURSOR.exec(text)?.groups;
  if (pasted) {
    const offset = Number(pasted['offset']);
    return offset <= MAX_OFFSET ? { kind: 'row', offset } : null;
  }
  const payload = unseal(text) ?? '';
  const row = OFFSET_PAYLOAD.exec(payload)?.groups;
  if (row?.['list'] === list) {
    const offset = Number(row['offset']);
    return offset <= MAX_OFFSET ? { kind: 'offset', offset } : null;
  }
  const page = PAGE_PAYLOAD.exec(payload)?.groups;
  if (page?.['list'] === list) {
    const limit = Number(page['limit']);
    const skip = Number(page['skip']);
    return limit >= 1 && limit <= 100 && skip < limit
      ? { kind: 'page', page: page['page'] || null, limit, skip }
      : null;
  }
  return null;
}
