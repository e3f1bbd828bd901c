import { MAX_PER_PAGE } from './answers.ts';
import {
  type FetchedList,
  type FetchPage,
  fetchRows,
  type ListLength,
  type NumberedRows,
  type ShortPages,
} from './short-pages.ts';

/** Pages of full events from which on the row before them is requested alone. */
const MIN_PAGES_BEHIND_EDGE = 3;

/**
 * Gets the rows from `offset` on, of which the first is an edge, and only its key and time are needed. Where it would
 * take a short page of its own, it is in a light page instead. That is as large as possible: it shows where the list
 * ends, and whether the list has changed meanwhile.
 */
export async function fetchRowsBehindEdge<Row>(
  list: EdgeList<Row>,
  shortPages: ShortPages,
  offset: number,
  count: number,
  length: ListLength,
): Promise<NumberedRows<Row>> {
  const size = shortPages.size();
  const behind = count - 1;
  if (size === null || behind % size > 0 || behind < MIN_PAGES_BEHIND_EDGE * size) {
    return fetchRows(list, shortPages, offset, count, { length });
  }
  const beside = list.fetchLight(offset, Math.min(count, MAX_PER_PAGE));
  const page = await fetchRows(list, shortPages, offset + 1, behind, { length, beside });
  const light = await beside;
  const [edge, ...others] = light.rows;
  if (edge === undefined) {
    return light;
  }
  const keys = new Map(others.map((each) => [each.offset, list.keyOf(each.row)]));
  const isSame = page.rows.every(({ row, offset }) =>
    [undefined, list.keyOf(row)].includes(keys.get(offset)),
  );
  return isSame
    ? { ...page, start: offset, rows: [edge, ...page.rows] }
    : fetchRows(list, shortPages, offset, count, { length });
}

interface EdgeList<Row> extends FetchedList<Row> {
  /** With light events. */
  readonly fetchLight: FetchPage<Row>;
}
