import { badUserInput } from '../errors.ts';
import type { Connection, Placed } from '../pagination/connection.ts';
import type { CursorList } from '../pagination/cursor.ts';
import {
  type ConnectionArguments,
  MAX_PAGE_SIZE,
  toOpaquePageRange,
} from '../pagination/page-range.ts';
import { type PagedList, walkPages, walkToEnd } from '../pagination/page-walk.ts';
import type { JsonObject } from '../sentry/json.ts';
import type { SentryPage } from '../sentry/pages.ts';

export type PageConnection<Row> = Connection<Placed<Row>>;

/** A list of Sentry's whose cursors cannot be composed. */
export interface SentryList<Row> extends Pick<PagedList<Row>, 'keyOf' | 'pageSize'> {
  readonly list: CursorList;
  readonly load: (key: {
    readonly cursor: string | null;
    readonly limit: number;
  }) => Promise<SentryPage>;
  /** Makes a row of what Sentry has for one. */
  readonly toRow: (body: JsonObject) => Row;
}

/** Most rows that are walked to find the end of a list. */
const MAX_WALKED_ROWS = 1_000;

/**
 * The page that a connection's arguments name. One request where it begins or ends at the edge of an
 * earlier page, two from the middle of one; `last` without `before` walks the list to its end.
 */
export async function loadPageConnection<Row>(
  { list, load, toRow, ...rest }: SentryList<Row>,
  args: ConnectionArguments,
): Promise<PageConnection<Row>> {
  const window = toOpaquePageRange(list, args);
  let hits: number | null = null;
  const paged: PagedList<Row> = {
    ...rest,
    maxLimit: MAX_PAGE_SIZE,
    fetch: async (cursor, limit) => {
      const page = await load({ cursor, limit });
      hits = page.hits;
      return { ...page, rows: page.rows.map(toRow) };
    },
  };
  const walked =
    window.direction === 'backward' && window.before === null
      ? await walkToEnd(paged, window, MAX_WALKED_ROWS)
      : await walkPages(paged, window);
  if (walked === null) {
    throw badUserInput(
      `\`last\` without \`before\` is served for lists of up to ${MAX_WALKED_ROWS} and this one is longer: it takes a \`before\`, or \`first\`.`,
    );
  }
  return {
    rows: walked.rows,
    hasNextPage: walked.hasNext,
    hasPreviousPage: walked.hasPrevious,
    totalCount: async () => hits,
  };
}
