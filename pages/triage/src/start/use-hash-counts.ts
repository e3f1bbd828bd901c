import { useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { IEnvironment } from 'relay-runtime';
import type { useHashCountsQuery } from '../__generated__/useHashCountsQuery.graphql.ts';

export interface HashCount {
  readonly known: number;
  readonly isExact: boolean;
}

/** By the issue's global ID; null for an issue whose hashes could not be counted. */
export type HashCounts = ReadonlyMap<string, HashCount | null>;

/** Each issue takes a request to Sentry. */
const BATCH = 5;

/**
 * Counts the hashes of issues, a few at a time. Sentry does not count them: an issue with more than a page of 100
 * is counted when the others are, with about ten requests.
 */
export function useHashCounts(issues: readonly string[]): HashCounts {
  const environment = useRelayEnvironment();
  const [counts, setCounts] = useState<HashCounts>(new Map());
  const key = issues.join(' ');
  useEffect(() => {
    let isCurrent = true;
    async function countAll(ids: readonly string[]) {
      const large: string[] = [];
      for (let from = 0; from < ids.length && isCurrent; from += BATCH) {
        const found = await count(environment, ids.slice(from, from + BATCH), false);
        add(found);
        large.push(...found.flatMap(([id, number]) => (number?.isExact === false ? [id] : [])));
      }
      for (const id of large) {
        if (isCurrent) {
          const found = await count(environment, [id], true);
          add(found.filter(([, number]) => number !== null));
        }
      }
    }
    function add(found: readonly (readonly [string, HashCount | null])[]) {
      if (isCurrent) {
        setCounts((known) => new Map([...known, ...found]));
      }
    }
    void countAll(key === '' ? [] : key.split(' '));
    return () => {
      isCurrent = false;
    };
  }, [environment, key]);
  return counts;
}

async function count(
  environment: IEnvironment,
  ids: readonly string[],
  withTotal: boolean,
): Promise<readonly (readonly [string, HashCount | null])[]> {
  const data = await fetchQuery<useHashCountsQuery>(environment, QUERY, { ids, withTotal })
    .toPromise()
    .catch(() => undefined);
  return ids.map((id) => {
    const hashes = data?.nodes?.find((node) => node?.id === id)?.hashes;
    const total = hashes?.totalCount;
    return [
      id,
      hashes
        ? {
            known: total ?? hashes.nodes.length,
            isExact: typeof total === 'number' || !hashes.pageInfo.hasNextPage,
          }
        : null,
    ];
  });
}

const QUERY = graphql`
  query useHashCountsQuery($ids: [ID!]!, $withTotal: Boolean!) {
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
          totalCount @include(if: $withTotal)
        }
      }
    }
  }
`;
