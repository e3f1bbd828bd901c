import { nullIfNotFound, toObject, toPage } from './answers.ts';
import type { Fallback, InOrganization, InProject, Outcomes } from './api.ts';
import { endpoints, wholeWindow } from './endpoints.ts';
import { notSent, SentryError } from './errors.ts';
import { getIssue, type IssueRef } from './issues.ts';
import { asObject, asString, asText, type Json, type Unchecked } from './json.ts';
import type { SentryAnswer } from './request.ts';
import { listRows, type RowPage, type RowPageKey } from './row-page.ts';
import type { SentryClient } from './server-kind.ts';
import type { EventDetailJson, EventJson } from './shapes/event.ts';

/** An event of an issue, full or light. */
export interface SentryEvent {
  readonly organization: string;
  /** Numeric ID or short ID of the issue, as in the operation. */
  readonly issue: string;
  readonly body: EventJson;
  /** Also set if the body has the release, the neighbours and the user report. */
  readonly detail?: EventDetailJson;
}

/** The issue of an event found by its project is in `groupID`; a transaction has none. */
export function eventOfProjectPage(organization: string, detail: EventDetailJson): SentryEvent {
  return { organization, issue: asText(detail.groupID) ?? '', body: detail, detail };
}

/**
 * A body of `EventSerializer` (full), not of `SimpleEventSerializer` (light). Decided by the body and not by the
 * request, because versions of Sentry treat `full=0` in three ways.
 */
export function isFullEvent(body: EventJson): boolean {
  return 'entries' in body;
}

/** `eventID`; some serializers have only `id`. */
export function eventIdOf(body: EventJson): string {
  return asString(body.eventID) ?? asString(body.id) ?? '';
}

/** Numeric ID of the event's project. */
export function projectOf({ projectID }: EventJson): string {
  return asText(projectID) ?? '';
}

/** Light events have it under a name with a dot (`SimpleEventSerializer`). */
export function eventTypeOf(body: EventJson): string | null {
  return asString(body.type) ?? asString(body['event.type']);
}

const EVENT_ID = /^[0-9a-f]{32}$/;

/** An event's ID as Sentry stores it: SDKs also write it in upper case, or with dashes as a UUID. */
export function toEventId(id: string): string {
  if (EVENT_ID.test(id)) {
    return id;
  }
  const plain = id.replaceAll('-', '').toLowerCase();
  return EVENT_ID.test(plain) ? plain : id;
}

function isEventId(id: string): boolean {
  return EVENT_ID.test(toEventId(id));
}

/** The error for an ID that no event has; servers answer it like a missing route, or with their own names. */
export function refusalOfEventId(id: string): SentryError | null {
  return isEventId(id)
    ? null
    : notSent(
        'refused',
        `${JSON.stringify(id.slice(0, 40))} is not the ID of an event: expected 32 hexadecimal digits.`,
      );
}

/** The ID of an event in a response; null for another value, which is no mistake of the caller. */
export function asEventId(value: Unchecked<unknown> | Json | undefined): string | null {
  const id = toEventId(asText(value) ?? '');
  return EVENT_ID.test(id) ? id : null;
}

/** @throws SentryError `refused` for an ID that no event has. */
export function requireEventId(id: string): string {
  const refusal = refusalOfEventId(id);
  if (refusal) {
    throw refusal;
  }
  return toEventId(id);
}

/** Events that the server chooses. */
export const NAMED_EVENTS = ['latest', 'oldest', 'recommended'] as const;
export type NamedEvent = (typeof NAMED_EVENTS)[number];

export function isNamedEvent(name: string): name is NamedEvent {
  return (NAMED_EVENTS as readonly string[]).includes(name);
}

/** Filters of an event list; absent ones have Sentry's default. */
export interface EventFilter {
  /** Sentry's search syntax for events. */
  readonly query?: string | undefined;
  readonly environment: readonly string[];
  readonly statsPeriod?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** An event that was found without its issue, and its issue. */
export interface FoundEvent {
  /** Numeric ID of the issue. */
  readonly issue: string;
  readonly body: EventJson;
}

/** The page size of Sentry's event list. */
export const MAX_EVENTS_PER_REQUEST = 100;

export async function listEvents(
  client: SentryClient,
  {
    organization,
    issue,
    filter,
    isFallback,
    ...page
  }: IssueRef & RowPageKey & Fallback & { readonly filter: EventFilter },
): Promise<RowPage<EventJson>> {
  const hasWindow = filter.statsPeriod !== undefined || filter.start !== undefined;
  const { shortPages, lengths } = client.serverOf(organization);
  const list = JSON.stringify(['events', organization, issue, filter]);
  return listRows<EventJson>(
    page,
    {
      shortPages: shortPages[page.isFull ? 'full' : 'light'],
      lengths,
      list,
      keyOf: eventIdOf,
    },
    async ({ cursor, limit, isFull }) => {
      const answer = await client.send({
        endpoint: endpoints.issueEvents,
        params: { organization, issue },
        query: {
          per_page: limit,
          ...filter,
          // By default Sentry lists only the last 90 days.
          ...(hasWindow ? {} : wholeWindow()),
          cursor,
        },
        events: isFull ? 'full' : 'light',
        isFallback,
      });
      return { rows: toPage(answer, 'events').rows, answer };
    },
  );
}

/**
 * One request, and one more for each event that the list left out: Sentry's search index may lag behind its store, so
 * a missing row does not prove that the event is gone.
 */
export async function findEvents(
  client: SentryClient,
  key: IssueRef & { readonly ids: readonly string[]; readonly isFull: boolean },
): Promise<Outcomes<EventJson | null>> {
  const { organization, issue, ids, isFull } = key;
  const listed = await listEventsById(client, key).catch(noneIfRefused);
  const outcomes = new Map<string, EventJson | null | Error>(
    listed
      .filter((event) => !isFull || isFullEvent(event))
      .map((event) => [eventIdOf(event), event]),
  );
  await Promise.all(
    ids
      .filter((id) => !outcomes.has(id))
      .map(async (id) => {
        const event = findEvent(client, { organization, issue, event: id, isFallback: true });
        outcomes.set(id, await event.catch((error: Error) => error));
      }),
  );
  return outcomes;
}

/** One request, or several in parallel if the server's pages are shorter. */
async function listEventsById(
  client: SentryClient,
  { organization, issue, ids, isFull }: Parameters<typeof findEvents>[1],
): Promise<readonly EventJson[]> {
  const events = isFull ? 'full' : 'light';
  const shortPages = client.serverOf(organization).shortPages[events];
  const listPage = async (offset: number, limit: number) => {
    const asked = ids.slice(offset, offset + limit);
    const answer = await client.send({
      endpoint: endpoints.issueEventsById,
      params: { organization, issue },
      query: { per_page: MAX_EVENTS_PER_REQUEST },
      ids: asked,
      events,
    });
    const { rows, next } = toPage(answer, 'events');
    return { rows, hasMore: next !== null };
  };
  const size = shortPages.size() ?? ids.length;
  const parts = Math.max(1, Math.ceil(ids.length / size));
  const pages = await Promise.all(
    Array.from({ length: parts }, (_, index) => listPage(index * size, size)),
  );
  const rows = pages.flatMap((page) => page.rows);
  if (!pages.some(({ hasMore }) => hasMore) || rows.length === 0) {
    return rows;
  }
  // The page is shorter than requested, so the rest is requested in pages of that size.
  shortPages.learn(
    Math.min(...pages.filter(({ hasMore }) => hasMore).map((page) => page.rows.length)),
  );
  const found = new Set(rows.map(eventIdOf));
  const rest = ids.filter((id) => !found.has(id));
  return [...rows, ...(await listEventsById(client, { organization, issue, ids: rest, isFull }))];
}

/** A server that cannot search by a list of IDs may still find single events. */
function noneIfRefused(error: unknown): readonly EventJson[] {
  if (error instanceof SentryError && error.kind === 'refused' && error.status !== 422) {
    return [];
  }
  throw error;
}

/**
 * Null if the issue has no such event. A 404 that does not speak of an event may be about the issue, which is then
 * requested. @throws SentryError `notFound` if the issue does not exist.
 */
export async function findNamedEvent(
  client: SentryClient,
  { organization, issue, name }: IssueRef & { readonly name: string },
): Promise<EventJson | null> {
  try {
    return toObject(await requestEvent(client, { organization, issue, event: name }), 'an event');
  } catch (error) {
    if (!(error instanceof SentryError && error.kind === 'notFound')) {
      throw error;
    }
    if (!/event/i.test(error.detail ?? '')) {
      await getIssue(client, { organization, issue, isFallback: true });
    }
    return null;
  }
}

function findEvent(
  client: SentryClient,
  event: Parameters<typeof requestEvent>[1],
): Promise<EventJson | null> {
  return readEvent(requestEvent(client, event));
}

/** `collapse=stacktraceOnly` returns the same body as lists, without release and neighbours. */
function requestEvent(
  client: SentryClient,
  {
    organization,
    issue,
    event,
    isFallback = false,
  }: IssueRef & { readonly event: string; readonly isFallback?: boolean },
): Promise<SentryAnswer> {
  return client.send({
    endpoint: endpoints.issueEvent,
    params: { organization, issue, event },
    query: { collapse: 'stacktraceOnly' },
    events: 'full',
    isFallback,
  });
}

/** With fields that only the detail has: release, neighbours and user report. */
export function findEventDetail(
  client: SentryClient,
  { organization, issue, id }: IssueRef & { readonly id: string },
): Promise<EventDetailJson | null> {
  return readEvent(
    client.send({
      endpoint: endpoints.issueEventDetail,
      params: { organization, issue, event: id },
    }),
  );
}

export function findProjectEvent(
  client: SentryClient,
  { organization, project, id }: InProject & { readonly id: string },
): Promise<EventDetailJson | null> {
  return readEvent(
    client.send({
      endpoint: endpoints.projectEvent,
      params: { organization, project, event: id },
    }),
  );
}

/** Sentry allows one such request a second, and finds no transactions with it. */
export async function findOrganizationEvent(
  client: SentryClient,
  { organization, id }: InOrganization & { readonly id: string },
): Promise<FoundEvent | null> {
  const found = await nullIfNotFound(
    client.send({
      endpoint: endpoints.organizationEvent,
      params: { organization, event: id },
    }),
  );
  const answer = asObject(found?.body);
  const issue = asText(answer?.['groupId']);
  const event = asObject(answer?.['event']);
  if (found && (issue === null || event === null)) {
    throw new SentryError('badResponse', 'Sentry returned a match without its event.');
  }
  return issue === null || event === null ? null : { issue, body: event };
}

export async function readEvent(answer: Promise<SentryAnswer>): Promise<EventDetailJson | null> {
  const found = await nullIfNotFound(answer);
  return found && toObject(found, 'an event');
}
