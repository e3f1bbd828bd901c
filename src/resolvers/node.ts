import { badUserInput } from '../errors.ts';
import type { NodeResolvers } from '../generated/resolvers-types.ts';
import { decodeGlobalId, type GlobalId } from '../global-id.ts';
import type { Loaders } from '../loaders/index.ts';
import { findHash } from '../loaders/issue-hashes.ts';
import { type LookAheadInfo, type Selection, selectionOf } from '../selection.ts';
import type { SentryEvent } from '../sentry/events.ts';
import type { SentryHash } from '../sentry/hashes.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { OrganizationRef } from '../sentry/organizations.ts';
import { type ProjectRef, projectById } from '../sentry/projects.ts';
import { EVENT_OF_PROJECT } from './event.ts';
import { resolveIssueRef } from './issue.ts';
import { exceedsLightEvent } from './light-event.ts';
import { reachOrganization } from './organization.ts';
import { resolveProjectRef } from './project.ts';

/** What a resolver of any type of `Node` is given. */
export type NodeParent = OrganizationRef | ProjectRef | IssueRef | SentryHash | SentryEvent;

export const Node: NodeResolvers = {
  __resolveType: (node) => {
    if ('slug' in node) {
      return 'Organization';
    }
    if ('project' in node) {
      return 'Project';
    }
    if ('row' in node) {
      return 'IssueHash';
    }
    return 'body' in node ? 'Event' : 'Issue';
  },
};

/** The object that a global ID names, or null if it is a hash or event that is gone. */
export async function findNode(
  loaders: Loaders,
  id: string,
  info: LookAheadInfo,
): Promise<NodeParent | null> {
  const named = decodeGlobalId(id);
  return findByName(loaders, named, selectionOf(info, named.type));
}

/**
 * The object of a type that names stand for, from the organization down, or null if it is a hash or
 * event that is gone. An event may be named without its issue, at a request for itself.
 */
export async function findByName(
  loaders: Loaders,
  { type, parts }: GlobalId,
  selection: Selection,
): Promise<NodeParent | null> {
  const [organization = '', issue = '', name = ''] = parts;
  switch (type) {
    case 'Organization':
      return reachOrganization(loaders, organization, selection);
    case 'Project':
      return resolveProjectRef(loaders, projectById(organization, issue), selection);
    case 'Issue':
      return resolveIssueRef(loaders, { organization, issue }, selection);
    case 'IssueHash':
      return (await findHash(loaders.issueHashes, { organization, issue }, name)) ?? null;
    case 'Event': {
      if (parts.length === 2) {
        return loaders.organizationEvent.load({ organization, id: issue });
      }
      const isFull = exceedsLightEvent(selection);
      const body = await loaders.event.load({ organization, issue, id: name, isFull });
      return body && { organization, issue, body };
    }
    case EVENT_OF_PROJECT:
      return loaders.projectEvent.load({ organization, project: issue, id: name });
    default:
      throw badUserInput('The ID names nothing that this gateway has.');
  }
}
