import type { Issue, StoredEvent } from '../dataset.ts';
import { type Body, fullBody, toMicroseconds } from '../event-body.ts';

/** What `IssueEventSchema` gives, besides what is renamed. There is no light form of it. */
const EVENT_KEYS = [
  'dateCreated',
  'dateReceived',
  'dist',
  'culprit',
  'packages',
  'type',
  'message',
  'metadata',
  'contexts',
  'context',
  'user',
  'sdk',
  'title',
  'platform',
  'errors',
];

/** The kinds of entries that the schema knows; others are not stored. */
const ENTRY_TYPES = ['breadcrumbs', 'csp', 'exception', 'message', 'request'];

/** An event, or null if its body is lost. Its project is a number. */
export function eventBody(event: StoredEvent): Body | null {
  const body = fullBody(event);
  if (body === null) {
    return null;
  }
  const entries = body['entries'] as readonly Body[];
  const tags = body['tags'] as readonly Body[];
  return {
    id: event.id,
    eventID: event.id,
    projectID: Number(event.issue.projectId),
    groupID: event.issue.id,
    ...Object.fromEntries(EVENT_KEYS.map((key) => [key, body[key] ?? null])),
    tags: tags.map(({ key, value }) => ({ key, value })),
    entries: entries.filter(({ type }) => ENTRY_TYPES.includes(String(type))),
  };
}

/** The same with what its own page has besides: neighbours, by when they were received. */
export function eventDetail(event: StoredEvent, events: readonly StoredEvent[]): Body {
  const place = events.indexOf(event);
  return {
    ...eventBody(event),
    userReport: null,
    nextEventID: events[place - 1]?.id ?? null,
    previousEventID: events[place + 1]?.id ?? null,
  };
}

/** `IssueSchema`; its level, status and type are the names of Sentry's. */
export function issueBody(issue: Issue): Body {
  const [newest] = issue.events;
  const oldest = issue.events.at(-1);
  return {
    id: issue.id,
    count: String(issue.events.length),
    type: 'error',
    level: 'error',
    status: issue.status,
    project: {
      id: issue.projectId,
      platform: issue.platform,
      slug: issue.project,
      name: issue.project,
    },
    shortId: issue.shortId,
    numComments: 0,
    stats: { '24h': [] },
    shareId: null,
    logger: null,
    permalink: 'Not implemented',
    statusDetails: {},
    subscriptionDetails: null,
    userCount: 0,
    matchingEventId: null,
    firstSeen: toMicroseconds(oldest?.timeMs ?? 0),
    lastSeen: toMicroseconds(newest?.timeMs ?? 0),
    title: issue.title,
    metadata: { type: 'Error', value: issue.title },
    culprit: `checkout(${issue.project})`,
  };
}
