import type { InProject, Outcomes } from './api.ts';
import { endpoints } from './endpoints.ts';
import { nullIfNotFound } from './events.ts';
import { type EventInProject, findInProject } from './in-project.ts';
import { asText, type JsonObject } from './json.ts';
import { MAX_PER_PAGE, toPage } from './pages.ts';
import type { SentryClient } from './server-kind.ts';

/** A file that the SDK sent with an event. */
export interface AttachedFile {
  readonly body: JsonObject;
  /** Of its content in the REST API. */
  readonly path: string | null;
}

/** One request for each event, for its first 100 attachments by name. */
export function findAttachments(
  client: SentryClient,
  key: InProject & { readonly ids: readonly string[] },
): Promise<Outcomes<readonly AttachedFile[] | null>> {
  return findInProject(client, key, (event) => listAttachments(client, event));
}

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
