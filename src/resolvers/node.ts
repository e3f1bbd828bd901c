import { badUserInput } from '../errors.ts';
import type { NodeResolvers } from '../generated/resolvers-types.ts';
import { decodeGlobalId, type GlobalId } from '../global-id.ts';
import type { Loaders } from '../loaders/index.ts';
import { findHash } from '../loaders/issue-hashes.ts';
import { type LookAheadInfo, type Selection, selectionOf } from '../selection.ts';
import type { Address } from '../sentry/address.ts';
import { isNamedEvent, type NamedEvent, toEventId } from '../sentry/events.ts';
import type { IssueRef } from '../sentry/issues.ts';
import type { NodeParent, NodeParents } from '../sentry/node-parent.ts';
import { projectById } from '../sentry/projects.ts';
import { EVENT_OF_PROJECT } from './event.ts';
import { resolveIssueRef } from './issue.ts';
import { exceedsLightEvent } from './light-event.ts';
import { resolveOrganizationRef } from './organization.ts';
import { resolveProjectRef } from './project.ts';

export const Node: NodeResolvers = { __resolveType: ({ __typename }) => __typename };

/** The object of a global ID; null for a hash or event that is gone. */
export async function findNode(
  loaders: Loaders,
  id: string,
  info: LookAheadInfo,
): Promise<NodeParent | null> {
  const named = decodeGlobalId(id);
  return findByName(loaders, named, selectionOf(info, named.type));
}

/** The object that an address names: its most exact part, such as an event of an issue. */
export function findByAddress(
  loaders: Loaders,
  { organization, project, issue, event }: Address,
  info: LookAheadInfo,
): Promise<NodeParent | null> {
  if (issue !== undefined && event !== undefined) {
    return isNamedEvent(event)
      ? withTypename('Event', findNamedEvent(loaders, { organization, issue, name: event }))
      : findByName(
          loaders,
          { type: 'Event', parts: [organization, issue, toEventId(event)] },
          selectionOf(info, 'Event'),
        );
  }
  if (issue !== undefined) {
    const parts = [organization, issue];
    return findByName(loaders, { type: 'Issue', parts }, selectionOf(info, 'Issue'));
  }
  if (event !== undefined && project !== undefined) {
    const parts = [organization, project, event];
    return findByName(loaders, { type: EVENT_OF_PROJECT, parts }, selectionOf(info, 'Event'));
  }
  return withTypename(
    'Project',
    resolveProjectRef(
      loaders,
      { organization, project: project ?? '', known: {} },
      selectionOf(info, 'Project'),
    ),
  );
}

/**
 * The object of a type by its names, from the organization down; null for a hash or event that is gone. An event without
 * its issue costs a request of its own.
 */
export async function findByName(
  loaders: Loaders,
  { type, parts }: GlobalId,
  selection: Selection,
): Promise<NodeParent | null> {
  const [organization = '', issue = '', name = ''] = parts;
  switch (type) {
    case 'Organization':
      return withTypename('Organization', resolveOrganizationRef(loaders, organization, selection));
    case 'Project': {
      const project = projectById(organization, issue);
      return withTypename('Project', resolveProjectRef(loaders, project, selection));
    }
    case 'Issue':
      return withTypename('Issue', resolveIssueRef(loaders, { organization, issue }, selection));
    case 'IssueHash':
      return withTypename('IssueHash', findHash(loaders, { organization, issue }, name));
    case 'Event': {
      if (parts.length === 2) {
        return withTypename('Event', loaders.organizationEvent.load({ organization, id: issue }));
      }
      const isFull = exceedsLightEvent(selection);
      const body = await loaders.event.load({ organization, issue, id: name, isFull });
      return withTypename('Event', body && { organization, issue, body });
    }
    case EVENT_OF_PROJECT: {
      const key = { organization, project: issue, id: name };
      return withTypename('Event', loaders.projectEvent.load(key));
    }
    default:
      throw badUserInput('The type of the ID is unknown.');
  }
}

async function findNamedEvent(
  loaders: Loaders,
  key: IssueRef & { readonly name: NamedEvent },
): Promise<NodeParents['Event'] | null> {
  const body = await loaders.namedEvent.load(key);
  return body && { organization: key.organization, issue: key.issue, body };
}

async function withTypename<Name extends keyof NodeParents>(
  __typename: Name,
  found: Promise<NodeParents[Name] | null | undefined> | NodeParents[Name] | null,
): Promise<(NodeParents[Name] & { readonly __typename: Name }) | null> {
  const parent = await found;
  return parent ? { ...parent, __typename } : null;
}
