import type { SentryClient } from './client.ts';
import { SentryError } from './errors.ts';
import { isObject, type JsonObject } from './json.ts';
import { path } from './path.ts';

/** An organization by its name in URLs; what else is known of it is loaded where selected. */
export interface OrganizationRef {
  readonly slug: string;
}

export const organizationPath = (slug: string) => path`/organizations/${slug}/`;

/** `GET /organizations/{org}/` */
export async function getOrganization(sentry: SentryClient, slug: string): Promise<JsonObject> {
  const { body } = await sentry.get(organizationPath(slug));
  if (!isObject(body)) {
    throw new SentryError('badResponse', 'Sentry gave an organization that is not an object.');
  }
  return body;
}
