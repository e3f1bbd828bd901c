import { type Answer, notFound, ok, Refusal } from './answer.ts';
import type { Dataset, Issue, Organization, StoredEvent } from './dataset.ts';
import type { SentryDialect } from './dialect.ts';
import { listAttachments, listCommitters } from './event-extras.ts';
import { groupingInfo } from './grouping/info.ts';
import { searchIssues } from './issue-list.ts';
import { eventPage, eventPageOf } from './issue-routes.ts';
import { TEAM } from './issue-state.ts';
import { paginateByPage, readPerPage } from './paging.ts';
import type { Call } from './requests.ts';
import type { RoutedRequest } from './router.ts';
import type { Target } from './routes.ts';
import { paginateByScore } from './score-paging.ts';
import type { Token } from './tokens.ts';

/** `/organizations/{org}/` */
export function showOrganization(organization: Organization, { origin }: Call): Answer {
  return ok(organizationBody(organization, origin));
}

function organizationBody({ id, slug, name, dateCreated }: Organization, origin: string) {
  return {
    id,
    slug,
    name,
    dateCreated,
    status: { id: 'active', name: 'active' },
    links: { organizationUrl: origin, regionUrl: origin },
  };
}

/** `/organizations/`: those of the token, the newest first. */
export function listOrganizations(
  { organizations }: Dataset,
  token: Token,
  request: RoutedRequest,
): Answer {
  const { items, link } = paginateByScore(
    organizations.filter(({ slug }) => token.organizations.includes(slug)),
    ({ dateCreated }) => Date.parse(dateCreated),
    request,
    readPerPage(request.query.get('per_page')),
  );
  return ok(
    items.map((organization) => organizationBody(organization, request.origin)),
    { link },
  );
}

/** `/organizations/{org}/projects/`, by slug. */
export function listProjects({ issues, request }: Target): Answer {
  const bySlug = new Map(issues.map((issue) => [issue.project, issue]));
  const bodies = [...bySlug.values()]
    .map(projectSummary)
    .sort((one, other) => one.slug.localeCompare(other.slug));
  const { items, link } = paginateByPage(bodies, request);
  return ok(items, { link });
}

/**
 * `/organizations/{org}/eventids/{event id}/`: the project and issue of an event. Transactions are not
 * found.
 */
export function showEventId({ organization, issues, names, request }: Target): Answer {
  const id = names.name ?? '';
  if (!/^[0-9a-f]{32}$/i.test(id.replaceAll('-', ''))) {
    throw new Refusal(
      400,
      'Event ID must be a valid UUID hex (32-36 characters long, containing only digits, dashes, or a-f characters)',
    );
  }
  const event = findEvent(issues, id);
  const body = event && request.dialect.bodies.fullEvent(event);
  if (!event || !body || body['type'] === 'transaction') {
    throw notFound();
  }
  return ok({
    organizationSlug: organization.slug,
    projectSlug: event.issue.project,
    groupId: event.issue.id,
    eventId: event.id,
    event: body,
  });
}

/** `/projects/{org}/{project}/` */
export function showProject(target: Target): Answer {
  const [issue] = issuesOfProject(target);
  const { id, slug, name } = target.organization;
  return ok({
    ...(issue && projectBody(issue, target.request.dialect)),
    organization: { id, slug, name },
  });
}

const MAX_HASHES = 100;

/**
 * `/projects/{org}/{project}/issues/?hashes=`: the issues of up to 100 hashes, of any status, without pages and
 * without the hash of each issue.
 */
export function listIssues(target: Target): Answer {
  const { query, dialect } = target.request;
  const issues = issuesOfProject(target);
  const hashes = new Set(query.getAll('hashes').slice(0, MAX_HASHES));
  if (hashes.size === 0 || !dialect.findsIssuesByHash) {
    return searchIssues(target, issues, ['lifetime', 'filtered']);
  }
  if (query.get('query')) {
    throw new Refusal(400, "Cannot use 'hashes' with 'query'");
  }
  const found = issues.filter(({ events }) => events.some(({ hash }) => hashes.has(hash)));
  return ok(found.map(dialect.bodies.issue));
}

/** `/projects/{org}/{project}/teams/`: every project has the same team. */
export function listTeams(target: Target): Answer {
  issuesOfProject(target);
  const { items, link } = paginateByPage(
    [
      {
        id: TEAM.id,
        slug: TEAM.name,
        name: TEAM.name,
        dateCreated: '2018-11-06T21:19:55.114000Z',
        isMember: true,
        teamRole: 'admin',
        flags: { 'idp:provisioned': false },
        access: ['event:read', 'project:read', 'team:read'],
        hasAccess: true,
        isPending: false,
        memberCount: 1,
        avatar: { avatarType: 'letter_avatar', avatarUuid: null },
        orgRole: null,
      },
    ],
    target.request,
  );
  return ok(items, { link });
}

/** `/projects/{org}/{project}/events/`, newest first; `query` is searched only in titles. */
export function listEvents(target: Target): Answer {
  const issues = issuesOfProject(target);
  const words = (target.request.query.get('query') ?? '').trim().toLowerCase();
  const events = issues
    .flatMap((issue) => issue.events)
    .filter(({ origin }) => origin.title.toLowerCase().includes(words))
    .sort((one, other) => other.timeMs - one.timeMs);
  return eventPage(events, target.request);
}

/** `/projects/{org}/{project}/events/{event id}/`: an event of any issue of the project. */
export function showEvent(target: Target): Answer {
  const event = findEvent(issuesOfProject(target), target.names.name ?? '');
  if (!event) {
    throw new Refusal(404, 'Event not found');
  }
  return eventPageOf(event.issue, event.id, target.request);
}

/** What is below `/projects/{org}/{project}/events/{event id}/`. */
const ofEvent =
  (show: (event: StoredEvent, request: RoutedRequest) => Answer) =>
  (target: Target): Answer => {
    const event = findEvent(issuesOfProject(target), target.names.name ?? '');
    if (!event) {
      throw new Refusal(404, 'Event not found');
    }
    return show(event, target.request);
  };

export const showAttachments = ofEvent(listAttachments);
export const showCommitters = ofEvent(listCommitters);

/** `/projects/{org}/{project}/events/{event id}/grouping-info/` */
export function showGrouping(target: Target): Answer {
  const event = findEvent(issuesOfProject(target), target.names.name ?? '');
  if (!event || event.isGone) {
    throw notFound();
  }
  return ok(groupingInfo(event, target.request.dialect.groupingFormat));
}

function findEvent(issues: readonly Issue[], id: string): StoredEvent | undefined {
  const eventId = id.replaceAll('-', '').toLowerCase();
  for (const { events } of issues) {
    const event = events.find((candidate) => candidate.id === eventId);
    if (event) {
      return event;
    }
  }
  return undefined;
}

/** Since 2024, a project can be named by its number. */
function issuesOfProject({ issues, names, request }: Target): readonly Issue[] {
  const found = issues.filter(
    ({ project, projectId }) =>
      project === names.project ||
      (request.dialect.knowsProjectsByNumber && projectId === names.project),
  );
  if (found.length === 0) {
    throw notFound();
  }
  return found;
}

function projectBody(issue: Issue, { groupingFormat }: SentryDialect) {
  const isOfToday = groupingFormat === 'C';
  return {
    ...projectSummary(issue),
    status: 'active',
    groupingConfig: isOfToday ? 'newstyle:2026-01-20' : 'newstyle:2023-01-11',
    groupingEnhancements: 'stack.module:node_modules/* -app',
    groupingEnhancementsBase: null,
    // The configuration was changed in 2026.
    secondaryGroupingConfig: isOfToday ? 'newstyle:2023-01-11' : null,
    secondaryGroupingExpiry: isOfToday ? Date.parse('2026-05-01T00:00:00Z') / 1_000 : 0,
    groupingAutoUpdate: true,
    fingerprintingRules: 'message:"*(3)*" -> "step 3"',
  };
}

/** As in lists: without its status. */
function projectSummary({ project, projectId, platform }: Issue) {
  return {
    id: projectId,
    slug: project,
    name: project,
    platform,
    dateCreated: '2018-11-06T21:20:08.064000Z',
    isBookmarked: false,
    isMember: true,
    hasAccess: true,
    features: ['releases'],
    firstEvent: '2018-11-07T10:00:00Z',
  };
}
