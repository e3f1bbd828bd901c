// Made from test/slow/clients/operations.graphql by `npm run codegen`. Never edited by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How long `updateIssue` archives an issue. Without a field: for good. */
export type ArchiveIssueInput = {
  /** Until it has happened this many times more. Not together with the others, except `windowMinutes`. */
  readonly events?: number | null | undefined;
  /** For this time, in minutes. Not together with the others. */
  readonly minutes?: number | null | undefined;
  /** `true`: until its events become more frequent. Not together with the others. */
  readonly untilEscalating?: boolean | null | undefined;
  /** Until it has affected this many users more. Not together with the others, except `windowMinutes`. */
  readonly users?: number | null | undefined;
  /** Time in which `events` or `users` have to be reached, in minutes: at most a week. */
  readonly windowMinutes?: number | null | undefined;
};

/** A commit that resolves an issue. */
export type IssueCommitInput = {
  /** Hash of the commit. */
  readonly commit: string;
  /** Name of the repository, as Sentry knows it, such as `acme/shop`. */
  readonly repository: string;
};

/** How `updateIssue` resolves an issue. Without a field: at once. */
export type ResolveIssueInput = {
  /** Commit that resolves the issue. Not together with the others. */
  readonly inCommit?: IssueCommitInput | null | undefined;
  /** `true`: resolved in the release that comes after the last one. Not together with the others. */
  readonly inNextRelease?: boolean | null | undefined;
  /** Version of the release that the issue is resolved in, or `latest`. Not together with the others. */
  readonly inRelease?: string | null | undefined;
};

/** Input of `Mutation.updateIssue`: at least one field besides `issue`. */
export type UpdateIssueInput = {
  /** Archives the issue: for good, or until something happens. */
  readonly archive?: ArchiveIssueInput | null | undefined;
  /**
   * User or team to assign the issue to: a user name, an email address or `user:<id>`; `#` and the slug of a
   * team of the issue's project, such as `#backend`, or `team:<id>`. An empty string assigns it to nobody.
   */
  readonly assignedTo?: string | null | undefined;
  /** Any text: the payload returns it unchanged, so that a client can match response and request. */
  readonly clientMutationId?: string | null | undefined;
  /**
   * Whether the token's user has viewed the issue. Sentry ignores it unless that user is a member of the
   * project.
   */
  readonly hasSeen?: boolean | null | undefined;
  /** Whether the token's user bookmarks the issue. `false` also ends a subscription. */
  readonly isBookmarked?: boolean | null | undefined;
  /** The issue: its global ID (`Issue.id`), `organization/SHORT-ID`, or its address in Sentry. */
  readonly issue: string;
  /** New priority: `high`, `medium` or `low`, in upper or lower case. */
  readonly priority?: string | null | undefined;
  /** Resolves the issue: at once, in a release or by a commit. */
  readonly resolve?: ResolveIssueInput | null | undefined;
  /**
   * New status: `resolved`, `resolvedInNextRelease`, `unresolved` or `ignored`, in upper or lower case. Not
   * together with `resolve` or `archive`.
   */
  readonly status?: string | null | undefined;
  /**
   * Details of the status: `archived_until_escalating`, `archived_forever`, `ongoing` … in upper or lower case. Not
   * together with `resolve` or `archive`.
   */
  readonly substatus?: string | null | undefined;
  /** `true` assigns the issue to nobody. Not together with `assignedTo`. */
  readonly unassign?: boolean | null | undefined;
};

export type IssueHashesQueryVariables = Exact<{
  issue: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type IssueHashesQuery = { readonly issue: { readonly id: string, readonly hashes: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly hash: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } | null } | null };

export type IssueStatusQueryVariables = Exact<{
  issue: string;
}>;


export type IssueStatusQuery = { readonly issue: { readonly id: string, readonly status: string | null, readonly firstSeen: string | null } | null };

export type UpdateIssueStatusMutationVariables = Exact<{
  input: UpdateIssueInput;
}>;


export type UpdateIssueStatusMutation = { readonly updateIssue: { readonly issue: { readonly id: string, readonly status: string | null } | null } | null };

export type TwoBranchesQueryVariables = Exact<{
  whole: string;
  failing: string;
  after?: string | null | undefined;
}>;


export type TwoBranchesQuery = { readonly whole: { readonly id: string, readonly status: string | null } | null, readonly failing: { readonly id: string, readonly hashes: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null } | null };


export const IssueHashesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IssueHashes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"issue"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"StringValue","value":"hellboy-meowmeow","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"issue"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hashes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<IssueHashesQuery, IssueHashesQueryVariables>;
export const IssueStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IssueStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"issue"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"StringValue","value":"hellboy-meowmeow","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"issue"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeen"}}]}}]}}]} as unknown as DocumentNode<IssueStatusQuery, IssueStatusQueryVariables>;
export const UpdateIssueStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateIssueStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateIssueInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateIssue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<UpdateIssueStatusMutation, UpdateIssueStatusMutationVariables>;
export const TwoBranchesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TwoBranches"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"whole"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"failing"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"whole"},"name":{"kind":"Name","value":"issue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"StringValue","value":"hellboy-meowmeow","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"whole"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"failing"},"name":{"kind":"Name","value":"issue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"StringValue","value":"hellboy-meowmeow","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"failing"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hashes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TwoBranchesQuery, TwoBranchesQueryVariables>;