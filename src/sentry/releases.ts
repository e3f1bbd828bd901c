import type { InOrganization } from './api.ts';
import { endpoints } from './endpoints.ts';
import { isSentryError, SentryError } from './errors.ts';
import { isObject } from './json.ts';
import type { SentryClient } from './server-kind.ts';
import type { ReleaseJson } from './shapes/release.ts';

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
