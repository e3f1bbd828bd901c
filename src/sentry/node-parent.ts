import type { SentryEvent } from './events.ts';
import type { SentryHash } from './hashes.ts';
import type { IssueRef } from './issues.ts';
import type { OrganizationRef } from './organizations.ts';
import type { ProjectRef } from './projects.ts';

/** The parents of the resolvers of each `Node` type. */
export interface NodeParents {
  readonly Organization: OrganizationRef;
  readonly Project: ProjectRef;
  readonly Issue: IssueRef;
  readonly IssueHash: SentryHash;
  readonly Event: SentryEvent;
}

export type NodeParent = {
  [Name in keyof NodeParents]: NodeParents[Name] & { readonly __typename: Name };
}[keyof NodeParents];
