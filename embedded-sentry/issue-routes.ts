import { type Answer, ok, okJson, Refusal } from './answer.ts';
import { hashesOf, type Issue, type StoredEvent } from './dataset.ts';
import { isFullEventList, type SentryDialect } from './dialect.ts';
import { environmentOf } from './event-body.ts';
import { eventJson } from './event-json.ts';
import { readProjects } from './issue-list.ts';
import { findParseError } from './issue-search.ts';
import { paginate, readPageRequest, readPerPage } from './paging.ts';
import { releaseBody } from './releases.ts';
import { isVisible, requireInt64 } from './requests.ts';
import type { RoutedRequest } from './router.ts';
import type { Target } from './routes.ts';
import { paginateByScore } from './score-paging.ts';
import { readWindow } from './time-window.ts';

/** `…/issues/{issue}/hashes/` */
export function listHashes({ issue, request }: Target): Answer {
  const { dialect, query } = request;
  const isFull = dialect.isFullHashList(query);
  const page = readPageRequest(query, isFull ? dialect.fullPageSize : undefined);
  const { items, link } = paginate(hashesOf(issue), page, request);
  const rows = items.map(({ hash, index, latest }) => {
    const [head, tail] = [{ id: hash }, dialect.seerFields(index)].map((part) =>
      JSON.stringify(part).slice(1, -1),
    );
    return `{${head},"latestEvent":${latest.isGone ? 'null' : eventJson(latest, isFull, dialect.bodies)}${tail ? `,${tail}` : ''}}`;
  });
  return okJson(`[${rows.join(',')}]`, { link });
}

/** `…/issues/{issue}/` */
export function showIssue({ issue, request }: Target): Answer {
  return ok(request.dialect.bodies.issueDetail(issue));
}

/** `…/issues/{issue}/comments/`, newest first. */
export function listNotes({ issue, request }: Target): Answer {
  const { items, link } = paginateByScore(
    issue.state.activity.filter(({ type }) => type === 'note'),
    ({ dateCreated }) => Date.parse(dateCreated),
    request,
    readPerPage(request.query.get('per_page')),
  );
  return ok(items, { link });
}

/** The issue is deleted later; until then it is not found. */
export function deleteIssue(issue: Issue): Answer {
  issue.status = 'pending_deletion';
  return { status: 202, body: '' };
}

/**
 * `…/issues/{issue}/events/`: newest first; an event ID as the query is a direct hit. Without a time window
 * Sentry searches the last 90 days; here all events are found, because the built-in data is older.
 */
export function listEvents({ issue, request: call }: Target): Answer {
  const { bodies } = call.dialect;
  const query = call.query.get('query')?.trim() ?? '';
  if (/^[0-9a-f]{32}$/i.test(query)) {
    const hit = issue.events.find(({ id }) => id === query.toLowerCase());
    return ok(hit ? [bodies.fullEvent(hit)] : [], { 'x-sentry-direct-hit': '1' });
  }
  const [, environment] = /^environment:(\w+)$/.exec(query) ?? [];
  const environments = [...call.query.getAll('environment'), environment ?? []].flat();
  const ids = environment === undefined ? readIdList(query) : null;
  const isInWindow = readWindow({ slug: issue.organization }, [issue], call.query);
  const found = issue.events.filter(
    (event) =>
      (!ids || ids.has(event.id)) &&
      (environments.length === 0 || environments.includes(environmentOf(event))) &&
      (isInWindow?.(event) ?? true),
  );
  return eventPage(found, call);
}

/** A page of events, light unless `full` is set. */
export function eventPage(events: readonly StoredEvent[], call: RoutedRequest): Answer {
  const { fullPageSize, bodies } = call.dialect;
  const isFull = isFullEventList(call.query);
  const page = readPageRequest(call.query, isFull ? fullPageSize : undefined);
  const { items, link } = paginate(events, page, call);
  return okJson(`[${items.map((event) => eventJson(event, isFull, bodies)).join(',')}]`, { link });
}

function readIdList(query: string): ReadonlySet<string> | null {
  if (query === '') {
    return null;
  }
  const ids = /^id:\[([0-9a-f, ]*)\]$/i.exec(query)?.[1]?.split(/\s*,\s*/);
  if (!ids?.every((id) => /^[0-9a-f]{32}$/i.test(id))) {
    throw new Refusal(400, findParseError(query) ?? `Invalid query: ${query}`);
  }
  return new Set(ids.map((id) => id.toLowerCase()));
}

/** `…/issues/{issue}/events/{id|latest|oldest|recommended}/` */
export function showEvent({ issue, names, request }: Target): Answer {
  return eventPageOf(issue, names.name ?? '', request);
}

/** An event with the additional keys of its detail. */
export function eventPageOf(issue: Issue, name: string, { dialect, query }: RoutedRequest): Answer {
  if (name === 'helpful') {
    // A disabled feature.
    return { status: 404, body: '' };
  }
  const { events } = issue;
  const event = pickEvent(events, name);
  const body = event && dialect.bodies.fullEvent(event);
  if (!event || !body) {
    throw new Refusal(
      404,
      ['latest', 'oldest', 'recommended'].includes(name)
        ? 'No matching event found. Try changing the environments, date range, or query.'
        : dialect.eventNotFound,
    );
  }
  if (query.getAll('collapse').includes('stacktraceOnly')) {
    return ok(body);
  }
  const place = events.indexOf(event);
  const extras = dialect.bodies.eventDetail({
    release: releaseBody(issue, 'last'),
    userReport: issue.platform === 'python' ? userReport(event) : null,
    sdkUpdates: [{ type: 'updateSdk', sdkName: body['sdk'], newSdkVersion: '9.2.0' }],
    resolvedWith: issue.platform === 'javascript' ? ['app.js.map'] : [],
    nextEventID: events[place - 1]?.id ?? null,
    previousEventID: events[place + 1]?.id ?? null,
  });
  return ok({ ...body, ...extras });
}

const userReport = ({ id }: StoredEvent) => ({
  id: '381',
  eventID: id,
  name: 'Liz Sherman',
  email: 'liz@example.com',
  comments: 'I only wanted my invoice.',
  dateCreated: '2020-06-17T20:01:00Z',
  user: null,
  event: { id, eventID: id },
});

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

/** `/organizations/{org}/issues/?group=`: any number of IDs, without pages and without unknown issues. */
export function listIssuesById(target: Target): Answer {
  const { issues, request } = target;
  const projects = readProjects(issues, target);
  const ids = request.query.getAll('group');
  if (!ids.every((id) => /^-?\d+$/.test(id))) {
    throw new Refusal(400, 'Group ids must be integers');
  }
  ids.forEach(requireInt64);
  return ok(
    issues
      .filter((issue) => ids.includes(issue.id) && isVisible(issue))
      .filter(({ projectId }) => projects?.has(projectId) ?? true)
      .map((issue) =>
        request.dialect.bodies.listedIssue(issue, { collapse: request.query.getAll('collapse') }),
      ),
  );
}

/** `/organizations/{org}/shortids/{short id}/` */
export function showShortId(issue: Issue, { bodies }: SentryDialect): Answer {
  return ok({
    organizationSlug: issue.organization,
    projectSlug: issue.project,
    groupId: issue.id,
    group: bodies.issue(issue),
    shortId: issue.shortId,
  });
}
