import { type Answer, ok } from '../answer.ts';
import type { Dataset, Issue, Organization } from '../dataset.ts';
import type { ReceivedRequest } from '../requests.ts';
import type { Token } from '../tokens.ts';
import { changeIssue, changeIssues, readChange } from './changes.ts';
import { addComment, listComments, readComment } from './comments.ts';
import { readPage } from './cursors.ts';
import { listIssueEvents, listProjectEvents, showIssueEvent, showProjectEvent } from './events.ts';
import { deleteHashes, listHashes, readHashIds } from './hashes.ts';
import { listIssues, readFilters, readList, showIssue } from './issues.ts';
import {
  listOrganizations,
  listProjects,
  listReleases,
  listTeams,
  showOrganization,
  showProject,
  showRelease,
} from './organizations.ts';
import { readUuid } from './parameters.ts';
import { SETTINGS } from './settings.ts';
import { listStats, readStats } from './stats.ts';
import { isDeleted } from './tables.ts';
import { listTags } from './tags.ts';

/** A request that has passed all checks. */
export interface Target {
  readonly dataset: Dataset;
  /** Null on routes that need no token. */
  readonly token: Token | null;
  /** The organization in the path; reading it throws a 404 if the token has no access to it. */
  readonly organization: Organization;
  /** The same without a 404. */
  readonly named: Organization | undefined;
  /** Issues that the token may read, of the organization and project in the path. */
  readonly issues: readonly Issue[];
  /** The one in the path. */
  readonly issue: Issue | undefined;
}

type Names = Readonly<Record<string, string>>;

export interface Verb {
  /** Any of these scopes is enough; null if none is needed. */
  readonly scopes: readonly string[] | null | 'anyone';
  /** Reads the parameters; an invalid one is refused before the scope is checked. */
  readonly prepare: (request: ReceivedRequest, names: Names) => (target: Target) => Answer;
}

export type Verbs = Readonly<Partial<Record<string, Verb>>>;

function verb<T>(
  scopes: Verb['scopes'],
  read: (request: ReceivedRequest, names: Names) => T,
  answer: (target: Target, reading: T, request: ReceivedRequest) => Answer,
): Verb {
  return {
    scopes,
    prepare(request, names) {
      const reading = read(request, names);
      return (target) => answer(target, reading, request);
    },
  };
}

const scopes = (area: string) => [`${area}:read`, `${area}:write`, `${area}:admin`];
const READ_EVENTS = scopes('event');
const WRITE_EVENTS = ['event:write', 'event:admin'];
const RELEASES = ['project:releases'];
const nothing = () => null;
const eventId = (_request: ReceivedRequest, { name = '' }: Names) =>
  readUuid(name, ['path', 'event_id']);

const ORG = 'organizations/(?<org>[-\\w]+)';
const PROJECT = 'projects/(?<org>[-\\w]+)/(?<project>[-\\w]+)';
const ISSUE = 'issues/(?<issue>\\d+)';

const CHANGE_ISSUE = verb(
  WRITE_EVENTS,
  ({ text }) => readChange(text),
  ({ issue }, change, { origin }) => changeIssue(issue, change, origin),
);

const TABLE: Readonly<Record<string, Verbs>> = {
  'settings/': { GET: verb('anyone', nothing, () => ok(SETTINGS)) },
  '0/': { GET: verb('anyone', nothing, () => ok({ version: '0', user: null, auth: null })) },
  '0/organizations/': {
    GET: verb(scopes('org'), readPage, ({ dataset, token }, page) =>
      listOrganizations(dataset, token?.organizations ?? [], page),
    ),
  },
  [`0/${ORG}/`]: {
    GET: verb(scopes('org'), nothing, ({ organization, issues, token }) =>
      showOrganization(organization, issues, token?.scopes ?? []),
    ),
  },
  [`0/${ORG}/issues/`]: {
    GET: verb(
      READ_EVENTS,
      readList,
      ({ organization, issues, dataset }, list) =>
        organization &&
        listIssues(
          issues.filter((issue) => !isDeleted(dataset, issue)),
          list,
        ),
    ),
    PUT: verb(
      WRITE_EVENTS,
      ({ query, text }) => ({ matches: readFilters(query), change: readChange(text) }),
      ({ organization, dataset, issues }, { matches, change }) =>
        organization && changeIssues(dataset, issues.filter(matches), change),
    ),
  },
  [`0/${ORG}/${ISSUE}/`]: { PUT: CHANGE_ISSUE },
  [`0/${ORG}/${ISSUE}/hashes/`]: {
    GET: verb(
      ['event:read'],
      readPage,
      ({ organization, dataset, issue }, page) => organization && listHashes(dataset, issue, page),
    ),
    DELETE: verb(
      ['event:admin'],
      ({ query }) => readHashIds(query),
      ({ organization, dataset, issue }, ids) => organization && deleteHashes(dataset, issue, ids),
    ),
  },
  [`0/${ORG}/issues-stats/`]: {
    GET: verb(
      null,
      ({ query }) => readStats(query),
      ({ organization, issues }, reading) => organization && listStats(issues, reading),
    ),
  },
  [`0/${ORG}/projects/`]: {
    GET: verb(['project:read'], readPage, ({ issues }, page) => listProjects(issues, page)),
  },
  [`0/${ORG}/teams/`]: {
    GET: verb([...scopes('team'), ...scopes('org')], readPage, ({ issues }, page) =>
      listTeams(issues, page),
    ),
  },
  [`0/${ORG}/releases/`]: {
    GET: verb(RELEASES, readPage, ({ issues }, page) => listReleases(issues, page)),
  },
  [`0/${ORG}/releases/(?<name>[^/]+)/`]: {
    GET: verb(
      RELEASES,
      (_request, { name = '' }) => decodeURIComponent(name),
      ({ issues }, version) => showRelease(issues, version),
    ),
  },
  [`0/${ISSUE}/`]: {
    GET: verb(READ_EVENTS, nothing, ({ issue }, _nothing, { origin }) => showIssue(issue, origin)),
    PUT: CHANGE_ISSUE,
  },
  [`0/${ISSUE}/comments/`]: {
    GET: verb(['event:read', 'event:admin'], readPage, ({ issue }, page) =>
      listComments(issue, page),
    ),
    POST: verb(
      WRITE_EVENTS,
      ({ text }) => readComment(text),
      ({ issue }, text) => addComment(issue, text),
    ),
  },
  [`0/${ISSUE}/tags/`]: {
    GET: verb(
      READ_EVENTS,
      ({ query }) => query.get('key'),
      ({ issue }, key) => listTags(issue, key),
    ),
  },
  [`0/${ISSUE}/events/`]: {
    GET: verb(READ_EVENTS, readPage, ({ issue }, page) => listIssueEvents(issue, page)),
  },
  [`0/${ISSUE}/events/latest/`]: {
    GET: verb(READ_EVENTS, nothing, ({ issue }) => showIssueEvent(issue, null)),
  },
  [`0/${ISSUE}/events/(?<name>[^/]+)/`]: {
    GET: verb(READ_EVENTS, eventId, ({ issue }, id) => showIssueEvent(issue, id)),
  },
  [`0/${PROJECT}/`]: {
    GET: verb(scopes('project'), nothing, ({ named, issues }) => showProject(named, issues)),
  },
  [`0/${PROJECT}/issues/`]: {
    GET: verb(
      READ_EVENTS,
      readList,
      ({ organization, issues }, list) => organization && listIssues(issues, list),
    ),
  },
  [`0/${PROJECT}/events/`]: {
    GET: verb(READ_EVENTS, readPage, ({ issues }, page) => listProjectEvents(issues, page)),
  },
  [`0/${PROJECT}/events/(?<name>[^/]+)/`]: {
    GET: verb(READ_EVENTS, eventId, ({ issues }, id) => showProjectEvent(issues, id)),
  },
};

/** GlitchTip's API: issues only by number, organizations and projects only by slug. */
export const ROUTES: readonly { readonly pattern: RegExp; readonly verbs: Verbs }[] =
  Object.entries(TABLE).map(([path, verbs]) => ({
    pattern: new RegExp(`^/api/${path}$`),
    verbs,
  }));
