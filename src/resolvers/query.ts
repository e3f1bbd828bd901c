import { badUserInput } from '../errors.ts';
import type { QueryResolvers, RateLimitResolvers } from '../generated/resolvers-types.ts';
import { loadOrganizationConnection } from '../loaders/organization.ts';
import { selectionOf } from '../selection.ts';
import type { NodeParent } from '../sentry/node-parent.ts';
import { resolveIssueRef } from './issue.ts';
import { readAddressOfServer, readIssueIn } from './issue-name.ts';
import { findByAddress, findNode } from './node.ts';
import { resolveOrganizationRef } from './organization.ts';

/** Maximum IDs of one `nodes` field. */
const MAX_NODES = 100;

export const Query: QueryResolvers = {
  node: (_root, { id }, { loaders }, info) => findNode(loaders, id, info),
  nodes: (_root, { ids }, { loaders }, info) => {
    if (ids.length > MAX_NODES) {
      throw badUserInput(`\`ids\` has ${ids.length} IDs; the limit is ${MAX_NODES}.`);
    }
    // One promise for each ID: a rejected one is null with an error, and the others keep their values.
    return ids.map((id) => findNode(loaders, id, info) as Promise<NodeParent>);
  },
  organization: (_root, { slug }, { loaders }, info) =>
    resolveOrganizationRef(loaders, slug, selectionOf(info)),
  organizations: (_root, args, { loaders }) =>
    loadOrganizationConnection(loaders.organizationList, args),
  issue: (_root, { organization, id }, { client, loaders }, info) =>
    resolveIssueRef(loaders, readIssueIn(client, organization, id), selectionOf(info)),
  resource: (_root, { url }, { client, loaders }, info) =>
    findByAddress(loaders, readAddressOfServer(client, url), info),
  tokenScopes: (_root, { organization }, { loaders }) => loaders.tokenScopes.load(organization),
  rateLimit: (_root, { organization }, { client }) => client.rateLimit(organization ?? null),
};

const toDateTime = (ms: number) => new Date(ms).toISOString();

export const RateLimit: RateLimitResolvers = {
  limit: ({ rateLimit }) => rateLimit.limit,
  remaining: ({ rateLimit }) => rateLimit.remaining,
  resetAt: ({ rateLimit }) => toDateTime(rateLimit.resetAtMs),
  concurrentLimit: ({ rateLimit }) => rateLimit.concurrentLimit,
  concurrentRemaining: ({ rateLimit }) => rateLimit.concurrentRemaining,
  observedAt: ({ atMs }) => toDateTime(atMs),
};
