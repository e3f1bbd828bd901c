/** How many rows lists had when they were read last. */
export interface KnownLengths {
  /** As many rows a list is known to have; 0 if it was not read. */
  rowsOf(list: string): number;
  /** The length of a list that was read to its end; null if it was not. */
  lengthOf(list: string): number | null;
  /** Learns from a page: the number of its first row, and how many it has. */
  learn(
    list: string,
    page: { readonly start: number; readonly rows: number; readonly hasNext: boolean },
  ): void;
}

interface KnownLength {
  readonly rows: number;
  readonly isWhole: boolean;
}

const UNKNOWN: KnownLength = { rows: 0, isWhole: false };

/** The oldest are removed first. */
const MAX_LISTS = 10_000;

export function createKnownLengths(): KnownLengths {
  const lengths = new Map<string, KnownLength>();
  return {
    rowsOf: (list) => (lengths.get(list) ?? UNKNOWN).rows,
    lengthOf(list) {
      const { rows, isWhole } = lengths.get(list) ?? UNKNOWN;
      return isWhole ? rows : null;
    },
    learn(list, page) {
      const known = lengths.get(list) ?? UNKNOWN;
      lengths.delete(list);
      lengths.set(list, combine(known, page));
      for (const oldest of lengths.size > MAX_LISTS ? lengths.keys() : []) {
        lengths.delete(oldest);
        break;
      }
    },
  };
}

function combine(
  known: KnownLength,
  { start, rows, hasNext }: Parameters<KnownLengths['learn']>[1],
): KnownLength {
  const end = start + rows;
  if (hasNext) {
    return end < known.rows ? known : { rows: end + 1, isWhole: false };
  }
  // A page after the end says only that the list is not longer.
  return rows > 0 || start === 0
    ? { rows: end, isWhole: true }
    : { rows: Math.min(known.rows, start), isWhole: known.isWhole && known.rows <= start };
}

/** How long the server takes for a row of a hash list, whose events it reads one after the other. */
export interface RowTimes {
  /** Learns from a page. */
  learn(rows: number, durationMs: number): void;
  /** The rows of one request, if a page is to be requested in parts; null if it is not. */
  partOf(rows: number): number | null;
}

/** The time of a smaller page is mostly that of the request. */
const MIN_ROWS = 10;

/** Share of a new measurement. */
const WEIGHT = 0.3;

/**
 * @param splitOverMs - A page that would take longer is requested in parts. Each takes half of that, since the first one
 * is requested alone while the length of the list is unknown. 0: never.
 */
export function createRowTimes(splitOverMs: number): RowTimes {
  let rowMs: number | null = null;
  return {
    learn(rows, durationMs) {
      if (rows >= MIN_ROWS) {
        const measured = durationMs / rows;
        rowMs = rowMs === null ? measured : rowMs + WEIGHT * (measured - rowMs);
      }
    },
    partOf(rows) {
      if (splitOverMs === 0 || rowMs === null || rows * rowMs <= splitOverMs) {
        return null;
      }
      return Math.max(MIN_ROWS, Math.floor(splitOverMs / 2 / rowMs));
    },
  };
}
