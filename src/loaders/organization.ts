import DataLoader from 'dataloader';
import type { SentryClient } from '../sentry/client.ts';
import { getOrganization } from '../sentry/organizations.ts';
import type { OrganizationJson } from '../sentry/shapes/organization.ts';
import { type ObserveBatch, observed, toError } from './batch.ts';

/** Organizations by slug. Sentry has no batch of them: one request each, asked once. */
export function createOrganizationLoader(
  sentry: SentryClient,
  observe: ObserveBatch,
): DataLoader<string, OrganizationJson> {
  return new DataLoader(
    observed(observe, 'organization', (slugs) =>
      Promise.all(slugs.map((slug) => getOrganization(sentry, slug).catch(toError))),
    ),
  );
}
