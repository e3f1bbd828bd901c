import { MAX_PER_PAGE } from './answers.ts';
import { SentryError } from './errors.ts';

/** Numbered rows of one response. */
export interface NumberedRows<Row> {
  /** The number of the first requested row. */
  readonly start: number;
  readonly rows: readonly { readonly row: Row; readonly offset: number }[];
  readonly hasNext: boolean;
  /** The number of the row at which the list continues. */
  readonly nextRow: number;
}

/** Requests the rows from `offset` on, at most `limit`. A server may return fewer although more follow. */
export type FetchPage<Row> = (offset: number, limit: number) => Promise<NumberedRows<Row>>;

export interface FetchedList<Row> {
  readonly fetch: FetchPage<Row>;
  readonly keyOf: (row: Row) => string;
}

/**
 * The page size of a server that returns fewer rows than requested: since September 2026, Sentry returns 10 full events,
 * whatever `per_page` is (getsentry/sentry#122718, #123694).
 */
export interface ShortPages {
  /** Null if the server is not known to return short pages. */
  size(): number | null;
  /** Sets the size of a short page; null if a page was not short. */
  learn(rows: number | null): void;
  /** Rows of the largest page since the last short one. */
  largest(): number;
  received(rows: number): void;
}

/** @param size - The page size, if it is known. */
export function createShortPages(size: number | null = null): ShortPages {
  let largest = size ?? 0;
  let known = size;
  return {
    size: () => known,
    learn(rows) {
      known = rows;
      largest = rows ?? largest;
    },
    largest: () => largest,
    received(rows) {
      largest = Math.max(largest, rows);
    },
  };
}

/** Maximum empty pages in a row that are skipped if the list continues. */
const MAX_EMPTY_PAGES = 10;

/**
 * Gets `count` rows from `offset` on, if the list has that many. The first request has the maximum limit:
 * most lists end there, and it shows if pages have grown. If the page is short, the others are requested
 * in parallel: together with the first one where the list is known to have their rows, and none after its end if that is
 * known. A server may drop rows of a page, as Sentry does with events whose bodies are gone; the list continues at the
 * page's link. If rows move down between two requests, a page begins with rows of the previous one: they are returned
 * once, and further rows are requested instead.
 *
 * @param options - `beside`: another request of the list; pages after the
 * first ones wait for it.
 * @throws SentryError `badResponse` if more than ten pages in a row are empty.
 */
export async function fetchRows<Row>(
  { fetch, keyOf }: FetchedList<Row>,
  shortPages: ShortPages,
  offset: number,
  count: number,
  { length = UNKNOWN, beside }: FetchOptions = {},
): Promise<NumberedRows<Row>> {
  const limit = Math.min(count, MAX_PER_PAGE);
  const size = shortPages.size();
  const known = Math.min(offset + count, length.rows());
  const pages = Promise.all([
    fetch(offset, limit),
    // If pages are not short, rows after the hundredth are requested in parallel with the first page.
    ...(size === null
      ? pagesBehind(fetch, { offset, count, size: MAX_PER_PAGE, end: offset + count })
      : pagesBehind(fetch, { offset, count, size, end: known })),
  ]);
  const [[first, ...ahead]] = await Promise.all([pages, beside]);
  learnSize(shortPages, limit, first.nextRow - offset, first.hasNext);
  let read = join([first, ...ahead], keyOf);
  let emptyPages = read.rows.length === 0 ? 1 : 0;
  while (read.hasNext && read.rows.length < count) {
    refuseEmptyPages(emptyPages);
    const size = shortPages.size() ?? MAX_PER_PAGE;
    const { nextRow } = read;
    const end = length.end();
    const missing = count - read.rows.length;
    const wanted = end === null ? missing : Math.min(missing, end - nextRow);
    const more = await Promise.all(
      Array.from(
        { length: emptyPages > 0 ? 1 : Math.max(1, Math.ceil(wanted / size)) },
        // After a page without new rows, a whole one: the list may have moved by many rows.
        (_, index) =>
          fetch(
            nextRow + index * size,
            emptyPages > 0 ? size : Math.min(size, missing - index * size),
          ),
      ),
    );
    const known = read.rows.length;
    read = join([read, ...more], keyOf);
    emptyPages = read.rows.length === known ? emptyPages + 1 : 0;
  }
  const { rows, nextRow } = read;
  return rows.length <= count
    ? read
    : {
        start: offset,
        rows: rows.slice(0, count),
        hasNext: true,
        nextRow: rows[count]?.offset ?? nextRow,
      };
}

/** What is known of the length of a list, which changes with each response. */
export interface ListLength {
  /** Rows that it has at least. */
  readonly rows: () => number;
  /** Null if it was not read to its end. */
  readonly end: () => number | null;
}

const UNKNOWN: ListLength = { rows: () => 0, end: () => null };

interface FetchOptions {
  /** @default UNKNOWN */
  readonly length?: ListLength;
  readonly beside?: Promise<unknown>;
}

/** The pages that begin before `end`, without the first one. */
function pagesBehind<Row>(
  fetch: FetchPage<Row>,
  { offset, count, size, end }: Readonly<Record<'offset' | 'count' | 'size' | 'end', number>>,
): readonly Promise<NumberedRows<Row>>[] {
  const pages = Math.max(0, Math.ceil((end - offset) / size) - 1);
  return Array.from({ length: pages }, (_, index) => {
    const behind = (index + 1) * size;
    return fetch(offset + behind, Math.min(size, count - behind));
  });
}

function refuseEmptyPages(count: number): void {
  if (count > MAX_EMPTY_PAGES) {
    throw new SentryError(
      'badResponse',
      `The server returned ${count} empty pages in a row, each with a link to more rows.`,
    );
  }
}

/** Learns the page size from the first page, which was requested with the maximum. */
function learnSize(shortPages: ShortPages, limit: number, size: number, hasNext: boolean): void {
  shortPages.received(size);
  const known = shortPages.size();
  if (hasNext && size > 0 && size < limit) {
    shortPages.learn(size);
  } else if (known !== null && size > known) {
    shortPages.learn(null);
  }
}

/** Joins consecutive pages, up to the first gap, with each row once. */
function join<Row>(
  pages: readonly NumberedRows<Row>[],
  keyOf: (row: Row) => string,
): NumberedRows<Row> {
  const [first, ...others] = pages;
  if (first === undefined) {
    throw new Error('There are no pages to join.');
  }
  if (others.length === 0) {
    return first;
  }
  const rows = [...first.rows];
  const keys = new Set(rows.map(({ row }) => keyOf(row)));
  let { hasNext, nextRow } = first;
  for (const page of others) {
    if (!hasNext || page.start > nextRow) {
      break;
    }
    const end = nextRow;
    for (const each of page.rows) {
      const key = keyOf(each.row);
      if (each.offset >= end && !keys.has(key)) {
        keys.add(key);
        rows.push(each);
      }
    }
    ({ hasNext } = page);
    nextRow = Math.max(nextRow, page.nextRow);
  }
  return { start: first.start, rows, hasNext, nextRow };
}
