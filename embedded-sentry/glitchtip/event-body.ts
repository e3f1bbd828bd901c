import type { StoredEvent } from '../dataset.ts';
import { fullBody } from '../event-body.ts';
import type { Body } from '../event-parts.ts';
import { releaseBody } from '../releases.ts';
import { entriesOf } from './event-entries.ts';
import { EVENT_SAMPLES } from './event-samples.ts';
import { toMilliseconds } from './json.ts';

/** Time from an event to its receipt by the server, by which events are ordered. */
const DELAY_MS = 350;

export const receivedAt = ({ timeMs }: StoredEvent) => timeMs + DELAY_MS;

/** `IssueEventSchema`, which has no light form. */
export function eventBody(event: StoredEvent): Body {
  const { issue, timeMs, id } = event;
  const {
    platform,
    type,
    culprit,
    title,
    metadata,
    packages,
    contexts,
    context,
    user,
    sdk,
    entries,
  } = contentOf(event);
  return {
    platform,
    errors: null,
    id,
    eventID: id,
    projectID: Number(issue.projectId),
    groupID: issue.id,
    dateCreated: toMilliseconds(timeMs),
    dateReceived: toMilliseconds(receivedAt(event)),
    dist: null,
    culprit,
    packages: packages ?? null,
    type,
    message: title,
    metadata,
    tags: Object.entries(eventTags(event)).map(([key, value]) => ({ key, value })),
    entries,
    contexts: contexts ?? null,
    context: context ?? null,
    user: user ?? null,
    sdk: sdk ?? null,
    title,
  };
}

const SNAKE_CASE = {
  eventID: 'event_id',
  projectID: 'project_id',
  groupID: 'group_id',
  dateCreated: 'date_created',
  dateReceived: 'date_received',
} as const;

const SNAKE_CASE_REQUEST = {
  apiTarget: 'api_target',
  bodySize: 'body_size',
  query: 'query_string',
  inferredContentType: 'inferred_content_type',
} as const;

/** The same in an issue's list of events, the only route with keys in snake case. */
export function eventBodyInSnakeCase(event: StoredEvent): Body {
  const body = rename(eventBody(event), SNAKE_CASE);
  const entries = (body['entries'] as readonly { type: string; data: Body }[]).map((entry) =>
    entry.type === 'request' ? { ...entry, data: rename(entry.data, SNAKE_CASE_REQUEST) } : entry,
  );
  return { ...body, entries };
}

function rename(body: Body, names: Readonly<Record<string, string>>): Body {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [names[key] ?? key, value]));
}

/** The same with its neighbours among these events, ordered by receipt, as in its detail. */
export function eventDetail(event: StoredEvent, newestFirst: readonly StoredEvent[]): Body {
  const received = receivedAt(event);
  return {
    ...eventBody(event),
    userReport: hasUserReport(event) ? userReport(event) : null,
    nextEventID: newestFirst.findLast((other) => receivedAt(other) > received)?.id ?? null,
    previousEventID: newestFirst.find((other) => receivedAt(other) < received)?.id ?? null,
  };
}

function hasUserReport({ origin, index }: StoredEvent): boolean {
  return origin.platform === 'python' && index === 0;
}

function userReport({ id, timeMs }: StoredEvent): Body {
  return {
    eventID: id,
    event: { eventId: id },
    dateCreated: toMilliseconds(timeMs + 60_000),
    user: null,
    id: 381,
    name: 'Liz Sherman',
    email: 'liz@example.com',
    comments: 'I only wanted my invoice.',
  };
}

/** Tags by their keys. */
export function eventTags(event: StoredEvent): Readonly<Record<string, string>> {
  const sample = EVENT_SAMPLES.get(event.origin.sample ?? '');
  if (sample) {
    return sample.tags ?? {};
  }
  const tags = (fullBody(event)?.['tags'] ?? []) as readonly { key: string; value: string }[];
  return {
    ...Object.fromEntries(tags.map(({ key, value }) => [key, value])),
    release: releaseBody(event.issue, 'last').version,
  };
}

function contentOf(event: StoredEvent): Body {
  const sample = EVENT_SAMPLES.get(event.origin.sample ?? '');
  if (sample) {
    return { ...sample };
  }
  const body = fullBody(event) ?? {};
  const entries = entriesOf(body['entries'] as readonly { type: string; data: Body }[]);
  const type = entries.find((entry) => ['exception', 'csp'].includes(entry.type))?.type;
  return {
    ...body,
    entries,
    type: type === 'exception' ? 'error' : (type ?? 'default'),
    culprit: body['culprit'] ?? '',
    metadata: textsOf(body['metadata'] as Body),
    user: withoutNulls(body['user'] as Body),
    sdk: withPackages(body['sdk'] as Body),
  };
}

function withPackages(sdk: Body): Body {
  const { name, version } = sdk;
  return { name, version, packages: [{ name: `sdk:${name}`, version }], integrations: ['default'] };
}

function textsOf(metadata: Body): Body {
  return Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => typeof value === 'string'),
  );
}

function withoutNulls(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
