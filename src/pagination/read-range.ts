import { badUserInput } from '../errors.ts';
import { type EndOptions, findEnd, MAX_COUNTED_ROWS } from './find-end.ts';
import {
  type Anchor,
  type MovingList,
  type MovingRange,
  type NumberedPage,
  readBackward,
  readForward,
  startBehind,
} from './moving-list.ts';

interface Range extends MovingRange {
  readonly direction: 'forward' | 'backward';
  /** For `last` without `before`: see `findEnd`. */
  readonly end?: Pick<EndOptions, 'knownLength' | 'spareRows'>;
}

/** The rows of a range; for `last` without `before`, the last rows of the list. */
export async function readRange<Row>(
  list: MovingList<Row>,
  { direction, after, before, count, end = {} }: Range,
): Promise<NumberedPage<Row>> {
  // A `before` that is not after `after` has no effect (Relay's ApplyCursorsToEdges).
  const bound = before !== null && after !== null && isCrossed(after, before) ? null : before;
  if (direction === 'forward') {
    return readForward(list, { after, before: bound, count });
  }
  return bound === null
    ? readEnd(list, { after, count, end })
    : readBackward(list, { after, before: bound, count });
}

/** By time where times differ: the numbers are of different moments if the list has moved in between. */
function isCrossed(after: Anchor, before: Anchor): boolean {
  if (after.timeMs !== null && before.timeMs !== null && after.timeMs !== before.timeMs) {
    return before.timeMs > after.timeMs;
  }
  return before.offset <= after.offset || (after.key !== null && before.key === after.key);
}

/** The last `count` rows of the list that are after `after`. */
async function readEnd<Row>(
  list: MovingList<Row>,
  { after, count, end: options }: Required<Omit<Range, 'direction' | 'before'>>,
): Promise<NumberedPage<Row>> {
  // For an empty page, one row shows whether there are rows before.
  const end = await findEnd(list, { ...options, count: Math.max(1, count) });
  if (end === null) {
    throw badUserInput(
      `\`last\` without \`before\` requires a list of at most ${MAX_COUNTED_ROWS} rows, and this one is longer: use \`before\`, or \`first\`.`,
    );
  }
  const start = after === null ? 0 : startBehind(list, end.rows, after);
  const rows = count === 0 ? [] : end.rows.slice(start);
  return {
    rows,
    hasPrevious: end.hasPrevious || rows.length < end.rows.length,
    hasNext: false,
  };
}
