import { MAX_PER_PAGE, nullIfNotFound, toPage } from './answers.ts';
import type { EventsInProject, InProject, Outcomes } from './api.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { isNumericId } from './issues.ts';
import { asObject, asObjects, asText, type JsonObject } from './json.ts';
import { findProjectSlug } from './projects.ts';
import type { SentryClient } from './server-kind.ts';

/** An event of a project, by whose path something is found. */
export interface EventInProject extends InProject {
  readonly id: string;
  readonly isFallback: boolean | undefined;
}

/** The result is null if the server has no such event or project. */
type FindInProject<V> = (client: SentryClient, event: EventInProject) => Promise<V | null>;

/** One request for each event of a project. */
export function eachInProject<V>(find: FindInProject<V>) {
  return (client: SentryClient, events: EventsInProject): Promise<Outcomes<V | null>> =>
    findInProject(client, events, find);
}

/**
 * Sentry before 2024 takes only slugs of projects: while it is unknown whether a server takes numbers, the first event is
 * requested alone.
 */
async function findInProject<V>(
  client: SentryClient,
  { organization, project, ids }: EventsInProject,
  find: FindInProject<V>,
): Promise<Outcomes<V | null>> {
  const server = client.serverOf(organization);
  const inProject = (name: string, isFallback?: boolean) => (id: string) =>
    find(client, { organization, project: name, id, isFallback });
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

/** Maximum of these requests in flight for one list of IDs. */
const MAX_AT_ONCE = 10;

/** The outcome of one request for each ID. */
export async function findEach<V>(
  ids: readonly string[],
  find: (id: string) => Promise<V>,
): Promise<Outcomes<V>> {
  const outcomes = new Map<string, V | Error>();
  const waiting = ids.values();
  const work = async () => {
    for (const id of waiting) {
      outcomes.set(id, await find(id).catch((error: Error) => error));
    }
  };
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, work));
  return outcomes;
}

/** A file that the SDK sent with an event. */
export interface AttachedFile {
  readonly body: JsonObject;
  /** Of its content in the REST API. */
  readonly path: string | null;
}

/** The first 100 attachments by name. */
export const findAttachments = eachInProject(listAttachments);

async function listAttachments(
  client: SentryClient,
  { organization, project, id, isFallback }: EventInProject,
): Promise<readonly AttachedFile[] | null> {
  const answer = await nullIfNotFound(
    client.send({
      endpoint: endpoints.eventAttachments,
      params: { organization, project, event: id },
      query: { per_page: MAX_PER_PAGE },
      isFallback,
    }),
  );
  const path = `/api/0/projects/${organization}/${project}/events/${id}/attachments/`;
  return (
    answer &&
    toPage(answer, 'attachments').rows.map((body) => {
      const attachment = asText(body['id']);
      return { body, path: attachment && `${path}${attachment}/?download=1` };
    })
  );
}

/** A commit that may have caused an issue. */
export interface SuspectedCommit {
  readonly body: JsonObject;
  readonly author: JsonObject | null;
}

export const findSuspectCommits = eachInProject(listSuspectCommits);

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
