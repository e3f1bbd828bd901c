import { badUserInput } from '../errors.ts';
import { findEnd, MAX_COUNTED_ROWS } from './find-end.ts';
import {
  type Anchor,
  type MovingList,
  type MovingRange,
  type NumberedPage,
  readBackward,
  readForward,
  readUpTo,
  startBehind,
} from './moving-list.ts';

/** The rows of a range; for `last` without `before`, the last rows of the list. */
export async function readRange<Row>(
  list: MovingList<Row>,
  { direction, after, before, count }: MovingRange & { readonly direction: 'forward' | 'backward' },
): Promise<NumberedPage<Row>> {
  // A `before` that is not after `after` has no effect (Relay's ApplyCursorsToEdges).
  const bound = before !== null && after !== null && isCrossed(after, before) ? null : before;
  if (direction === 'forward') {
    return readForward(list, { after, before: bound, count });
  }
  return bound === null
    ? readEnd(list, { after, count })
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
  { after, count }: Pick<MovingRange, 'after' | 'count'>,
): Promise<NumberedPage<Row>> {
  const end = await findEnd(list);
  if (end === null) {
    throw badUserInput(
      `\`last\` without \`before\` requires a list of at most ${MAX_COUNTED_ROWS} rows, and this one is longer: use \`before\`, or \`first\`.`,
    );
  }
  const wanted = Math.max(1, count);
  const found =
    end.isWhole || end.rows.length >= wanted
      ? {
          rows: end.rows.slice(-wanted),
          hasPrevious: !end.isWhole || end.rows.length > wanted,
        }
      : await readUpTo({ ...list, fetch: list.peek }, end.total, wanted);
  const start = after === null ? 0 : startBehind(list, found.rows, after);
  const rows = count === 0 ? [] : found.rows.slice(start);
  return {
    rows,
    hasPrevious: found.hasPrevious || rows.length < found.rows.length,
    hasNext: false,
  };
}
