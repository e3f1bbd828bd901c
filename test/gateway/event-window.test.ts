import { expect, test } from 'vitest';
import type { RecordedRequest } from '../../embedded-sentry/server.ts';
import { startGateway } from '../harness/gateway.ts';

const DAY_MS = 86_400_000;
const AGES_IN_DAYS = { recent: 5, old: 200 };

/** Without a time window, Sentry's event list covers the last 90 days. */
function listEvents({ path, query }: RecordedRequest) {
  if (!/\/issues\/12\/events\/$/.test(path)) {
    return undefined;
  }
  const period = /^(\d+)d$/.exec(query.get('statsPeriod') ?? '')?.[1];
  const start = query.get('start');
  const sinceMs = start ? Date.parse(`${start}Z`) : Date.now() - Number(period ?? 90) * DAY_MS;
  const events = Object.entries(AGES_IN_DAYS).map(([name, days]) => ({
    eventID: name,
    groupID: '12',
    timeMs: Date.now() - days * DAY_MS,
  }));
  return { status: 200, body: JSON.stringify(events.filter(({ timeMs }) => timeMs >= sinceMs)) };
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

test.each([
  ['no window', '', ['recent', 'old']],
  ['a window of nulls', 'statsPeriod: null, start: null, end: null', ['recent', 'old']],
  ['an empty period', 'statsPeriod: ""', ['recent', 'old']],
  ['a period', 'statsPeriod: "30d"', ['recent']],
  ['both ends', `start: "${daysAgo(30)}", end: "${daysAgo(0)}"`, ['recent']],
])('a list of events is filtered by its time window: %s', async (_name, window, expected) => {
  await using gateway = await startGateway({ intercept: listEvents });
  const { data, errors } = await gateway.execute(
    `{ issue(organization: "o", id: "12") { events(first: 10, ${window}) { nodes { eventId } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.issue.events.nodes.map(({ eventId }: { eventId: string }) => eventId)).toEqual(
    expected,
  );
});
