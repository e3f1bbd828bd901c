import type {
  OrganizationConnectionResolvers,
  OrganizationEdgeResolvers,
} from '../generated/resolvers-types.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import { connectionOf, edgeOf } from './connections.ts';
import { bringsSharedFields } from './shared-request.ts';

const { nodes, ...connection } = connectionOf<OrganizationRef>('organizations');
const { node, ...edge } = edgeOf<OrganizationRef>('organizations');

export const OrganizationConnection: OrganizationConnectionResolvers = {
  ...connection,
  nodes: bringsSharedFields(nodes),
};

export const OrganizationEdge: OrganizationEdgeResolvers = {
  ...edge,
  node: bringsSharedFields(node),
};
