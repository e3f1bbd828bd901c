import { type Answer, Refusal } from '../answer.ts';

/*
 * GlitchTip's `AsyncLinkHeaderPagination` over django-ninja-cursor-pagination: keyset pages, whose
 * cursor is base64 of a query string: `p` the position to begin behind, `r=1` for backwards, `o` rows
 * to leave out where several share a position.
 */

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;
const MAX_OFFSET = 100;
const MAX_HITS = 1_000;

interface Cursor {
  readonly offset: number;
  readonly isReverse: boolean;
  readonly position: string | null;
}

export interface Ordered<T> {
  /** In the order of the list. */
  readonly items: readonly T[];
  /** What the list is ordered by, as text that compares as the order does. */
  readonly positionOf: (item: T) => string;
  readonly isDescending?: boolean;
}

export interface PagedCall {
  readonly origin: string;
  /** Path and query, as they were received. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A page as JSON, with the headers that go with it. */
export function pageAnswer<T>(list: Ordered<T>, call: PagedCall, toJson: (item: T) => unknown) {
  const cursor = readCursor(call.query.get('cursor'));
  const limit = readLimit(call.query.get('limit'));
  const { page, next, previous } = cut(list, cursor, limit);
  const hits = next || previous ? Math.min(list.items.length, MAX_HITS) : page.length;
  const links = [link(call, 'previous', previous), link(call, 'next', next)].join(', ');
  return {
    status: 200,
    body: page.map(toJson),
    headers: {
      // The server hands Django a set with the text in it, and Django writes it as Python does.
      link: `{'${links}'}`,
      'x-max-hits': String(MAX_HITS),
      'x-hits': String(hits),
    },
  } satisfies Answer;
}

function cut<T>(list: Ordered<T>, cursor: Cursor, limit: number) {
  const rows = rowsFrom(list, cursor).slice(cursor.offset);
  const page = rows.slice(0, limit);
  const following = rows[page.length];
  const ahead = following === undefined ? null : list.positionOf(following);
  if (cursor.isReverse) {
    page.reverse();
  }
  // Where it goes there is a page if a row is left. Where it came from there has been one: a guess.
  const goesOn = following !== undefined;
  const cameFrom = cursor.position !== null || cursor.offset > 0;
  const positions = page.map(list.positionOf);
  const side = (isReverse: boolean): Cursor | null => {
    const isAhead = isReverse === cursor.isReverse;
    const [beyond, before] = isAhead ? [ahead, cursor.position] : [cursor.position, ahead];
    const isThere = isAhead ? goesOn : cameFrom;
    const isEdge = !(isAhead ? cameFrom : goesOn);
    return isThere
      ? neighbour({ cursor, limit, positions, isReverse, beyond, before, isEdge })
      : null;
  };
  return { page, next: side(false), previous: side(true) };
}

/** The rows that a cursor leaves, in the order that it reads them. */
function rowsFrom<T>({ items, positionOf, isDescending = false }: Ordered<T>, cursor: Cursor): T[] {
  const { position, isReverse } = cursor;
  const ordered = isReverse ? [...items].reverse() : [...items];
  return position === null
    ? ordered
    : ordered.filter((item) =>
        isReverse === isDescending ? positionOf(item) > position : positionOf(item) < position,
      );
}

interface Neighbour {
  readonly cursor: Cursor;
  readonly limit: number;
  readonly positions: readonly string[];
  readonly isReverse: boolean;
  /** The position of the row next to the page on this side, and on the other one. */
  readonly beyond: string | null;
  readonly before: string | null;
  /** Whether the page is the first that is read in this direction. */
  readonly isEdge: boolean;
}

/**
 * The cursor of the page beside a page. Rows that share the position of the row beyond cannot be
 * told by it: the cursor steps back to one that can, and counts the rows between as its offset.
 */
function neighbour(side: Neighbour): Cursor {
  const { cursor, limit, isReverse, beyond, before, isEdge } = side;
  const inward = isReverse ? side.positions : [...side.positions].reverse();
  if (inward.length === 0) {
    return { offset: 0, isReverse, position: beyond };
  }
  const turns = cursor.isReverse !== isReverse;
  let compare = turns && cursor.offset > 0 ? inward[0] : beyond;
  for (const [offset, position] of inward.entries()) {
    if (position !== compare) {
      return { offset, isReverse, position };
    }
    compare = position;
  }
  if (isEdge) {
    return { offset: limit, isReverse, position: null };
  }
  return { offset: turns ? 0 : cursor.offset + limit, isReverse, position: before };
}

function link({ origin, path, query }: PagedCall, rel: string, cursor: Cursor | null): string {
  const search = query.size === 0 ? '' : `?${query}`;
  if (cursor === null) {
    return `<${origin}${path}${search}>; rel="${rel}"; results="false"`;
  }
  const text = encode(cursor);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', text);
  parameters.sort();
  return `<${origin}${path}?${parameters}>; rel="${rel}"; results="true"; cursor="${text}"`;
}

function encode({ offset, isReverse, position }: Cursor): string {
  const tokens = new URLSearchParams();
  if (offset !== 0) {
    tokens.set('o', String(offset));
  }
  if (isReverse) {
    tokens.set('r', '1');
  }
  if (position !== null) {
    tokens.set('p', position);
  }
  return Buffer.from(tokens.toString()).toString('base64');
}

function readCursor(text: string | null): Cursor {
  if (text === null) {
    return { offset: 0, isReverse: false, position: null };
  }
  const tokens = new URLSearchParams(decodeBase64(text) ?? invalid('cursor', 'Invalid cursor.'));
  const [offset, isReverse] = [tokens.get('o') ?? '0', tokens.get('r') ?? '0'];
  if (![offset, isReverse].every((number) => /^-?\d+$/.test(number))) {
    return invalid('cursor', 'Invalid cursor.');
  }
  return {
    offset: Math.min(MAX_OFFSET, Math.max(0, Number(offset))),
    isReverse: Number(isReverse) !== 0,
    position: tokens.get('p'),
  };
}

/** As Python decodes: what is not of the alphabet is left out, but the length must fit. */
function decodeBase64(text: string): string | null {
  const letters = text.replace(/[^A-Za-z0-9+/=]/g, '');
  const bytes = Buffer.from(letters, 'base64');
  try {
    return letters.length % 4 === 0
      ? new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      : null;
  } catch {
    return null;
  }
}

function readLimit(text: string | null): number {
  if (text === null) {
    return DEFAULT_LIMIT;
  }
  if (!/^[+-]?\d+$/.test(text)) {
    return invalid(
      'limit',
      'Input should be a valid integer, unable to parse string as an integer',
      'int_parsing',
    );
  }
  return Math.min(MAX_LIMIT, Math.max(0, Number(text) || DEFAULT_LIMIT));
}

/** A parameter that pydantic refuses. */
export function invalid(name: string, sentence: string, type = 'value_error'): never {
  const msg = type === 'value_error' ? `Value error, ${sentence}` : sentence;
  throw new Refusal(422, { detail: [{ type, loc: ['query', name], msg }] });
}
