import { MAX_PER_PAGE, toPage } from './answers.ts';
import { endpoints } from './endpoints.ts';
import type { IssueRef } from './issues.ts';
import { asObject, asObjects, asString, asText, type JsonObject } from './json.ts';
import type { SentryClient } from './server-kind.ts';

/** A ticket in another system. */
export interface LinkedTicket {
  readonly service: string | null;
  readonly body: JsonObject;
}

/** Links by integrations come with the integrations of the organization, those by Sentry apps alone. */
export async function listExternalIssues(
  client: SentryClient,
  { organization, issue }: IssueRef,
): Promise<readonly LinkedTicket[]> {
  const params = { organization, issue };
  const query = { per_page: MAX_PER_PAGE };
  const [integrations, links] = await Promise.all([
    client.send({ endpoint: endpoints.issueIntegrations, params, query }),
    client.send({ endpoint: endpoints.issueLinksOfApps, params, query }),
  ]);
  const byIntegrations = toPage(integrations, 'integrations').rows.flatMap(
    ({ provider, externalIssues }) =>
      (asObjects(externalIssues) ?? []).map((body) => ({
        service: asString(asObject(provider)?.['key']),
        body,
      })),
  );
  const byApps = toPage(links, 'external issues').rows.map((body) => ({
    service: asString(body['serviceType']),
    body,
  }));
  return [...byIntegrations, ...byApps];
}

/** Text, without an empty one: some integrations have no name for a ticket but its key. */
export function nameOfTicket({ body }: LinkedTicket): string | null {
  return asText(body['displayName']) || asText(body['key']);
}
