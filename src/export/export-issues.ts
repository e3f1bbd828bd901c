import { prepareExport, READY_FRAGMENTS } from './prepare.ts';
import { wrongArguments } from './refusal.ts';
import { retry } from './retry.ts';
import { type Position, START, walk } from './walk.ts';

/** Options of `exportIssues`. */
export interface ExportIssuesOptions {
  /**
   * Settings by name, as for `createSentrySubgraph`. Without `SENTRY_URL`, `SENTRY_AUTH_TOKEN` and
   * `SENTRY_CONFIG_FILE` the demo server is exported.
   *
   * @default {}
   */
  readonly settings?: Readonly<Record<string, string | undefined>>;
  /** Sentry token. `SENTRY_AUTH_TOKEN` in the settings takes precedence. */
  readonly token?: string | null;
  /** Slugs of the organizations, in the order in which they are read. */
  readonly organizations: readonly string[];
  /**
   * What a row has: `hashes`, `grouping`, `events`, or a GraphQL document whose first fragment is on `Issue`,
   * `IssueHash` or `Event`.
   *
   * @default 'hashes'
   */
  readonly select?: string;
  /** Search in Sentry's issue search syntax. @default '': all issues */
  readonly query?: string;
  /** Slugs or numeric IDs of projects. @default all projects */
  readonly projects?: readonly string[];
  /** Names of environments. @default all environments */
  readonly environments?: readonly string[];
  /** Only issues with an event since then, and only events since then. Needs `until`. */
  readonly since?: Date;
  /** End of the time range. To continue an export, pass the same time again. */
  readonly until?: Date;
  /** Most operations at a time, 1 to 100. @default 20 */
  readonly concurrency?: number;
  /** Abort it to stop the export. */
  readonly signal?: AbortSignal;
  /** `position` of a page of an earlier export with the same options: continues behind that page. */
  readonly from?: string;
  /** `failures` of an earlier export with the same options: reads only these rows. */
  readonly retry?: readonly ExportFailure[];
}

/** Rows that follow each other. */
export interface ExportedPage {
  /** The selected fields of each row. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Rows of this page that failed. */
  readonly failures: readonly ExportFailure[];
  /** Where the export continues behind this page, for `from`; null if `retry` was given. */
  readonly position: string | null;
}

/** A row that failed, or all rows of a list from a place on. */
export interface ExportFailure {
  readonly organization: string;
  /** Numeric ID of the issue whose rows they are; null if the row is an issue. */
  readonly issue: string | null;
  /** The issue's ID, the checksum or the event's ID of the row; null for all rows after `after`. */
  readonly row: string | null;
  /** Cursor of the row before; null at the start of the list. */
  readonly after: string | null;
  /** `extensions.code` of the GraphQL error. */
  readonly code: string;
  readonly message: string;
}

/**
 * All issues of organizations, or all hashes or events of these issues, in a stable order: as fast as Sentry's rate
 * limits allow, in memory that does not grow with their number.
 *
 * @throws an error whose message is one sentence and whose `code` is that of the GraphQL error, if the list of
 * issues fails or the token is refused; the export can be continued from the last page
 */
export async function* exportIssues({
  settings = {},
  token = null,
  organizations,
  select = 'hashes',
  query = '',
  projects = [],
  environments = [],
  since,
  until,
  concurrency = 20,
  signal,
  from,
  retry: failures,
}: ExportIssuesOptions): AsyncGenerator<ExportedPage, void, undefined> {
  if ((since === undefined) !== (until === undefined)) {
    throw wrongArguments('`since` and `until` need each other.');
  }
  if (!(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 100)) {
    throw wrongArguments(
      `\`concurrency\` is ${concurrency}; expected a whole number from 1 to 100.`,
    );
  }
  const position = from === undefined ? START : readPosition(from);
  const ended = new AbortController();
  const { session, rows, pages } = await prepareExport({
    settings,
    token,
    signal: signal ? AbortSignal.any([signal, ended.signal]) : ended.signal,
    organizations,
    fragment: { text: READY_FRAGMENTS.get(select) ?? select, name: '`select`' },
    filter: {
      query,
      project: projects,
      environment: environments,
      start: since?.toISOString() ?? null,
      end: until?.toISOString() ?? null,
    },
  });
  const isOfIssues = rows.type === 'Issue';
  const options = { pages, organizations, isOfIssues, concurrency, counted: () => {} };
  try {
    const walked = failures
      ? retry(options, listed(failures), { at: 0, after: null })
      : walk(options, position);
    for await (const page of walked) {
      yield {
        rows: page.lines.map((line) => JSON.parse(line)),
        failures: page.failures,
        position: failures ? null : JSON.stringify(page.place),
      };
    }
  } finally {
    ended.abort();
    await session.close();
  }
}

async function* listed(failures: readonly ExportFailure[]) {
  for (const [at, failure] of failures.entries()) {
    yield { failure, at, next: at + 1 };
  }
}

function readPosition(text: string): Position {
  try {
    const position = JSON.parse(text) as Position;
    if (Number.isInteger(position.organization)) {
      return position;
    }
  } catch {
    // Refused below.
  }
  throw wrongArguments('`from` is not a position of an export.');
}
