import { type Answer, ok, Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';
import { environmentOf } from './event-body.ts';
import { readStatsPeriod } from './issue-counts.ts';
import { eventConditions, matchesQuery, requireParsable } from './issue-search.ts';
import { isVisible, requireInt64 } from './requests.ts';
import type { RoutedRequest } from './router.ts';
import type { Target } from './routes.ts';
import { ISSUE_SORTS, paginateByScore } from './score-paging.ts';
import { readWindow } from './time-window.ts';

/**
 * `/organizations/{org}/issues/`: the default is `is:unresolved`; an empty query means all. An event ID, and with
 * `shortIdLookup` a short ID, is a direct hit: one issue without a `Link` header.
 */
export function listIssues(target: Target): Answer {
  return searchIssues(target, target.issues, target.request.query.getAll('collapse'));
}

/** @param collapse - Omitted counts. */
export function searchIssues(
  target: Target,
  issues: readonly Issue[],
  collapse: readonly string[],
): Answer {
  const { organization, request: call } = target;
  const visible = issues.filter(isVisible);
  const query = (call.query.get('query') ?? 'is:unresolved').trim();
  const hit = findDirectHit(visible, query, call);
  if (hit) {
    return ok([hit], { 'x-sentry-direct-hit': '1' });
  }
  requireParsable(query);
  const projects = readProjects(visible, target);
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
  const { items, link } = paginateByScore(found, readSort(call), call);
  const isFiltered = eventConditions(query).length > 0;
  const counts = { collapse, isFiltered, period: readStatsPeriod(call) };
  return ok(
    items.map((issue) => call.dialect.bodies.listedIssue(issue, counts)),
    {
      link,
      ...(found.length === 0 ? {} : { 'x-hits': String(found.length), 'x-max-hits': '1000' }),
    },
  );
}

/** IDs as repeated parameters; `-1` means all projects, none means those of the user's teams. */
export function readProjects(issues: readonly Issue[], { request, token }: Target) {
  const { query, hasGlobalViews } = request;
  const ids = query.getAll('project');
  if (!ids.every((id) => /^-?\d+$/.test(id))) {
    throw new Refusal(400, 'Invalid project parameter. Values must be numbers.');
  }
  ids.filter((id) => id !== '-1').forEach(requireInt64);
  const isOne = ids.length === 1 && ids[0] !== '-1';
  if (!hasGlobalViews && !isOne) {
    throw new Refusal(400, 'You do not have the multi project stream feature enabled');
  }
  if (ids.includes('-1') || (ids.length === 0 && !token.isInNoTeam)) {
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

function readSort({ query, dialect }: RoutedRequest): (issue: Issue) => number {
  const name = query.get('sort') ?? 'date';
  const sort = dialect.issueSorts.find((known) => known === name);
  if (!sort) {
    throw new Refusal(400, `Sort key '${name}' not supported.`);
  }
  return ISSUE_SORTS[sort];
}

function findDirectHit(issues: readonly Issue[], query: string, call: RoutedRequest) {
  const { bodies } = call.dialect;
  if (/^[0-9a-f]{32}$/i.test(query)) {
    const eventId = query.toLowerCase();
    const issue = issues.find(({ events }) => events.some(({ id }) => id === eventId));
    return issue && { ...bodies.listedIssue(issue, { collapse: [] }), matchingEventId: eventId };
  }
  const issue =
    call.query.get('shortIdLookup') === '1' &&
    issues.find(({ shortId }) => shortId === query.toUpperCase());
  return issue ? bodies.listedIssue(issue, { collapse: [] }) : undefined;
}
