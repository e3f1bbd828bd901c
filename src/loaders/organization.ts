import DataLoader from 'dataloader';
import type { SentryApi } from '../sentry/api.ts';
import type { OrganizationJson } from '../sentry/shapes/organization.ts';
import { type ObserveBatch, observed, toError } from './batch.ts';

/** Organizations by slug. Sentry has no batch of them: one request each, asked once. */
export function createOrganizationLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): DataLoader<string, OrganizationJson> {
  return new DataLoader(
    observed(observe, 'organization', (slugs) =>
      Promise.all(
        slugs.map((slug) => sentry.getOrganization({ organization: slug }).catch(toError)),
      ),
    ),
  );
}
