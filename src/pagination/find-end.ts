import { isTooExpensive } from '../errors.ts';
import { type MovingList, movesTooFast, type NumberedRow, type RowPage } from './moving-list.ts';

/*
 * Sentry reads the event of each row of a hash list by itself: a row takes 10 to 50 ms, and a request without rows about
 * 80. So the end of a list is found by requests for single rows, a few of them side by side, and one page with the last
 * rows. Pages of a hundred would be as many requests for 1,000 rows, and read all of them.
 */

/**
 * Rows that a page may have although nobody needs them: on average, those of a hash list take as long as a request
 * without rows.
 */
export const SPARE_ROWS = 15;

/** Rows of one request; Sentry returns at most 100. */
const PAGE = 100;

/** The end of longer lists is not searched. */
export const MAX_COUNTED_ROWS = 81_920;

/** The first single rows that are requested: most lists are short. */
const FIRST_PROBES = [80, 320, 1_280, 5_120, 20_480, MAX_COUNTED_ROWS];

/** Single rows that are requested side by side. With two, 1,000 rows take one request less and two rounds more. */
const SIDE_BY_SIDE = 3;

/** While the list does not change, the longest one takes ten. */
const MAX_ROUNDS = 24;

/** Where the server leaves out rows, so many numbers are searched for the last rows. */
const MAX_REACH = 200;

/** The end of a list at one moment. */
export interface ListEnd<Row> {
  readonly total: number;
  /** The last rows: as many as are needed, or all. */
  readonly rows: readonly NumberedRow<Row>[];
  readonly hasPrevious: boolean;
}

export interface EndOptions {
  /** How many of the last rows are needed. @default 0, only the number of rows */
  readonly count?: number;
  /** The list has at least as many rows. @default 0 */
  readonly atLeast?: number;
  /** The length of the list when it was read to its end before. @default null */
  readonly knownLength?: number | null;
  /** Where requests are scarcer than time: a list of few more rows takes one request. @default false */
  readonly beginsWithPage?: boolean;
  /** Rows that a page may have although nobody needs them. @default SPARE_ROWS */
  readonly spareRows?: number;
}

/** What the responses so far say. */
interface Search {
  readonly atLeast: number;
  readonly atMost: number;
  /** The length that the next page is to confirm; null if it is to be narrowed down first. */
  readonly expected: number | null;
  /** So many numbers before the end are read: as many as rows are needed, unless the server leaves out rows. */
  readonly reach: number;
  readonly spareRows: number;
  /** Pages that were measured before execution and are not requested yet: they are not refused. */
  readonly measuredPages: number;
  /** Why no further requests can be sent, but those for measured pages; null while they can. */
  readonly refusal: unknown;
}

const UNBOUNDED = Number.POSITIVE_INFINITY;

/**
 * Finds the end of a list. Where the length is known from before, one page confirms it. No page has more than
 * `spareRows` rows that are not needed.
 * @returns null for a list of more than `MAX_COUNTED_ROWS`.
 */
export async function findEnd<Row>(
  list: MovingList<Row>,
  options: EndOptions = {},
): Promise<ListEnd<Row> | null> {
  const { count = 0 } = options;
  let search = begin(options);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (count === 0 && search.atLeast === search.atMost) {
      return { total: search.atLeast, rows: [], hasPrevious: search.atLeast > 0 };
    }
    if (isTooWide(search)) {
      const numbers = chooseProbes(search);
      if (numbers.length === 0) {
        return null;
      }
      search = await probe(list, search, numbers);
    } else {
      const { start, page } = await readLastPage(list, search);
      if (hasEnd(page, start, count, search)) {
        return toEnd(list, page, start, count);
      }
      search = learn(search, page, start);
    }
  }
  throw movesTooFast();
}

function begin({
  count = 0,
  atLeast = 0,
  knownLength = null,
  beginsWithPage = false,
  spareRows = SPARE_ROWS,
}: EndOptions): Search {
  const known = knownLength !== null && knownLength > atLeast ? knownLength : null;
  return {
    atLeast,
    atMost: UNBOUNDED,
    expected: known ?? (atLeast === 0 || beginsWithPage ? atLeast : null),
    reach: Math.max(1, count),
    spareRows,
    measuredPages: count === 0 ? 1 : 2,
    refusal: null,
  };
}

function isTooWide({ atLeast, atMost, expected, reach, spareRows, refusal }: Search): boolean {
  return refusal === null && expected === null && atMost - Math.max(atLeast, reach) > spareRows;
}

async function probe<Row>(
  list: MovingList<Row>,
  search: Search,
  numbers: readonly number[],
): Promise<Search> {
  try {
    const probed = await Promise.all(numbers.map((number) => list.probe(number, 1)));
    return { ...search, ...narrow(search, numbers, probed) };
  } catch (error) {
    if (isTooExpensive(error) && search.measuredPages > 0) {
      return { ...search, refusal: error };
    }
    throw error;
  }
}

/** If no further requests can be sent, a whole page may still have the end. */
async function readLastPage<Row>(
  list: MovingList<Row>,
  { atLeast, expected, reach, spareRows, measuredPages, refusal }: Search,
) {
  const end = expected ?? Math.max(atLeast, reach);
  const start = Math.max(0, end - reach);
  const limit = Math.max(end - start + spareRows, refusal === null ? 0 : PAGE);
  const read = measuredPages > 0 ? list.peek : list.probe;
  return { start, page: await read(start, limit) };
}

function hasEnd<Row>(
  { rows, hasNext }: RowPage<Row>,
  start: number,
  count: number,
  { reach }: Search,
): boolean {
  const isAtEnd = !hasNext && (start === 0 || rows.length > 0);
  return isAtEnd && (start === 0 || rows.length >= count || reach === MAX_REACH);
}

/** Learns from a page that was not the last one, or has too few rows. */
function learn<Row>(
  search: Search,
  { rows, hasNext, nextRow }: RowPage<Row>,
  start: number,
): Search {
  const { atLeast, atMost, reach, spareRows, refusal } = search;
  if (refusal !== null) {
    throw refusal;
  }
  const next = { ...search, expected: null, measuredPages: Math.max(0, search.measuredPages - 1) };
  if (hasNext) {
    const least = nextRow + 1;
    return { ...next, atLeast: least, atMost: least > atMost ? UNBOUNDED : atMost };
  }
  if (rows.length === 0) {
    return { ...next, atLeast: atLeast > start ? 0 : atLeast, atMost: start };
  }
  // The list has become shorter, or its server leaves out rows.
  const isShorter = nextRow - start < reach;
  const further = isShorter ? reach : Math.min(MAX_REACH, 2 * reach + spareRows);
  return { ...next, expected: nextRow, reach: further };
}

function toEnd<Row>(
  list: MovingList<Row>,
  { rows, nextRow }: RowPage<Row>,
  start: number,
  count: number,
): ListEnd<Row> {
  const last = count === 0 ? [] : rows.slice(-count);
  return {
    total: rows.length === 0 ? start : nextRow,
    rows: last.map((row) => ({ row, offset: list.offsetOf(row) })),
    hasPrevious: start > 0 || last.length < rows.length,
  };
}

/** The numbers of the rows that are requested next; none if the list is too long. */
function chooseProbes({ atLeast, atMost, reach, spareRows }: Search): readonly number[] {
  const from = Math.max(atLeast, reach);
  if (atMost === UNBOUNDED) {
    const further = FIRST_PROBES.filter((number) => number > from).slice(0, SIDE_BY_SIDE);
    // It may have no more rows than are needed.
    return from > atLeast ? [from, ...further] : further;
  }
  const lengths = atMost - from + 1;
  // The last page finds one of as many lengths.
  const pages = lengths / (spareRows + 1);
  const rounds = Math.ceil(Math.log(pages) / Math.log(SIDE_BY_SIDE + 1));
  const parts = Math.ceil(pages ** (1 / rounds));
  return Array.from(
    { length: parts - 1 },
    (_, index) => from - 1 + Math.round((lengths * (index + 1)) / parts),
  );
}

/** If the list changes between the responses, the last page shows it. */
function narrow<Row>(
  { atLeast, atMost }: Search,
  numbers: readonly number[],
  probed: readonly RowPage<Row>[],
): Pick<Search, 'atLeast' | 'atMost'> {
  let low = atLeast;
  for (const [index, { rows, hasNext, nextRow }] of probed.entries()) {
    if (rows.length === 0) {
      return { atLeast: low, atMost: numbers[index] ?? atMost };
    }
    if (!hasNext) {
      return { atLeast: nextRow, atMost: nextRow };
    }
    low = nextRow + 1;
  }
  return { atLeast: low, atMost: Math.max(low, atMost) };
}
