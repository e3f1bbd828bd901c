import type { Issue } from './dataset.ts';
import { toMicroseconds } from './event-parts.ts';
import { countsOf, issueCounts } from './issue-counts.ts';
import { PERSON } from './issue-state.ts';
import { releaseBody } from './releases.ts';

/** An issue as in lists (`StreamGroupSerializer`). */
export function issueBody(issue: Issue) {
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
    ...issueCounts(issue),
  };
}

/** The counts of issues in a list. */
export interface Counts {
  /** Omitted counts: `stats` (with the two below), `lifetime` or `filtered`. */
  readonly collapse: readonly string[];
  /** Whether the search has conditions on events, so that not all events may match. */
  readonly isFiltered?: boolean;
  /** Of the counts over time; empty for none. @default 24h */
  readonly period?: '24h' | '14d' | '';
}

/**
 * As in lists, with counts. In the built-in data, either all events of an issue match such conditions
 * or none.
 */
export function listedIssue(
  issue: Issue,
  { collapse, isFiltered = false, period = '24h' }: Counts,
) {
  const body = issueBody(issue);
  if (collapse.includes('stats')) {
    return body;
  }
  const stats = period === '' ? {} : { stats: countsOf(issue, period) };
  const counts = issueCounts(issue);
  const lifetime = { ...counts, ...(period === '' ? {} : { stats: null }) };
  const filtered = isFiltered ? { ...counts, ...stats } : null;
  return {
    ...body,
    ...stats,
    ...(collapse.includes('lifetime') ? {} : { lifetime }),
    ...(collapse.includes('filtered') ? {} : { filtered }),
  };
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
    stats: { ...countsOf(issue, '24h'), ...countsOf(issue, '30d') },
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
