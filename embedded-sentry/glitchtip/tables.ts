import type { Dataset, Issue, StoredEvent } from '../dataset.ts';

/** A row of `IssueHash`: it stays with its project, whatever issue it is moved to. */
export interface HashRow {
  readonly hash: string;
  readonly projectId: string;
  /** All that carry the hash, the newest first; some may be of other issues by now. */
  readonly events: readonly StoredEvent[];
}

interface Tables {
  readonly hashes: Map<Issue, HashRow[]>;
  /** Merged away: still there, and left out of the organization's list alone. */
  readonly deleted: Set<Issue>;
}

const tables = new WeakMap<Dataset, Tables>();

function tablesOf(dataset: Dataset): Tables {
  const known = tables.get(dataset) ?? {
    hashes: new Map(),
    deleted: new Set(dataset.issues.filter(({ status }) => status === 'pending_deletion')),
  };
  tables.set(dataset, known);
  return known;
}

export function isDeleted(dataset: Dataset, issue: Issue): boolean {
  return tablesOf(dataset).deleted.has(issue);
}

/** In the order of their checksums. */
export function hashRowsOf(dataset: Dataset, issue: Issue): readonly HashRow[] {
  return [...rowsOf(dataset, issue)].sort((one, other) => (one.hash < other.hash ? -1 : 1));
}

function rowsOf(dataset: Dataset, issue: Issue): HashRow[] {
  const { hashes } = tablesOf(dataset);
  const known =
    hashes.get(issue) ??
    [...eventsByHash(issue)].map(([hash, events]) => ({
      hash,
      projectId: issue.projectId,
      events,
    }));
  hashes.set(issue, known);
  return known;
}

function eventsByHash({ events }: Issue): ReadonlyMap<string, readonly StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const group = groups.get(event.hash);
    if (group) {
      group.push(event);
    } else {
      groups.set(event.hash, [event]);
    }
  }
  return groups;
}

/** An unmerge: the rows go, the events stay where they are. */
export function deleteHashRows(dataset: Dataset, issue: Issue, ids: readonly string[]): void {
  const rows = rowsOf(dataset, issue);
  tablesOf(dataset).hashes.set(
    issue,
    rows.filter(({ hash }) => !ids.includes(hash)),
  );
}

/** Only that many events are moved by a merge. */
const MOST_MOVED = 1_000;

/** The others are merged into the one with the greatest number, be it merged away itself. */
export function mergeRows(dataset: Dataset, issues: readonly Issue[]): void {
  const [target, ...others] = [...issues].sort((one, other) => Number(other.id) - Number(one.id));
  if (!target) {
    return;
  }
  const { hashes, deleted } = tablesOf(dataset);
  const rows = rowsOf(dataset, target);
  let left = MOST_MOVED;
  for (const issue of others) {
    rows.push(...rowsOf(dataset, issue));
    hashes.set(issue, []);
    deleted.add(issue);
    const moved = issue.events.splice(0, left);
    left -= moved.length;
    for (const event of moved) {
      event.issue = target;
    }
    target.events.push(...moved);
  }
  target.events.sort((one, other) => other.timeMs - one.timeMs);
}

/** Those that are stored: of a hash whose newest event is lost there is none. */
export function eventsOf({ events }: Issue): readonly StoredEvent[] {
  const lost = new Set(events.filter(({ isGone }) => isGone).map(({ hash }) => hash));
  return lost.size === 0 ? events : events.filter(({ hash }) => !lost.has(hash));
}

/** The newest event of a hash that is of the hash's own project. */
export function latestOf({ projectId, events }: HashRow): StoredEvent | undefined {
  return events.some(({ isGone }) => isGone)
    ? undefined
    : events.find(({ issue }) => issue.projectId === projectId);
}
