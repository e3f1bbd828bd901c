import { type Answer, ok } from '../answer.ts';
import type { Issue } from '../dataset.ts';
import { environmentOf } from '../event-body.ts';
import type { ReceivedRequest } from '../requests.ts';
import { notFound } from './answers.ts';
import { pageAnswer } from './cursor-pages.ts';
import { type PageReading, readPage } from './cursors.ts';
import { issueBody, issueDetail } from './issue-body.ts';
import { firstSeen, ISSUE_SORTS, issueOrder } from './orders.ts';
import { readChoice, readIntegers, readTime } from './parameters.ts';
import { matchesSearch } from './search.ts';
import { eventsOf } from './tables.ts';

const LOCATION = ['query', 'filters'] as const;

/** `IssueFilters`: with an unknown ID, or the project `-1`, no issue matches. */
export function readFilters(query: URLSearchParams): (issue: Issue) => boolean {
  const [ids, projects] = [
    readIntegers(query, 'id', LOCATION),
    readIntegers(query, 'project', LOCATION),
  ];
  const environments = query.getAll('environment');
  const [start, end] = ['start', 'end'].map((name) => {
    const text = query.get(name);
    return text === null ? null : readTime(text, [...LOCATION, name]);
  });
  const search = query.get('query') ?? '';
  return (issue) =>
    (ids.length === 0 || ids.includes(issue.id)) &&
    (projects.length === 0 || projects.includes(issue.projectId)) &&
    (environments.length === 0 ||
      eventsOf(issue).some((event) => environments.includes(environmentOf(event)))) &&
    (start == null || firstSeen(issue) >= start) &&
    (end == null || firstSeen(issue) <= end) &&
    matchesSearch(issue, search);
}

export interface ListReading extends PageReading {
  readonly matches: (issue: Issue) => boolean;
  readonly sort: (typeof ISSUE_SORTS)[number];
}

export function readList(request: ReceivedRequest): ListReading {
  const { query } = request;
  const sort = readChoice(query.get('sort') ?? '-last_seen', ISSUE_SORTS, ['query', 'sort']);
  return { ...readPage(request), matches: readFilters(query), sort };
}

/** `GET …/issues/`. An event's ID as the query is a direct hit, with pages like any other search. */
export function listIssues(
  issues: readonly Issue[],
  { matches, sort, ...reading }: ListReading,
): Answer {
  const { query, origin } = reading.request;
  const eventId = readEventId(query.get('query') ?? '');
  const found =
    eventId === null
      ? issues.filter(matches)
      : issues.filter((issue) => eventsOf(issue).some(({ id }) => id === eventId));
  const answer = pageAnswer(found, issueOrder(sort), reading, (issue) =>
    issueBody(issue, origin, eventId),
  );
  return eventId === null
    ? answer
    : { ...answer, headers: { ...answer.headers, 'x-sentry-direct-hit': '1' } };
}

function readEventId(text: string): string | null {
  const id = text.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(id) ? id : null;
}

/** `GET /issues/{id}/`: also merged issues. */
export function showIssue(issue: Issue | undefined, origin: string): Answer {
  if (!issue) {
    throw notFound();
  }
  return ok(issueDetail(issue, origin));
}
