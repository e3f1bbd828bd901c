import type { SentryPage } from '../answers.ts';
import type { InOrganization, PageKey } from '../api.ts';
import { SentryError } from '../errors.ts';
import { asText } from '../json.ts';
import { getOrganization } from '../organizations.ts';
import {
  listProjects as listPage,
  type ProjectRef,
  getProject as showProject,
} from '../projects.ts';
import type { SentryClient } from '../server-kind.ts';
import type { ProjectJson } from '../shapes/organization.ts';
import { toTotal } from './opaque-page.ts';

/** Maximum pages in the search for a project's number. */
const MAX_PROJECT_PAGES = 10;

/** Paths have only the slug of a project; a number is searched in the list. */
export async function getProject(
  client: SentryClient,
  key: Pick<ProjectRef, 'organization' | 'project'>,
): Promise<ProjectJson> {
  if (!/^\d+$/.test(key.project)) {
    return showProject(client, key);
  }
  let cursor: string | null = null;
  for (let pages = 0; pages < MAX_PROJECT_PAGES; pages += 1) {
    const page: SentryPage = await listProjects(client, { ...key, cursor, limit: 100 });
    const found = page.rows.find(({ id }) => asText(id) === key.project);
    if (found) {
      return found;
    }
    if (page.next === null) {
      break;
    }
    cursor = page.next;
  }
  throw new SentryError(
    'notFound',
    `GlitchTip has no project ${key.project} in this organization.`,
    { missing: 'project' },
  );
}

/** The list is also empty if the organization does not exist. */
export async function listProjects(
  client: SentryClient,
  key: InOrganization & PageKey,
): Promise<SentryPage> {
  const page = await listPage(client, key);
  if (page.rows.length === 0 && key.cursor === null) {
    await getOrganization(client, key);
  }
  return { ...page, hits: toTotal(page.hits) };
}
