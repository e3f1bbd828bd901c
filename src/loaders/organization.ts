import type DataLoader from 'dataloader';
import type { SentryApi } from '../sentry/api.ts';
import type { OrganizationJson } from '../sentry/shapes/organization.ts';
import { createSingleLoader, type ObserveBatch } from './batch.ts';

export type OrganizationLoader = DataLoader<string, OrganizationJson, string>;

export function createOrganizationLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): OrganizationLoader {
  return createSingleLoader(observe, 'organization', {
    keyOf: (organization) => organization,
    load: (organization) => sentry.getOrganization({ organization }),
  });
}
