import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { type SentryPage, toPage } from './pages.ts';
import type { SentryClient } from './server-kind.ts';
import type { ProjectJson } from './shapes/project.ts';

/** A project by a name of it, and what is known of it without a request. */
export interface ProjectRef {
  readonly organization: string;
  /** Slug or numeric id. Sentry takes either wherever a project stands in a path. */
  readonly project: string;
  /** As an issue or a list told of it: some of its keys, or none. */
  readonly known: ProjectJson;
}

export function projectById(organization: string, id: string): ProjectRef {
  const known: JsonObject = { id };
  return { organization, project: id, known };
}

export async function getProject(
  client: SentryClient,
  { organization, project }: Pick<ProjectRef, 'organization' | 'project'>,
): Promise<ProjectJson> {
  const { body } = await client.send({
    endpoint: endpoints.project,
    params: { organization, project },
  });
  if (!isObject(body)) {
    throw new SentryError('badResponse', 'Sentry returned a project that is not an object.');
  }
  return body;
}

export const MAX_PROJECTS_PER_PAGE = 100;

/**
 * By slug. Its cursors are `page size:page number:is_prev`
 * (`OffsetPaginator`): asked with another size they, and the cursors given for that, miss rows.
 */
export async function listProjects(
  client: SentryClient,
  {
    organization,
    cursor,
    limit,
  }: { readonly organization: string; readonly cursor: string | null; readonly limit: number },
): Promise<SentryPage> {
  const answer = await client.send({
    endpoint: endpoints.projects,
    params: { organization },
    query: {
      per_page: limit,
      limit, // GlitchTip's word for it
      cursor: cursor ?? undefined,
    },
  });
  return toPage(answer, 'projects');
}
