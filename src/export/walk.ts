import { inOrder, type PagedList, type PageInOrder } from './in-order.ts';
import type { Pages, RowList, RowPage } from './pages.ts';

/** Where an export continues: behind everything that was written. */
export interface Position {
  /** Index in the list of organizations. */
  readonly organization: number;
  /** Cursor of the last issue that was begun; null at the start of the organization. */
  readonly after: string | null;
  /** The issue that was begun and has more rows. */
  readonly issue: { readonly id: string; readonly after: string | null } | null;
}

export const START: Position = { organization: 0, after: null, issue: null };

/** A page of rows, and where the walk continues behind it. */
export interface WalkedPage<Place> extends Pick<RowPage, 'lines' | 'failures'>, PageInOrder {
  readonly place: Place;
}

export interface WalkOptions {
  readonly pages: Pages;
  readonly organizations: readonly string[];
  /** The rows are issues. */
  readonly isOfIssues: boolean;
  readonly concurrency: number;
  /** Called with the number of issues of an organization; null if Sentry does not say it. */
  readonly counted: (organization: number, issues: number | null) => void;
}

/** Memory for pages that wait for earlier ones. */
export const MAX_WAITING_BYTES = 16 * 1024 * 1024;

/** All rows behind a position, in a stable order: organizations as given, issues newest first. */
export function walk(
  options: WalkOptions,
  from: Position,
): AsyncGenerator<WalkedPage<Position>, void, undefined> {
  const { concurrency } = options;
  return inOrder(listAll(options, from), { concurrency, maxBytes: MAX_WAITING_BYTES });
}

type Lists = AsyncGenerator<PagedList<WalkedPage<Position>>, void, undefined>;

async function* listAll(options: WalkOptions, from: Position): Lists {
  const { organizations, isOfIssues, pages, counted } = options;
  for (let index = from.organization; index < organizations.length; index += 1) {
    const start = index === from.organization ? from : { ...START, organization: index };
    if (isOfIssues) {
      const list = { organization: organizations[index] ?? '', issue: null };
      yield readInTurn(pages, list, start.after, ({ after, hasNext, total }) => {
        counted(index, total);
        return hasNext ? { ...start, after } : { ...START, organization: index + 1 };
      });
    } else {
      yield* listIssues(options, start);
    }
  }
}

/** The lists of the issues of one organization. */
async function* listIssues(
  { pages, organizations, counted }: WalkOptions,
  { organization: index, after: start, issue: begun }: Position,
): Lists {
  const organization = organizations[index] ?? '';
  const listRows = (
    issue: Omit<RowList, 'organization'>,
    cursor: string | null,
    from: string | null,
  ) =>
    readInTurn(pages, { organization, ...issue }, from, ({ after, hasNext }) => ({
      organization: index,
      after: cursor,
      issue: hasNext ? { id: issue.issue ?? '', after } : null,
    }));
  if (begun) {
    yield listRows({ issue: begun.id }, start, begun.after);
  }
  for (let [after, hasNext] = [start, true]; hasNext; ) {
    const page = await pages.readIssues(organization, after);
    counted(index, page.total);
    for (const { id, cursor, listed } of page.issues) {
      yield listRows({ issue: id, listed }, cursor, null);
    }
    ({ after, hasNext } = page);
  }
}

/** The pages of one list from a cursor on. */
export function readInTurn<Place>(
  pages: Pages,
  list: RowList,
  start: string | null,
  toPlace: (page: RowPage) => Place,
): PagedList<WalkedPage<Place>> {
  let after = start;
  return {
    async readPage() {
      const page = await pages.readRows(list, after);
      ({ after } = page);
      const { lines, failures, hasNext } = page;
      return { lines, failures, bytes: sizeOf(lines), isLast: !hasNext, place: toPlace(page) };
    },
  };
}

export function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}
