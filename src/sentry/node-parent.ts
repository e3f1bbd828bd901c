import type { SentryEvent } from './events.ts';
import type { SentryHash } from './hashes.ts';
import type { IssueRef } from './issues.ts';
import type { OrganizationRef } from './organizations.ts';
import type { ProjectRef } from './projects.ts';

/** What the resolvers of each type of `Node` are given. */
export interface NodeParents {
  readonly Organization: OrganizationRef;
  readonly Project: ProjectRef;
  readonly Issue: IssueRef;
  readonly IssueHash: SentryHash;
  readonly Event: SentryEvent;
}

/** One of them, with the name of its type. */
export type NodeParent = {
  [Name in keyof NodeParents]: NodeParents[Name] & { readonly __typename: Name };
}[keyof NodeParents];
