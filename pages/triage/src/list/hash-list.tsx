import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type {
  hashList_issue$data,
  hashList_issue$key,
} from '../__generated__/hashList_issue.graphql.ts';
import type { hashListPaginationQuery } from '../__generated__/hashListPaginationQuery.graphql.ts';
import { CompareDialog } from '../compare/compare-dialog.tsx';
import { frameLabel } from '../compare/stack-trace.ts';
import { ConfirmDialog } from '../unmerge/confirm-dialog.tsx';
import { UnmergeProgress } from '../unmerge/unmerge-progress.tsx';
import { useUnmerge } from '../unmerge/use-unmerge.ts';
import { ActionBar } from './action-bar.tsx';
import { arrange, filterRows, type Grouping, type HashRow, NO_FILTER } from './arrange.ts';
import { useEventDetails } from './event-details.ts';
import { HashGrid } from './hash-grid.tsx';
import { Toolbar } from './toolbar.tsx';
import { useTotalCount } from './total-count.ts';
import { usePicks } from './use-picks.ts';

/** The most that a page of Sentry holds. */
const PAGE = 100;

/** The issue's hashes: looked through, picked, compared and taken out. */
export function HashList({ issue }: { readonly issue: hashList_issue$key }) {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    hashListPaginationQuery,
    hashList_issue$key
  >(
    graphql`
      fragment hashList_issue on Issue
      @refetchable(queryName: "hashListPaginationQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 50 }, cursor: { type: "String" }) {
        id
        hashes(first: $count, after: $cursor) 
          @connection(key: "hashList_hashes")
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
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState(NO_FILTER);
  const [dialog, setDialog] = useState<'compare' | 'confirm' | null>(null);
  const [details, readDetails, detailsFailure] = useEventDetails();
  const total = useTotalCount(data.id);
  const unmerge = useUnmerge({ issue: data.id, connection: data.hashes.__id });

  const rows = useMemo(() => toRows(data, details), [data, details]);
  const { picks, toggle, pickAll, clear } = usePicks(rows);
  const shownFilter = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(rows, shownFilter), [rows, shownFilter]);
  const items = useMemo(() => arrange(shown, grouping, closed), [shown, grouping, closed]);
  const picked = useMemo(() => rows.filter(({ id }) => picks.has(id)), [rows, picks]);

  const loadMore = useCallback(() => {
    if (hasNext && !isLoadingNext && !failure) {
      loadNext(PAGE, { onComplete: setFailure });
    }
  }, [hasNext, isLoadingNext, failure, loadNext]);

  // Groups by top frame need every event's stack trace, and a comparison needs those of the picked.
  useEffect(() => {
    const wanted = grouping === 'topFrame' ? rows : dialog === 'compare' ? picked : [];
    readDetails(wanted.flatMap(({ eventId }) => eventId ?? []));
  }, [grouping, dialog, rows, picked, readDetails]);

  const readShown = useCallback(
    (visible: readonly HashRow[]) => readDetails(visible.flatMap(({ eventId }) => eventId ?? [])),
    [readDetails],
  );

  return (
    <>
      <Toolbar
        filter={filter}
        onFilter={setFilter}
        grouping={grouping}
        onGrouping={setGrouping}
        platforms={[...new Set(rows.flatMap(({ platform }) => platform ?? []))].sort()}
        status={statusOf({
          shown: shown.length,
          loaded: rows.length,
          total: total === null ? null : Math.max(rows.length, total - unmerge.goneCount),
          hasNext,
          isLoading: isLoadingNext,
          isFiltered: shown.length !== rows.length,
        })}
      />
      <HashGrid
        items={items}
        details={details}
        picks={picks}
        leaving={unmerge.leaving}
        isEmptyIssue={rows.length === 0 && !hasNext}
        hasNext={hasNext}
        failure={failure}
        onRetry={() => {
          setFailure(null);
          loadNext(PAGE, { onComplete: setFailure });
        }}
        onEndNear={loadMore}
        onVisible={readShown}
        onToggle={toggle}
        onPickAll={pickAll}
        onClear={clear}
        onOpenGroup={(key, isOpen) =>
          setClosed((known) => {
            const next = new Set(known);
            if (isOpen) {
              next.delete(key);
            } else {
              next.add(key);
            }
            return next;
          })
        }
        onCompare={() => setDialog('compare')}
        onClearFilter={() => setFilter(NO_FILTER)}
      />
      <footer className="dock">
        <UnmergeProgress jobs={unmerge.jobs} onDismiss={unmerge.dismiss} onWatch={unmerge.watch} />
        <ActionBar
          picked={picked.length}
          onCompare={() => setDialog('compare')}
          onUnmerge={() => setDialog('confirm')}
          onClear={clear}
        />
      </footer>
      {dialog === 'compare' ? (
        <CompareDialog
          rows={picked}
          details={details}
          failure={detailsFailure}
          onRetry={() => readShown(picked)}
          onDrop={(id) => toggle([id], false)}
          onClose={() => setDialog(null)}
          onUnmerge={() => setDialog('confirm')}
        />
      ) : null}
      {dialog === 'confirm' ? (
        <ConfirmDialog
          rows={picked}
          isAll={!hasNext && picked.length === rows.length}
          onClose={() => setDialog(null)}
          onConfirm={(all) => {
            setDialog(null);
            clear();
            unmerge.begin(picked, all);
          }}
        />
      ) : null}
    </>
  );
}

function toRows(
  { hashes }: hashList_issue$data,
  details: ReturnType<typeof useEventDetails>[0],
): readonly HashRow[] {
  return hashes.edges.map(({ node }) => {
    const event = node.latestEvent;
    const [top] = details.get(event?.id ?? '')?.trace.frames ?? [];
    return {
      id: node.id,
      hash: node.hash,
      title: event?.title ?? null,
      culprit: event?.culprit ?? null,
      platform: event?.platform ?? null,
      date: event?.dateCreated ?? null,
      mergedBySeer: node.mergedBySeer ?? null,
      seerDistance: node.seerMatchDistance ?? null,
      eventId: event?.id ?? null,
      topFrame: top && frameLabel(top),
    };
  });
}

interface StatusOptions {
  readonly shown: number;
  readonly loaded: number;
  readonly total: number | null;
  readonly hasNext: boolean;
  readonly isLoading: boolean;
  readonly isFiltered: boolean;
}

/** How much of the list is there to see, in a sentence. */
function statusOf({ shown, loaded, total, hasNext, isLoading, isFiltered }: StatusOptions): string {
  const count = (number: number) => number.toLocaleString('en');
  const whole = total === null ? (hasNext ? 'more' : count(loaded)) : count(total);
  const read = hasNext
    ? `${count(loaded)} of ${whole} hashes read`
    : loaded === 1
      ? '1 hash'
      : `${count(loaded)} hashes`;
  return `${isFiltered ? `${count(shown)} match · ` : ''}${read}${isLoading ? ' …' : ''}`;
}
