import { nullIfNotFound, type SentryPage, toObject, toPage } from './answers.ts';
import type { InOrganization } from './api.ts';
import { endpoints } from './endpoints.ts';
import { asObject, asStrings } from './json.ts';
import type { SentryClient } from './server-kind.ts';
import type { OrganizationJson, ReleaseJson } from './shapes/organization.ts';

/** An organization by its name in the operation, and its fields that are known without a request. */
export interface OrganizationRef {
  readonly slug: string;
  /** From a list; other fields are loaded if selected. */
  readonly known?: OrganizationJson;
}

export async function getOrganization(
  client: SentryClient,
  { organization }: { readonly organization: string },
): Promise<OrganizationJson> {
  const answer = await client.send({
    endpoint: endpoints.organization,
    params: { organization },
  });
  return toObject(answer, 'an organization');
}

/** The newest first; GlitchTip: by name. Sentry's cursors contain the time when an organization was created. */
export async function listOrganizations(
  client: SentryClient,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<SentryPage> {
  const answer = await client.send({
    endpoint: endpoints.organizations,
    params: { organization: null },
    query: {
      per_page: limit,
      limit, // GlitchTip's parameter
      cursor: cursor ?? undefined,
    },
  });
  return toPage(answer, 'organizations');
}

/** Null if the organization has no such release. */
export async function findRelease(
  client: SentryClient,
  { organization, version }: InOrganization & { readonly version: string },
): Promise<ReleaseJson | null> {
  const answer = await nullIfNotFound(
    client.send({
      endpoint: endpoints.release,
      params: { organization, version },
      isFallback: true,
    }),
  );
  return answer && toObject(answer, 'a release');
}

/** Null if the server does not name them. */
export async function getTokenScopes(
  client: SentryClient,
  { organization }: { readonly organization: string },
): Promise<readonly string[] | null> {
  const { body } = await client.send({ endpoint: endpoints.token, params: { organization } });
  return asStrings(asObject(asObject(body)?.['auth'])?.['scopes']);
}
