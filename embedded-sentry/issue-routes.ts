import { type Answer, ok, okJson, Refusal } from './answer.ts';
import { hashesOf, type Issue, type StoredEvent } from './dataset.ts';
import { isFullEventList, type SentryDialect } from './dialect.ts';
import { environmentOf, fullBody } from './event-body.ts';
import { eventJson } from './event-json.ts';
import { issueBody, issueDetail } from './issue-body.ts';
import { paginate, readPageRequest } from './paging.ts';
import { releaseBody } from './releases.ts';
import { type Call, isVisible } from './requests.ts';
import { readWindow } from './time-window.ts';

/** `…/issues/{issue}/hashes/` */
export function listHashes(issue: Issue, call: Call, dialect: SentryDialect): Answer {
  const isFull = dialect.isFullHashList(call.query);
  const page = readPageRequest(call.query, isFull ? dialect.fullPageSize : undefined);
  const { items, link } = paginate(hashesOf(issue), page, call);
  const rows = items.map(({ hash, index, latest }) => {
    const [head, tail] = [{ id: hash }, dialect.seerFields(index)].map((part) =>
      JSON.stringify(part).slice(1, -1),
    );
    return `{${head},"latestEvent":${eventJson(latest, isFull)}${tail ? `,${tail}` : ''}}`;
  });
  return okJson(`[${rows.join(',')}]`, { link });
}

/** `…/issues/{issue}/` */
export function showIssue(issue: Issue): Answer {
  return ok(issueDetail(issue));
}

/**
 * `…/issues/{issue}/events/`: newest first; a query that is a bare event id is a direct hit. Without
 * a window Sentry looks back 90 days; the built-in data is older, so here all of it is found.
 */
export function listEvents(issue: Issue, call: Call, dialect: SentryDialect): Answer {
  const query = call.query.get('query')?.trim() ?? '';
  if (/^[0-9a-f]{32}$/i.test(query)) {
    const hit = issue.events.find(({ id }) => id === query.toLowerCase());
    return ok(hit ? [fullBody(hit)] : [], { 'x-sentry-direct-hit': '1' });
  }
  const [, environment] = /^environment:(\w+)$/.exec(query) ?? [];
  const environments = [...call.query.getAll('environment'), environment ?? []].flat();
  const ids = environment === undefined ? readIdList(query) : null;
  const isInWindow = readWindow({ slug: issue.organization }, [issue], call.query);
  const found = issue.events.filter(
    (event) =>
      !event.isGone &&
      (!ids || ids.has(event.id)) &&
      (environments.length === 0 || environments.includes(environmentOf(event))) &&
      (isInWindow?.(event) ?? true),
  );
  return eventPage(found, call, dialect);
}

/** A page of events, light unless `full` asks for more. */
export function eventPage(
  events: readonly StoredEvent[],
  call: Call,
  { fullPageSize }: SentryDialect,
): Answer {
  const isFull = isFullEventList(call.query);
  const page = readPageRequest(call.query, isFull ? fullPageSize : undefined);
  const { items, link } = paginate(events, page, call);
  return okJson(`[${items.map((event) => eventJson(event, isFull)).join(',')}]`, { link });
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
    release: releaseBody(issue, 'last'),
    userReport: issue.platform === 'python' ? USER_REPORT : null,
    sdkUpdates: [{ type: 'updateSdk', sdkName: body['sdk'], newSdkVersion: '9.2.0' }],
    resolvedWith: issue.platform === 'javascript' ? ['app.js.map'] : [],
    nextEventID: events[place - 1]?.id ?? null,
    previousEventID: events[place + 1]?.id ?? null,
  });
}

const USER_REPORT = {
  id: '381',
  name: 'Liz Sherman',
  email: 'liz@example.com',
  comments: 'I only wanted my invoice.',
  dateCreated: '2020-06-17T20:01:00Z',
};

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
  return ok(issues.filter((issue) => ids.includes(issue.id) && isVisible(issue)).map(issueBody));
}

/** `/organizations/{org}/shortids/{short id}/` */
export function showShortId(issue: Issue): Answer {
  return ok({
    organizationSlug: issue.organization,
    projectSlug: issue.project,
    groupId: issue.id,
    group: issueBody(issue),
    shortId: issue.shortId,
  });
}
