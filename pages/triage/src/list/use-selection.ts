import { useCallback, useMemo, useState } from 'react';
import type { HashRow } from './arrange.ts';

/** Global IDs of the selected hashes; those no longer in the list are dropped. */
export function useSelection(rows: readonly HashRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo(() => {
    const present = new Set(rows.map(({ id }) => id));
    return new Set([...chosen].filter((id) => present.has(id)));
  }, [chosen, rows]);

  const toggle = useCallback((ids: readonly string[], isSelected?: boolean) => {
    setChosen((known) => {
      const next = new Set(known);
      for (const id of ids) {
        if (isSelected ?? !known.has(id)) {
          next.add(id);
        } else {
          next.delete(id);
        }
      }
      return next;
    });
  }, []);
  const selectAll = useCallback(
    (ids: readonly string[]) => setChosen((known) => new Set([...known, ...ids])),
    [],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { selection: selection as ReadonlySet<string>, toggle, selectAll, clear };
}
