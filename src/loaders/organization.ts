import type DataLoader from 'dataloader';
import type { Connection, Placed } from '../pagination/connection.ts';
import type { ConnectionArguments } from '../pagination/page-range.ts';
import type { SentryApi } from '../sentry/api.ts';
import { asText } from '../sentry/json.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import type { OrganizationJson } from '../sentry/shapes/organization.ts';
import { createSingleLoader, type ObserveBatch } from './batch.ts';
import { createPageLoader, loadPageConnection, type PageLoader } from './page-list.ts';

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

export type PlacedOrganization = Placed<OrganizationRef>;
export type OrganizationConnectionPage = Connection<OrganizationRef>;
/** There is one list: it has no key. */
export type OrganizationListLoader = PageLoader<null>;

export function createOrganizationListLoader(
  sentry: SentryApi,
  observe: ObserveBatch,
): OrganizationListLoader {
  return createPageLoader(
    'organizationList',
    () => null,
    observe,
    ({ cursor, limit }) => sentry.listOrganizations({ organization: null, cursor, limit }),
  );
}

/** The page of the token's organizations for the arguments of a connection. */
export function loadOrganizationConnection(
  loader: OrganizationListLoader,
  args: ConnectionArguments,
): Promise<OrganizationConnectionPage> {
  return loadPageConnection(
    {
      list: 'organizations',
      keyOf: ({ slug }) => slug,
      load: (key) => loader.load({ of: null, ...key }),
      toRow: toOrganizationRef,
    },
    args,
  );
}

function toOrganizationRef(known: OrganizationJson): OrganizationRef {
  return { slug: asText(known.slug) ?? asText(known.id) ?? '', known };
}
