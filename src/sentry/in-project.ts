import type { InProject, Outcomes } from './api.ts';
import { findEach } from './find-each.ts';
import { isNumericId } from './issues.ts';
import { findProjectSlug } from './projects.ts';
import type { SentryClient } from './server-kind.ts';

/** An event of a project, by whose path something is found. */
export interface EventInProject extends InProject {
  readonly id: string;
  readonly isFallback: boolean | undefined;
}

/**
 * One request for each event of a project. Sentry before 2024 takes only slugs of projects: while it is unknown whether a
 * server takes numbers, the first event is requested alone.
 *
 * @param find - Its result is null if the server has no such event or project.
 */
export async function findInProject<V>(
  client: SentryClient,
  { organization, project, ids }: InProject & { readonly ids: readonly string[] },
  find: (event: EventInProject) => Promise<V | null>,
): Promise<Outcomes<V | null>> {
  const server = client.serverOf(organization);
  const inProject = (name: string, isFallback?: boolean) => (id: string) =>
    find({ organization, project: name, id, isFallback });
  const [first, ...others] = ids;
  if (first === undefined || !isNumericId(project) || server.takesProjectNumbers === true) {
    return findEach(ids, inProject(project));
  }
  if (server.takesProjectNumbers === null) {
    const found = await inProject(project)(first);
    if (found !== null) {
      server.takesProjectNumbers = true;
      return new Map([[first, found], ...(await findEach(others, inProject(project)))]);
    }
  }
  const slug = await findProjectSlug(client, { organization, project });
  if (slug === null) {
    return new Map(ids.map((id) => [id, null]));
  }
  if (server.takesProjectNumbers === false) {
    return findEach(ids, inProject(slug));
  }
  const found = await inProject(slug, true)(first);
  if (found !== null) {
    server.takesProjectNumbers = false;
  }
  return new Map([[first, found], ...(await findEach(others, inProject(slug)))]);
}
