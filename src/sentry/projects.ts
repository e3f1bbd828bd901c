import { type SentryPage, toObject, toPage } from './answers.ts';
import { endpoints } from './endpoints.ts';
import { isSentryError } from './errors.ts';
import { asString, asText, type JsonObject } from './json.ts';
import type { SentryClient } from './server-kind.ts';
import type { ProjectJson } from './shapes/organization.ts';

/** A project by its name in the operation, and its fields that are known without a request. */
export interface ProjectRef {
  readonly organization: string;
  /** Slug or numeric ID. Sentry accepts both in any path. */
  readonly project: string;
  /** From an issue or a list: some of its keys, or none. */
  readonly known: ProjectJson;
}

export function projectById(organization: string, id: string): ProjectRef {
  const known: JsonObject = { id };
  return { organization, project: id, known };
}

/** Sentry before 2024 takes only slugs in paths: the slug of a number is looked up in the list. */
export async function getProject(
  client: SentryClient,
  key: Pick<ProjectRef, 'organization' | 'project'>,
): Promise<ProjectJson> {
  try {
    return await getProjectPage(client, key);
  } catch (error) {
    if (!isSentryError(error, 'notFound') || !/^\d+$/.test(key.project)) {
      throw error;
    }
    const slug = await findProjectSlug(client, key);
    if (slug === null) {
      throw error;
    }
    return getProjectPage(client, { ...key, project: slug, isFallback: true });
  }
}

/** Null if the token may not read such a project. */
export async function findProjectSlug(
  client: SentryClient,
  { organization, project }: Pick<ProjectRef, 'organization' | 'project'>,
): Promise<string | null> {
  const answer = await client.send({
    endpoint: endpoints.projects,
    params: { organization },
    query: { query: `id:${project}`, per_page: MAX_PROJECTS_PER_PAGE },
    isFallback: true,
  });
  const found = toPage(answer, 'projects').rows.find(({ id }) => asText(id) === project);
  return asString(found?.['slug']);
}

async function getProjectPage(
  client: SentryClient,
  {
    organization,
    project,
    isFallback,
  }: Pick<ProjectRef, 'organization' | 'project'> & { readonly isFallback?: boolean },
): Promise<ProjectJson> {
  const answer = await client.send({
    endpoint: endpoints.project,
    params: { organization, project },
    isFallback,
  });
  return toObject(answer, 'a project');
}

export const MAX_PROJECTS_PER_PAGE = 100;

/**
 * By slug. Its cursors are `page size:page number:is_prev` (`OffsetPaginator`): with another size they skip rows, and so
 * do the cursors in that response.
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
      limit, // GlitchTip's parameter
      cursor: cursor ?? undefined,
    },
  });
  return toPage(answer, 'projects');
}
