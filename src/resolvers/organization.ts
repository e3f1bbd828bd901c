import type { Selection } from '../execution/look-ahead.ts';
import { selectionOf } from '../execution/look-ahead.ts';
import type { OrganizationResolvers } from '../generated/resolvers-types.ts';
import type { Loaders } from '../loaders/index.ts';
import { encodeGlobalId } from '../relay/global-id.ts';
import { asString, asText } from '../sentry/json.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import { reachIssue } from './issue.ts';

export const Organization: OrganizationResolvers = {
  id: ({ slug }) => encodeGlobalId('Organization', slug),
  slug: ({ slug }) => slug,
  organizationId: async ({ slug }, _args, { loaders }) =>
    asText((await loaders.organization.load(slug))['id']),
  name: async ({ slug }, _args, { loaders }) =>
    asString((await loaders.organization.load(slug))['name']),
  issue: ({ slug }, { id }, { loaders }, info) =>
    reachIssue(loaders, { organization: slug, issue: id }, selectionOf(info)),
};

/** An organization by slug; asked for unless only what lies below it is selected. */
export async function reachOrganization(
  loaders: Loaders,
  slug: string,
  selection: Selection,
): Promise<OrganizationRef> {
  if (!selection.has('issue')) {
    await loaders.organization.load(slug);
  }
  return { slug };
}
