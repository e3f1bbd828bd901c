import { InternalError } from './answer.ts';
import type { Issue } from './dataset.ts';
import { userCount } from './issue-counts.ts';
import { linkHeader, MAX_PER_PAGE, PagingError, readCursor } from './paging.ts';
import type { Call } from './requests.ts';

/** `lastSeen` of an issue without events. */
const WITHOUT_EVENTS_MS = Date.parse('2020-01-01T00:00:00Z');

/** Sort values of issues, greatest first. Only `user` can be 0. */
export const ISSUE_SORTS = {
  date: lastSeen,
  inbox: lastSeen,
  recommended: lastSeen,
  trends: trend,
  /** The name of `trends` until November 2023. */
  priority: trend,
  new: ({ events }: Issue) => events.at(-1)?.timeMs ?? WITHOUT_EVENTS_MS,
  freq: ({ events }: Issue) => Math.max(1, events.length),
  user: userCount,
} as const satisfies Readonly<Record<string, (issue: Issue) => number>>;

export type IssueSort = keyof typeof ISSUE_SORTS;

function lastSeen({ events }: Issue): number {
  return events[0]?.timeMs ?? WITHOUT_EVENTS_MS;
}

/** Small fractions; issues with few events share the smallest one. */
function trend({ events }: Issue): number {
  return events.length < 8 ? 1.0000000000000002e-6 : events.length / 7_000;
}

/**
 * Sentry's `SequencePaginator`: a cursor is `score:offset:is_prev`. The page begins (or ends, backwards) `offset`
 * rows after the first row with that score. Backwards, the score 0 means the end of the list, even if rows have the score 0.
 * `limit` is cut at 100. Its `DateTimePaginator` has such cursors too, with milliseconds as scores.
 */
export function paginateByScore<Row extends { readonly id: string }>(
  all: readonly Row[],
  scoreOf: (row: Row) => number,
  call: Call,
  limit = readLimit(call.query.get('limit')),
) {
  const sorted = [...all].sort(
    (one, other) => scoreOf(other) - scoreOf(one) || Number(other.id) - Number(one.id),
  );
  const scores = sorted.map(scoreOf);
  const placeOf = (score: number) => {
    const place = scores.findIndex((other) => other <= score);
    return place === -1 ? scores.length : place;
  };
  const cursor = readCursor(call.query.get('cursor')) ?? NO_CURSOR;
  if (cursor.offset < 0) {
    throw new InternalError('assert cursor.offset > -1');
  }
  const isEnd = cursor.isPrevious && cursor.value === 0;
  const base = cursor === NO_CURSOR ? 0 : isEnd ? scores.length : placeOf(cursor.value);
  const position = base + cursor.offset;
  const end = Math.min(position, scores.length);
  const low = cursor.isPrevious ? Math.max(end - limit, 0) : position;
  const high = cursor.isPrevious ? end : Math.min(low + limit, scores.length);
  const cursorAt = (place: number, isPrevious: boolean) => {
    const score = scores[Math.min(place, scores.length - 1)] ?? 0;
    return `${printScore(score)}:${place - placeOf(score)}:${isPrevious ? 1 : 0}`;
  };
  const items = sorted.slice(low, high);
  // Sentry's count is inexact: it treats the part that it has read as the whole list.
  const cameBack = cursor.isPrevious && items.length === limit;
  const cameFrom = cursor !== NO_CURSOR && (!cursor.isPrevious || items.length > 0);
  return {
    items,
    link: linkHeader(call, {
      previous: { cursor: cursorAt(low, true), results: low > 0 || cameFrom },
      next: { cursor: cursorAt(high, false), results: high < scores.length || cameBack },
    }),
  };
}

const NO_CURSOR = { value: 0, offset: 0, isPrevious: false };

function readLimit(text: string | null): number {
  if (text === null) {
    return MAX_PER_PAGE;
  }
  if (!/^\s*[+-]?\d+\s*$/.test(text)) {
    throw new PagingError('Invalid per_page parameter.');
  }
  return Math.min(MAX_PER_PAGE, Number(text));
}

/** As in Python: a number below 0.0001 has an exponent of two digits. */
function printScore(score: number): string {
  if (Number.isInteger(score) || Math.abs(score) >= 1e-4) {
    return String(score);
  }
  return score.toExponential().replace(/e-(\d)$/, 'e-0$1');
}
