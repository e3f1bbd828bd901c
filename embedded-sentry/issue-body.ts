import type { Issue } from './dataset.ts';
import { toMicroseconds } from './event-parts.ts';
import { PERSON } from './issue-state.ts';
import { releaseBody } from './releases.ts';

/** An issue as in lists (`StreamGroupSerializer`). */
export function issueBody(issue: Issue) {
  const [newest] = issue.events;
  const oldest = issue.events.at(-1);
  return {
    id: issue.id,
    shareId: isShared(issue) ? '3b1f7f3ad7c04a0e8f5ddd6a01b2c3d4' : null,
    shortId: issue.shortId,
    title: issue.title,
    culprit: `checkout(${issue.project})`,
    permalink: `https://${issue.organization}.sentry.io/issues/${issue.id}/`,
    logger: issue.platform === 'java' ? 'com.example.inventory.StockController' : null,
    level: 'error',
    status: issue.status,
    statusDetails: issue.state.statusDetails,
    substatus: issue.state.substatus,
    isPublic: isShared(issue),
    platform: issue.platform,
    priority: issue.state.priority,
    priorityLockedAt: issue.state.priorityLockedAt,
    seerFixabilityScore: issue.platform === 'python' ? 0.72 : null,
    seerAutofixLastTriggered: null,
    seerExplorerAutofixLastTriggered: null,
    project: {
      id: issue.projectId,
      name: issue.project,
      slug: issue.project,
      platform: issue.platform,
    },
    type: 'error',
    issueType: 'error',
    issueCategory: 'error',
    metadata: { value: issue.title, type: 'Error' },
    numComments: issue.platform === 'python' ? 2 : 0,
    assignedTo: issue.state.assignedTo,
    isBookmarked: issue.state.isBookmarked,
    isSubscribed: issue.state.assignedTo !== null,
    subscriptionDetails: issue.state.assignedTo === null ? null : { reason: 'assigned' },
    hasSeen: issue.state.hasSeen,
    annotations:
      issue.platform === 'python'
        ? [{ displayName: 'BILL-12', url: 'https://tracker.example.com/BILL-12' }]
        : [],
    isUnhandled: false,
    count: String(issue.events.length),
    userCount: userCount(issue),
    firstSeen: oldest ? toMicroseconds(oldest.timeMs) : null,
    lastSeen: newest ? toMicroseconds(newest.timeMs) : null,
  };
}

/** The counts of issues in a list. */
export interface Counts {
  /** Omitted counts: `stats` (with the two below), `lifetime` or `filtered`. */
  readonly collapse: readonly string[];
  /** Whether the search has conditions on events, so that not all events may match. */
  readonly isFiltered?: boolean;
}

/**
 * As in lists, with counts. In the built-in data, either all events of an issue match such conditions
 * or none.
 */
export function listedIssue(issue: Issue, { collapse, isFiltered = false }: Counts) {
  const body = issueBody(issue);
  const { count, userCount, firstSeen, lastSeen } = body;
  if (collapse.includes('stats')) {
    return body;
  }
  const stats = { '24h': countsOf(issue, HOUR_MS, 24) };
  const lifetime = { count, userCount, firstSeen, lastSeen, stats: null };
  const filtered = isFiltered ? { ...lifetime, stats } : null;
  return {
    ...body,
    stats,
    ...(collapse.includes('lifetime') ? {} : { lifetime }),
    ...(collapse.includes('filtered') ? {} : { filtered }),
  };
}

export function userCount({ users, events }: Issue): number {
  return users ?? Math.min(events.length, 40);
}

/** Issues of Java have a public link. */
function isShared({ platform }: Issue): boolean {
  return platform === 'java';
}

/** The detail of an issue: the fields of lists, and more expensive ones. */
export function issueDetail(issue: Issue) {
  const { state, events } = issue;
  return {
    ...issueBody(issue),
    firstRelease: releaseBody(issue, 'first'),
    lastRelease: releaseBody(issue, 'last'),
    tags: [
      { key: 'browser', name: 'Browser', totalValues: events.length, uniqueValues: 1 },
      { key: 'environment', name: 'Environment', totalValues: events.length },
      { key: 'level', name: 'Level', totalValues: events.length },
      { key: 'user', name: 'User', totalValues: events.length },
    ],
    stats: { '24h': countsOf(issue, HOUR_MS, 24), '30d': countsOf(issue, 24 * HOUR_MS, 30) },
    activity: state.activity,
    seenBy: state.hasSeen ? [{ ...PERSON, lastSeen: '2020-06-18T06:30:00Z' }] : [],
    openPeriods: openPeriods(issue),
    userReportCount: issue.platform === 'python' ? 1 : 0,
    participants:
      state.assignedTo?.type === 'user'
        ? [{ ...PERSON, type: 'user' }]
        : [state.assignedTo].filter((team) => team !== null),
  };
}

/** The issue was resolved an hour after its first event, and regressed later. */
function openPeriods({ events }: Issue) {
  const oldestMs = events.at(-1)?.timeMs ?? 0;
  const newestMs = events[0]?.timeMs ?? 0;
  const period = (startMs: number, endMs: number | null) => ({
    start: toMicroseconds(startMs),
    end: endMs === null ? null : toMicroseconds(endMs),
    duration: endMs === null ? null : String((endMs - startMs) / 1_000),
    isOpen: endMs === null,
    lastChecked: toMicroseconds(endMs ?? newestMs),
  });
  return [period(newestMs, null), period(oldestMs, oldestMs + HOUR_MS)];
}

const HOUR_MS = 3_600_000;

/** `[seconds since 1970, events]` for each interval up to the newest event. */
function countsOf({ events }: Issue, stepMs: number, steps: number) {
  const end = Math.ceil((events[0]?.timeMs ?? 0) / stepMs);
  const first = end - steps;
  const counts = new Array<number>(steps).fill(0);
  for (const { timeMs } of events) {
    const place = Math.floor(timeMs / stepMs) - first;
    // Newest first.
    if (place < 0) {
      break;
    }
    if (place < steps) {
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return counts.map((count, place) => [((first + place) * stepMs) / 1_000, count]);
}
