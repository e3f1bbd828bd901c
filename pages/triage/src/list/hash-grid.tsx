import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { HashRow, ListItem } from './arrange.ts';
import type { EventDetails } from './event-details.ts';
import { GroupLine } from './group-line.tsx';
import { HashLine } from './hash-line.tsx';
import { ListEnd } from './list-end.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

interface Props {
  readonly items: readonly ListItem[];
  readonly details: ReadonlyMap<string, EventDetails>;
  readonly selection: ReadonlySet<string>;
  /** Global IDs of hashes whose unmerge is in progress. */
  readonly unmerging: ReadonlySet<string>;
  readonly isEmptyIssue: boolean;
  readonly hasNext: boolean;
  readonly failure: Error | null;
  readonly onRetry: () => void;
  readonly onEndNear: () => void;
  readonly onVisible: (rows: readonly HashRow[]) => void;
  readonly onToggle: (ids: readonly string[], isSelected?: boolean) => void;
  readonly onSelectAll: (ids: readonly string[]) => void;
  readonly onClear: () => void;
  readonly onOpenGroup: (key: string, isOpen: boolean) => void;
  readonly onCompare: () => void;
  readonly onClearFilter: () => void;
}

/** The next page is loaded when this many lines are left. */
const NEAR_END = 20;
/** While scrolling is faster than this, no details are loaded. */
const SCROLL_PAUSE_MS = 120;

/**
 * A treegrid that renders only the lines in view. The grid keeps the focus and names its active line
 * (`aria-activedescendant`), because scrolling removes lines from the document.
 */
export function HashGrid(props: Props) {
  const { items, selection, unmerging, hasNext, onEndNear, onVisible } = props;
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const isNarrow = useIsNarrow();
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => items[index]?.key ?? index,
    estimateSize: (index) => (items[index]?.kind === 'group' ? 44 : isNarrow ? 96 : 60),
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of lines changes with these.
  useEffect(() => virtualizer.measure(), [isNarrow, items, virtualizer]);

  const lines = virtualizer.getVirtualItems();
  const first = lines[0]?.index ?? 0;
  const last = lines.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= items.length - NEAR_END) {
      onEndNear();
    }
  }, [last, items.length, onEndNear]);
  useEffect(() => {
    const timer = setTimeout(() => {
      onVisible(
        items.slice(first, last + 1).flatMap((item) => (item.kind === 'hash' ? item.row : [])),
      );
    }, SCROLL_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [first, last, items, onVisible]);

  const current = Math.min(active, Math.max(0, items.length - 1));
  const hashIds = items.flatMap((item) => (item.kind === 'hash' ? item.row.id : []));
  const selectable = hashIds.filter((id) => !unmerging.has(id));

  function goTo(index: number) {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setActive(next);
    virtualizer.scrollToIndex(next);
  }

  function toggle(index: number, isSelected?: boolean) {
    const ids = idsOf(items[index]).filter((id) => !unmerging.has(id));
    props.onToggle(ids, isSelected ?? !ids.every((id) => selection.has(id)));
  }

  const page = Math.max(1, last - first - 12);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: items.length - 1,
  };
  const actions: Readonly<Record<string, () => void>> = {
    ' ': () => toggle(current),
    Enter: () => {
      if (selection.size === 0) {
        toggle(current, true);
      }
      props.onCompare();
    },
    Escape: props.onClear,
    ArrowRight: () => fold(true),
    ArrowLeft: () => fold(false),
  };

  function fold(isOpen: boolean) {
    const item = items[current];
    if (item?.kind === 'group') {
      props.onOpenGroup(item.key, isOpen);
    } else if (!isOpen) {
      goTo(items.findLastIndex(({ kind }, index) => index < current && kind === 'group'));
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.target instanceof HTMLButtonElement) {
      return;
    }
    const move = moves[event.key];
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      props.onSelectAll(selectable);
    } else if (move !== undefined) {
      goTo(move);
      if (event.shiftKey) {
        toggle(current, true);
        toggle(Math.max(0, Math.min(items.length - 1, move)), true);
      }
    } else if (actions[event.key]) {
      actions[event.key]?.();
    } else {
      return;
    }
    event.preventDefault();
  }

  function onClick(index: number, event: MouseEvent) {
    grid.current?.focus({ preventScroll: true });
    if (event.shiftKey) {
      for (let each = Math.min(index, current); each <= Math.max(index, current); each += 1) {
        if (items[each]?.kind === 'hash') {
          toggle(each, true);
        }
      }
    } else {
      toggle(index);
    }
    setActive(index);
  }

  const allSelected = selectable.length > 0 && selectable.every((id) => selection.has(id));
  return (
    <div
      ref={grid}
      role="treegrid"
      className="grid"
      tabIndex={0}
      aria-label="Hashes of the issue"
      aria-multiselectable="true"
      aria-rowcount={hasNext ? -1 : items.length + 1}
      aria-colcount={6}
      aria-activedescendant={items.length > 0 ? `line-${current}` : undefined}
      aria-keyshortcuts="ArrowUp ArrowDown Space Enter Escape"
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="head">
        <div role="row" className="line" aria-rowindex={1}>
          <span role="columnheader" tabIndex={-1} className="select">
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label="Select all that are shown"
              checked={allSelected}
              disabled={selectable.length === 0}
              onChange={() => (allSelected ? props.onClear() : props.onSelectAll(selectable))}
            />
          </span>
          {HEADINGS.map(([name, label]) => (
            <span role="columnheader" tabIndex={-1} className={name} key={name}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <div className="scroller" ref={scroller} tabIndex={-1} role="rowgroup">
        <div className="sizer" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {lines.map(({ index, start, size, key }) => {
            const item = items[index];
            const shared = {
              id: `line-${index}`,
              position: index + 2,
              isActive: index === current,
              top: start,
              height: size,
              onClick: (event: MouseEvent) => onClick(index, event),
            };
            if (item?.kind === 'group') {
              return (
                <GroupLine
                  key={key}
                  {...shared}
                  group={item}
                  selected={item.rows.filter(({ id }) => selection.has(id)).length}
                  onToggle={() => {
                    setActive(index);
                    props.onOpenGroup(item.key, !item.isOpen);
                  }}
                />
              );
            }
            return item ? (
              <HashLine
                key={key}
                {...shared}
                row={item.row}
                details={props.details.get(item.row.eventId ?? '')}
                isSelected={selection.has(item.row.id)}
                isUnmerging={unmerging.has(item.row.id)}
              />
            ) : null;
          })}
        </div>
        <ListEnd
          isEmptyIssue={props.isEmptyIssue}
          hasMatches={items.length > 0}
          hasNext={hasNext}
          failure={props.failure}
          onRetry={props.onRetry}
          onClearFilter={props.onClearFilter}
        />
      </div>
    </div>
  );
}

const HEADINGS = [
  ['what', 'Error'],
  ['top', 'Top frame'],
  ['hashes', 'Hash'],
  ['platform', 'Platform'],
  ['age', 'Latest event'],
  ['seer', 'Merged by'],
] as const;

function idsOf(item: ListItem | undefined): readonly string[] {
  if (item?.kind === 'group') {
    return item.rows.map(({ id }) => id);
  }
  return item ? [item.row.id] : [];
}
