/** How many rows lists are known to have, so that their short pages can be requested in parallel. */
export interface KnownLengths {
  /** 0 for a list that was not read. */
  rowsOf(list: string): number;
  learn(list: string, page: { readonly nextRow: number; readonly hasNext: boolean }): void;
}

/** @param maxLists - The oldest are removed first. */
export function createKnownLengths(maxLists = 10_000): KnownLengths {
  const lengths = new Map<string, number>();
  return {
    rowsOf: (list) => lengths.get(list) ?? 0,
    learn(list, { nextRow, hasNext }) {
      const rows = hasNext ? Math.max(lengths.get(list) ?? 0, nextRow + 1) : nextRow;
      lengths.delete(list);
      lengths.set(list, rows);
      for (const oldest of lengths.size > maxLists ? lengths.keys() : []) {
        lengths.delete(oldest);
        break;
      }
    },
  };
}
