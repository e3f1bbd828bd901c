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
