import { type Answer, notFound, ok, Refusal } from './answer.ts';
import { hashesOf, type Issue, type StoredEvent } from './dataset.ts';
import { TODAY } from './dialect.ts';
import { fullBody, simpleBody, toMicroseconds } from './event-body.ts';
import { paginate, readPageRequest } from './paging.ts';

/** What a route is told of its request. */
export interface Call {
  /** The server's own idea of its base, as its `Link` headers carry it. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** `…/issues/{issue}/hashes/` */
export function listHashes(issue: Issue, call: Call): Answer {
  const toBody = TODAY.isFullHashList(call.query) ? fullBody : simpleBody;
  const { items, link } = paginate(hashesOf(issue), readPageRequest(call.query), call);
  return ok(
    items.map(({ hash, index, latest }) => ({
      id: hash,
      latestEvent: toBody(latest),
      ...TODAY.seerFields(index),
    })),
    { link },
  );
}

/** `…/issues/{issue}/` */
export function showIssue(issue: Issue): Answer {
  return ok(issueBody(issue));
}

/** `…/issues/{issue}/events/`: newest first; a query that is a bare event id is a direct hit. */
export function listEvents(issue: Issue, call: Call): Answer {
  const query = call.query.get('query')?.trim() ?? '';
  if (/^[0-9a-f]{32}$/i.test(query)) {
    const hit = issue.events.find(({ id }) => id === query.toLowerCase());
    return ok(hit ? [fullBody(hit)] : [], { 'x-sentry-direct-hit': '1' });
  }
  const ids = readIdList(query);
  const found = issue.events.filter(({ id, isGone }) => !isGone && (!ids || ids.has(id)));
  const toBody = TODAY.isFullEventList(call.query) ? fullBody : simpleBody;
  const { items, link } = paginate(found, readPageRequest(call.query), call);
  return ok(items.map(toBody), { link });
}

function readIdList(query: string): ReadonlySet<string> | null {
  if (query === '') {
    return null;
  }
  const ids = /^id:\[([0-9a-f, ]*)\]$/i.exec(query)?.[1]?.split(/\s*,\s*/);
  if (!ids?.every((id) => /^[0-9a-f]{32}$/i.test(id))) {
    throw new Refusal(400, `Invalid query: ${query}`);
  }
  return new Set(ids.map((id) => id.toLowerCase()));
}

/** `…/issues/{issue}/events/{id|latest|oldest|recommended}/` */
export function showEvent(issue: Issue, name: string, call: Call): Answer {
  const events = issue.events.filter(({ isGone }) => !isGone);
  const event = pickEvent(events, name);
  const body = event && fullBody(event);
  if (!event || !body) {
    throw new Refusal(
      404,
      name === 'latest' || name === 'oldest' || name === 'recommended'
        ? 'No matching event found. Try changing the environments, date range, or query.'
        : 'Event not found. The event ID may be incorrect, or its age exceeded the retention period.',
    );
  }
  if (call.query.getAll('collapse').includes('stacktraceOnly')) {
    return ok(body);
  }
  const place = events.indexOf(event);
  return ok({
    ...body,
    release: null,
    userReport: null,
    sdkUpdates: [],
    resolvedWith: [],
    nextEventID: events[place - 1]?.id ?? null,
    previousEventID: events[place + 1]?.id ?? null,
  });
}

function pickEvent(events: readonly StoredEvent[], name: string): StoredEvent | undefined {
  switch (name) {
    case 'latest':
    case 'recommended':
      return events[0];
    case 'oldest':
      return events.at(-1);
    default:
      return events.find(({ id }) => id === name.toLowerCase().replaceAll('-', ''));
  }
}

/** `/organizations/{org}/issues/?group=`: any number of ids, no pages, unknown ones left out. */
export function listIssuesById(issues: readonly Issue[], call: Call): Answer {
  const ids = call.query.getAll('group');
  if (!ids.every((id) => /^-?\d+$/.test(id))) {
    throw new Refusal(400, 'Group ids must be integers');
  }
  return ok(issues.filter(({ id, status }) => ids.includes(id) && !status).map(issueBody));
}

/** `/organizations/{org}/issues/`: of the search syntax only words of the title are understood. */
export function listIssues(issues: readonly Issue[], call: Call): Answer {
  const words = (call.query.get('query') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && !word.includes(':'));
  const found = issues.filter(
    ({ title, status }) => !status && words.every((word) => title.toLowerCase().includes(word)),
  );
  const { items, link } = paginate(found, readPageRequest(call.query, 'limit'), call);
  return ok(items.map(issueBody), {
    link,
    'x-hits': String(found.length),
    'x-max-hits': '1000',
  });
}

/** `/organizations/{org}/shortids/{short id}/` */
export function showShortId(issue: Issue | undefined): Answer {
  if (!issue) {
    throw notFound();
  }
  return ok({
    organizationSlug: issue.organization,
    projectSlug: issue.project,
    groupId: issue.id,
    group: issueBody(issue),
    shortId: issue.shortId,
  });
}

function issueBody(issue: Issue) {
  const times = issue.events.map(({ timeMs }) => timeMs);
  return {
    id: issue.id,
    shareId: null,
    shortId: issue.shortId,
    title: issue.title,
    culprit: `checkout(${issue.project})`,
    permalink: `https://${issue.organization}.sentry.io/issues/${issue.id}/`,
    logger: null,
    level: 'error',
    status: 'unresolved',
    statusDetails: {},
    substatus: 'ongoing',
    isPublic: false,
    platform: issue.platform,
    priority: 'high',
    priorityLockedAt: null,
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
    assignedTo: null,
    isBookmarked: false,
    isSubscribed: false,
    subscriptionDetails: null,
    hasSeen: false,
    annotations: [],
    isUnhandled: false,
    count: String(issue.events.length),
    userCount: Math.min(issue.events.length, 40),
    firstSeen: times.length === 0 ? null : toMicroseconds(Math.min(...times)),
    lastSeen: times.length === 0 ? null : toMicroseconds(Math.max(...times)),
  };
}
