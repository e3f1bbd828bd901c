import { longestCommon } from '../longest-common.ts';
import type { ContributingValue, GroupingPart } from './grouping-values.ts';
import type { SentryHash } from './hashes.ts';

/** A value of several groupings, side by side. */
export interface ComparisonRow {
  readonly path: readonly string[];
  /** One for each grouping; null where it lacks the value. */
  readonly values: readonly (string | null)[];
}

/** Hashes, and the values that made them side by side. */
export interface ComparedHashes {
  readonly hashes: readonly SentryHash[];
  readonly rows: readonly ComparisonRow[];
}

/** Parts that belong together, at most one of each grouping. */
type Aligned = readonly (GroupingPart | null)[];

/**
 * Values of groupings side by side. Equal parts, such as frames, share their rows, in the order of each grouping; between
 * them, parts in the same place of the component tree are compared in order.
 */
export function compareGroupings(
  groupings: readonly (readonly GroupingPart[])[],
): readonly ComparisonRow[] {
  const [first = [], ...others] = groupings;
  const aligned = others.reduce<readonly Aligned[]>(
    addGrouping,
    first.map((part) => [part]),
  );
  return aligned.flatMap(toRows);
}

function addGrouping(
  aligned: readonly Aligned[],
  parts: readonly GroupingPart[],
  index: number,
): readonly Aligned[] {
  const none = new Array<null>(index + 1).fill(null);
  const keys = aligned.map((each) => new Set(each.map((part) => (part ? keyOf(part) : null))));
  const ownKeys = parts.map(keyOf);
  const equal = longestCommon(
    aligned.length,
    parts.length,
    (i, j) => keys[i]?.has(ownKeys[j] ?? '') === true,
  );
  const result: Aligned[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...equal, [aligned.length, parts.length] as const]) {
    result.push(...pairInOrder(aligned.slice(i, nextI), parts.slice(j, nextJ), none));
    const same = aligned[nextI];
    if (same) {
      result.push([...same, parts[nextJ] ?? null]);
    }
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return result;
}

/** Pairs parts in the same place of the tree; a part without a partner gets rows of its own. */
function pairInOrder(
  aligned: readonly Aligned[],
  parts: readonly GroupingPart[],
  none: readonly null[],
): readonly Aligned[] {
  const result: Aligned[] = [];
  let next = 0;
  for (const each of aligned) {
    const place = placeOf(each.find((part) => part !== null));
    const found = parts.findIndex((part, index) => index >= next && placeOf(part) === place);
    if (found < 0) {
      result.push([...each, null]);
      continue;
    }
    result.push(...parts.slice(next, found).map((part) => [...none, part]));
    result.push([...each, parts[found] ?? null]);
    next = found + 1;
  }
  return [...result, ...parts.slice(next).map((part) => [...none, part])];
}

const keyOf = (part: GroupingPart) => JSON.stringify(part.map(({ path, value }) => [path, value]));
const placeOf = (part: GroupingPart | null | undefined) =>
  JSON.stringify(part?.[0]?.path.slice(0, -1));

function toRows(aligned: Aligned): readonly ComparisonRow[] {
  const rows = new Map<string, { path: readonly string[]; values: (string | null)[] }>();
  for (const [index, part] of aligned.entries()) {
    for (const { path, value } of part ?? []) {
      const row = freeRow(rows, path, index, aligned.length);
      row.values[index] = value;
    }
  }
  return [...rows.values()];
}

/** The first row of the path that has no value of this grouping yet. */
function freeRow(
  rows: Map<string, { path: ContributingValue['path']; values: (string | null)[] }>,
  path: ContributingValue['path'],
  index: number,
  width: number,
) {
  for (let count = 0; ; count += 1) {
    const key = JSON.stringify([path, count]);
    const row = rows.get(key) ?? { path, values: new Array<string | null>(width).fill(null) };
    rows.set(key, row);
    if (row.values[index] === null) {
      return row;
    }
  }
}
