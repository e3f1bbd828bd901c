/** Above it, only the common start and end are found: the time grows with the product of the lengths. */
const MAX_CELLS = 250_000;

/** Pairs of equal items of two lists, in order: a longest common subsequence. */
export function longestCommon(
  lengthA: number,
  lengthB: number,
  isEqual: (a: number, b: number) => boolean,
): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < lengthA && start < lengthB && isEqual(start, start)) {
    start += 1;
  }
  let end = 0;
  while (
    end < lengthA - start &&
    end < lengthB - start &&
    isEqual(lengthA - 1 - end, lengthB - 1 - end)
  ) {
    end += 1;
  }
  const [rows, columns] = [lengthA - start - end, lengthB - start - end];
  const middle =
    rows * columns > MAX_CELLS
      ? []
      : commonInMiddle(rows, columns, (a, b) => isEqual(start + a, start + b));
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([a, b]) => [start + a, start + b] as const),
    ...Array.from(
      { length: end },
      (_, index) => [lengthA - end + index, lengthB - end + index] as const,
    ),
  ];
}

function commonInMiddle(
  rows: number,
  columns: number,
  isEqual: (a: number, b: number) => boolean,
): readonly (readonly [number, number])[] {
  const width = columns + 1;
  // The length of the longest common subsequence from each pair of positions on.
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (a: number, b: number) => lengths[a * width + b] ?? 0;
  for (let a = rows - 1; a >= 0; a -= 1) {
    for (let b = columns - 1; b >= 0; b -= 1) {
      lengths[a * width + b] = isEqual(a, b)
        ? at(a + 1, b + 1) + 1
        : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < rows && b < columns; ) {
    if (isEqual(a, b)) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (at(a + 1, b) >= at(a, b + 1)) {
      a += 1;
    } else {
      b += 1;
    }
  }
  return pairs;
}
