import { graphql, useLazyLoadQuery } from 'react-relay';
import type { issueHashesQuery } from '../__generated__/issueHashesQuery.graphql.ts';
import type { Target, View } from '../address/address.ts';
import { RequestFailure } from '../relay/request.ts';
import { HashList } from './hash-list.tsx';

interface Props {
  readonly target: Target;
  readonly view: View;
  readonly attempt: number;
  readonly permalink: string | null;
  readonly writeRefusal: string | null;
}

/** Loads the first hashes. Throws if the issue cannot be loaded. */
export function IssueHashes({ target, view, attempt, permalink, writeRefusal }: Props) {
  const { issue } = useLazyLoadQuery<issueHashesQuery>(
    graphql`
      query issueHashesQuery($organization: String!, $issue: String!) {
        issue(organization: $organization, id: $issue) {
          ...useHashPages_issue
        }
      }
    `,
    target,
    { fetchKey: attempt, fetchPolicy: 'store-or-network' },
  );
  if (!issue) {
    throw new RequestFailure('NOT_FOUND', 'Sentry has no such issue.');
  }
  return (
    <HashList
      target={target}
      view={view}
      issue={issue}
      permalink={permalink}
      unmergeRefusal={writeRefusal}
    />
  );
}
