import type { GroupingPart } from './grouping-values.ts';
import type { SentryHash } from './hashes.ts';
import { longestCommon } from './longest-common.ts';

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
    append(result, pairInOrder(aligned.slice(i, nextI), parts.slice(j, nextJ), none));
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
  const indexesOf = groupByPlace(parts);
  let next = 0;
  for (const each of aligned) {
    const indexes = indexesOf.get(placeOf(each.find((part) => part !== null))) ?? [];
    while ((indexes.at(-1) ?? next) < next) {
      indexes.pop();
    }
    const found = indexes.pop();
    if (found === undefined) {
      result.push([...each, null]);
      continue;
    }
    append(result, withoutPartner(parts.slice(next, found), none));
    result.push([...each, parts[found] ?? null]);
    next = found + 1;
  }
  return [...result, ...withoutPartner(parts.slice(next), none)];
}

/** The indexes of the parts in each place, the last one first. */
function groupByPlace(parts: readonly GroupingPart[]): ReadonlyMap<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const place = placeOf(parts[index]);
    const known = indexes.get(place);
    if (known) {
      known.push(index);
    } else {
      indexes.set(place, [index]);
    }
  }
  return indexes;
}

/** Spread arguments of `push` would fill the call stack. */
function append(list: Aligned[], more: readonly Aligned[]): void {
  for (const each of more) {
    list.push(each);
  }
}

function withoutPartner(parts: readonly GroupingPart[], none: readonly null[]): readonly Aligned[] {
  return parts.map((part) => [...none, part]);
}

const keyOf = (part: GroupingPart) => JSON.stringify(part.map(({ path, value }) => [path, value]));
const placeOf = (part: GroupingPart | null | undefined) =>
  JSON.stringify(part?.[0]?.path.slice(0, -1)) ?? '';

/** Values of one path share the rows of that path in order. */
function toRows(aligned: Aligned): readonly ComparisonRow[] {
  const rows = new Map<string, { path: readonly string[]; values: (string | null)[] }>();
  for (const [index, part] of aligned.entries()) {
    const counts = new Map<string, number>();
    for (const { path, value } of part ?? []) {
      const name = JSON.stringify(path);
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      const key = `${count} ${name}`;
      const row = rows.get(key) ?? { path, values: new Array(aligned.length).fill(null) };
      row.values[index] = value;
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}
