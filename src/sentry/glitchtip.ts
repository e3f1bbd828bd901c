import type { Fallback, InOrganization, Outcomes, PageKey } from './api.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { type EventFilter, findProjectEvent, readEvent } from './events.ts';
import { findEach } from './find-each.ts';
import { readHashRows, unmergeBy } from './hashes.ts';
import type { IssueFilter, IssueRef, Merge } from './issues.ts';
import { asObject, asObjects, asText, type JsonObject } from './json.ts';
import type { Link } from './link-header.ts';
import { type SentryPage, toPage } from './pages.ts';
import type { ProjectRef } from './projects.ts';
import type { SentryAnswer } from './request.ts';
import { cursorOf, type RowPage, type RowPageKey } from './row-page.ts';
import { SeenIssues } from './seen-issues.ts';
import { sentryServer } from './sentry-server.ts';
import type { SentryClient, ServerKind } from './server-kind.ts';
import type { EventDetailJson, EventJson } from './shapes/event.ts';
import type { HashJson, IssueDetailJson, IssueJson } from './shapes/issue.ts';
import type { ProjectJson } from './shapes/project.ts';

/*
 * The differences of GlitchTip's API from Sentry's. From its source: issues have only numbers, and below their
 * organization they can be listed and changed but not requested singly; there is no list of an issue's events
 * there, and no search by IDs.
 */

/** A decoded cursor: position `p`, `r=1` for backwards, offset `o` in rows. */
const POSITION = /^[opr]=[^&]*(?:&[opr]=[^&]*)*$/;

export const glitchTip: ServerKind = {
  name: 'GlitchTip',
  /** GlitchTip sends a cursor only if there is a page. */
  isProvedBy: ({ links: { previous, next } }) =>
    previous !== undefined && next !== undefined && isOfGlitchTip(previous) && isOfGlitchTip(next),
  api: {
    ...sentryServer.api,
    getProject,
    listProjects,
    getIssue,
    listIssuesById,
    listIssues,
    listIssuesOfHashes: unsupported('find issues by their hashes'),
    updateIssue,
    mergeIssues,
    listHashes,
    unmergeHashes: (client, key) => asChange(unmergeBy('DELETE', client, key)),
    listEvents,
    findEvents,
    findNamedEvent,
    findEventDetail,
    findOrganizationEvent: unsupported('find an event without its issue'),
    findGroupings: unsupported('explain how an event was grouped'),
  },
};

function isOfGlitchTip({ results, cursor }: Link): boolean {
  return cursor === null
    ? !results
    : results && POSITION.test(Buffer.from(cursor, 'base64').toString('latin1'));
}

/** @throws SentryError `notFound` */
async function getIssue(
  client: SentryClient,
  { organization, issue, isFallback }: IssueRef & Fallback,
): Promise<IssueDetailJson> {
  const [found] = await listIssuesById(client, { organization, ids: [issue], isFallback });
  if (!found) {
    throw new SentryError('notFound', `GlitchTip has no issue ${issue} in this organization.`);
  }
  return found;
}

/** The only way within the organization: `/issues/{id}/` returns any issue that the token may read. */
async function listIssuesById(
  client: SentryClient,
  {
    organization,
    ids,
    isFallback,
  }: InOrganization & Fallback & { readonly ids: readonly string[] },
): Promise<readonly IssueJson[]> {
  ids.forEach(refuseShortId);
  const { body } = await client.send({
    endpoint: endpoints.issuesByNumber,
    params: { organization },
    query: { limit: 100 },
    ids,
    isFallback,
  });
  const issues = asObjects<IssueJson>(body);
  if (issues === null) {
    throw new SentryError('badResponse', 'GlitchTip returned issues that are not a list.');
  }
  return issues.filter((issue) => ids.includes(asText(issue.id) ?? ''));
}

function refuseShortId(issue: string): void {
  if (!/^\d+$/.test(issue)) {
    throw new SentryError(
      'refused',
      `GlitchTip finds issues only by number; expected one such as "123" instead of ${JSON.stringify(issue)}.`,
    );
  }
}

/** Paths have only the slug of a project; a number is searched in the list. */
async function getProject(
  client: SentryClient,
  key: Pick<ProjectRef, 'organization' | 'project'>,
): Promise<ProjectJson> {
  if (!/^\d+$/.test(key.project)) {
    return sentryServer.api.getProject(client, key);
  }
  let cursor: string | null = null;
  for (let pages = 0; pages < MAX_PROJECT_PAGES; pages += 1) {
    const page: SentryPage = await listProjects(client, { ...key, cursor, limit: 100 });
    const found = page.rows.find(({ id }) => asText(id) === key.project);
    if (found) {
      return found;
    }
    if (page.next === null) {
      break;
    }
    cursor = page.next;
  }
  throw new SentryError(
    'notFound',
    `GlitchTip has no project ${key.project} in this organization.`,
  );
}

/** Maximum pages in the search for a project's number. */
const MAX_PROJECT_PAGES = 10;

/** The list is also empty if the organization does not exist. */
async function listProjects(
  client: SentryClient,
  key: InOrganization & PageKey,
): Promise<SentryPage> {
  const page = await sentryServer.api.listProjects(client, key);
  if (page.rows.length === 0 && key.cursor === null) {
    await sentryServer.api.getOrganization(client, key);
  }
  return page;
}

/** Sentry's names of sort orders, with GlitchTip's. */
const SORTS: Readonly<Record<string, string>> = {
  date: '-last_seen',
  new: '-first_seen',
  freq: '-count',
};

/** GlitchTip's own names; a minus means descending. */
const OWN_SORT = /^-?(?:last_seen|first_seen|count|priority)$/;

/**
 * GlitchTip filters the time when an issue was first seen by `start` and `end`, unlike Sentry, and
 * ignores `statsPeriod`.
 */
function toGlitchTipFilter({ sort, statsPeriod, start, end, ...filter }: IssueFilter) {
  const order = SORTS[sort ?? 'date'] ?? sort ?? '';
  if (!OWN_SORT.test(order)) {
    throw new SentryError(
      'unsupported',
      `GlitchTip does not sort issues by ${JSON.stringify(sort)}: use "date", "new" or "freq".`,
    );
  }
  if (statsPeriod !== undefined || start !== undefined || end !== undefined) {
    throw new SentryError(
      'unsupported',
      'GlitchTip does not filter issues by the time of their events (`statsPeriod`, `start`, `end`).',
    );
  }
  return { ...filter, sort: order };
}

/** Without `project`, all projects are included. */
async function listIssues(
  client: SentryClient,
  {
    organization,
    filter,
    cursor,
    limit,
  }: InOrganization & PageKey & { readonly filter: IssueFilter },
): Promise<SentryPage> {
  const query = { ...toGlitchTipFilter(filter), limit, cursor: cursor ?? undefined };
  const answer = await client
    .send({ endpoint: endpoints.issues, params: { organization }, query })
    .catch((error: unknown) => {
      // A quote or an apostrophe that is not closed makes GlitchTip fail.
      throw filter.query !== undefined && error instanceof SentryError && error.status === 500
        ? new SentryError('refused', 'GlitchTip fails at this `query`.', { cause: error })
        : error;
    });
  const page = toPage(answer, 'issues');
  if (page.next !== null && page.next === cursor) {
    // With more than 100 equal rows, its cursors do not move on.
    throw new SentryError(
      'badResponse',
      'GlitchTip returns the same page again, because more than 100 issues have the same position in this order. Use another `sort`.',
    );
  }
  return { ...page, hits: page.hits !== null && page.hits < MAX_HITS ? page.hits : null };
}

/** GlitchTip changes only the status of an issue, and silently ignores anything else. */
async function updateIssue(
  client: SentryClient,
  key: IssueRef & { readonly change: JsonObject },
): Promise<void> {
  const [other] = Object.keys(key.change).filter((name) => name !== 'status');
  if (other !== undefined) {
    throw new SentryError(
      'unsupported',
      `GlitchTip does not change \`${other}\` of an issue, only its \`status\`.`,
    );
  }
  await asChange(sentryServer.api.updateIssue(client, key));
}

/** GlitchTip only reports that the merge was done; it keeps the issue with the greatest number. */
async function mergeIssues(
  client: SentryClient,
  { organization, ids }: InOrganization & { readonly ids: readonly string[] },
): Promise<Merge> {
  const issues = SeenIssues.see(ids, await listIssuesById(client, { organization, ids }));
  await asChange(
    client.changeIssues({
      endpoint: endpoints.mergeIssues,
      params: { organization },
      issues,
      change: { merge: 1 },
    }),
  );
  const [parent = '', ...children] = [...ids].sort((one, other) => Number(other) - Number(one));
  return { parent, children };
}

/** GlitchTip's message for an unknown token in a change. */
const UNKNOWN_TOKEN = 'CSRF check Failed';

async function asChange(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    throw error instanceof SentryError && error.detail === UNKNOWN_TOKEN
      ? new SentryError('unauthenticated', 'GlitchTip does not accept the token.', { cause: error })
      : error;
  }
}

/** GlitchTip stops counting here (`X-Max-Hits`). */
const MAX_HITS = 1_000;

/** Its events are always full. For an issue that does not exist it returns an empty list. */
async function listHashes(
  client: SentryClient,
  { organization, issue, start, limit, isFallback }: IssueRef & RowPageKey & Fallback,
): Promise<RowPage<HashJson>> {
  refuseShortId(issue);
  const cursor = cursorOf(start);
  const answer = await client.send({
    endpoint: endpoints.issueHashes,
    params: { organization, issue },
    query: { limit, cursor },
    isFallback,
  });
  const rows = readHashRows(answer, limit);
  if (rows.length === 0 && cursor === undefined) {
    await getIssue(client, { organization, issue });
  }
  return toOpaquePage(rows, answer);
}

/** A page of a list with GlitchTip's cursors. */
function toOpaquePage<Row>(rows: readonly Row[], { links, hits }: SentryAnswer): RowPage<Row> {
  const { next, previous } = links;
  return {
    rows,
    numbers: rows.map((_, index) => index),
    hasNext: next?.results ?? false,
    hasPrevious: previous?.results ?? false,
    nextRow: null,
    opaque: { next: cursorBehind(next), previous: cursorBehind(previous) },
    total: hits !== undefined && hits < MAX_HITS ? hits : null,
  };
}

function cursorBehind(link: Link | undefined): string | null {
  return link?.results ? link.cursor : null;
}

/** Costs one request for the issue, and one for each event. */
async function findEvents(
  client: SentryClient,
  { organization, issue, ids }: IssueRef & { readonly ids: readonly string[] },
): Promise<Outcomes<EventJson | null>> {
  const project = await getProjectSlug(client, { organization, issue });
  return findEach(ids, (id) => findEventIn(client, { organization, issue, project, id }));
}

/**
 * Requested by issue, an event has its neighbours in the issue; requested by project, those in the
 * project.
 */
async function findEventDetail(
  client: SentryClient,
  { organization, issue, id }: IssueRef & { readonly id: string },
): Promise<EventDetailJson | null> {
  await getIssue(client, { organization, issue });
  return readEvent(
    client.send({
      endpoint: endpoints.eventOfAnyIssue,
      params: { organization, issue, event: id },
    }),
  );
}

/** A cursor of the end of any list: `r=1`. */
const END_OF_LIST = 'cj0x';

/** Checks first that the organization has the issue, because the path of the list has no organization. */
async function listEvents(
  client: SentryClient,
  {
    organization,
    issue,
    filter,
    start,
    limit,
  }: IssueRef & RowPageKey & { readonly filter: EventFilter },
): Promise<RowPage<EventJson>> {
  const { environment, ...others } = filter;
  const [unknown] = Object.entries({
    ...others,
    environment: environment.length > 0 ? environment : undefined,
  }).filter(([, value]) => value !== undefined);
  if (unknown) {
    throw new SentryError(
      'unsupported',
      `GlitchTip does not filter the events of an issue (\`${unknown[0]}\`).`,
    );
  }
  const cursor = cursorOf(start);
  if (cursor === undefined) {
    await getIssue(client, { organization, issue });
  }
  const answer = await client.send({
    endpoint: endpoints.eventsOfAnyIssue,
    params: { organization, issue },
    query: { limit, cursor },
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

/** Slug of an issue's project. */
async function getProjectSlug(client: SentryClient, issue: IssueRef): Promise<string> {
  const { project } = await getIssue(client, issue);
  return asText(asObject(project)?.slug) ?? '';
}

async function findEventIn(
  client: SentryClient,
  { issue, ...key }: IssueRef & { readonly project: string; readonly id: string },
): Promise<EventDetailJson | null> {
  const event = await findProjectEvent(client, key);
  return event && asText(event.groupID) === issue ? event : null;
}

/** Checks first that the organization has the issue, because the path of the event has no organization. */
async function findNamedEvent(
  client: SentryClient,
  { organization, issue, name }: IssueRef & { readonly name: string },
): Promise<EventDetailJson | null> {
  if (name === 'recommended') {
    throw new SentryError('unsupported', 'GlitchTip does not recommend an event of an issue.');
  }
  await getIssue(client, { organization, issue });
  if (name === 'oldest') {
    const answer = await client.send({
      endpoint: endpoints.eventsOfAnyIssue,
      params: { organization, issue },
      query: { limit: 1, cursor: END_OF_LIST },
    });
    const [oldest] = toPage(answer, 'events').rows;
    return oldest ? toEventJson(oldest) : null;
  }
  return readEvent(
    client.send({
      endpoint: endpoints.eventOfAnyIssue,
      params: { organization, issue, event: 'latest' },
    }),
  );
}

function unsupported(what: string): () => Promise<never> {
  return () => Promise.reject(new SentryError('unsupported', `GlitchTip cannot ${what}.`));
}
