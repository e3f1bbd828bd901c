import { useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { totalCountQuery } from '../__generated__/totalCountQuery.graphql.ts';

/**
 * The number of hashes when the page was opened; null while it is not known. It needs a walk through
 * Sentry's list, so it is a request of its own and the list does not wait for it.
 */
export function useTotalCount(issue: string): number | null {
  const environment = useRelayEnvironment();
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    const subscription = fetchQuery<totalCountQuery>(environment, QUERY, { issue }).subscribe({
      next: ({ node }) => setTotal(node?.hashes?.totalCount ?? null),
      // The status then shows the count when the whole list is loaded.
      error: () => {},
    });
    return () => subscription.unsubscribe();
  }, [environment, issue]);
  return total;
}

const QUERY = graphql`
  query totalCountQuery($issue: ID!) {
    node(id: $issue) {
      ... on Issue {
        hashes(first: 0) {
          totalCount
        }
      }
    }
  }
`;
