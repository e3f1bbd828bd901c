/** Consecutive rows of a list. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** More rows follow. */
  readonly hasNext: boolean;
  /** The number of the next row. */
  readonly nextRow: number;
}

/** Rows of one request; Sentry returns at most 100. */
const PAGE = 100;

/** Pages that are read in sequence before the end is searched further away. */
const NEAR_PAGES = 4;

/** The end of a list. */
export interface ListEnd<Row> {
  readonly total: number;
  /** The last rows that were read; the first one has the number `start`. */
  readonly rows: readonly Row[];
  readonly start: number;
}

/** The end of longer lists is not searched. */
export const MAX_COUNTED_ROWS = 1_600;

/**
 * Finds the end of a list: in one of the first pages, or by requests for single rows, at doubled distances and then
 * by bisection. This takes at most ten requests.
 * @returns null for a list of more than `MAX_COUNTED_ROWS`.
 */
export async function findEnd<Row>(
  peek: (offset: number, limit: number) => Promise<RowPage<Row>>,
): Promise<ListEnd<Row> | null> {
  const near: Row[] = [];
  let low = 0;
  for (let page = 0; page < NEAR_PAGES; page += 1) {
    const { rows, hasNext, nextRow } = await peek(low, PAGE);
    near.push(...rows);
    low = nextRow;
    if (!hasNext) {
      return { total: low, rows: near, start: 0 };
    }
  }
  const isRow = async (number: number) => (await peek(number, 1)).rows.length > 0;
  let high = low * 2;
  while (await isRow(high)) {
    if (high >= MAX_COUNTED_ROWS) {
      return null;
    }
    low = high;
    high *= 2;
  }
  while (high - low > PAGE) {
    const middle = Math.floor((low + high) / 2);
    if (await isRow(middle)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const { rows, nextRow } = await peek(low, PAGE);
  return { total: nextRow, rows, start: low };
}
