import type { EndpointLimit, RateLimiterOptions } from './rate-limiter.ts';

const ISSUE = 'organizations/[^/]+/(?:issues|groups)';
const EVENT_ID = '(?:\\d+|[A-Fa-f0-9-]{32,36})';
const PROJECT = 'projects/[^/]+/[^/]+';

/** One row: method, path, number of requests and seconds. */
function row(
  method: string,
  path: string,
  [limit, windowSeconds = 1, concurrentLimit]: readonly [number, number?, number?],
  byKind?: EndpointLimit['byKind'],
): EndpointLimit {
  return {
    method,
    path: new RegExp(`^${path}/$`),
    limit,
    windowSeconds,
    ...(concurrentLimit === undefined ? {} : { concurrentLimit }),
    ...(byKind ? { byKind } : {}),
  };
}

/**
 * The limits of sentry.io. Those of the issue list, issues and event IDs were observed in a running Sentry 23.7.1;
 * the others are from its source and pull requests (#94099, #96275, #122622). Self-hosted servers have none.
 */
export const SENTRY_IO_LIMITS: RateLimiterOptions = {
  limit: 40,
  windowSeconds: 1,
  concurrentLimit: 25,
  endpoints: [
    row('GET', ISSUE, [10]),
    row('PUT', ISSUE, [5]),
    row('GET', 'organizations/[^/]+/issues-stats', [10]),
    row('GET', `${ISSUE}/[^/]+`, [5]),
    row('PUT', `${ISSUE}/[^/]+`, [5]),
    row('DELETE', `${ISSUE}/[^/]+`, [5, 5]),
    row('GET', `${ISSUE}/[^/]+/events/(?:latest|oldest|recommended|${EVENT_ID})`, [15]),
    row('GET', `${ISSUE}/[^/]+/tags(?:/[^/]+)?`, [10, 1, 10], {
      org: { limit: 20, concurrentLimit: 5 },
    }),
    row('GET', `${ISSUE}/[^/]+/tags/[^/]+/values`, [150, 60, 10], {
      ip: { limit: 75, concurrentLimit: 5 },
      org: { limit: 300, concurrentLimit: 5 },
    }),
    row('GET', `organizations/[^/]+/eventids/${EVENT_ID}`, [1]),
    row('GET', `${PROJECT}/events/[^/]+`, [5]),
    row('GET', `${PROJECT}/events`, [60, 60, 1], { org: { concurrentLimit: 2 } }),
    row('GET', `${PROJECT}/issues`, [5]),
  ],
};
