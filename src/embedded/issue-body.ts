import type { Issue } from './dataset.ts';
import { toMicroseconds } from './event-body.ts';

/** An issue as lists give it (`StreamGroupSerializer`). */
export function issueBody(issue: Issue) {
  const [newest] = issue.events;
  const oldest = issue.events.at(-1);
  return {
    id: issue.id,
    shareId: null,
    shortId: issue.shortId,
    title: issue.title,
    culprit: `checkout(${issue.project})`,
    permalink: `https://${issue.organization}.sentry.io/issues/${issue.id}/`,
    logger: null,
    level: 'error',
    status: issue.status,
    statusDetails: {},
    substatus: issue.status === 'unresolved' ? 'ongoing' : null,
    isPublic: false,
    platform: issue.platform,
    priority: 'high',
    priorityLockedAt: null,
    seerFixabilityScore: null,
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
    numComments: 0,
    assignedTo:
      issue.platform === 'python'
        ? { type: 'user', id: '550747', name: 'Hell Boy', email: 'hell@boy.cat' }
        : null,
    isBookmarked: false,
    isSubscribed: false,
    subscriptionDetails: null,
    hasSeen: false,
    annotations:
      issue.platform === 'python'
        ? [{ displayName: 'BILL-12', url: 'https://tracker.example.com/BILL-12' }]
        : [],
    isUnhandled: false,
    count: String(issue.events.length),
    userCount: Math.min(issue.events.length, 40),
    firstSeen: oldest ? toMicroseconds(oldest.timeMs) : null,
    lastSeen: newest ? toMicroseconds(newest.timeMs) : null,
  };
}

/** An issue as its own page gives it: what lists have and, besides, what costs more. */
export function issueDetail(issue: Issue) {
  return {
    ...issueBody(issue),
    firstRelease: null,
    lastRelease: null,
    tags: [
      { key: 'browser', name: 'Browser', totalValues: issue.events.length },
      { key: 'environment', name: 'Environment', totalValues: issue.events.length },
    ],
    stats: { '24h': [], '30d': [] },
    activity: [{ id: '0', user: null, type: 'first_seen', data: {}, dateCreated: FIRST_SEEN }],
    seenBy: [],
    userReportCount: 0,
    participants: [],
  };
}

const FIRST_SEEN = '2020-01-01T00:00:00Z';
