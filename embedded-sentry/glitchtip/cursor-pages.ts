import { type Answer, ok } from '../answer.ts';
import { type Cursor, encode, type PageReading } from './cursors.ts';
import { ServerFailure } from './server-failure.ts';

/* GlitchTip's `AsyncLinkHeaderPagination`: pages of a list that is ordered by one key. */

const MAX_HITS = 1_000;

/** What a list is ordered by. Rows with equal keys keep their order, and no cursor can name them. */
export interface Order<T> {
  readonly keyOf: (item: T) => number | string;
  readonly isDescending?: boolean;
  /** A key as a cursor carries it, and back; null for what the database does not take. */
  readonly print: (key: number | string) => string;
  readonly parse: (text: string) => number | string | null;
}

export function pageAnswer<T>(
  items: readonly T[],
  order: Order<T>,
  reading: PageReading,
  toBody: (item: T) => unknown,
): Answer {
  const sorted = [...items].sort((one, other) => compare(order, one, other));
  const { page, next, previous } = cut(sorted, order, reading);
  const hits = next || previous ? Math.min(items.length, MAX_HITS) : page.length;
  const links = [link(reading, 'previous', previous), link(reading, 'next', next)].join(', ');
  return ok(page.map(toBody), {
    // The server hands Django a set with the text in it, and Django writes it as Python does.
    link: `{'${links}'}`,
    'x-max-hits': String(MAX_HITS),
    'x-hits': String(hits),
  });
}

function compare<T>({ keyOf, isDescending }: Order<T>, one: T, other: T): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  const difference = a === b ? 0 : a < b ? -1 : 1;
  return isDescending ? -difference : difference;
}

function cut<T>(sorted: readonly T[], order: Order<T>, { cursor, limit }: PageReading) {
  const positionOf = (item: T) => order.print(order.keyOf(item));
  const rows = rowsFrom(sorted, order, cursor).slice(cursor.offset);
  const page = rows.slice(0, limit);
  const following = rows[page.length];
  const ahead = following === undefined ? null : positionOf(following);
  if (cursor.isReverse) {
    page.reverse();
  }
  // Where it goes there is a page if a row is left. Where it came from there has been one: a guess.
  const goesOn = following !== undefined;
  const cameFrom = cursor.position !== null || cursor.offset > 0;
  const positions = page.map(positionOf);
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
function rowsFrom<T>(sorted: readonly T[], order: Order<T>, cursor: Cursor): readonly T[] {
  const { position, isReverse } = cursor;
  const ordered = isReverse ? [...sorted].reverse() : sorted;
  if (position === null) {
    return ordered;
  }
  const key = order.parse(position);
  if (key === null) {
    throw new ServerFailure(`${position} is not a value of the column.`);
  }
  return ordered.filter((item) =>
    isReverse === (order.isDescending ?? false) ? order.keyOf(item) > key : order.keyOf(item) < key,
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
 * named by it: the cursor steps back to one that can, and counts the rows between as its offset.
 * Where a page has no such row the offset grows by the page; as offsets are cut at 100, a longer run
 * of equal rows has a `next` that is the cursor that was asked.
 */
function neighbour(side: Neighbour): Cursor {
  const { cursor, limit, isReverse, beyond, before, isEdge } = side;
  const inward = isReverse ? side.positions : [...side.positions].reverse();
  if (inward.length === 0) {
    return { offset: 0, isReverse, position: beyond };
  }
  const turns = cursor.isReverse !== isReverse;
  let compared = turns && cursor.offset > 0 ? inward[0] : beyond;
  for (const [offset, position] of inward.entries()) {
    if (position !== compared) {
      return { offset, isReverse, position };
    }
    compared = position;
  }
  if (isEdge) {
    return { offset: limit, isReverse, position: null };
  }
  return { offset: turns ? 0 : cursor.offset + limit, isReverse, position: before };
}

function link({ request }: PageReading, rel: string, cursor: Cursor | null): string {
  const { origin, path, query, url } = request;
  if (cursor === null) {
    return `<${origin}${url}>; rel="${rel}"; results="false"`;
  }
  const text = encode(cursor);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', text);
  parameters.sort();
  return `<${origin}${path}?${parameters}>; rel="${rel}"; results="true"; cursor="${text}"`;
}
