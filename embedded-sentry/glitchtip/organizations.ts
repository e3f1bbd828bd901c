import { type Answer, ok } from '../answer.ts';
import type { Dataset, Issue, Organization } from '../dataset.ts';
import type { Body } from '../event-parts.ts';
import { releaseBody } from '../releases.ts';
import { notFound } from './answers.ts';
import { type Order, pageAnswer } from './cursor-pages.ts';
import type { PageReading } from './cursors.ts';
import { toMilliseconds } from './json.ts';
import { byName, time } from './orders.ts';

const CREATED = '2020-01-01T00:00:00.125Z';
const AVATAR = { avatarType: '', avatarUuid: null };
const TEAM = { id: '4509', slug: 'meowmeow' };
const TEAM_DETAIL = { ...TEAM, dateCreated: CREATED, isMember: true, memberCount: 1 };

/** `GET /organizations/` */
export function listOrganizations(
  { organizations }: Dataset,
  slugs: readonly string[],
  reading: PageReading,
): Answer {
  const own = organizations.filter(({ slug }) => slugs.includes(slug));
  return pageAnswer(own, byName, reading, organizationBody);
}

/** `GET /organizations/{org}/` */
export function showOrganization(
  organization: Organization,
  issues: readonly Issue[],
  access: readonly string[],
): Answer {
  return ok({
    ...organizationBody(organization),
    projects: projectsOf(issues).map((issue) => ({ ...projectBody(issue), teams: [TEAM] })),
    teams: [TEAM_DETAIL],
    access,
    openMembership: true,
  });
}

/** `GET /organizations/{org}/teams/` */
export function listTeams(issues: readonly Issue[], reading: PageReading): Answer {
  const teams = issues.length === 0 ? [] : [{ name: TEAM.slug }];
  return pageAnswer(teams, byName, reading, () => ({
    ...TEAM_DETAIL,
    projects: projectsOf(issues).map(projectBody),
  }));
}

/** `GET /organizations/{org}/projects/`: an empty list for an unknown organization. */
export function listProjects(issues: readonly Issue[], reading: PageReading): Answer {
  const projects = projectsOf(issues).map((issue) => ({ issue, name: issue.project }));
  return pageAnswer(projects, byName, reading, ({ issue }) => ({
    ...projectBody(issue),
    teams: [TEAM],
  }));
}

/** `GET /projects/{org}/{project}/`, only by slug. */
export function showProject(
  organization: Organization | undefined,
  [issue]: readonly Issue[],
): Answer {
  if (!issue || !organization) {
    throw notFound();
  }
  return ok({ ...projectBody(issue), organization: organizationBody(organization) });
}

/** `GET /organizations/{org}/releases/` */
export function listReleases(issues: readonly Issue[], reading: PageReading): Answer {
  return pageAnswer(releasesOf(issues), byCreation, reading, releaseOf);
}

/** `GET /organizations/{org}/releases/{version}/` */
export function showRelease(issues: readonly Issue[], version: string): Answer {
  const release = releasesOf(issues).find((candidate) => candidate.version === version);
  if (!release) {
    throw notFound();
  }
  return ok(releaseOf(release));
}

interface Release {
  readonly version: string;
  readonly project: string;
  readonly createdMs: number;
}

const byCreation: Order<Release> = {
  ...time,
  keyOf: ({ createdMs }) => createdMs,
  isDescending: true,
};

const FIRST_RELEASE_MS = Date.parse('2020-04-01T09:30:00.125Z');

/** Two releases of each project, all with different times. */
function releasesOf(issues: readonly Issue[]): readonly Release[] {
  return projectsOf(issues).flatMap((issue, index) =>
    (['first', 'last'] as const).map((which, place) => ({
      version: releaseBody(issue, which).version,
      project: issue.project,
      createdMs: FIRST_RELEASE_MS + (index * 2 + place) * 86_400_000,
    })),
  );
}

function releaseOf({ version, project, createdMs }: Release): Body {
  return {
    ref: null,
    dateReleased: null,
    version,
    dateCreated: toMilliseconds(createdMs),
    shortVersion: version,
    projects: [{ name: project, slug: project }],
    url: null,
    data: {},
    deployCount: 0,
  };
}

function projectsOf(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.project, issue])).values()];
}

function organizationBody({ id, slug, name }: Organization): Body {
  return {
    name,
    id,
    dateCreated: CREATED,
    status: { id: 'active', name: 'active' },
    avatar: AVATAR,
    isEarlyAdopter: false,
    require2fa: false,
    slug,
    isAcceptingEvents: true,
    eventThrottleRate: 0,
  };
}

function projectBody({ project, projectId, platform }: Issue): Body {
  return {
    name: project,
    slug: project,
    id: projectId,
    avatar: AVATAR,
    color: '',
    features: [],
    hasAccess: true,
    isBookmarked: false,
    isInternal: false,
    isMember: true,
    isPublic: false,
    scrubIPAddresses: true,
    dateCreated: CREATED,
    platform,
    firstEvent: CREATED,
    eventThrottleRate: 0,
  };
}
