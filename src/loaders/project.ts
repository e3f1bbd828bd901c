import { toKey } from '../key.ts';
import type { Connection, Placed } from '../pagination/connection.ts';
import type { ConnectionArguments } from '../pagination/page-range.ts';
import { asText } from '../sentry/json.ts';
import { MAX_PROJECTS_PER_PAGE, type ProjectRef } from '../sentry/projects.ts';
import type { ProjectJson } from '../sentry/shapes/organization.ts';
import { createSingleLoader, type LoaderParts } from './batch.ts';
import { createPageLoader, loadPageConnection, type PageLoader } from './page-list.ts';

export function createProjectLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'project', {
    keyOf: ({ organization, project }) => toKey(organization, project),
    load: (key: Pick<ProjectRef, 'organization' | 'project'>) => sentry.getProject(key),
  });
}

export type PlacedProject = Placed<ProjectRef>;
export type ProjectConnectionPage = Connection<ProjectRef>;
type ProjectListLoader = PageLoader<string>;

export function createProjectListLoader({ sentry, observe }: LoaderParts): ProjectListLoader {
  return createPageLoader(
    'projectList',
    (organization) => organization,
    observe,
    ({ of, ...key }) => sentry.listProjects({ organization: of, ...key }),
  );
}

/** The page of an organization's projects for the arguments of a connection. */
export function loadProjectConnection(
  loader: ProjectListLoader,
  organization: string,
  args: ConnectionArguments,
): Promise<Connection<ProjectRef>> {
  return loadPageConnection(
    {
      list: 'projects',
      pageSize: MAX_PROJECTS_PER_PAGE,
      keyOf: ({ project }) => project,
      load: (key) => loader.load({ of: organization, ...key }),
      toRow: (known) => toProjectRef(organization, known),
    },
    args,
  );
}

export function toProjectRef(organization: string, known: ProjectJson): ProjectRef {
  return { organization, project: asText(known.slug) ?? asText(known.id) ?? '', known };
}
