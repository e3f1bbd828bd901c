import { useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { totalCountQuery } from '../__generated__/totalCountQuery.graphql.ts';

/**
 * How many hashes the issue has, when the page was opened; null while it is not known. Sentry has to
 * be walked for it, so it is asked apart from the list, which need not wait.
 */
export function useTotalCount(issue: string): number | null {
  const environment = useRelayEnvironment();
  const [total, setTotal] = useState<number | null>(null);
  useEffect(() => {
    const subscription = fetchQuery<totalCountQuery>(environment, QUERY, { issue }).subscribe({
      next: ({ node }) => setTotal(node?.hashes?.totalCount ?? null),
      // The list tells its own length at its end.
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
