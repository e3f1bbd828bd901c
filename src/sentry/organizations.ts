import type { SentryClient } from './client.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { isObject } from './json.ts';
import type { OrganizationJson } from './shapes/organization.ts';

/** An organization by its name in URLs; what else is known of it is loaded where selected. */
export interface OrganizationRef {
  readonly slug: string;
}

export async function getOrganization(
  sentry: SentryClient,
  slug: string,
): Promise<OrganizationJson> {
  const { body } = await sentry.send({
    endpoint: endpoints.organization,
    params: { organization: slug },
  });
  if (!isObject(body)) {
    throw new SentryError('badResponse', 'Sentry gave an organization that is not an object.');
  }
  return body;
}
