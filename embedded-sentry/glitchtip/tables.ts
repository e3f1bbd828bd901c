import type { Dataset, Issue, StoredEvent } from '../dataset.ts';

/** A row of `IssueHash`: its project does not change when it is moved to another issue. */
export interface HashRow {
  readonly hash: string;
  readonly projectId: string;
  /** All events with the hash, newest first; some may belong to other issues by now. */
  readonly events: readonly StoredEvent[];
}

interface Tables {
  readonly hashes: Map<Issue, HashRow[]>;
  /** Merged issues: they still exist, and are missing only from the organization's list. */
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

/** Ordered by checksum. */
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

/** An unmerge: the rows are removed, the events are not moved. */
export function deleteHashRows(dataset: Dataset, issue: Issue, ids: readonly string[]): void {
  const rows = rowsOf(dataset, issue);
  tablesOf(dataset).hashes.set(
    issue,
    rows.filter(({ hash }) => !ids.includes(hash)),
  );
}

/** A merge moves only this number of events. */
const MOST_MOVED = 1_000;

/** The others are merged into the issue with the greatest number, even if that was merged before. */
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

/** Only events with a body; none if the newest event of the hash has none. */
export function eventsOf({ events }: Issue): readonly StoredEvent[] {
  const lost = new Set(events.filter(({ isGone }) => isGone).map(({ hash }) => hash));
  return lost.size === 0 ? events : events.filter(({ hash }) => !lost.has(hash));
}

/** The newest event of a hash in the project of the hash. */
export function latestOf({ projectId, events }: HashRow): StoredEvent | undefined {
  return events.some(({ isGone }) => isGone)
    ? undefined
    : events.find(({ issue }) => issue.projectId === projectId);
}
