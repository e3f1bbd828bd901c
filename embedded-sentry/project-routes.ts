import { type Answer, notFound, ok, Refusal } from './answer.ts';
import type { Dataset, Issue, Organization, StoredEvent } from './dataset.ts';
import type { SentryDialect } from './dialect.ts';
import { fullBody } from './event-body.ts';
import { issueBody } from './issue-body.ts';
import { eventPage, showEvent as showIssueEvent } from './issue-routes.ts';
import { paginateByPage } from './paging.ts';
import type { Call } from './requests.ts';

/** `/organizations/{org}/` */
export function showOrganization({ id, slug, name }: Organization, { origin }: Call): Answer {
  return ok({
    id,
    slug,
    name,
    dateCreated: '2018-11-06T21:19:55.101000Z',
    status: { id: 'active', name: 'active' },
    links: { organizationUrl: origin, regionUrl: origin },
  });
}

/** `/organizations/{org}/projects/`, by slug. */
export function listProjects(dataset: Dataset, organization: Organization, call: Call): Answer {
  const bySlug = new Map(issuesOf(dataset, organization).map((issue) => [issue.project, issue]));
  const bodies = [...bySlug.values()]
    .map(projectBody)
    .sort((one, other) => one.slug.localeCompare(other.slug));
  const { items, link } = paginateByPage(bodies, call);
  return ok(items, { link });
}

/** `/organizations/{org}/eventids/{event id}/`: where an event is. Transactions are not found. */
export function showEventId(dataset: Dataset, organization: Organization, id: string): Answer {
  if (!/^[0-9a-f]{32}$/i.test(id.replaceAll('-', ''))) {
    throw new Refusal(400, 'Invalid event ID');
  }
  const event = findEvent(issuesOf(dataset, organization), id);
  const body = event && fullBody(event);
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

export interface ProjectCall extends Call {
  readonly organization: Organization;
  readonly slug: string;
  readonly item: string;
  readonly dialect: SentryDialect;
}

/** `/projects/{org}/{project}/` */
export function showProject(dataset: Dataset, call: ProjectCall): Answer {
  const [issue] = issuesOfProject(dataset, call);
  if (!issue) {
    throw notFound();
  }
  const { id, slug, name } = call.organization;
  return ok({ ...projectBody(issue), organization: { id, slug, name } });
}

const MAX_HASHES = 100;

/**
 * `/projects/{org}/{project}/issues/?hashes=`: the issues of up to 100 hashes, whatever their
 * status, without pages; it does not say which hash led to which issue.
 */
export function listIssuesByHash(dataset: Dataset, call: ProjectCall): Answer {
  const issues = issuesOfProject(dataset, call);
  if (issues.length === 0) {
    throw notFound();
  }
  const hashes = new Set(call.query.getAll('hashes').slice(0, MAX_HASHES));
  if (hashes.size > 0 && call.query.get('query')) {
    throw new Refusal(400, "Cannot use 'hashes' with 'query'");
  }
  const found = issues.filter(
    ({ events }) => hashes.size === 0 || events.some(({ hash }) => hashes.has(hash)),
  );
  return ok(found.map(issueBody));
}

/** `/projects/{org}/{project}/events/`, the newest first; `query` is looked for in titles alone. */
export function listEvents(dataset: Dataset, call: ProjectCall): Answer {
  const issues = issuesOfProject(dataset, call);
  if (issues.length === 0) {
    throw notFound();
  }
  const words = (call.query.get('query') ?? '').trim().toLowerCase();
  const events = issues
    .flatMap((issue) => issue.events)
    .filter(({ isGone, origin }) => !isGone && origin.title.toLowerCase().includes(words))
    .sort((one, other) => other.timeMs - one.timeMs);
  return eventPage(events, call, call.dialect);
}

/** `/projects/{org}/{project}/events/{event id}/`: an event of any issue of the project. */
export function showEvent(dataset: Dataset, call: ProjectCall): Answer {
  const event = findEvent(issuesOfProject(dataset, call), call.item);
  if (!event || event.isGone) {
    throw new Refusal(404, 'Event not found');
  }
  return showIssueEvent(event.issue, event.id, call);
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

function issuesOf({ issues }: Dataset, { slug }: Organization): readonly Issue[] {
  return issues.filter(({ organization }) => organization === slug);
}

function issuesOfProject(dataset: Dataset, { organization, slug }: ProjectCall) {
  return issuesOf(dataset, organization).filter(
    ({ project, projectId }) => project === slug || projectId === slug,
  );
}

function projectBody({ project, projectId, platform }: Issue) {
  return {
    id: projectId,
    slug: project,
    name: project,
    platform,
    dateCreated: '2018-11-06T21:20:08.064000Z',
    isBookmarked: false,
    isMember: true,
    hasAccess: true,
    status: 'active',
    features: ['releases'],
    firstEvent: '2018-11-07T10:00:00Z',
  };
}
