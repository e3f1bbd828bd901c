import type { InOrganization } from './api.ts';
import { endpoints } from './endpoints.ts';
import { isSentryError, SentryError } from './errors.ts';
import { asObject, asStrings, isObject } from './json.ts';
import { type SentryPage, toPage } from './pages.ts';
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
  const { body } = await client.send({
    endpoint: endpoints.organization,
    params: { organization },
  });
  if (!isObject(body)) {
    throw new SentryError('badResponse', 'Sentry returned an organization that is not an object.');
  }
  return body;
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
  try {
    const { body } = await client.send({
      endpoint: endpoints.release,
      params: { organization, version },
      isFallback: true,
    });
    if (!isObject(body)) {
      throw new SentryError('badResponse', 'Sentry returned a release that is not an object.');
    }
    return body;
  } catch (error) {
    if (isSentryError(error, 'notFound')) {
      return null;
    }
    throw error;
  }
}

/** Null if the server does not name them. */
export async function getTokenScopes(
  client: SentryClient,
  { organization }: { readonly organization: string },
): Promise<readonly string[] | null> {
  const { body } = await client.send({ endpoint: endpoints.token, params: { organization } });
  return asStrings(asObject(asObject(body)?.['auth'])?.['scopes']);
}
