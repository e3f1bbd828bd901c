import { Refusal } from './answer.ts';
import type { Issue, Organization, StoredEvent } from './dataset.ts';
import { readTime } from './requests.ts';

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * `statsPeriod`, or `start` and `end`. A period ends at the newest event of the organization, because the built-in
 * data is old.
 */
export function readWindow(
  { slug }: Pick<Organization, 'slug'>,
  issues: readonly Issue[],
  query: URLSearchParams,
): ((event: StoredEvent) => boolean) | null {
  const period = query.get('statsPeriod');
  if (period) {
    const [, count = '', unit = ''] = /^(\d+)([smhdw])$/.exec(period) ?? [];
    const lengthMs = Number(count) * (UNIT_MS[unit] ?? Number.NaN);
    if (count === '' || Number.isNaN(lengthMs)) {
      throw new Refusal(400, `Invalid statsPeriod: '${period}'`);
    }
    const times = issues
      .filter(({ organization }) => organization === slug)
      .map(({ events }) => events[0]?.timeMs ?? 0);
    const newestMs = Math.max(0, ...times);
    return ({ timeMs }) => timeMs > newestMs - lengthMs;
  }
  const start = readTime(query, 'start');
  const end = readTime(query, 'end');
  if ((start === null) !== (end === null)) {
    throw new Refusal(400, 'start and end are both required');
  }
  if (start !== null && end !== null && start >= end) {
    throw new Refusal(400, 'start must be before end');
  }
  return start === null || end === null ? null : ({ timeMs }) => timeMs >= start && timeMs < end;
}
