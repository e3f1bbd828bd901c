import { type Answer, ok, Refusal } from '../answer.ts';
import type { Dataset, Issue, Organization } from '../dataset.ts';
import type { RoutedRequest } from '../router.ts';
import { findToken, type Token } from '../tokens.ts';
import { deleteHashes, listHashes } from './hashes.ts';
import {
  changeIssue,
  changeIssues,
  listIssues,
  listProjects,
  notFound,
  showEvent,
  showIssue,
  showProject,
  showProjectEvent,
} from './issues.ts';

/*
 * GlitchTip's API, from its source of 2025 and 2026. It is written with Django Ninja: credentials,
 * then parameters, then scopes, then what the path names. Issues are known by their numbers and
 * organizations by their slugs alone; a path that names none falls through to the web application.
 */

interface Route {
  readonly path: RegExp;
  readonly verbs: Readonly<Partial<Record<string, Verb>>>;
}

interface Verb {
  /** Any of them will do. */
  readonly scopes: readonly string[];
  readonly answer: (target: Target) => Answer;
}

interface Target {
  readonly dataset: Dataset;
  readonly request: RoutedRequest;
  /** Null where the path names none. */
  readonly organization: Organization | null;
  /** Issues that the token may see, of the organization where there is one. */
  readonly issues: readonly Issue[];
  /** The one that the path names, if the token may see it. */
  readonly issue: Issue | undefined;
  readonly project: string;
  readonly name: string;
}

const READ_EVENTS = ['event:read', 'event:write', 'event:admin'];
const READ_PROJECTS = ['project:read', 'project:write', 'project:admin'];
const WRITE_EVENTS = ['event:write', 'event:admin'];
const ORG = String.raw`organizations/(?<org>[-\w]+)`;

const ROUTES: readonly Route[] = [
  {
    path: new RegExp(`^${ORG}/$`),
    verbs: {
      GET: {
        scopes: ['org:read', 'org:write', 'org:admin'],
        answer: ({ organization }) => ok({ ...organization, dateCreated: '2020-01-01T00:00:00Z' }),
      },
    },
  },
  {
    path: new RegExp(`^${ORG}/issues/$`),
    verbs: {
      GET: { scopes: READ_EVENTS, answer: ({ issues, request }) => listIssues(issues, request) },
      PUT: {
        scopes: WRITE_EVENTS,
        answer: ({ dataset, issues, request }) => changeIssues(dataset, issues, request),
      },
    },
  },
  {
    path: new RegExp(`^${ORG}/projects/$`),
    verbs: {
      GET: {
        scopes: READ_PROJECTS,
        answer: ({ issues, request }) => listProjects(issues, request),
      },
    },
  },
  {
    path: new RegExp(`^${ORG}/issues/(?<issue>\\d+)/$`),
    verbs: {
      PUT: { scopes: WRITE_EVENTS, answer: ({ issue, request }) => changeIssue(issue, request) },
    },
  },
  {
    path: new RegExp(`^${ORG}/issues/(?<issue>\\d+)/hashes/$`),
    verbs: {
      GET: { scopes: ['event:read'], answer: ({ issue, request }) => listHashes(issue, request) },
      DELETE: {
        scopes: ['event:admin'],
        answer: ({ issue, request }) => deleteHashes(issue, request.query.getAll('id')),
      },
    },
  },
  {
    path: /^issues\/(?<issue>\d+)\/$/,
    verbs: {
      GET: { scopes: READ_EVENTS, answer: ({ issue }) => showIssue(issue) },
      PUT: { scopes: WRITE_EVENTS, answer: ({ issue, request }) => changeIssue(issue, request) },
    },
  },
  {
    path: /^issues\/(?<issue>\d+)\/events\/(?<name>[^/]+)\/$/,
    verbs: {
      GET: { scopes: READ_EVENTS, answer: ({ issue, name }) => showEvent(issue, name) },
    },
  },
];

const PROJECT: Route = {
  path: /^projects\/(?<org>[-\w]+)\/(?<project>[-\w]+)\/$/,
  verbs: {
    GET: {
      scopes: READ_PROJECTS,
      answer: ({ issues, project }) => showProject(issues, project),
    },
  },
};

const PROJECT_EVENT: Route = {
  path: /^projects\/(?<org>[-\w]+)\/(?<project>[-\w]+)\/events\/(?<name>[^/]+)\/$/,
  verbs: {
    GET: {
      scopes: READ_EVENTS,
      answer: ({ issues, project, name }) => showProjectEvent(issues, project, name),
    },
  },
};

/** Answers as GlitchTip does, refusals included. */
export function answer(dataset: Dataset, request: RoutedRequest): Answer {
  try {
    return route(dataset, request) ?? outsideApi(request);
  } catch (error) {
    if (error instanceof Refusal) {
      return error.answer;
    }
    throw error;
  }
}

function route(dataset: Dataset, request: RoutedRequest): Answer | null {
  const path = request.path.replace(/^\/api\/0\//, '');
  for (const { path: pattern, verbs } of [...ROUTES, PROJECT, PROJECT_EVENT]) {
    const names = pattern.exec(path)?.groups;
    if (names) {
      return dispatch(dataset, request, verbs, names);
    }
  }
  return null;
}

function dispatch(
  dataset: Dataset,
  request: RoutedRequest,
  verbs: Route['verbs'],
  names: Readonly<Record<string, string>>,
): Answer {
  const verb = verbs[request.method];
  if (!verb) {
    const headers = { allow: Object.keys(verbs).join(', '), 'content-type': 'text/html' };
    return { status: 405, body: 'Method not allowed', headers };
  }
  const token = authenticate(request.authorization);
  if (!verb.scopes.some((scope) => token.scopes.includes(scope))) {
    throw new Refusal(403, 'Permission denied');
  }
  const organization = 'org' in names ? findOrganization(dataset, token, names['org']) : null;
  const issues = dataset.issues.filter(
    (issue) =>
      token.organizations.includes(issue.organization) &&
      (organization === null || issue.organization === organization.slug) &&
      issue.status !== 'pending_deletion',
  );
  const issue = issues.find(({ id }) => id === names['issue']);
  const { project = '', name = '' } = names;
  return verb.answer({ dataset, request, organization, issues, issue, project, name });
}

function authenticate(authorization: string | undefined): Token {
  const [scheme, ...rest] = (authorization ?? '').split(' ');
  const token = scheme?.toLowerCase() === 'bearer' ? findToken(rest.join(' ')) : undefined;
  if (!token || token.isExpired) {
    throw new Refusal(401, 'Unauthorized');
  }
  return token;
}

function findOrganization(dataset: Dataset, token: Token, slug: string | undefined): Organization {
  const organization = dataset.organizations.find((candidate) => candidate.slug === slug);
  if (!organization || !token.organizations.includes(organization.slug)) {
    throw notFound();
  }
  return organization;
}

/** Words that have the web application answer, wherever they stand in a path. */
const APPLICATION = /\/(?:issues|settings|performance|projects|releases|uptime-monitors)/;

/** Unknown paths are no 404 where the web application takes them for its own: HTML, with a 200. */
function outsideApi({ path }: RoutedRequest): Answer {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return APPLICATION.test(path)
    ? { status: 200, body: '<!doctype html><html><body><gt-root></gt-root></body></html>', headers }
    : {
        status: 404,
        body: '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>',
        headers,
      };
}

/** What its throttle gives. */
export function throttled(retryAfterSeconds: number): Answer {
  return {
    status: 429,
    body: { message: 'Please retry later' },
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}
