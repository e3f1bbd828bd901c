import type { Context } from '../context.ts';
import type { OrganizationResolvers } from '../generated/resolvers-types.ts';
import { encodeGlobalId } from '../global-id.ts';
import type { Loaders } from '../loaders/index.ts';
import { loadIssueConnection } from '../loaders/issues.ts';
import { loadProjectConnection } from '../loaders/project.ts';
import type { Selection } from '../selection.ts';
import { selectionOf } from '../selection.ts';
import { asString, asText } from '../sentry/json.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import type { OrganizationJson } from '../sentry/shapes/organization.ts';
import { findIssuesByHash } from './hash-match.ts';
import { resolveIssueRef } from './issue.ts';
import { toIssueFilter } from './issue-filter.ts';
import { readIssueIn } from './issue-name.ts';
import { resolveProjectRef } from './project.ts';
import { sharesRequest } from './shared-request.ts';

export const Organization: OrganizationResolvers = {
  id: ({ slug }) => encodeGlobalId('Organization', slug),
  slug: ({ slug }) => slug,
  organizationId: detail('id', asText),
  name: detail('name', asString),
  dateCreated: detail('dateCreated', asString),
  issue: ({ slug }, { id }, { client, loaders }, info) =>
    resolveIssueRef(loaders, readIssueIn(client, slug, id), selectionOf(info)),
  event: ({ slug }, { id }, { loaders }) =>
    loaders.organizationEvent.load({ organization: slug, id }),
  issues: ({ slug }, args, { loaders }, info) =>
    loadIssueConnection(
      loaders.issueList,
      { organization: slug, filter: toIssueFilter(args, selectionOf(info)) },
      args,
    ),
  issuesByHash: ({ slug }, args, { loaders }) => findIssuesByHash(loaders, slug, args),
  project: ({ slug }, { slug: project }, { loaders }, info) =>
    resolveProjectRef(loaders, { organization: slug, project, known: {} }, selectionOf(info)),
  projects: ({ slug }, args, { loaders }) => loadProjectConnection(loaders.projectList, slug, args),
};

function detail<Key extends keyof OrganizationJson, T>(
  key: Key,
  read: (value: OrganizationJson[Key] | undefined) => T,
) {
  return sharesRequest(
    async ({ slug, known }: OrganizationRef, _args: object, { loaders }: Context): Promise<T> =>
      read((known ?? (await loaders.organization.load(slug)))[key]),
  );
}

/** Fields whose own requests fail if the organization does not exist. */
export const FIELDS_THAT_PROVE_ORGANIZATION = [
  'issue',
  'issues',
  'issuesByHash',
  'project',
  'projects',
  'event',
];

/**
 * An organization by slug or numeric ID. It is requested unless the request of a selected field shows whether it exists. With
 * a numeric ID it is always requested: fields below need its slug.
 */
export async function resolveOrganizationRef(
  loaders: Loaders,
  name: string,
  selection: Selection,
): Promise<OrganizationRef> {
  const isNumeric = /^\d+$/.test(name);
  if (!isNumeric && FIELDS_THAT_PROVE_ORGANIZATION.some((field) => selection.has(field))) {
    return { slug: name };
  }
  const body = await loaders.organization.load(name);
  return { slug: isNumeric ? (asString(body.slug) ?? name) : name };
}
