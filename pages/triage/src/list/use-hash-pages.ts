import { useCallback, useEffect, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { useHashPages_issue$key } from '../__generated__/useHashPages_issue.graphql.ts';
import type { useHashPagesPaginationQuery } from '../__generated__/useHashPagesPaginationQuery.graphql.ts';

/** The maximum that Sentry returns. */
const PAGE = 100;
/** Sentry reads the rows of a page one after the other, so the second page is not yet a large one. */
const SECOND_PAGE = 40;
/** As many hashes are loaded in any case: ten requests to Sentry. More are loaded on demand. */
const MOST_UNASKED = 1_000;

/** The hashes of the issue, page by page; all of them if `needsAll`. */
export function useHashPages(issue: useHashPages_issue$key, needsAll: boolean) {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    useHashPagesPaginationQuery,
    useHashPages_issue$key
  >(
    graphql`
      fragment useHashPages_issue on Issue
      @refetchable(queryName: "useHashPagesPaginationQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
        id
        hashes(first: $count, after: $cursor) 
          @connection(key: "useHashPages_hashes")
          @required(action: THROW) {
          __id
          edges {
            node {
              id
              hash
              mergedBySeer
              seerMatchDistance
              latestEvent {
                id
                eventId
                title
                culprit
                platform
                dateCreated
              }
            }
          }
        }
      }
    `,
    issue,
  );
  const [failure, setFailure] = useState<Error | null>(null);
  const loaded = data.hashes.edges.length;

  const loadMore = useCallback(() => {
    loadNext(loaded < SECOND_PAGE ? SECOND_PAGE : PAGE, { onComplete: setFailure });
  }, [loadNext, loaded]);

  const isWanted = hasNext && !isLoadingNext && failure === null;
  useEffect(() => {
    if (isWanted && (needsAll || loaded < MOST_UNASKED)) {
      loadMore();
    }
  }, [isWanted, needsAll, loaded, loadMore]);

  return {
    issue: data.id,
    /** The store's ID of the list. */
    connection: data.hashes.__id,
    edges: data.hashes.edges,
    hasNext,
    isLoading: isLoadingNext,
    failure,
    /** Loads the next page, for instance because the end of the list is in view. */
    loadMore: useCallback(() => isWanted && loadMore(), [isWanted, loadMore]),
    retry: useCallback(() => {
      setFailure(null);
      loadMore();
    }, [loadMore]),
  };
}
