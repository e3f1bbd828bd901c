import { bulkEndpoint, endpoint, nameEndpoints } from './endpoint.ts';

const ISSUES = '/organizations/:organization/issues/';
const ISSUE = '/organizations/:organization/issues/:issue/';

/**
 * The only place with URLs of Sentry and GlitchTip, below `/api/0`. Scopes are those of Sentry's permission classes:
 * `GroupPermission` (`event:*`) for issues and everything below them, `OrganizationPermission` for other
 * collections of an organization, `ProjectPermission` for those of a project.
 */
export const endpoints = nameEndpoints({
  /** The token itself. It has no organization; the request goes to the server of one. */
  token: endpoint('GET', '/', { scope: null }),
  organizations: endpoint('GET', '/organizations/', { scope: 'org:read' }),
  organization: endpoint('GET', '/organizations/:organization/', { scope: 'org:read' }),
  projects: endpoint('GET', '/organizations/:organization/projects/', { scope: 'org:read' }),
  /** A version is encoded: it can have any characters but slashes. */
  release: endpoint('GET', '/organizations/:organization/releases/:version/', {
    scope: 'project:releases',
  }),
  organizationEvent: endpoint('GET', '/organizations/:organization/eventids/:event/', {
    scope: 'org:read',
    hasOwnLimit: true,
  }),
  project: endpoint('GET', '/projects/:organization/:project/', { scope: 'project:read' }),
  projectTeams: endpoint('GET', '/projects/:organization/:project/teams/', {
    scope: 'project:read',
  }),
  projectEvent: endpoint('GET', '/projects/:organization/:project/events/:event/', {
    scope: 'project:read',
    hasOwnLimit: true,
  }),
  eventGrouping: endpoint('GET', '/projects/:organization/:project/events/:event/grouping-info/', {
    scope: 'project:read',
    isOfStoredEvent: true,
  }),
  eventAttachments: endpoint('GET', '/projects/:organization/:project/events/:event/attachments/', {
    scope: 'project:read',
  }),
  eventCommitters: endpoint('GET', '/projects/:organization/:project/events/:event/committers/', {
    scope: 'project:read',
  }),
  issuesOfHashes: endpoint('GET', '/projects/:organization/:project/issues/', {
    scope: 'event:read',
    hasOwnLimit: true,
    idsToQuery: (hashes) => ({ hashes }),
  }),
  issues: endpoint('GET', ISSUES, { scope: 'event:read', hasOwnLimit: true }),
  issuesById: endpoint('GET', ISSUES, {
    scope: 'event:read',
    hasOwnLimit: true,
    idsToQuery: (group) => ({ group, project: '-1' }),
  }),
  issuesByNumber: endpoint('GET', ISSUES, {
    scope: 'event:read',
    hasOwnLimit: true,
    idsToQuery: (id) => ({ id }),
  }),
  mergeIssues: bulkEndpoint(ISSUES, {
    scope: 'event:write',
    hasOwnLimit: true,
    changes: 'issueOfEvents',
    idsToQuery: (id) => ({ id }),
  }),
  issue: endpoint('GET', ISSUE, { scope: 'event:read', hasOwnLimit: true }),
  updateIssue: endpoint('PUT', ISSUE, {
    scope: 'event:write',
    hasOwnLimit: true,
    changes: 'issue',
  }),
  addNote: endpoint('POST', `${ISSUE}comments/`, { scope: 'event:write', changes: 'issue' }),
  issueHashes: endpoint('GET', `${ISSUE}hashes/`, {
    scope: 'event:read',
    events: 'latestEventOfRows',
  }),
  /** GlitchTip's hash list. */
  issueHashesAlwaysFull: endpoint('GET', `${ISSUE}hashes/`, {
    scope: 'event:read',
    events: 'latestEventOfRows',
    isAlwaysFull: true,
  }),
  issueIntegrations: endpoint('GET', `${ISSUE}integrations/`, { scope: 'event:read' }),
  issueLinksOfApps: endpoint('GET', `${ISSUE}external-issues/`, { scope: 'event:read' }),
  tagValues: endpoint('GET', `${ISSUE}tags/:key/values/`, {
    scope: 'event:read',
    hasOwnLimit: true,
  }),
  unmergeHashes: endpoint('PUT', `${ISSUE}hashes/`, {
    scope: 'event:write',
    changes: 'issueOfEvents',
    idsToQuery: (id) => ({ id }),
  }),
  /** The unmerge of older Sentry servers and of GlitchTip. */
  unmergeHashesByDelete: endpoint('DELETE', `${ISSUE}hashes/`, {
    scope: 'event:admin',
    changes: 'issueOfEvents',
    idsToQuery: (id) => ({ id }),
  }),
  issueEvents: endpoint('GET', `${ISSUE}events/`, { scope: 'event:read', events: 'rows' }),
  /** Brackets are needed for a single ID too: a search for a bare ID is a direct hit, with a full event. */
  issueEventsById: endpoint('GET', `${ISSUE}events/`, {
    scope: 'event:read',
    events: 'rows',
    idsToQuery: (ids) => ({ query: `id:[${ids.join(',')}]`, ...wholeWindow() }),
  }),
  /** `:event` can be `latest`, `oldest` or `recommended`. */
  issueEvent: endpoint('GET', `${ISSUE}events/:event/`, {
    scope: 'event:read',
    hasOwnLimit: true,
    events: 'body',
  }),
  /** The same with fields that event bodies lack: release, neighbours and user report. */
  issueEventDetail: endpoint('GET', `${ISSUE}events/:event/`, {
    scope: 'event:read',
    hasOwnLimit: true,
  }),
  issuesStats: endpoint('GET', '/organizations/:organization/issues-stats/', {
    scope: 'event:read',
    hasOwnLimit: true,
    idsToQuery: (groups) => ({ groups }),
  }),
  /**
   * For GlitchTip: these return any issue that the token may read, of any organization, so they are sent with a
   * `check`.
   */
  anyIssue: endpoint('GET', '/issues/:issue/', { scope: 'event:read' }),
  tagsOfAnyIssue: endpoint('GET', '/issues/:issue/tags/', { scope: 'event:read' }),
  addNoteToAnyIssue: endpoint('POST', '/issues/:issue/comments/', {
    scope: 'event:write',
    changes: 'issue',
  }),
  eventsOfAnyIssue: endpoint('GET', '/issues/:issue/events/', { scope: 'event:read' }),
  eventOfAnyIssue: endpoint('GET', '/issues/:issue/events/:event/', {
    scope: 'event:read',
    events: 'body',
    isAlwaysFull: true,
  }),
});

/** Before all events: Sentry limits it to the organization's retention. */
const BEGINNING = '2008-05-08T00:00:00';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * All retained events; by default Sentry searches the last 90 days. The end changes once a day, so that
 * URLs are equal.
 */
export function wholeWindow() {
  const end = (Math.floor(Date.now() / DAY_MS) + 2) * DAY_MS;
  return { start: BEGINNING, end: new Date(end).toISOString().slice(0, 19) };
}
