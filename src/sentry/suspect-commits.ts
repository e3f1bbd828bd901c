import type { InProject, Outcomes } from './api.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { type EventInProject, findInProject } from './in-project.ts';
import { asObject, asObjects, type JsonObject } from './json.ts';
import type { SentryClient } from './server-kind.ts';

/** A commit that may have caused an issue. */
export interface SuspectedCommit {
  readonly body: JsonObject;
  readonly author: JsonObject | null;
}

/** One request for each event. */
export function findSuspectCommits(
  client: SentryClient,
  key: InProject & { readonly ids: readonly string[] },
): Promise<Outcomes<readonly SuspectedCommit[] | null>> {
  return findInProject(client, key, (event) => listSuspectCommits(client, event));
}

async function listSuspectCommits(
  client: SentryClient,
  { organization, project, id, isFallback }: EventInProject,
): Promise<readonly SuspectedCommit[] | null> {
  try {
    const { body } = await client.send({
      endpoint: endpoints.eventCommitters,
      params: { organization, project, event: id },
      isFallback,
    });
    const committers = asObjects(asObject(body)?.['committers']);
    if (committers === null) {
      throw new SentryError('badResponse', 'Sentry returned committers that are not a list.');
    }
    return committers.flatMap(({ author, commits }) =>
      (asObjects(commits) ?? []).map((commit) => ({ body: commit, author: asObject(author) })),
    );
  } catch (error) {
    if (error instanceof SentryError && error.kind === 'notFound') {
      return NO_COMMITS.test(error.detail ?? '') ? [] : null;
    }
    throw error;
  }
}

/** Messages of a 404 for an event that exists: it has no commits, no release with commits, or no issue. */
const NO_COMMITS = /^(?:No (?:committers|Release|Commits)|Release not|Issue not) /;
