import { useCallback, useEffect, useState } from 'react';
import type { ListItem } from './arrange.ts';
import { ALL } from './hash-grid.tsx';

/**
 * Selects a group, or all that is shown. While the list is incomplete that waits: a selection of the rows
 * loaded so far would look like all of them.
 */
export function useWholeSelection({
  items,
  isComplete,
  select,
}: {
  readonly items: readonly ListItem[];
  readonly isComplete: boolean;
  readonly select: (hashes: readonly string[], isSelected: boolean) => void;
}) {
  const [awaited, setAwaited] = useState<string | null>(null);
  useEffect(() => {
    if (awaited !== null && isComplete) {
      setAwaited(null);
      select(wholeOf(items, awaited), true);
    }
  }, [awaited, isComplete, items, select]);
  return {
    awaited,
    /** A second call before the list is complete cancels the first. */
    selectWhole: useCallback(
      (key: string) => setAwaited((known) => (known === key ? null : key)),
      [],
    ),
    cancel: useCallback(() => setAwaited(null), []),
  };
}

function wholeOf(items: readonly ListItem[], key: string): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'hash') {
      return key === ALL ? item.row.hash : [];
    }
    // The hashes of a closed group are not among the items.
    return item.key === key || (key === ALL && !item.isOpen)
      ? item.rows.map(({ hash }) => hash)
      : [];
  });
}
