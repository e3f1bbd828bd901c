import { toPage } from '../answers.ts';
import type { InOrganization, InProject, Outcomes } from '../api.ts';
import { endpoints } from '../endpoints.ts';
import { notSent } from '../errors.ts';
import {
  type EventFilter,
  type FoundEvent,
  isNamedEvent,
  readEvent,
  findProjectEvent as showProjectEvent,
} from '../events.ts';
import { findEach } from '../in-project.ts';
import type { IssueRef } from '../issues.ts';
import { asText, type JsonObject } from '../json.ts';
import { cursorOf, type RowPage, type RowPageKey } from '../row-page.ts';
import type { SentryClient } from '../server-kind.ts';
import type { EventDetailJson, EventJson } from '../shapes/event.ts';
import { END_OF_LIST } from './hashes.ts';
import { findIssue, keepIssues, toIssue } from './known-issues.ts';
import { toOpaquePage } from './opaque-page.ts';

/** One request for each event, and one for the issue if it is not known. */
export async function findEvents(
  client: SentryClient,
  { organization, issue, ids }: IssueRef & { readonly ids: readonly string[] },
): Promise<Outcomes<EventJson | null>> {
  return findEach(ids, async (id) => {
    if (isNamedEvent(id)) {
      return findNamedEvent(client, { organization, issue, name: id });
    }
    return findEvent(client, { organization, issue, event: id, isWhole: false });
  });
}

/** Its neighbours are those in the issue. */
export function findEventDetail(
  client: SentryClient,
  { organization, issue, id }: IssueRef & { readonly id: string },
): Promise<EventDetailJson | null> {
  return findEvent(client, { organization, issue, event: id, isWhole: true });
}

/** @param key - `isWhole`: with its neighbours and user report, which change, so it is not cached as a body. */
async function findEvent(
  client: SentryClient,
  {
    isWhole,
    ...params
  }: {
    readonly organization: string;
    readonly issue: string;
    readonly event: string;
    readonly isWhole: boolean;
  },
): Promise<EventDetailJson | null> {
  const event = await readEvent(
    client.send({
      endpoint: endpoints.eventOfAnyIssue,
      params,
      ...(isWhole ? {} : { events: 'full' }),
      check: () => findIssue(client, params),
    }),
  );
  if (event === null) {
    await findIssue(client, params);
    return null;
  }
  return isWhole ? event : withoutNeighbours(event);
}

/** The event that the server chooses for a name. */
export async function findNamedEvent(
  client: SentryClient,
  { organization, issue, name }: IssueRef & { readonly name: string },
): Promise<EventDetailJson | null> {
  if (name === 'recommended') {
    throw notSent('unsupported', 'GlitchTip does not recommend an event of an issue.');
  }
  if (name === 'latest') {
    return findEvent(client, { organization, issue, event: name, isWhole: true });
  }
  const answer = await client.send({
    endpoint: endpoints.eventsOfAnyIssue,
    params: { organization, issue },
    query: { limit: 1, cursor: END_OF_LIST },
    check: () => findIssue(client, { organization, issue }),
  });
  const [oldest] = toPage(answer, 'events').rows;
  return oldest ? toEventJson(oldest) : null;
}

/** GlitchTip lists the events of an issue in its own order, without filters. */
export async function listEvents(
  client: SentryClient,
  {
    organization,
    issue,
    filter: { environment, ...others },
    start,
    limit,
  }: IssueRef & RowPageKey & { readonly filter: EventFilter },
): Promise<RowPage<EventJson>> {
  const [unknown] = Object.entries({
    ...others,
    environment: environment.length > 0 ? environment : undefined,
  }).filter(([, value]) => value !== undefined);
  if (unknown) {
    throw notSent(
      'unsupported',
      `GlitchTip does not filter the events of an issue (\`${unknown[0]}\`).`,
    );
  }
  const answer = await client.send({
    endpoint: endpoints.eventsOfAnyIssue,
    params: { organization, issue },
    query: { limit, cursor: cursorOf(start) },
    check: () => findIssue(client, { organization, issue }),
  });
  return toOpaquePage(toPage(answer, 'events').rows.map(toEventJson), answer);
}

/** Unlike all other endpoints, the list of events has an event's own keys in snake case. */
function toEventJson(row: JsonObject): EventJson {
  const { event_id, project_id, group_id, date_created, date_received, ...event } = row;
  const renamed: JsonObject = {
    ...event,
    eventID: event_id,
    projectID: project_id,
    groupID: group_id,
    dateCreated: date_created,
    dateReceived: date_received,
  };
  return renamed;
}

/** Without its neighbours, which are those in the project. */
export async function findProjectEvent(
  client: SentryClient,
  key: InProject & { readonly id: string },
): Promise<EventDetailJson | null> {
  const event = await showProjectEvent(client, key);
  return event && withoutNeighbours(event);
}

function withoutNeighbours({
  previousEventID: _previous,
  nextEventID: _next,
  ...event
}: EventDetailJson): EventDetailJson {
  return event;
}

/** A search for an event's ID returns its issue. */
export async function findOrganizationEvent(
  client: SentryClient,
  { organization, id }: InOrganization & { readonly id: string },
): Promise<FoundEvent | null> {
  const answer = await client.send({
    endpoint: endpoints.issues,
    params: { organization },
    query: { query: id, limit: 1 },
  });
  const issues = toPage(answer, 'issues').rows.map((row) => toIssue(client, organization, row));
  keepIssues(client, organization, issues);
  const issue = asText(issues[0]?.['id']);
  const body =
    issue && (await findEvent(client, { organization, issue, event: id, isWhole: false }));
  return issue && body ? { issue, body } : null;
}
