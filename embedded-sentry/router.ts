import {
  authenticate,
  findIssue,
  findOrganization,
  ORGANIZATION_SCOPES,
  requireMembership,
  requireScope,
  requireVisible,
} from './access.ts';
import { type Answer, InternalError, internalError, ok, Refusal } from './answer.ts';
import type { Dataset, Issue } from './dataset.ts';
import type { SentryDialect } from './dialect.ts';
import { PagingError } from './paging.ts';
import { listOrganizations } from './project-routes.ts';
import type { ReceivedRequest } from './requests.ts';
import { type Route, type RouteNames, routesOf } from './routes.ts';

export interface RoutedRequest extends ReceivedRequest {
  readonly dialect: SentryDialect;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** Answers like Sentry's REST API, also for refusals. */
export function answer(dataset: Dataset, request: RoutedRequest): Answer {
  if (!request.path.endsWith('/')) {
    return withoutSlash(request);
  }
  if (request.path === '/api/0/') {
    return showToken(request.authorization);
  }
  if (request.path === '/api/0/organizations/') {
    return listOwnOrganizations(dataset, request);
  }
  for (const route of routesOf(request.dialect)) {
    const names = route.pattern.exec(request.path);
    if (names) {
      const allow = [...Object.keys(route.verbs), 'HEAD', 'OPTIONS'].join(', ');
      const given = tryAnswer(request, () =>
        callVerb(dataset, request, route, decode(names.groups ?? {})),
      );
      return { ...given, headers: { allow, ...given.headers } };
    }
  }
  return { status: 404, body: '', headers: HTML };
}

/** Sentry's `IndexEndpoint` needs no permission, but refuses an invalid token. */
function showToken(authorization: string | undefined): Answer {
  try {
    const token = authorization === undefined ? null : authenticate(authorization);
    return ok({ version: '0', auth: token && { scopes: token.scopes }, user: null });
  } catch (error) {
    if (error instanceof Refusal) {
      return error.answer;
    }
    throw error;
  }
}

/** The only route without an organization that needs a scope. */
function listOwnOrganizations(dataset: Dataset, request: RoutedRequest): Answer {
  return tryAnswer(request, () => {
    const token = authenticate(request.authorization);
    requireScope(token, request.method, ORGANIZATION_SCOPES);
    return listOrganizations(dataset, token, request);
  });
}

function tryAnswer(request: RoutedRequest, makeAnswer: () => Answer): Answer {
  try {
    return makeAnswer();
  } catch (error) {
    if (error instanceof Refusal) {
      return error.answer;
    }
    if (error instanceof PagingError) {
      return request.dialect.refusePage(error.message, request.query);
    }
    if (error instanceof InternalError) {
      return internalError(error);
    }
    throw error;
  }
}

/** Sentry checks the method last: a 401, 403 or 404 takes precedence over a 405. */
function callVerb(
  dataset: Dataset,
  request: RoutedRequest,
  { scopes, verbs }: Route,
  names: RouteNames,
): Answer {
  const token = authenticate(request.authorization);
  requireScope(token, request.method, scopes);
  const named = names.org === undefined ? null : findOrganization(dataset, names.org);
  const issue = names.issue === undefined ? null : findIssue(dataset, named, names.issue);
  const organization = named ?? findOrganization(dataset, issue?.organization ?? '');
  requireMembership(token, organization);
  if (issue) {
    requireVisible(issue);
  }
  const verb = verbs[request.method === 'HEAD' ? 'GET' : request.method];
  if (!verb) {
    throw new Refusal(405, `Method "${request.method}" not allowed.`);
  }
  return verb({
    dataset,
    request,
    token,
    organization,
    issues: dataset.issues.filter((candidate) => candidate.organization === organization.slug),
    names,
    get issue(): Issue {
      if (!issue) {
        throw new Error('The route has no issue.');
      }
      return issue;
    },
  });
}

/** No redirect: Sentry's message has the correct path, also without credentials. */
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

/** Decoded parts of a path; invalid encoding becomes a name that no object has. */
function decode(names: Readonly<Record<string, string>>): RouteNames {
  return Object.fromEntries(
    Object.entries(names)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [name, decodePart(part)]),
  );
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '\0';
  }
}
