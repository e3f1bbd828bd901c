import type { SentryClient } from './client.ts';
import { endpoints, wholeWindow } from './endpoints.ts';
import { isSentryError, SentryError } from './errors.ts';
import { onSentryOnly } from './glitchtip.ts';
import type { IssueRef } from './issues.ts';
import { asObject, asString, asText, isObject, type Json } from './json.ts';
import { type SentryPage, toPage } from './pages.ts';
import type { SentryAnswer } from './request.ts';
import type { EventDetailJson, EventJson } from './shapes/event.ts';

/** An event of an issue, as one of Sentry's event serializers gave it: full or light. */
export interface SentryEvent {
  readonly organization: string;
  /** The issue it was reached through: a numeric id or a short id, as the caller wrote it. */
  readonly issue: string;
  readonly body: EventJson;
  /** The same body where it has the release, the neighbours and the user report too. */
  readonly detail?: EventDetailJson;
}

/** An event by its project's page, which names the issue by `groupID`: a transaction has none. */
export function eventOfProjectPage(organization: string, detail: EventDetailJson): SentryEvent {
  return { organization, issue: asText(detail.groupID) ?? '', body: detail, detail };
}

/**
 * Whether a body came from `EventSerializer` (full) or from `SimpleEventSerializer` (light).
 * Servers of the last years treat `full=0` in three ways, so the body decides and not the request.
 */
export function isFullEvent(body: EventJson): boolean {
  return 'entries' in body;
}

/** `eventID`; some serializers have it as `id` alone. */
export function eventIdOf(body: EventJson): string {
  return asString(body.eventID) ?? asString(body.id) ?? '';
}

/** Most events of one request: the page size of Sentry's event list. */
export const MAX_EVENTS_PER_REQUEST = 100;

/**
 * Events of one issue, in no order that counts. Missing ids are left out, and so may be others: an
 * id left out is no proof.
 */
export async function listEventsById(
  sentry: SentryClient,
  { organization, issue, ids, isFull }: EventListKey,
): Promise<readonly EventJson[]> {
  const answer = await sentry.send({
    endpoint: endpoints.issueEventsById,
    params: { organization, issue },
    query: { per_page: MAX_EVENTS_PER_REQUEST },
    ids,
    events: isFull ? 'full' : 'light',
  });
  return toPage(answer, 'events').rows;
}

/** What narrows an event list; absent parts leave it to Sentry. */
export interface EventFilter {
  /** Sentry's search syntax for events. */
  readonly query?: string | undefined;
  readonly environment: readonly string[];
  readonly statsPeriod?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/**
 * A page of an issue's events, newest first.
 * @throws SentryError `unsupported` at a GlitchTip.
 */
export async function listEvents(
  sentry: SentryClient,
  { organization, issue, filter, isFull }: IssueRef & { filter: EventFilter; isFull: boolean },
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<SentryPage> {
  const hasWindow = filter.statsPeriod !== undefined || filter.start !== undefined;
  const ask = () =>
    sentry.send({
      endpoint: endpoints.issueEvents,
      params: { organization, issue },
      query: {
        per_page: limit,
        ...filter,
        // Without a window Sentry would list the last 90 days only.
        ...(hasWindow ? {} : wholeWindow()),
        cursor: cursor ?? undefined,
      },
      events: isFull ? 'full' : 'light',
    });
  const answer = await onSentryOnly(sentry, organization, 'list the events of an issue', ask);
  return toPage(answer, 'events');
}

export interface EventListKey {
  readonly organization: string;
  readonly issue: string;
  readonly ids: readonly string[];
  readonly isFull: boolean;
}

/**
 * One event in full, or null if it is gone.
 * `collapse=stacktraceOnly` gives the body that lists carry, without the release and neighbours.
 */
export async function findEvent(
  sentry: SentryClient,
  { organization, issue, id }: { organization: string; issue: string; id: string },
): Promise<EventJson | null> {
  const found = await nullIfNotFound(
    sentry.send({
      endpoint: endpoints.issueEvent,
      params: { organization, issue, event: id },
      query: { collapse: 'stacktraceOnly' },
      events: 'full',
    }),
  );
  return found && toEvent(found.body);
}

/** The same with what only this page tells: its release, its neighbours, what users wrote of it. */
export async function findEventDetail(
  sentry: SentryClient,
  { organization, issue, id }: { organization: string; issue: string; id: string },
): Promise<EventDetailJson | null> {
  const found = await nullIfNotFound(
    sentry.send({
      endpoint: endpoints.issueEventDetail,
      params: { organization, issue, event: id },
    }),
  );
  return found && toEvent(found.body);
}

/** Any event of a project in full, or null. */
export async function findEventOfProject(
  sentry: SentryClient,
  { organization, project, id }: EventOfProjectKey,
): Promise<EventDetailJson | null> {
  const found = await nullIfNotFound(
    sentry.send({
      endpoint: endpoints.projectEvent,
      params: { organization, project, event: id },
    }),
  );
  return found && toEvent(found.body);
}

export interface EventOfProjectKey {
  readonly organization: string;
  /** Slug or numeric id. */
  readonly project: string;
  readonly id: string;
}

function toEvent(body: Json | undefined): EventJson {
  if (!isObject(body)) {
    throw new SentryError('badResponse', 'Sentry gave an event that is not an object.');
  }
  return body;
}

async function nullIfNotFound(answer: Promise<SentryAnswer | null>): Promise<SentryAnswer | null> {
  try {
    return await answer;
  } catch (error) {
    if (isSentryError(error, 'notFound')) {
      return null;
    }
    throw error;
  }
}

/** An event that was found without its issue, and the issue it belongs to. */
export interface FoundEvent {
  /** The numeric id of the issue. */
  readonly issue: string;
  readonly body: EventJson;
}

/**
 * An event of any issue in full, or null if it is gone.
 * Sentry takes one such request a second, and has no transactions there.
 */
export async function findOrganizationEvent(
  sentry: SentryClient,
  organization: string,
  id: string,
): Promise<FoundEvent | null> {
  const found = await nullIfNotFound(
    onSentryOnly(sentry, organization, 'find an event without its issue', () =>
      sentry.send({
        endpoint: endpoints.organizationEvent,
        params: { organization, event: id },
      }),
    ),
  );
  const answer = asObject(found?.body);
  const issue = asText(answer?.['groupId']);
  const event = asObject(answer?.['event']);
  if (found && (issue === null || event === null)) {
    throw new SentryError('badResponse', 'Sentry found an event and did not give it.');
  }
  return issue === null || event === null ? null : { issue, body: event };
}
