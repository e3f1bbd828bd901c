/** Rows of a list from one row number on, in the list's order. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** Whether the list goes on behind these rows. */
  readonly hasNext: boolean;
  /** The number of the row that it goes on with. */
  readonly nextRow: number;
}

/** Rows of one request; Sentry gives at most 100. */
const PAGE = 100;

/** Pages that are read one after another before the end is looked for further away. */
const NEAR_PAGES = 4;

/** The end of a list. */
export interface ListEnd<Row> {
  readonly total: number;
  /** The last rows that were read, from the row number `start` on. */
  readonly rows: readonly Row[];
  readonly start: number;
}

/** Longest list whose end is looked for. */
export const MAX_COUNTED_ROWS = 1_600;

/**
 * Finds the end of a list: it is in one of the first pages, or it is found by requests of one row,
 * twice as far away each time and then in the middle. That takes ten requests at most.
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
