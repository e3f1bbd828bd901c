import { createHash } from 'node:crypto';
import { DOCUMENTATION_SAMPLE } from './documentation-sample.ts';
import { hashOf } from './grouping/grouping.ts';
import { createState, type IssueState } from './issue-state.ts';
import { EMBEDDED_ISSUES, ISSUE_ROWS, type IssueRow, REDIRECTS } from './issues-table.ts';

export interface Organization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly dateCreated: string;
}

export interface StoredEvent {
  readonly id: string;
  /** Changes with an unmerge or a merge. */
  issue: Issue;
  /** The issue for which it was created: its body does not change when it is moved. */
  readonly origin: IssueRow;
  readonly hash: string;
  /** The number of its hash in the issue, from which its body is generated. */
  readonly index: number;
  readonly timeMs: number;
  /** Whether Sentry's nodestore has no body for it; the event still counts. */
  readonly isGone: boolean;
}

export interface Issue extends Omit<IssueRow, 'status'> {
  status: string;
  readonly shortId: string;
  readonly projectId: string;
  /** Newest first. */
  readonly events: StoredEvent[];
  /** Hashes that an unmerge is moving (`GroupHash.state` is `LOCKED_IN_MIGRATION`). */
  readonly lockedHashes: Set<string>;
  /** Its properties that users change, and its activity. */
  readonly state: IssueState;
}

export interface Dataset {
  readonly organizations: readonly Organization[];
  readonly issues: Issue[];
  /** The surviving issue's ID for each merged ID. */
  readonly redirects: Map<string, string>;
  /** Duration of an unmerge after it was accepted. */
  readonly unmergeDelayMs: number;
  /** How long merged issues are not found before their IDs return the surviving issue. */
  readonly mergeDelayMs: number;
}

export interface DatasetOptions {
  /** Number of hashes of an additional issue, `BENCH-1` with the ID `BENCHMARK_ISSUE`. @default none */
  readonly benchmarkHashes?: number;
  /**
   * Number of additional issues with one event, each a minute newer than the previous one. @default
   * none
   */
  readonly singles?: number;
  /** Issues in addition to the built-in ones. @default none */
  readonly extraRows?: readonly IssueRow[];
  /** @default 20: a client can observe that the response comes first */
  readonly unmergeDelayMs?: number;
  /** @default 0; Sentry takes seconds to minutes */
  readonly mergeDelayMs?: number;
}

export const BENCHMARK_ISSUE = '1341199999';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Before the documentation's event, so that its hash is the first of its issue. */
const NEWEST_MS = Date.parse('2020-06-17T20:00:00Z');
const SAMPLE_MS = Date.parse(DOCUMENTATION_SAMPLE.latestEvent.dateCreated);

/**
 * The built-in data: the same at every start. Events and their bodies are created when they are
 * requested.
 */
export function createDataset({
  benchmarkHashes,
  singles = 0,
  extraRows = [],
  unmergeDelayMs = 20,
  mergeDelayMs = 0,
}: DatasetOptions = {}): Dataset {
  const rows: readonly IssueRow[] = [
    ...ISSUE_ROWS,
    ...extraRows,
    ...(benchmarkHashes === undefined ? [] : [benchmarkRow(benchmarkHashes)]),
    ...Array.from({ length: singles }, (_, index) => singleRow(index)),
  ];
  return {
    organizations: [
      {
        id: '323938',
        slug: 'hellboy-meowmeow',
        name: 'Hellboy Meowmeow',
        dateCreated: '2018-11-06T21:19:55.101000Z',
      },
      {
        id: '323939',
        slug: 'other-org',
        name: 'Other Organization',
        dateCreated: '2018-11-07T08:00:12.250000Z',
      },
    ],
    issues: rows.map(createIssue),
    redirects: new Map(REDIRECTS),
    unmergeDelayMs,
    mergeDelayMs,
  };
}

function benchmarkRow(hashes: number): IssueRow {
  return {
    id: BENCHMARK_ISSUE,
    organization: 'hellboy-meowmeow',
    project: 'bench',
    number: '1',
    title: 'Error: As many hashes as you like',
    platform: 'javascript',
    hashes,
  };
}

function singleRow(index: number): IssueRow {
  return {
    id: String(1_341_210_000 + index),
    organization: 'hellboy-meowmeow',
    project: 'bulk',
    number: (index + 1).toString(32).toUpperCase(),
    title: `RuntimeError: Failure ${index + 1}`,
    platform: 'python',
    hashes: 1,
    ageMinutes: -1 - index,
  };
}

function createIssue(row: IssueRow): Issue {
  let events: StoredEvent[] | undefined;
  const issue: Issue = {
    ...row,
    status: row.status ?? 'unresolved',
    shortId: `${row.project.toUpperCase()}-${row.number}`,
    projectId: projectIdOf(row.project),
    // Created when requested, because all issues together have three thousand events.
    get events() {
      events ??= createEvents(issue);
      return events;
    },
    lockedHashes: new Set(),
    state: createState(row),
  };
  return issue;
}

/** Newest first. */
function createEvents(issue: Issue): StoredEvent[] {
  const { hashes, firstIndex = 0 } = issue;
  return Array.from({ length: hashes }, (_, place) => eventsOfHash(issue, firstIndex + place))
    .flat()
    .sort((one, other) => other.timeMs - one.timeMs);
}

/** Every fourth hash has two more events, which are older than the newest event of each hash. */
function eventsOfHash(issue: Issue, index: number): StoredEvent[] {
  if (issue.id === EMBEDDED_ISSUES.main && index === 0) {
    const { id: hash, latestEvent } = DOCUMENTATION_SAMPLE;
    return [
      {
        id: latestEvent.eventID,
        issue,
        origin: issue,
        hash,
        index,
        timeMs: SAMPLE_MS,
        isGone: false,
      },
    ];
  }
  const hash = hashOf(issue, index);
  const count = issue.eventsPerHash ?? (index % 4 === 1 ? 3 : 1);
  return Array.from({ length: count }, (_, age) => ({
    id: digest('event', issue.id, index, age),
    issue,
    origin: issue,
    hash,
    index,
    timeMs: NEWEST_MS - ageOfHash(issue, index) - age * 30 * DAY_MS,
    isGone: issue.kind === 'goneEvent' && index === 1 && age === 0,
  }));
}

/** One minute for each hash; the list of a varied issue covers four weeks. */
function ageOfHash({ kind, hashes, ageMinutes = 0 }: IssueRow, index: number): number {
  const spread = kind === 'varied' ? Math.round((index / hashes) ** 2 * 28 * 24 * 60) : 0;
  return (index + spread + ageMinutes) * MINUTE_MS;
}

function projectIdOf(slug: string): string {
  return String(5_236_886 + [...slug].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
}

/** 32 hexadecimal digits that depend only on the words. */
export function digest(...words: readonly (string | number)[]): string {
  return createHash('sha256').update(words.join(':')).digest('hex').slice(0, 32);
}

export interface HashRow {
  readonly hash: string;
  readonly index: number;
  readonly latest: StoredEvent;
}

/**
 * An issue's hashes as in Sentry: its events grouped by hash, the hash with the newest event first. A hash
 * without events is not listed.
 */
export function hashesOf(issue: Issue): readonly HashRow[] {
  const known = knownHashes.get(issue);
  if (known) {
    return known;
  }
  const latest = new Map<string, HashRow>();
  for (const event of issue.events) {
    if (!latest.has(event.hash)) {
      latest.set(event.hash, { hash: event.hash, index: event.index, latest: event });
    }
  }
  const rows = [...latest.values()];
  knownHashes.set(issue, rows);
  return rows;
}

const knownHashes = new WeakMap<Issue, readonly HashRow[]>();

/** Must be called when the events of an issue change. */
export function forgetHashes(issue: Issue): void {
  knownHashes.delete(issue);
}
