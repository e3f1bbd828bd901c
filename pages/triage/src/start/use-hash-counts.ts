import { useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { useHashCountsQuery } from '../__generated__/useHashCountsQuery.graphql.ts';

/** By the issue's global ID. Sentry does not count hashes: above a page of 100, the number is not exact. */
export type HashCounts = ReadonlyMap<string, { readonly known: number; readonly isExact: boolean }>;

/** Each issue takes a request to Sentry. */
const BATCH = 5;

/** Counts the hashes of issues, a few at a time. An issue that cannot be counted is left out. */
export function useHashCounts(issues: readonly string[]): HashCounts {
  const environment = useRelayEnvironment();
  const [counts, setCounts] = useState<HashCounts>(new Map());
  const key = issues.join(' ');
  useEffect(() => {
    let isCurrent = true;
    async function count(ids: readonly string[]) {
      for (let from = 0; from < ids.length && isCurrent; from += BATCH) {
        const data = await fetchQuery<useHashCountsQuery>(environment, QUERY, {
          ids: ids.slice(from, from + BATCH),
        })
          .toPromise()
          .catch(() => undefined);
        const found = (data?.nodes ?? []).flatMap((node) =>
          node?.hashes
            ? [
                [
                  node.id,
                  {
                    known: node.hashes.nodes.length,
                    isExact: !node.hashes.pageInfo.hasNextPage,
                  },
                ] as const,
              ]
            : [],
        );
        if (isCurrent) {
          setCounts((known) => new Map([...known, ...found]));
        }
      }
    }
    void count(key === '' ? [] : key.split(' '));
    return () => {
      isCurrent = false;
    };
  }, [environment, key]);
  return counts;
}

const QUERY = graphql`
  query useHashCountsQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Issue {
        hashes(first: 100) {
          nodes {
            hash
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`;
