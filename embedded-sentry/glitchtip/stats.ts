import { type Answer, ok } from '../answer.ts';
import type { Issue } from '../dataset.ts';
import { toPythonTime } from './json.ts';
import { firstSeen, lastSeen } from './orders.ts';
import { readChoice, readIntegers } from './parameters.ts';

const PERIODS = ['14d', '24h'] as const;
const LOCATION = ['query', 'filters'] as const;
const HOUR_MS = 3_600_000;
const MOST_ISSUES = 200;

export function readStats(query: URLSearchParams) {
  const period = readChoice(query.get('statsPeriod') ?? '24h', PERIODS, [
    ...LOCATION,
    'statsPeriod',
  ]);
  return { ids: readIntegers(query, 'groups', LOCATION), period };
}

/**
 * `GET /organizations/{org}/issues-stats/?groups=`: counts by hour or by day, without those of zero. GlitchTip
 * counts back from now; here it is from the newest event of each issue, because the built-in data is old.
 */
export function listStats(
  issues: readonly Issue[],
  { ids, period }: ReturnType<typeof readStats>,
): Answer {
  const isDay = period === '24h';
  const [stepMs, steps] = isDay ? [HOUR_MS, 24] : [24 * HOUR_MS, 14];
  const found = issues.filter(({ id }) => ids.includes(id)).slice(0, MOST_ISSUES);
  return ok(
    found.map((issue) => {
      const counts = countsOf(issue, stepMs, steps);
      return {
        id: issue.id,
        count: String(issue.events.length),
        userCount: issue.events.length,
        firstSeen: toPythonTime(firstSeen(issue), 'T'),
        lastSeen: toPythonTime(lastSeen(issue), 'T'),
        isUnhandled: false,
        stats: { '24h': isDay ? counts : null, '14d': isDay ? null : counts },
      };
    }),
  );
}

function countsOf(issue: Issue, stepMs: number, steps: number) {
  const end = Math.floor(lastSeen(issue) / stepMs);
  const counts = new Map<number, number>();
  for (const { timeMs } of issue.events) {
    const step = Math.floor(timeMs / stepMs);
    if (step > end - steps) {
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([step, count]) => [(step * stepMs) / 1_000, count]);
}
