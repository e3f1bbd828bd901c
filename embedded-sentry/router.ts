import {
  authenticate,
  EVENT_SCOPES,
  findIssue,
  findOrganization,
  ORGANIZATION_SCOPES,
  PROJECT_SCOPES,
  requireMembership,
  requireScope,
  requireVisible,
  type ScopeMap,
} from './access.ts';
import { type Answer, Refusal } from './answer.ts';
import { changeIssues } from './bulk-change.ts';
import type { Dataset, Issue, Organization } from './dataset.ts';
import type { SentryDialect } from './dialect.ts';
import { listIssues } from './issue-list.ts';
import * as routes from './issue-routes.ts';
import { unmerge, updateIssue } from './mutations.ts';
import { PagingError } from './paging.ts';
import * as projects from './project-routes.ts';
import type { ReceivedRequest } from './requests.ts';

export interface RoutedRequest extends ReceivedRequest {
  readonly dialect: SentryDialect;
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
      return request.dialect.refusePage(error.message, request.query);
    }
    throw error;
  }
}

function route(dataset: Dataset, request: RoutedRequest): Answer | null {
  if (!request.path.endsWith('/')) {
    return withoutSlash(request);
  }
  const parts = API_PATH.exec(request.path)?.[1]?.split('/').slice(0, -1).map(decode);
  if (!parts) {
    return null;
  }
  const [first, second = '', ...rest] = parts;
  switch (first) {
    case 'issues':
    case 'groups':
      return second === '' ? null : issueRoute(dataset, request, null, [second, ...rest]);
    case 'projects':
      return projectRoute(dataset, request, [second, ...rest]);
    case 'organizations': {
      const [collection, ...below] = rest;
      return (collection === 'issues' || collection === 'groups') && below.length > 0
        ? issueRoute(dataset, request, second, below)
        : organizationRoute(dataset, request, second, rest);
    }
    default:
      return null;
  }
}

/** What an HTTP verb does; a verb that is not here is a 405. */
type Verbs<T> = Readonly<Partial<Record<string, (target: T) => Answer>>>;

/** Routes below an issue: of an organization, or (legacy) by numeric id alone. */
function issueRoute(
  dataset: Dataset,
  request: RoutedRequest,
  organizationName: string | null,
  [name = '', ...below]: readonly string[],
): Answer | null {
  const verbs = findIssueVerbs(dataset, below, request);
  if (!verbs) {
    return null;
  }
  const token = authenticate(request.authorization);
  requireScope(token, request.method, EVENT_SCOPES);
  const organization =
    organizationName === null ? null : findOrganization(dataset, organizationName);
  const issue = findIssue(dataset, organization, name);
  requireMembership(token, organization ?? findOrganization(dataset, issue.organization));
  requireVisible(issue);
  return dispatch(request, verbs, issue);
}

function findIssueVerbs(
  dataset: Dataset,
  below: readonly string[],
  request: RoutedRequest,
): Verbs<Issue> | null {
  const [collection, name, ...more] = below;
  if (more.length > 0) {
    return null;
  }
  switch (name === undefined ? collection : `${collection}/`) {
    case undefined:
      return { GET: routes.showIssue, PUT: (issue) => updateIssue(issue, readJson(request)) };
    case 'hashes':
      return {
        GET: (issue) => routes.listHashes(issue, request, request.dialect),
        [request.dialect.unmergeVerb]: (issue: Issue) =>
          unmerge(dataset, issue, request.query.getAll('id')),
      };
    case 'events':
      return { GET: (issue) => routes.listEvents(issue, request, request.dialect) };
    case 'events/':
      return { GET: (issue) => routes.showEvent(issue, name ?? '', request) };
    default:
      return null;
  }
}

/** Routes that end at an organization. */
function organizationRoute(
  dataset: Dataset,
  request: RoutedRequest,
  name: string,
  [collection, item, ...more]: readonly string[],
): Answer | null {
  if (more.length > 0) {
    return null;
  }
  const enter = (scopes: ScopeMap, verbs: Verbs<Organization>) =>
    organizationVerb(dataset, request, name, { scopes, verbs });
  switch (item === undefined ? collection : `${collection}/`) {
    case undefined:
      return enter(ORGANIZATION_SCOPES, {
        GET: (organization) => projects.showOrganization(organization, request),
      });
    case 'projects':
      return enter(ORGANIZATION_SCOPES, {
        GET: (organization) => projects.listProjects(dataset, organization, request),
      });
    case 'issues':
    case 'groups':
      return enter(EVENT_SCOPES, {
        GET: (organization) => {
          const issues = issuesOf(dataset, organization);
          return request.query.has('group')
            ? routes.listIssuesById(issues, request)
            : listIssues(organization, issues, request);
        },
        PUT: (organization) =>
          changeIssues(dataset, issuesOf(dataset, organization), request, readJson(request)),
      });
    case 'shortids/':
      return enter(EVENT_SCOPES, {
        GET: (organization) => routes.showShortId(findIssue(dataset, organization, item ?? '')),
      });
    case 'eventids/':
      return enter(ORGANIZATION_SCOPES, {
        GET: (organization) => projects.showEventId(dataset, organization, item ?? ''),
      });
    default:
      return null;
  }
}

function organizationVerb(
  dataset: Dataset,
  request: RoutedRequest,
  name: string,
  { scopes, verbs }: { readonly scopes: ScopeMap; readonly verbs: Verbs<Organization> },
): Answer {
  const token = authenticate(request.authorization);
  requireScope(token, request.method, scopes);
  const organization = findOrganization(dataset, name);
  requireMembership(token, organization);
  return dispatch(request, verbs, organization);
}

/** Routes below a project: `/projects/{org}/{project}/…` */
function projectRoute(
  dataset: Dataset,
  request: RoutedRequest,
  [name = '', slug = '', collection, item, ...more]: readonly string[],
): Answer | null {
  const find = {
    '': projects.showProject,
    issues: projects.listIssuesByHash,
    events: projects.listEvents,
    'events/': projects.showEvent,
  }[`${collection ?? ''}${item === undefined ? '' : '/'}`];
  if (!find || more.length > 0 || slug === '') {
    return null;
  }
  const scopes = collection === 'issues' ? EVENT_SCOPES : PROJECT_SCOPES;
  return organizationVerb(dataset, request, name, {
    scopes,
    verbs: {
      GET: (organization) => find(dataset, { ...request, organization, slug, item: item ?? '' }),
    },
  });
}

/** Sentry looks for the verb last: a 401, 403 or 404 comes before its 405. */
function dispatch<T>({ method }: RoutedRequest, verbs: Verbs<T>, target: T): Answer {
  const verb = verbs[method === 'HEAD' ? 'GET' : method];
  if (!verb) {
    const allow = [...Object.keys(verbs), 'HEAD', 'OPTIONS'].join(', ');
    throw new Refusal(405, `Method "${method}" not allowed.`, { allow });
  }
  return verb(target);
}

function readJson({ text }: RoutedRequest): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch (error) {
    throw new Refusal(400, `JSON parse error - ${(error as Error).message}`);
  }
}

function issuesOf({ issues }: Dataset, { slug }: Organization): readonly Issue[] {
  return issues.filter(({ organization }) => organization === slug);
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

/** A part of a path; one that is no proper text names nothing. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '\0';
  }
}
