import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { useHashPages_issue$key } from '../__generated__/useHashPages_issue.graphql.ts';
import type { Target, View } from '../address/address.ts';
import { plural } from '../plural.ts';
import { toFailure } from '../relay/request.ts';
import { UnmergeProgress } from '../unmerge/unmerge-progress.tsx';
import { useUnmerge } from '../unmerge/use-unmerge.ts';
import { FailureNote } from '../views/failure-note.tsx';
import { ActionBar } from './action-bar.tsx';
import { arrange, filterRows, type HashRow, inOrder, undecidedRows } from './arrange.ts';
import { useEventDetails } from './event-details.ts';
import { HashGrid } from './hash-grid.tsx';
import { ListEnd } from './list-end.tsx';
import { SelectionDialog } from './selection-dialog.tsx';
import { describeProgress, isComplete } from './status.ts';
import { toRows } from './to-rows.ts';
import { Toolbar } from './toolbar.tsx';
import { useCopy } from './use-copy.ts';
import { useHashPages } from './use-hash-pages.ts';
import { setPicks, usePicks } from './use-picks.ts';
import { useWholeSelection } from './use-whole-selection.ts';

interface Props {
  readonly target: Target;
  readonly view: View;
  readonly issue: useHashPages_issue$key;
  /** Address of the issue at Sentry; null while it is unknown. */
  readonly permalink: string | null;
  /** Why nothing can be unmerged; null if it can. */
  readonly unmergeRefusal: string | null;
}

/** The issue's hashes: to filter, select, compare and unmerge. */
export function HashList({ target, view, issue, permalink, unmergeRefusal }: Props) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [needsAll, setNeedsAll] = useState(false);
  const pages = useHashPages(issue, needsAll);
  const { details, load, failure: detailsFailure } = useEventDetails();
  const unmerge = useUnmerge({ issue: pages.issue, connection: pages.connection });
  const { copy, message } = useCopy();

  const rows = useMemo(() => toRows(pages.edges, details), [pages.edges, details]);
  const { filter, grouping, sort, dialog } = useDeferredValue(view);
  const ordered = useMemo(() => inOrder(rows, { grouping, sort }), [rows, grouping, sort]);
  const { selected, selection, toggle, missing } = usePicks(view.picks, ordered);
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter]);
  const items = useMemo(
    () => arrange(shown, { grouping, sort }, closed),
    [shown, grouping, sort, closed],
  );
  const undecided = useMemo(
    () => [
      ...undecidedRows(rows, filter),
      ...(grouping === 'topFrame' ? shown.filter(({ event, details }) => event && !details) : []),
    ],
    [rows, shown, filter, grouping],
  );
  const isWhole = isComplete({ hasNext: pages.hasNext, undecided: undecided.length });
  const whole = useWholeSelection({ items, isComplete: isWhole, select: toggle });

  const isArranged =
    filter.text !== '' ||
    filter.platform !== '' ||
    filter.seer !== '' ||
    grouping !== 'none' ||
    sort !== 'newest';
  useEffect(
    () => setNeedsAll(isArranged || whole.awaited !== null || missing > 0),
    [isArranged, whole.awaited, missing],
  );
  useEffect(() => load(eventIds(undecided)), [undecided, load]);
  const loadVisible = useCallback((visible: readonly HashRow[]) => load(eventIds(visible)), [load]);
  const loadWithSource = useCallback(
    (compared: readonly HashRow[]) => load(eventIds(compared), true),
    [load],
  );
  const waiting = pages.hasNext ? missing : 0;
  const refusal =
    unmergeRefusal ??
    (waiting > 0 ? `Not loaded yet: ${plural(waiting, 'hash')} of the selection.` : null);
  const hidden = selected.length - filterRows(selected, filter).length;
  const failure = pages.failure ?? (undecided.length > 0 ? detailsFailure : null);
  const isStuck = failure !== null;
  const isLoading = pages.hasNext && pages.isLoading;
  return (
    <>
      <Toolbar
        view={view}
        platforms={[...new Set(rows.flatMap(({ platform }) => platform ?? []))]}
        status={describeProgress({
          loaded: rows.length,
          matching: shown.length,
          isFiltered: shown.length !== rows.length || undecided.length > 0,
          hasNext: pages.hasNext,
          isLoading: isLoading && !isStuck,
          isStuck,
          undecided: undecided.length,
          isSelectionAwaited: whole.awaited !== null,
        })}
      />
      <HashGrid
        items={items}
        details={details}
        selection={selection}
        unmerging={unmerge.unmerging}
        isPartial={!isWhole}
        awaited={whole.awaited}
        eventUrlOf={({ event }) =>
          permalink && event ? `${permalink.replace(/\/$/, '')}/events/${event.eventId}/` : null
        }
        onEndNear={pages.loadMore}
        onVisible={loadVisible}
        onToggle={toggle}
        onSelectWhole={whole.selectWhole}
        onClear={() => {
          whole.cancel();
          if (selected.length > 0) {
            setPicks([], 'push');
          }
        }}
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
        onCopy={(active) => copy(selected.length > 0 ? selected : active)}
      >
        {isStuck ? null : (
          <ListEnd
            isEmptyIssue={rows.length === 0}
            hasMatches={items.length > 0}
            isComplete={isWhole}
            isLoading={isLoading || undecided.length > 0}
          />
        )}
      </HashGrid>
      <footer className="dock">
        {failure ? (
          <FailureNote
            what="The rest of the list"
            failure={toFailure(failure)}
            onRetry={() => {
              if (pages.failure) {
                pages.retry();
              }
              load(eventIds(undecided));
            }}
          />
        ) : null}
        <UnmergeProgress
          target={target}
          jobs={unmerge.jobs}
          onDismiss={unmerge.dismiss}
          onWatch={unmerge.watch}
        />
        <ActionBar
          selected={selected}
          hidden={hidden}
          missing={missing - waiting}
          unmergeRefusal={refusal}
          onCopy={() => copy(selected)}
        />
      </footer>
      <p className="toast" role="status">
        {message}
      </p>
      {selected.length > 0 ? (
        <SelectionDialog
          dialog={dialog}
          issue={pages.issue}
          selected={selected}
          hidden={hidden}
          isAll={!pages.hasNext && selected.length === rows.length}
          details={details}
          failure={detailsFailure}
          unmergeRefusal={refusal}
          onShow={loadVisible}
          onShowSource={loadWithSource}
          onRemove={({ hash }) => toggle([hash], false)}
          onUnmerge={unmerge.begin}
        />
      ) : null}
    </>
  );
}

function eventIds(rows: readonly HashRow[]): readonly string[] {
  return rows.flatMap(({ event }) => event?.id ?? []);
}
