import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import { decodeCursor } from '../pagination/cursor.ts';
import { stringifyJson } from '../sentry/json-text.ts';
import { EXIT, ExportRefusal } from './refusal.ts';
import type { SelectedRows } from './selected-rows.ts';
import type { Answer, ListedIssue, Session } from './session.ts';

/** Filters of issues, as arguments of `Organization.issues`. */
export interface IssueFilter {
  readonly query: string;
  /** Numeric IDs. */
  readonly project: readonly string[];
  readonly environment: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
}

/** Rows that failed: one row, or all rows of a list from a cursor on. */
export interface Failure {
  readonly organization: string;
  /** Numeric ID of the issue whose rows they are; null if the row is an issue. */
  readonly issue: string | null;
  /** The issue's ID, the checksum or the event's ID of the row; null for all rows after the cursor. */
  readonly row: string | null;
  /** Cursor of the row before; null at the start of the list. */
  readonly after: string | null;
  readonly code: string;
  readonly message: string;
}

export interface RowPage {
  /** Rows as JSON. */
  readonly lines: readonly string[];
  /** The key of the first row, failed or not; null if there is none. */
  readonly firstKey: string | null;
  readonly failures: readonly Failure[];
  /** Rows of the whole list, if Sentry counts them. */
  readonly total: number | null;
  /** Where the list continues. */
  readonly after: string | null;
  readonly hasNext: boolean;
}

/** A list of rows: the issues of an organization, or the hashes or events of an issue. */
export interface RowList {
  readonly organization: string;
  readonly issue: string | null;
  readonly listed?: ListedIssue | undefined;
}

interface IssuePage {
  readonly issues: readonly {
    readonly id: string;
    readonly cursor: string;
    readonly listed: ListedIssue;
  }[];
  readonly total: number | null;
  readonly after: string | null;
  readonly hasNext: boolean;
}

export interface Pages {
  /** @throws ExportRefusal if the list of issues fails, or if no row can be read at all. */
  readRows(list: RowList, after: string | null, only?: 'one'): Promise<RowPage>;
  /** @throws ExportRefusal if it fails. */
  readIssues(organization: string, after: string | null): Promise<IssuePage>;
}

const ISSUES_OF_PAGE = 100;

/** Tries of an operation: rows that fail are read again at the end, a list of issues is not. */
const ROW_TRIES = 3;
const LIST_TRIES = 8;
const MAX_DELAY_MS = 60_000;

const EMPTY_PAGE = {
  code: 'UPSTREAM_BAD_RESPONSE',
  message: 'Sentry returned an empty page although more rows follow.',
};

const PASSING_CODES = ['RATE_LIMITED', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE'];
/** Other rows would fail with these too. */
const CODES_OF_ALL_ROWS = ['UNAUTHENTICATED', 'UNSUPPORTED_BY_UPSTREAM', 'CANCELLED'];

const CURSOR_LIST = { Issue: 'issues', IssueHash: 'issueHashes', Event: 'issueEvents' } as const;

interface Connection {
  readonly totalCount?: number | null;
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

export function createPages(
  session: Session,
  rows: SelectedRows,
  filterOf: (organization: string) => IssueFilter,
  signal: AbortSignal,
): Pages {
  // As many operations as run at a time may wait to be repeated.
  setMaxListeners(0, signal);

  async function readList(
    document: DocumentNode,
    list: RowList,
    page: { readonly first: number; readonly after: string | null },
  ): Promise<{ readonly answer: Answer; readonly connection: Connection | null }> {
    const { organization, issue, listed } = list;
    const filter = filterOf(organization);
    const variables = { organization, ...(issue === null ? {} : { issue }), ...filter, ...page };
    const tries = issue === null ? LIST_TRIES : ROW_TRIES;
    for (let tried = 1; ; tried += 1) {
      const answer = await session.execute({ document, variables, listed });
      const connection = connectionOf(answer);
      const [error] = answer.errors;
      if (connection || tried === tries || !PASSING_CODES.includes(codeOf(error))) {
        return { answer, connection };
      }
      const delayMs = Math.min(MAX_DELAY_MS, session.retryDelayMs * 2 ** (tried - 1));
      const asked = error?.extensions?.['retryAfterMs'];
      const waitMs = Math.max(delayMs, typeof asked === 'number' ? asked : 0);
      await wait(waitMs, undefined, { signal });
    }
  }

  return {
    async readRows(list, after, only) {
      const { first, next } = rows.pageSize;
      const size = only ? 1 : after === null ? first : next;
      const document = rows.ofIssue ?? rows.issues;
      const { answer, connection } = await readList(document, list, { first: size, after });
      refuseAll(answer);
      if (connection === null && list.issue === null) {
        throw refusalOf(answer);
      }
      const key = (cursor: string) => keyOf(CURSOR_LIST[rows.type], cursor);
      return connection === null
        ? failedPage(list, after, answer)
        : readPage(connection, answer, list, after, key);
    },

    async readIssues(organization, after) {
      const list = { organization, issue: null };
      const page = { first: ISSUES_OF_PAGE, after };
      const { answer, connection } = await readList(rows.issues, list, page);
      if (connection === null) {
        throw refusalOf(answer);
      }
      const { edges, pageInfo, totalCount = null } = connection;
      if (edges.length === 0 && pageInfo.hasNextPage) {
        throw new ExportRefusal(EMPTY_PAGE.message, EXIT.stopped, EMPTY_PAGE.code);
      }
      const issues = edges.map(async ({ cursor, node }) => {
        const id = String((node as { readonly issueId: unknown }).issueId);
        return { id, cursor, listed: await answer.listedIssue(id) };
      });
      return {
        issues: await Promise.all(issues),
        total: totalCount,
        after: edges.at(-1)?.cursor ?? after,
        hasNext: pageInfo.hasNextPage,
      };
    },
  };
}

function readPage(
  { edges, pageInfo, totalCount = null }: Connection,
  { errors }: Answer,
  { organization, issue }: RowList,
  after: string | null,
  key: (cursor: string) => string | null,
): RowPage {
  const errorOfRow = new Map<unknown, GraphQLFormattedError>();
  for (const error of errors) {
    const index = error.path?.[3];
    errorOfRow.set(index, errorOfRow.get(index) ?? error);
  }
  if (edges.length === 0 && pageInfo.hasNextPage) {
    const failure = { organization, issue, row: null, after, ...EMPTY_PAGE };
    return { lines: [], firstKey: null, failures: [failure], total: null, after, hasNext: false };
  }
  const failures = edges.flatMap(({ cursor }, index) => {
    const error = errorOfRow.get(index);
    const before = edges[index - 1]?.cursor ?? after;
    return error
      ? [{ organization, issue, row: key(cursor), after: before, ...describe(error) }]
      : [];
  });
  return {
    lines: edges.filter((_edge, index) => !errorOfRow.has(index)).map(({ node }) => toLine(node)),
    firstKey: edges[0] ? key(edges[0].cursor) : null,
    failures,
    total: totalCount,
    after: edges.at(-1)?.cursor ?? after,
    hasNext: pageInfo.hasNextPage,
  };
}

/** Some readers of lines, such as Node's, also end a line at U+2028 and U+2029. */
function toLine(node: unknown): string {
  return stringifyJson(node).replace(/[\u2028\u2029]/g, (character) =>
    character === '\u2028' ? '\\u2028' : '\\u2029',
  );
}

function failedPage(
  { organization, issue }: RowList,
  after: string | null,
  { errors }: Answer,
): RowPage {
  const failure = { organization, issue, row: null, after, ...describe(errors[0]) };
  return { lines: [], firstKey: null, failures: [failure], total: null, after, hasNext: false };
}

/** The list of the operation, below `organization` or `issue`; null if it failed. */
function connectionOf({ data }: Answer): Connection | null {
  const [parent] = Object.values(data ?? {}) as ({ readonly list: Connection | null } | null)[];
  return parent?.list ?? null;
}

function refuseAll({ errors }: Answer): void {
  const error = errors.find((each) => CODES_OF_ALL_ROWS.includes(codeOf(each)));
  if (error) {
    throw new ExportRefusal(error.message, EXIT.stopped, codeOf(error));
  }
}

function refusalOf({ errors }: Answer): ExportRefusal {
  const { code, message } = describe(errors[0]);
  return new ExportRefusal(message, EXIT.stopped, code);
}

function describe(error: GraphQLFormattedError | undefined): Pick<Failure, 'code' | 'message'> {
  return { code: codeOf(error), message: error?.message ?? 'The response has no list.' };
}

function codeOf(error: GraphQLFormattedError | undefined): string {
  return String(error?.extensions?.['code'] ?? 'UPSTREAM_BAD_RESPONSE');
}

/** The row that a cursor names. */
function keyOf(list: (typeof CURSOR_LIST)[keyof typeof CURSOR_LIST], text: string): string | null {
  const cursor = decodeCursor(list, 'after', text);
  return cursor.kind === 'row' ? null : cursor.key;
}
