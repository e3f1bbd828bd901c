import {
  EVENT_SCOPES,
  findIssue,
  ORGANIZATION_SCOPES,
  PROJECT_SCOPES,
  type ScopeMap,
} from './access.ts';
import { type Answer, forbidden, Refusal } from './answer.ts';
import { changeIssues, deleteIssues } from './bulk-change.ts';
import type { Dataset, Issue, Organization } from './dataset.ts';
import type { SentryDialect } from './dialect.ts';
import { listIntegrations, listLinksOfApps } from './external-issues.ts';
import { listIssues } from './issue-list.ts';
import * as issues from './issue-routes.ts';
import { showIssueStats } from './issue-stats.ts';
import { addNote, unmerge, updateIssue } from './mutations.ts';
import * as projects from './project-routes.ts';
import type { RoutedRequest } from './router.ts';
import { listTagValues } from './tag-values.ts';
import type { Token } from './tokens.ts';

export interface RouteNames {
  readonly org?: string;
  readonly issue?: string;
  readonly project?: string;
  readonly name?: string;
}

/** A request that has passed all checks. */
export interface Target {
  readonly dataset: Dataset;
  readonly request: RoutedRequest;
  readonly token: Token;
  readonly organization: Organization;
  /** Those of the organization. */
  readonly issues: readonly Issue[];
  /** The one in the path. */
  readonly issue: Issue;
  readonly names: RouteNames;
}

export interface Route {
  readonly pattern: RegExp;
  readonly scopes: ScopeMap;
  /** Any other method is a 405; the header `Allow` lists these in order. */
  readonly verbs: Readonly<Partial<Record<string, (target: Target) => Answer>>>;
}

/** Methods whose scopes no token of the demo server has. */
const CHANGES = {
  PUT: () => {
    throw forbidden();
  },
  DELETE: () => {
    throw forbidden();
  },
};

const PART = '[^/]+';
/** Of an organization, or (legacy) only by numeric ID. */
const ISSUE = `(?:organizations/(?<org>${PART})/)?(?:issues|groups)/(?<issue>${PART})`;
const ORGANIZATION = `organizations/(?<org>${PART})`;
const PROJECT = `projects/(?<org>${PART})/(?<project>${PART})`;

type RouteTable = readonly (readonly [string, ScopeMap, Route['verbs']])[];

const tableOf = ({ unmergeVerb, namedEvents }: SentryDialect): RouteTable => [
  [
    ORGANIZATION,
    ORGANIZATION_SCOPES,
    {
      GET: ({ organization, request }) => projects.showOrganization(organization, request),
      ...CHANGES,
    },
  ],
  [`${ORGANIZATION}/projects`, ORGANIZATION_SCOPES, { GET: projects.listProjects }],
  [
    `${ORGANIZATION}/(?:issues|groups)`,
    EVENT_SCOPES,
    {
      GET: (target) =>
        target.request.query.has('group') ? issues.listIssuesById(target) : listIssues(target),
      PUT: (target) => changeIssues(target, readJson(target.request)),
      DELETE: deleteIssues,
    },
  ],
  [`${ORGANIZATION}/issues-stats`, EVENT_SCOPES, { GET: showIssueStats }],
  [
    `${ORGANIZATION}/shortids/(?<name>${PART})`,
    EVENT_SCOPES,
    {
      GET: ({ dataset, organization, names, request }) =>
        issues.showShortId(findIssue(dataset, organization, names.name ?? ''), request.dialect),
    },
  ],
  [
    `${ORGANIZATION}/eventids/(?<name>\\d+|[A-Fa-f0-9-]{32,36})`,
    ORGANIZATION_SCOPES,
    { GET: projects.showEventId },
  ],
  [
    ISSUE,
    EVENT_SCOPES,
    {
      GET: issues.showIssue,
      PUT: ({ issue, request }) => updateIssue(issue, readJson(request), request.dialect),
      DELETE: ({ issue }) => issues.deleteIssue(issue),
    },
  ],
  [
    `${ISSUE}/(?:comments|notes)`,
    EVENT_SCOPES,
    {
      GET: issues.listNotes,
      POST: ({ issue, request }) => addNote(issue, readJson(request)),
    },
  ],
  [
    `${ISSUE}/hashes`,
    EVENT_SCOPES,
    {
      GET: issues.listHashes,
      [unmergeVerb]: ({ dataset, issue, request }: Target) =>
        unmerge(dataset, issue, request.query.getAll('id'), request.dialect),
    },
  ],
  [`${ISSUE}/integrations`, EVENT_SCOPES, { GET: listIntegrations }],
  [`${ISSUE}/external-issues`, EVENT_SCOPES, { GET: listLinksOfApps }],
  [`${ISSUE}/tags/(?<name>${PART})/values`, EVENT_SCOPES, { GET: listTagValues }],
  [`${ISSUE}/events`, EVENT_SCOPES, { GET: issues.listEvents }],
  [
    `${ISSUE}/events/(?<name>${[...namedEvents, 'helpful'].join('|')}|\\d+|[A-Fa-f0-9-]{32,36})`,
    EVENT_SCOPES,
    { GET: issues.showEvent },
  ],
  [PROJECT, PROJECT_SCOPES, { GET: projects.showProject, ...CHANGES }],
  [`${PROJECT}/issues`, EVENT_SCOPES, { GET: projects.listIssues, ...CHANGES }],
  [`${PROJECT}/teams`, PROJECT_SCOPES, { GET: projects.listTeams }],
  [`${PROJECT}/events`, PROJECT_SCOPES, { GET: projects.listEvents }],
  [`${PROJECT}/events/(?<name>${PART})`, PROJECT_SCOPES, { GET: projects.showEvent }],
  [
    `${PROJECT}/events/(?<name>[\\w-]+)/grouping-info`,
    PROJECT_SCOPES,
    { GET: projects.showGrouping },
  ],
  [
    `${PROJECT}/events/(?<name>[\\w-]+)/attachments`,
    PROJECT_SCOPES,
    { GET: projects.showAttachments },
  ],
  [
    `${PROJECT}/events/(?<name>[\\w-]+)/committers`,
    PROJECT_SCOPES,
    { GET: projects.showCommitters },
  ],
];

const tables = new WeakMap<SentryDialect, readonly Route[]>();

export function routesOf(dialect: SentryDialect): readonly Route[] {
  const known =
    tables.get(dialect) ??
    tableOf(dialect).map(([path, scopes, verbs]) => ({
      pattern: new RegExp(`^/api/0/${path}/$`),
      scopes,
      verbs,
    }));
  tables.set(dialect, known);
  return known;
}

function readJson({ text }: RoutedRequest): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch (error) {
    throw new Refusal(400, `JSON parse error - ${(error as Error).message}`);
  }
}
