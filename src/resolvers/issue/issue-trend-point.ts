import type { IssueTrendPointResolvers } from '../../generated/resolvers-types.ts';
import { asFloat } from '../../sentry/json.ts';

/** A pair: start of the interval in seconds since 1970, number of events. */
export const IssueTrendPoint: IssueTrendPointResolvers = {
  start: ([seconds]) => {
    const time = new Date((asFloat(seconds) ?? Number.NaN) * 1_000);
    return Number.isNaN(time.getTime()) ? null : time.toISOString();
  },
  count: ([, count]) => asFloat(count),
};
