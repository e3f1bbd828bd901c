import { useCallback, useMemo, useState } from 'react';
import type { HashRow } from './arrange.ts';

/** The hashes that are picked, by global ID; those that have left the list are picked no more. */
export function usePicks(rows: readonly HashRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picks = useMemo(() => {
    const present = new Set(rows.map(({ id }) => id));
    return new Set([...chosen].filter((id) => present.has(id)));
  }, [chosen, rows]);

  const toggle = useCallback((ids: readonly string[], isPicked?: boolean) => {
    setChosen((known) => {
      const next = new Set(known);
      for (const id of ids) {
        if (isPicked ?? !known.has(id)) {
          next.add(id);
        } else {
          next.delete(id);
        }
      }
      return next;
    });
  }, []);
  const pickAll = useCallback(
    (ids: readonly string[]) => setChosen((known) => new Set([...known, ...ids])),
    [],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { picks: picks as ReadonlySet<string>, toggle, pickAll, clear };
}
