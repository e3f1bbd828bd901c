import { toKey } from '../key.ts';
import type { Connection, Placed } from '../pagination/connection.ts';
import type { ConnectionArguments } from '../pagination/page-range.ts';
import type { InOrganization } from '../sentry/api.ts';
import { asText } from '../sentry/json.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import type { OrganizationJson } from '../sentry/shapes/organization.ts';
import { createSingleLoader, type LoaderParts } from './batch.ts';
import { createPageLoader, loadPageConnection, type PageLoader } from './page-list.ts';

export function createOrganizationLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'organization', {
    keyOf: (organization) => organization,
    load: (organization: string) => sentry.getOrganization({ organization }),
  });
}

/** By the organization whose server is asked. */
export function createTokenScopesLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'tokenScopes', {
    keyOf: (organization) => organization,
    load: (organization: string) => sentry.getTokenScopes({ organization }),
  });
}

/** Releases by version, for servers whose events have only that. */
export function createReleaseLoader({ sentry, observe }: LoaderParts) {
  return createSingleLoader(observe, 'release', {
    keyOf: ({ organization, version }) => toKey(organization, version),
    load: (key: InOrganization & { readonly version: string }) => sentry.findRelease(key),
  });
}

export type PlacedOrganization = Placed<OrganizationRef>;
export type OrganizationConnectionPage = Connection<OrganizationRef>;
/** There is one list: it has no key. */
type OrganizationListLoader = PageLoader<null>;

export function createOrganizationListLoader({
  sentry,
  observe,
}: LoaderParts): OrganizationListLoader {
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
