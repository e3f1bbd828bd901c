import type { Issue } from '../dataset.ts';
import type { Body } from '../event-parts.ts';
import { EVENT_SAMPLES } from './event-samples.ts';
import { toMilliseconds } from './json.ts';
import { firstSeen, lastSeen } from './orders.ts';

export const STATUSES = ['unresolved', 'resolved', 'ignored'] as const;
export const LEVELS: readonly string[] = ['sample', 'debug', 'info', 'warning', 'error', 'fatal'];

/** `IssueSchema`. Its `stats` and `userCount` are the same for every issue. */
export function issueBody(
  issue: Issue,
  origin: string,
  matchingEventId: string | null = null,
): Body {
  const sample = EVENT_SAMPLES.get(issue.sample ?? '');
  return {
    id: issue.id,
    count: String(issue.events.length),
    type: sample?.type ?? (issue.kind === 'entryKinds' ? 'default' : 'error'),
    level: 'error',
    status: STATUSES.find((status) => status === issue.status) ?? 'unresolved',
    project: {
      id: issue.projectId,
      platform: issue.platform,
      slug: issue.project,
      name: issue.project,
    },
    shortId: issue.shortId,
    numComments: hasComments(issue) ? 1 : 0,
    stats: { '24h': [] },
    shareId: null,
    logger: null,
    permalink: `${origin}/${issue.project}/issues/${issue.id}`,
    statusDetails: {},
    subscriptionDetails: null,
    userCount: 0,
    matchingEventId,
    firstSeen: toMilliseconds(firstSeen(issue)),
    lastSeen: toMilliseconds(lastSeen(issue)),
    title: issue.title,
    metadata: sample?.metadata ?? { type: 'Error', value: issue.title },
    culprit: '',
  };
}

/** The same in its detail. */
export function issueDetail(issue: Issue, origin: string): Body {
  return { ...issueBody(issue, origin), userReportCount: hasComments(issue) ? 1 : 0 };
}

const SNAKE_CASE: Readonly<Record<string, string>> = {
  shareId: 'share_id',
  statusDetails: 'status_details',
  subscriptionDetails: 'subscription_details',
  userCount: 'user_count',
  matchingEventId: 'matching_event_id',
};

/** The response to a change, with some keys in snake case. */
export function changedIssue(issue: Issue, origin: string): Body {
  return Object.fromEntries(
    Object.entries(issueDetail(issue, origin)).map(([key, value]) => [
      SNAKE_CASE[key] ?? key,
      value,
    ]),
  );
}

/** Issues of Python are assigned. */
export function hasComments({ platform }: Issue): boolean {
  return platform === 'python';
}
