import {
  type Anchor,
  type MovingList,
  type NumberedRow,
  readForward,
  toAnchor,
} from './moving-list.ts';

/** Rows of one request; Sentry returns at most 100. */
const PAGE = 100;

/** Pages that are read in sequence before the end is searched further away. */
const NEAR_PAGES = 4;

/** The end of a list. */
export interface ListEnd<Row> {
  /** The number of rows when the last page was read. */
  readonly total: number;
  /** The last rows. */
  readonly rows: readonly NumberedRow<Row>[];
  /** `rows` are all rows of the list. */
  readonly isWhole: boolean;
}

/** The end of longer lists is not searched. */
export const MAX_COUNTED_ROWS = 1_600;

/**
 * Finds the end of a list: in one of the first pages, each of which begins with the last row of the previous one so that
 * no row is lost if the list changes, or by requests for single rows, at doubled distances and then by bisection.
 * If the list does not change, this takes at most ten requests.
 * @returns null for a list of more than `MAX_COUNTED_ROWS`.
 */
export async function findEnd<Row>(list: MovingList<Row>): Promise<ListEnd<Row> | null> {
  const light = { ...list, fetch: list.peek };
  const near: NumberedRow<Row>[] = [];
  let after: Anchor | null = null;
  for (let page = 0; page < NEAR_PAGES; page += 1) {
    const count: number = after === null ? PAGE : PAGE - 1;
    const { rows, hasNext, nextRow } = await readForward(light, { after, before: null, count });
    near.push(...rows);
    const last: NumberedRow<Row> | undefined = near.at(-1);
    if (!hasNext || last === undefined) {
      return { total: nextRow, rows: near, isWhole: true };
    }
    after = toAnchor(list, last);
  }
  const isRow = async (number: number) => (await list.peek(number, 1)).rows.length > 0;
  let low = (after?.offset ?? -1) + 1;
  let high = MAX_COUNTED_ROWS / 2;
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
  const { rows, nextRow } = await list.peek(low, PAGE);
  const numbered = rows.map((row) => ({ row, offset: list.offsetOf(row) }));
  return { total: nextRow, rows: numbered, isWhole: false };
}
