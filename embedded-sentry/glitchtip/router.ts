import { type Answer, Refusal } from '../answer.ts';
import type { Dataset, Organization } from '../dataset.ts';
import type { ReceivedRequest } from '../requests.ts';
import { findToken, type Token } from '../tokens.ts';
import {
  methodNotAllowed,
  notFound,
  notFoundPage,
  serverError,
  webApplication,
} from './answers.ts';
import { toJson } from './json.ts';
import { ROUTES, type Verb, type Verbs } from './routes.ts';
import { ServerFailure } from './server-failure.ts';

/** Answers like GlitchTip, also for refusals. */
export function answer(dataset: Dataset, request: ReceivedRequest): Answer {
  return withJson(tryAnswer(dataset, request));
}

function tryAnswer(dataset: Dataset, request: ReceivedRequest): Answer {
  try {
    return route(dataset, request) ?? outsideApi(request);
  } catch (error) {
    if (error instanceof Refusal) {
      return error.answer;
    }
    if (error instanceof ServerFailure) {
      return serverError;
    }
    throw error;
  }
}

function withJson(answer: Answer): Answer {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers };
  return typeof answer.body === 'string'
    ? answer
    : { ...answer, headers, body: toJson(answer.body) };
}

function route(dataset: Dataset, request: ReceivedRequest): Answer | null {
  const found = findRoute(request.path);
  if (!found) {
    return null;
  }
  const verb = found.verbs[request.method];
  return verb
    ? call(dataset, request, verb, found.names)
    : methodNotAllowed(Object.keys(found.verbs));
}

function findRoute(path: string) {
  for (const { pattern, verbs } of ROUTES) {
    const match = pattern.exec(path);
    if (match) {
      return { verbs: verbs as Verbs, names: match.groups ?? {} };
    }
  }
  return null;
}

/** In GlitchTip's order: credentials, parameters, scope, objects of the path. */
function call(
  dataset: Dataset,
  request: ReceivedRequest,
  { scopes, prepare }: Verb,
  names: Readonly<Record<string, string>>,
): Answer {
  const token = scopes === 'anyone' ? null : authenticate(request);
  const answerFor = prepare(request, names);
  if (token && Array.isArray(scopes) && !scopes.some((scope) => token.scopes.includes(scope))) {
    throw new Refusal(403, 'Permission denied');
  }
  const organization = findOrganization(dataset, token, names['org']);
  const issues = dataset.issues.filter(
    (issue) =>
      token?.organizations.includes(issue.organization) === true &&
      (names['org'] === undefined || issue.organization === organization?.slug) &&
      (names['project'] === undefined || issue.project === names['project']),
  );
  return answerFor({
    dataset,
    token,
    issues,
    named: organization,
    issue: issues.find(({ id }) => id === names['issue']),
    get organization() {
      if (!organization) {
        throw notFound();
      }
      return organization;
    },
  });
}

/** A change without a valid token is treated as one of a browser, and refused without a CSRF token. */
function authenticate({ authorization, method }: ReceivedRequest): Token {
  const [scheme, ...rest] = (authorization ?? '').split(' ');
  const token = scheme?.toLowerCase() === 'bearer' ? findToken(rest.join(' ')) : undefined;
  if (token && !token.isExpired) {
    return token;
  }
  throw method === 'GET' ? new Refusal(401, 'Unauthorized') : new Refusal(403, 'CSRF check Failed');
}

function findOrganization(
  { organizations }: Dataset,
  token: Token | null,
  slug: string | undefined,
): Organization | undefined {
  return organizations.find(
    (candidate) =>
      candidate.slug === slug && token?.organizations.includes(candidate.slug) === true,
  );
}

/** Words in paths of the web application. */
const APPLICATION = /\/(?:issues|settings|performance|projects|releases|uptime-monitors)/;

/**
 * Paths of the web application return HTML with a 200, or with a 500 if its files are missing; others return a
 * page with a 404.
 */
function outsideApi({ path, hasWebApplication }: ReceivedRequest): Answer {
  if (APPLICATION.test(path)) {
    return hasWebApplication ? webApplication : serverError;
  }
  return findRoute(`${path}/`)
    ? {
        status: 301,
        body: '',
        headers: { location: `${path}/`, 'content-type': 'text/html; charset=utf-8' },
      }
    : notFoundPage;
}
