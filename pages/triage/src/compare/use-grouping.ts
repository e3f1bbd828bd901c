import { useCallback, useEffect, useState } from 'react';
import { graphql, useRelayEnvironment } from 'react-relay';
import { type ConcreteRequest, getRequest } from 'relay-runtime';
import type { useGroupingQuery$data } from '../__generated__/useGroupingQuery.graphql.ts';
import { type OperationResult, RequestFailure, toFailure } from '../relay/request.ts';
import { type GroupingTable, toGroupingTable } from './grouping-table.ts';

export type LoadedGrouping =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: RequestFailure; readonly retry: () => void }
  | { readonly state: 'loaded'; readonly table: GroupingTable };

/**
 * Why hashes are several: the values that made each of them.
 *
 * @param issue global ID
 * @param hashes checksums; one request to Sentry for each
 */
export function useGrouping(issue: string, hashes: readonly string[]): LoadedGrouping {
  const environment = useRelayEnvironment();
  const [loaded, setLoaded] = useState<LoadedGrouping>({ state: 'loading' });
  const key = hashes.join(' ');

  const load = useCallback(async (): Promise<GroupingTable> => {
    const compared = key.split(' ');
    const [first = ''] = compared;
    const { params }: ConcreteRequest = getRequest(QUERY);
    const variables = { issue, hashes: compared, first, isSeveral: compared.length > 1 };
    // Without the store, which drops the error of a field that is null.
    const result = (await environment
      .getNetwork()
      .execute(params, variables, { force: true })
      .toPromise()) as OperationResult | undefined;
    const { node } = (result?.data ?? {}) as Partial<useGroupingQuery$data>;
    const table = toGroupingTable(node);
    if (table) {
      return table;
    }
    const [error] = result?.errors ?? [];
    throw new RequestFailure(
      error?.extensions?.code ?? 'UNKNOWN',
      error?.message ?? 'Sentry did not explain these hashes.',
    );
  }, [environment, issue, key]);

  useEffect(() => {
    let isCurrent = true;
    function start() {
      setLoaded({ state: 'loading' });
      load().then(
        (table) => isCurrent && setLoaded({ state: 'loaded', table }),
        (error) =>
          isCurrent && setLoaded({ state: 'failed', failure: toFailure(error), retry: start }),
      );
    }
    start();
    return () => {
      isCurrent = false;
    };
  }, [load]);
  return loaded;
}

graphql`
  fragment useGrouping_hash on IssueHash {
    hash
    grouping {
      variant {
        type
        description
        isHashMismatch
        fingerprint {
          values
          matchedRule
        }
        contributingValues @skip(if: $isSeveral) {
          path
          value
        }
      }
    }
  }
`;

const QUERY = graphql`
  query useGroupingQuery($issue: ID!, $hashes: [String!]!, $first: String!, $isSeveral: Boolean!) {
    node(id: $issue) {
      ... on Issue {
        compareHashes(hashes: $hashes) @include(if: $isSeveral) {
          hashes {
            ...useGrouping_hash @relay(mask: false)
          }
          rows {
            path
            values
            isDifferent
          }
        }
        hash(hash: $first) @skip(if: $isSeveral) {
          ...useGrouping_hash @relay(mask: false)
        }
      }
    }
  }
`;
