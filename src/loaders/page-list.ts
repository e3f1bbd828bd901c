import type DataLoader from 'dataloader';
import { badUserInput } from '../errors.ts';
import { type KeyPart, toKey } from '../key.ts';
import type { Connection } from '../pagination/connection.ts';
import type { CursorList } from '../pagination/cursor.ts';
import {
  type ConnectionArguments,
  MAX_PAGE_SIZE,
  toOpaquePageRange,
} from '../pagination/page-range.ts';
import { type PagedList, walkPages } from '../pagination/page-walk.ts';
import type { SentryPage } from '../sentry/answers.ts';
import type { JsonObject } from '../sentry/json.ts';
import { createSingleLoader, type ObserveBatch } from './batch.ts';
import { MAX_WALKED_ROWS } from './row-list.ts';

/** Pages of lists with opaque cursors. */
export type PageLoader<List> = DataLoader<PageOf<List>, SentryPage, string>;

interface PageOf<List> {
  /** Identifies the list. */
  readonly of: List;
  /** A cursor of the server; null for the first page. */
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

/** @param keyOf - Identifies a list, without other properties of its object. */
export function createPageLoader<List>(
  name: string,
  keyOf: (list: List) => KeyPart,
  observe: ObserveBatch,
  load: (key: PageOf<List>) => Promise<SentryPage>,
): PageLoader<List> {
  return createSingleLoader(observe, name, {
    keyOf: ({ of, cursor, limit }) => toKey(keyOf(of), cursor, limit),
    load,
  });
}

/** A list with opaque cursors. */
interface SentryList<Row> extends Pick<PagedList<Row>, 'keyOf' | 'pageSize' | 'leadsBack'> {
  readonly list: CursorList;
  readonly load: (key: {
    readonly cursor: string | null;
    readonly limit: number;
  }) => Promise<SentryPage>;
  readonly toRow: (body: JsonObject) => Row;
}

/**
 * The page for the arguments of a connection. One request if it begins or ends at the edge of an earlier page, two
 * from the middle of one; `last` without `before` walks the list to its end.
 */
export async function loadPageConnection<Row>(
  { list, load, toRow, ...rest }: SentryList<Row>,
  args: ConnectionArguments,
): Promise<Connection<Row>> {
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
  const walked = await walkPages(paged, window, MAX_WALKED_ROWS);
  if (walked === null) {
    throw badUserInput(
      args.before == null
        ? `\`last\` without \`before\` is limited to lists of up to ${MAX_WALKED_ROWS} rows, and this list is longer. Use \`before\` or \`first\`.`
        : `Sentry has only forward pages of issues with the sort value 0, such as issues without users, and the edge of \`before\` is not among the first ${MAX_WALKED_ROWS} rows. Use \`first\`.`,
    );
  }
  const isWhole = !walked.hasNext && !walked.hasPrevious;
  return {
    rows: walked.rows,
    hasNextPage: walked.hasNext,
    hasPreviousPage: walked.hasPrevious,
    totalCount: async () => hits ?? (isWhole ? walked.rows.length : null),
  };
}
