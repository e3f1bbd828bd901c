import { Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';
import { toMicroseconds } from './event-parts.ts';
import type { RoutedRequest } from './router.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Intervals of the counts over time, by period. */
const PERIODS = { '24h': [HOUR_MS, 24], '14d': [DAY_MS, 14], '30d': [DAY_MS, 30] } as const;

export type StatsPeriod = keyof typeof PERIODS;

/** `groupStatsPeriod`; `auto` is not supported. */
export function readStatsPeriod({ query, dialect }: RoutedRequest): '24h' | '14d' | '' {
  const period = query.get('groupStatsPeriod') ?? '24h';
  if (period === '24h' || period === '14d' || period === '') {
    return period;
  }
  throw new Refusal(400, dialect.unknownStatsPeriod);
}

/** `[seconds since 1970, events]` for each interval up to the newest event. */
export function countsOf({ events }: Issue, period: StatsPeriod) {
  const [stepMs, steps] = PERIODS[period];
  const end = Math.ceil((events[0]?.timeMs ?? 0) / stepMs);
  const first = end - steps;
  const counts = new Array<number>(steps).fill(0);
  for (const { timeMs } of events) {
    const place = Math.floor(timeMs / stepMs) - first;
    // Newest first.
    if (place < 0) {
      break;
    }
    if (place < steps) {
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const points = counts.map((count, place) => [((first + place) * stepMs) / 1_000, count]);
  return { [period]: points };
}

export function issueCounts(issue: Issue) {
  const [newest] = issue.events;
  const oldest = issue.events.at(-1);
  return {
    count: String(issue.events.length),
    userCount: userCount(issue),
    firstSeen: oldest ? toMicroseconds(oldest.timeMs) : null,
    lastSeen: newest ? toMicroseconds(newest.timeMs) : null,
  };
}

export function userCount({ users, events }: Issue): number {
  return users ?? Math.min(events.length, 40);
}
