import { type Answer, ok } from '../answer.ts';
import { type Cursor, encode, type PageReading } from './cursors.ts';
import { ServerFailure } from './server-failure.ts';

/* GlitchTip's `AsyncLinkHeaderPagination`: pages of a list ordered by one key. */

const MAX_HITS = 1_000;

/**
 * The key by which a list is ordered. Rows with equal keys keep their order; a cursor cannot tell them
 * apart.
 */
export interface Order<T> {
  readonly keyOf: (item: T) => number | string;
  readonly isDescending?: boolean;
  /** A key as text in a cursor, and the reverse; null for text that the database refuses. */
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
    // The server passes Django a set with the text, which is printed as in Python.
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
  // In its direction, a page exists if a row is left. In the other direction, GlitchTip assumes a page.
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

/** The rows after a cursor's position, in its direction. */
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
  /** The positions of the rows next to the page in this direction and in the other one. */
  readonly beyond: string | null;
  readonly before: string | null;
  /** The page is the first one in this direction. */
  readonly isEdge: boolean;
}

/**
 * The cursor of a neighbouring page. A position cannot identify a row if the row after it has the same position:
 * the cursor then goes back to a row with another position, and the rows in between are its offset. If the page
 * has no such row, the offset grows by the page. Offsets are cut at 100, so in a longer run of equal rows `next`
 * is the cursor of the request again.
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
