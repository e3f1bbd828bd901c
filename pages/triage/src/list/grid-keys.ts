import type { KeyboardEvent } from 'react';
import { openDialog } from '../address/use-address.ts';
import type { ListItem } from './arrange.ts';

interface Options {
  readonly items: readonly ListItem[];
  /** Index of the active line. */
  readonly current: number;
  /** Lines that fit into the view. */
  readonly page: number;
  readonly goTo: (index: number) => void;
  readonly toggle: (index: number, isSelected?: boolean) => void;
  /** Selects the hashes between two lines. */
  readonly toggleRange: (from: number, to: number) => void;
  readonly hasSelection: boolean;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onOpenGroup: (key: string, isOpen: boolean) => void;
  readonly onCopy: () => void;
  readonly onOpenEvent: () => void;
}

/** The keys of the grid, which `keys-dialog.tsx` lists. */
export function gridKeys(options: Options) {
  const { items, current, page, goTo, toggle } = options;
  const end = items.length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(end, current + 1),
    ArrowUp: Math.max(0, current - 1),
    PageDown: Math.min(end, current + page),
    PageUp: Math.max(0, current - page),
    Home: 0,
    End: end,
  };
  const actions: Readonly<Record<string, () => void>> = {
    ' ': () => toggle(current),
    Enter: () => {
      if (!options.hasSelection) {
        toggle(current, true);
      }
      openDialog('compare');
    },
    Escape: options.onClear,
    ArrowRight: () => fold(true),
    ArrowLeft: () => fold(false),
    c: options.onCopy,
    o: options.onOpenEvent,
  };

  function fold(isOpen: boolean) {
    const item = items[current];
    if (item?.kind === 'group') {
      options.onOpenGroup(item.key, isOpen);
    } else if (!isOpen) {
      const group = items.findLastIndex(({ kind }, index) => index < current && kind === 'group');
      goTo(Math.max(0, group));
    }
  }

  function move(to: number, isExtending: boolean) {
    goTo(to);
    if (isExtending && to !== current) {
      options.toggleRange(current, to);
    }
  }

  /** Undefined for keys that are left to the browser. */
  function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
    if (ctrlKey || metaKey) {
      return key === 'a' ? options.onSelectAll : undefined;
    }
    const to = moves[key];
    if (to !== undefined && !altKey) {
      return () => move(to, shiftKey);
    }
    return altKey ? undefined : actions[key];
  }

  return (event: KeyboardEvent<HTMLElement>) => {
    const isOnControl = event.target instanceof HTMLButtonElement;
    const action = isOnControl ? undefined : actionOf(event);
    if (action) {
      event.preventDefault();
      action();
    }
  };
}
