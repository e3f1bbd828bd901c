import { type Answer, ok, Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';
import { environmentOf } from './event-body.ts';
import { matchesQuery } from './issue-search.ts';
import { linkHeader, PagingError, readCursor, readPerPage } from './paging.ts';
import { type Call, isVisible } from './requests.ts';
import type { RoutedRequest } from './router.ts';
import type { Target } from './routes.ts';
import { readWindow } from './time-window.ts';

/**
 * `/organizations/{org}/issues/`: the default is `is:unresolved`, an empty query is all. An event
 * id, and with `shortIdLookup` a short id, is a direct hit: one issue, and no `Link`.
 */
export function listIssues({ organization, issues, request: call }: Target): Answer {
  const visible = issues.filter(isVisible);
  const query = (call.query.get('query') ?? 'is:unresolved').trim();
  const { bodies } = call.dialect;
  const hit = findDirectHit(visible, query, call);
  if (hit) {
    return ok([hit], { 'x-sentry-direct-hit': '1' });
  }
  const projects = readProjects(visible, call.query);
  const environments = readEnvironments(call.query);
  const isInWindow = readWindow(organization, issues, call.query);
  const found = visible
    .filter((issue) => projects === null || projects.has(issue.projectId))
    .filter(({ events }) =>
      environments.length === 0 && isInWindow === null
        ? true
        : events.some(
            (event) =>
              (environments.length === 0 || environments.includes(environmentOf(event))) &&
              (isInWindow?.(event) ?? true),
          ),
    )
    .filter((issue) => matchesQuery(issue, query));
  const score = readSort(call.query);
  const { items, link } = paginateByScore(found, score, call);
  return ok(items.map(bodies.issue), {
    link,
    'x-hits': String(found.length),
    'x-max-hits': '1000',
  });
}

/** Ids, each a parameter of its own; `-1` stands for all. */
export function readProjects(issues: readonly Issue[], query: URLSearchParams) {
  const ids = query.getAll('project');
  if (!ids.every((id) => /^-?\d+$/.test(id))) {
    throw new Refusal(400, 'Invalid project parameter. Values must be numbers.');
  }
  if (ids.length === 0 || ids.includes('-1')) {
    return null;
  }
  if (!ids.every((id) => issues.some(({ projectId }) => projectId === id))) {
    throw new Refusal(403, 'You do not have permission to perform this action.');
  }
  return new Set(ids);
}

function readEnvironments(query: URLSearchParams): readonly string[] {
  const names = query.getAll('environment').filter(Boolean);
  if (!names.every((name) => ['prod', 'staging'].includes(name))) {
    throw new Refusal(404, 'The requested resource does not exist');
  }
  return names;
}

const SORTS: Readonly<Record<string, (issue: Issue) => number>> = {
  date: lastSeen,
  inbox: lastSeen,
  recommended: lastSeen,
  trends: lastSeen,
  new: ({ events }) => events.at(-1)?.timeMs ?? 0,
  freq: ({ events }) => events.length,
  user: ({ events }) => Math.min(events.length, 40),
};

function lastSeen({ events }: Issue): number {
  return events[0]?.timeMs ?? 0;
}

function readSort(query: URLSearchParams): (issue: Issue) => number {
  const name = query.get('sort') ?? 'date';
  const score = Object.hasOwn(SORTS, name) ? SORTS[name] : undefined;
  if (!score) {
    throw new Refusal(400, `Invalid sort parameter: ${name}`);
  }
  // A cursor of the score 0 would stand for an end of the list.
  return (issue) => Math.max(1, score(issue));
}

/**
 * Sentry's `SequencePaginator`: a cursor is `score:offset:is_prev`, the row `offset` behind the first
 * one of that score, from which it counts forwards or backwards.
 */
function paginateByScore(all: readonly Issue[], scoreOf: (issue: Issue) => number, call: Call) {
  const sorted = [...all].sort(
    (one, other) => scoreOf(other) - scoreOf(one) || Number(other.id) - Number(one.id),
  );
  const scores = sorted.map(scoreOf);
  const placeOf = (score: number) => {
    const place = scores.findIndex((other) => other <= score);
    return place === -1 ? scores.length : place;
  };
  const limit = readPerPage(call.query.get('limit'));
  const cursor = readCursor(call.query.get('cursor')) ?? { value: 0, offset: 0, isPrevious: false };
  if (cursor.offset < 0) {
    throw new PagingError('Invalid cursor parameter.');
  }
  const base = cursor.value === 0 ? (cursor.isPrevious ? scores.length : 0) : placeOf(cursor.value);
  const position = base + cursor.offset;
  const low = Math.max(cursor.isPrevious ? position - limit : position, 0);
  const high = Math.min(low + limit, scores.length);
  const cursorAt = (place: number, isPrevious: boolean) => {
    const score = scores[Math.min(place, scores.length - 1)] ?? 0;
    return `${score}:${place - placeOf(score)}:${isPrevious ? 1 : 0}`;
  };
  return {
    items: sorted.slice(low, high),
    link: linkHeader(call, {
      previous: { cursor: cursorAt(low, true), results: low > 0 },
      next: { cursor: cursorAt(high, false), results: high < scores.length },
    }),
  };
}

function findDirectHit(issues: readonly Issue[], query: string, call: RoutedRequest) {
  const { bodies } = call.dialect;
  if (/^[0-9a-f]{32}$/i.test(query)) {
    const eventId = query.toLowerCase();
    const issue = issues.find(({ events }) => events.some(({ id }) => id === eventId));
    return issue && { ...bodies.issue(issue), matchingEventId: eventId };
  }
  const issue =
    call.query.get('shortIdLookup') === '1' &&
    issues.find(({ shortId }) => shortId === query.toUpperCase());
  return issue ? bodies.issue(issue) : undefined;
}
