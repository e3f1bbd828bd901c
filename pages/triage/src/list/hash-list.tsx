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
import { useSelection } from './use-selection.ts';

/** The maximum that Sentry returns. */
const PAGE = 100;

/** The issue's hashes: to filter, select, compare and unmerge. */
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
  const [details, loadDetails, detailsFailure] = useEventDetails();
  const total = useTotalCount(data.id);
  const unmerge = useUnmerge({ issue: data.id, connection: data.hashes.__id });

  const rows = useMemo(() => toRows(data, details), [data, details]);
  const { selection, toggle, selectAll, clear } = useSelection(rows);
  const shownFilter = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(rows, shownFilter), [rows, shownFilter]);
  const items = useMemo(() => arrange(shown, grouping, closed), [shown, grouping, closed]);
  const selected = useMemo(() => rows.filter(({ id }) => selection.has(id)), [rows, selection]);

  const loadMore = useCallback(() => {
    if (hasNext && !isLoadingNext && !failure) {
      loadNext(PAGE, { onComplete: setFailure });
    }
  }, [hasNext, isLoadingNext, failure, loadNext]);

  // Grouping by top frame needs the stack trace of every event, a comparison those of the selected hashes.
  useEffect(() => {
    const wanted = grouping === 'topFrame' ? rows : dialog === 'compare' ? selected : [];
    loadDetails(wanted.flatMap(({ eventId }) => eventId ?? []));
  }, [grouping, dialog, rows, selected, loadDetails]);

  const loadVisible = useCallback(
    (visible: readonly HashRow[]) => loadDetails(visible.flatMap(({ eventId }) => eventId ?? [])),
    [loadDetails],
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
          total: total === null ? null : Math.max(rows.length, total - unmerge.movedCount),
          hasNext,
          isLoading: isLoadingNext,
          isFiltered: shown.length !== rows.length,
        })}
      />
      <HashGrid
        items={items}
        details={details}
        selection={selection}
        unmerging={unmerge.unmerging}
        isEmptyIssue={rows.length === 0 && !hasNext}
        hasNext={hasNext}
        failure={failure}
        onRetry={() => {
          setFailure(null);
          loadNext(PAGE, { onComplete: setFailure });
        }}
        onEndNear={loadMore}
        onVisible={loadVisible}
        onToggle={toggle}
        onSelectAll={selectAll}
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
          selected={selected.length}
          onCompare={() => setDialog('compare')}
          onUnmerge={() => setDialog('confirm')}
          onClear={clear}
        />
      </footer>
      {dialog === 'compare' ? (
        <CompareDialog
          rows={selected}
          details={details}
          failure={detailsFailure}
          onRetry={() => loadVisible(selected)}
          onRemove={(id) => toggle([id], false)}
          onClose={() => setDialog(null)}
          onUnmerge={() => setDialog('confirm')}
        />
      ) : null}
      {dialog === 'confirm' ? (
        <ConfirmDialog
          rows={selected}
          isAll={!hasNext && selected.length === rows.length}
          onClose={() => setDialog(null)}
          onConfirm={(all) => {
            setDialog(null);
            clear();
            unmerge.begin(selected, all);
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

function statusOf({ shown, loaded, total, hasNext, isLoading, isFiltered }: StatusOptions): string {
  const count = (number: number) => number.toLocaleString('en');
  const whole = total === null ? (hasNext ? 'more' : count(loaded)) : count(total);
  const loadedText = hasNext
    ? `${count(loaded)} of ${whole} hashes loaded`
    : loaded === 1
      ? '1 hash'
      : `${count(loaded)} hashes`;
  return `${isFiltered ? `${count(shown)} match · ` : ''}${loadedText}${isLoading ? ' …' : ''}`;
}
