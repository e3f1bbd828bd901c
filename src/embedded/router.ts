import {
  authenticate,
  EVENT_SCOPES,
  findIssue,
  findOrganization,
  ORGANIZATION_SCOPES,
  requireMembership,
  requireScope,
  requireVisible,
} from './access.ts';
import { type Answer, ok, Refusal } from './answer.ts';
import type { Dataset, Issue, Organization } from './dataset.ts';
import * as routes from './issue-routes.ts';
import { PagingError } from './paging.ts';

export interface RoutedRequest extends routes.Call {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly hasJsonBody: boolean;
}

/** `/api/0/` and the parts of a path behind it, each followed by a slash. */
const API_PATH = /^\/api\/0\/((?:[^/]+\/)*)$/;

/** Answers as Sentry's REST API does, refusals included. */
export function answer(dataset: Dataset, request: RoutedRequest): Answer {
  try {
    return route(dataset, request) ?? { status: 404, body: '' };
  } catch (error) {
    if (error instanceof Refusal) {
      return error.answer;
    }
    if (error instanceof PagingError) {
      return { status: 400, body: { detail: error.message } };
    }
    throw error;
  }
}

function route(dataset: Dataset, request: RoutedRequest): Answer | null {
  if (!request.path.endsWith('/')) {
    return withoutSlash(request);
  }
  const parts = API_PATH.exec(request.path)?.[1]?.split('/').slice(0, -1).map(decodeURIComponent);
  if (!parts) {
    return null;
  }
  const [first, second = '', ...rest] = parts;
  if (first === 'issues' || first === 'groups') {
    return issueRoute(dataset, request, null, [second, ...rest]);
  }
  if (first !== 'organizations' || second === '') {
    return null;
  }
  const [collection, ...below] = rest;
  switch (collection) {
    case undefined:
      return showOrganization(dataset, request, second);
    case 'issues':
    case 'groups':
      return below.length === 0
        ? listIssues(dataset, request, second)
        : issueRoute(dataset, request, second, below);
    case 'shortids':
      return below.length === 1 ? showShortId(dataset, request, second, below[0] ?? '') : null;
    default:
      return null;
  }
}

type IssueRoute = (issue: Issue) => Answer;

/** Routes below an issue: of an organization, or (legacy) by numeric id alone. */
function issueRoute(
  dataset: Dataset,
  request: RoutedRequest,
  organizationName: string | null,
  [name = '', ...below]: readonly string[],
): Answer | null {
  const handler = findIssueRoute(below, request);
  if (!handler) {
    return null;
  }
  requireGet(request);
  const token = authenticate(request.authorization);
  requireScope(token, EVENT_SCOPES);
  const organization =
    organizationName === null ? null : findOrganization(dataset, organizationName);
  const issue = findIssue(dataset, organization, name);
  requireMembership(token, organization ?? findOrganization(dataset, issue.organization));
  requireVisible(issue);
  return handler(issue);
}

function findIssueRoute(below: readonly string[], request: RoutedRequest): IssueRoute | null {
  const [collection, name, ...more] = below;
  if (more.length > 0) {
    return null;
  }
  switch (collection) {
    case undefined:
      return routes.showIssue;
    case 'hashes':
      return name === undefined ? (issue) => routes.listHashes(issue, request) : null;
    case 'events':
      return name === undefined
        ? (issue) => routes.listEvents(issue, request)
        : (issue) => routes.showEvent(issue, name, request);
    default:
      return null;
  }
}

function showOrganization(dataset: Dataset, request: RoutedRequest, name: string): Answer {
  const { id, slug, name: title } = enter(dataset, request, name, ORGANIZATION_SCOPES);
  return ok({
    id,
    slug,
    name: title,
    dateCreated: '2018-11-06T21:19:55.101000Z',
    status: { id: 'active', name: 'active' },
    links: { organizationUrl: request.origin, regionUrl: request.origin },
  });
}

function listIssues(dataset: Dataset, request: RoutedRequest, name: string): Answer {
  const organization = enter(dataset, request, name, EVENT_SCOPES);
  if (!request.query.has('group')) {
    return routes.listIssues(issuesOf(dataset, organization), request);
  }
  return routes.listIssuesById(issuesOf(dataset, organization), request);
}

function showShortId(
  dataset: Dataset,
  request: RoutedRequest,
  name: string,
  shortId: string,
): Answer {
  const organization = enter(dataset, request, name, EVENT_SCOPES);
  return routes.showShortId(
    issuesOf(dataset, organization).find((issue) => issue.shortId === shortId.toUpperCase()),
  );
}

/** The checks of a route that ends at the organization. */
function enter(
  dataset: Dataset,
  request: RoutedRequest,
  name: string,
  scopes: readonly string[],
): Organization {
  requireGet(request);
  const token = authenticate(request.authorization);
  requireScope(token, scopes);
  const organization = findOrganization(dataset, name);
  requireMembership(token, organization);
  return organization;
}

function issuesOf({ issues }: Dataset, { slug }: Organization): readonly Issue[] {
  return issues.filter(({ organization }) => organization === slug);
}

function requireGet({ method }: RoutedRequest): void {
  if (method !== 'GET') {
    throw new Refusal(405, `Method "${method}" not allowed.`, { allow: 'GET, HEAD, OPTIONS' });
  }
}

/** No redirect: Sentry names the path that would have done, and needs no credentials for it. */
function withoutSlash({ path, hasJsonBody }: RoutedRequest): Answer {
  const sentence = 'Route not found, did you forget a trailing slash?';
  return hasJsonBody
    ? { status: 404, body: { info: `${sentence} try: ${path}/` } }
    : {
        status: 404,
        body: `${sentence}\n\ntry: ${path}/\n${' '.repeat(5 + path.length)}^`,
        headers: { 'content-type': 'text/plain' },
      };
}
