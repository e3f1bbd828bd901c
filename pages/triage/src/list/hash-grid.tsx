import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { HashRow, ListItem } from './arrange.ts';
import type { EventDetails } from './event-details.ts';
import { gridKeys } from './grid-keys.ts';
import { GroupLine } from './group-line.tsx';
import { HashLine } from './hash-line.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

interface Props {
  readonly items: readonly ListItem[];
  readonly details: ReadonlyMap<string, EventDetails>;
  /** The selected hashes. */
  readonly selection: ReadonlySet<string>;
  /** Hashes whose unmerge is in progress. */
  readonly unmerging: ReadonlySet<string>;
  /** More hashes may come, to the list and to each group. */
  readonly isPartial: boolean;
  /** The key of the group, or `ALL`, that will be selected as soon as the list is complete. */
  readonly awaited: string | null;
  readonly eventUrlOf: (row: HashRow) => string | null;
  readonly onEndNear: () => void;
  readonly onVisible: (rows: readonly HashRow[]) => void;
  readonly onToggle: (hashes: readonly string[], isSelected?: boolean) => void;
  /** Selects the group, or `ALL`, now or when the list is complete. */
  readonly onSelectWhole: (key: string) => void;
  readonly onClear: () => void;
  readonly onOpenGroup: (key: string, isOpen: boolean) => void;
  readonly onCopy: (rows: readonly HashRow[]) => void;
  /** Below the lines. */
  readonly children: ReactNode;
}

/** In place of a group's key: all hashes that are shown. */
export const ALL = '';

/** The next page is loaded when this many lines are left. */
const NEAR_END = 20;
/** While scrolling is faster than this, no details are loaded. */
const SCROLL_PAUSE_MS = 120;

/**
 * A treegrid that renders only the lines in view. The grid keeps the focus and names its active line
 * (`aria-activedescendant`), because scrolling removes lines from the document.
 */
export function HashGrid(props: Props) {
  const { items, selection, unmerging, isPartial, awaited, onEndNear, onVisible } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // By key: the place of a line changes while the list is loaded.
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const isNarrow = useIsNarrow();
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => items[index]?.key ?? index,
    estimateSize: (index) => (items[index]?.kind === 'group' ? 44 : isNarrow ? 118 : 60),
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

  // A line that goes away, as by an unmerge, leaves its place to the next one.
  const lastPlace = useRef(0);
  const place = items.findIndex(({ key }) => key === activeKey);
  const current = place >= 0 ? place : Math.max(0, Math.min(lastPlace.current, items.length - 1));
  useEffect(() => {
    lastPlace.current = current;
  }, [current]);
  const active = items[current];
  const hashes = items.flatMap((item) => (item.kind === 'hash' ? item.row.hash : []));
  const selectable = hashes.filter((hash) => !unmerging.has(hash));
  const isAllSelected =
    !isPartial && selectable.length > 0 && selectable.every((hash) => selection.has(hash));

  function goTo(index: number) {
    setActiveKey(items[index]?.key ?? null);
    virtualizer.scrollToIndex(index);
    scroller.current?.scrollIntoView({ block: 'nearest' });
  }

  function toggle(index: number, isSelected?: boolean) {
    const item = items[index];
    if (item?.kind === 'group' && (isPartial || awaited === item.key)) {
      props.onSelectWhole(item.key);
      return;
    }
    const chosen = hashesOf(item).filter((hash) => !unmerging.has(hash));
    props.onToggle(chosen, isSelected ?? !chosen.every((hash) => selection.has(hash)));
  }

  function toggleRange(from: number, to: number) {
    const range = items.slice(Math.min(from, to), Math.max(from, to) + 1);
    props.onToggle(
      range.flatMap((item) =>
        item.kind === 'hash' && !unmerging.has(item.row.hash) ? item.row.hash : [],
      ),
      true,
    );
  }

  function onClick(index: number, event: MouseEvent<HTMLElement>) {
    event.currentTarget.closest<HTMLElement>('[role=treegrid]')?.focus({ preventScroll: true });
    if (event.shiftKey) {
      toggleRange(current, index);
    } else {
      toggle(index);
    }
    setActiveKey(items[index]?.key ?? null);
  }

  const onKeyDown = gridKeys({
    items,
    current,
    page: Math.max(1, last - first - 12),
    goTo,
    toggle,
    toggleRange,
    hasSelection: selection.size > 0,
    onSelectAll: () => props.onSelectWhole(ALL),
    onClear: props.onClear,
    onOpenGroup: props.onOpenGroup,
    onCopy: () => {
      if (active) {
        props.onCopy(active.kind === 'group' ? active.rows : [active.row]);
      }
    },
    onOpenEvent: () => {
      const url = active?.kind === 'hash' ? props.eventUrlOf(active.row) : null;
      if (url) {
        open(url, '_blank', 'noreferrer');
      }
    },
  });

  return (
    <div
      role="treegrid"
      className="grid"
      tabIndex={0}
      aria-label="Hashes of the issue"
      aria-multiselectable="true"
      aria-rowcount={isPartial ? -1 : items.length + 1}
      aria-colcount={8}
      aria-activedescendant={
        lines.some(({ index }) => index === current) ? `line-${current}` : undefined
      }
      aria-keyshortcuts="ArrowUp ArrowDown Space Enter Escape C O"
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="head">
        <div role="row" className="line" aria-rowindex={1}>
          <span role="columnheader" tabIndex={-1} className="select">
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={
                isPartial
                  ? 'Select all that are shown, when the list is complete'
                  : 'Select all that are shown'
              }
              checked={isAllSelected}
              ref={(box) => {
                if (box) {
                  box.indeterminate = awaited === ALL;
                }
              }}
              disabled={selectable.length === 0}
              onChange={() =>
                isAllSelected ? props.onToggle(hashes, false) : props.onSelectWhole(ALL)
              }
            />
          </span>
          {HEADINGS.map(([name, label]) => (
            <span role="columnheader" tabIndex={-1} className={name} key={name}>
              {label}
            </span>
          ))}
          <span role="columnheader" tabIndex={-1} className="open">
            <span className="visually-hidden">Link</span>
          </span>
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
              onClick: (event: MouseEvent<HTMLElement>) => onClick(index, event),
            };
            if (item?.kind === 'group') {
              return (
                <GroupLine
                  key={key}
                  {...shared}
                  group={item}
                  selected={item.rows.filter(({ hash }) => selection.has(hash)).length}
                  isPartial={isPartial}
                  isAwaited={awaited === item.key || awaited === ALL}
                  onToggle={() => {
                    setActiveKey(item.key);
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
                details={props.details.get(item.row.event?.id ?? '')}
                eventUrl={props.eventUrlOf(item.row)}
                isSelected={selection.has(item.row.hash)}
                isUnmerging={unmerging.has(item.row.hash)}
                onCopy={() => props.onCopy([item.row])}
              />
            ) : null;
          })}
        </div>
        {props.children}
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

function hashesOf(item: ListItem | undefined): readonly string[] {
  if (item?.kind === 'group') {
    return item.rows.map(({ hash }) => hash);
  }
  return item ? [item.row.hash] : [];
}
