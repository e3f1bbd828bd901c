import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { isObject } from './json.ts';
import type { SentryClient } from './server-kind.ts';
import type { OrganizationJson } from './shapes/organization.ts';

/** An organization by its name in the operation; other fields are loaded if selected. */
export interface OrganizationRef {
  readonly slug: string;
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
