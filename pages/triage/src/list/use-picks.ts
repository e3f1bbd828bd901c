import { useCallback, useMemo } from 'react';
import { changeView, type Navigation } from '../address/use-address.ts';
import type { HashRow } from './arrange.ts';

/** The selected hashes, which the URL holds, in the order of the rows. Those that the list lacks are not selected. */
export function usePicks(picks: readonly string[], rows: readonly HashRow[]) {
  const selected = useMemo(() => {
    const chosen = new Set(picks);
    return rows.filter(({ hash }) => chosen.has(hash));
  }, [picks, rows]);
  const selection = useMemo(() => new Set(selected.map(({ hash }) => hash)), [selected]);

  const toggle = useCallback(
    (hashes: readonly string[], isSelected?: boolean) => {
      const next = new Set(picks);
      for (const hash of hashes) {
        if (isSelected ?? !next.has(hash)) {
          next.add(hash);
        } else {
          next.delete(hash);
        }
      }
      setPicks([...next]);
    },
    [picks],
  );
  return {
    selected,
    selection: selection as ReadonlySet<string>,
    toggle,
    missing: picks.length - selected.length,
  };
}

export function setPicks(picks: readonly string[], how: Navigation = 'replace'): void {
  changeView({ picks }, how);
}
