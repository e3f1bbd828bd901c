import { longestCommon } from '../../../../src/sentry/longest-common.ts';

/** Identity of a frame. It excludes the line number, which changes with every release. */
export interface AlignedFrame {
  readonly function: string | null;
  readonly file: string | null;
}

/** One row of the comparison: a cell for each stack trace, null if it has no frame here. */
export interface AlignedRow<F> {
  readonly cells: readonly (F | null)[];
  /** Every stack trace has this frame here. */
  readonly isEqual: boolean;
}

/**
 * Aligns stack traces so that frames with the same function and file are in one row, as many as their
 * order allows: by a longest common subsequence of each trace and the rows so far. Between two matching
 * rows, frames that differ are placed beside each other.
 */
export function align<F extends AlignedFrame>(traces: readonly (readonly F[])[]): AlignedRow<F>[] {
  let rows: (F | null)[][] = [];
  for (const [column, trace] of traces.entries()) {
    rows = addTrace(rows, trace, column);
  }
  return rows.map((cells) => ({ cells, isEqual: areEqual(cells) }));
}

export function frameKey({ function: name, file }: AlignedFrame): string {
  return JSON.stringify([name, file]);
}

/** The key of the most frequent frame of a row; undefined if no frame occurs twice or two are equally frequent. */
export function commonKey(cells: readonly (AlignedFrame | null)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell) {
      counts.set(frameKey(cell), (counts.get(frameKey(cell)) ?? 0) + 1);
    }
  }
  const [most, second] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[1] > 1 && most[1] > (second?.[1] ?? 0) ? most[0] : undefined;
}

function areEqual(cells: readonly (AlignedFrame | null)[]): boolean {
  return new Set(cells.map((cell) => cell && frameKey(cell))).size === 1;
}

function addTrace<F extends AlignedFrame>(
  rows: readonly (readonly (F | null)[])[],
  trace: readonly F[],
  column: number,
): (F | null)[][] {
  const keysOfRows = rows.map((cells) => new Set(cells.map((cell) => cell && frameKey(cell))));
  const keys = trace.map(frameKey);
  const anchors = longestCommon(
    rows.length,
    trace.length,
    (row, frame) => keysOfRows[row]?.has(keys[frame] ?? '') ?? false,
  );
  const blank = Array.from({ length: column }, () => null);
  const join = (row: number | null, frame: number | null): (F | null)[] => [
    ...(row === null ? blank : (rows[row] ?? blank)),
    frame === null ? null : (trace[frame] ?? null),
  ];
  const merged: (F | null)[][] = [];
  let row = 0;
  let frame = 0;
  for (const [nextRow, nextFrame] of [...anchors, [rows.length, trace.length] as const]) {
    const length = Math.max(nextRow - row, nextFrame - frame);
    for (let step = 0; step < length; step += 1) {
      merged.push(
        join(
          row + step < nextRow ? row + step : null,
          frame + step < nextFrame ? frame + step : null,
        ),
      );
    }
    if (nextRow < rows.length) {
      merged.push(join(nextRow, nextFrame));
    }
    row = nextRow + 1;
    frame = nextFrame + 1;
  }
  return merged;
}
