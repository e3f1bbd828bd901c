import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  exportTarget,
  hashOf,
  ORGANIZATION,
  readRestHashes,
  startSentry,
} from '../../harness/export.ts';

test('an export has each hash of the REST lists once, in their order, for the fewest requests', async () => {
  await using upstream = await startSentry();
  const expected = await readRestHashes(upstream);
  upstream.forgetRequests();
  using target = exportTarget(upstream);
  const { status, reported } = await target.run();
  expect(reported).toMatch(/^1,909 rows written: 49 requests in .+\.\n$/);
  expect(status).toBe(0);
  expect(target.rows().map(hashOf)).toEqual(expected);
  expect(target.rows()[0]).toMatchObject({ issue: { shortId: 'CHECKOUT-4F' } });
  // One for the issues, one for each of the 35, and one for each 99 hashes after the first 100 of an issue.
  expect(upstream.requests).toHaveLength(49);
  expect([existsSync(target.checkpointPath), existsSync(target.failuresPath)]).toEqual([
    false,
    false,
  ]);
});

test('events are exported from all issues, with the filters of the command', async () => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  const words = [
    '--select=events',
    '--environment=staging',
    '--project=checkout',
    '--since=2019-01-01',
  ];
  expect((await target.run([...words, '--query=is:unresolved platform:javascript'])).status).toBe(
    0,
  );
  const ids = target.rows().map(({ eventId }) => eventId);
  expect(ids.length).toBeGreaterThan(100);
  expect(new Set(ids).size).toBe(ids.length);
  const search = upstream.requests.find(({ url }) => url.includes('/issues/?'))?.query;
  expect(Object.fromEntries(search ?? [])).toMatchObject({
    query: 'is:unresolved platform:javascript',
    environment: 'staging',
    start: '2019-01-01T00:00:00',
    end: expect.stringMatching(/^20\d\d-/),
    project: expect.stringMatching(/^\d+$/),
  });
  const events = upstream.requests.find(({ url }) => url.includes('/events/?'))?.query;
  expect(Object.fromEntries(events ?? [])).toMatchObject({
    environment: 'staging',
    start: '2019-01-01T00:00:00',
  });
});

test('the grouping of hashes is exported, for one request a hash', async () => {
  await using upstream = await startSentry();
  using target = exportTarget(upstream);
  expect((await target.run(['--select=grouping', '--query=RangeError'])).status).toBe(0);
  expect(target.rows()).toHaveLength(20);
  expect(target.rows()[0]).toMatchObject({
    issue: { shortId: 'CHECKOUT-4G' },
    grouping: { variant: { type: 'salted_component', contributingValues: expect.any(Array) } },
  });
  expect(upstream.requests).toHaveLength(22);
});

test('a dry run says what an export would cost, and writes nothing', async () => {
  await using upstream = await startSentry({ rateLimit: { limit: 40 } });
  using target = exportTarget(upstream);
  const { status, printed } = await target.run(['--dry-run']);
  expect(status).toBe(0);
  expect(printed).toBe(`${ORGANIZATION}: 35 issues.
Requests: one for each 100 issues, one for each issue and one for each 99 of its rows after the first 100 (at least 36 in all).
Sentry allows 40 requests a second: at least 1 s.
This took 2 requests; nothing was written.
`);
  expect(upstream.requests).toHaveLength(2);
  expect(target.text()).toBeNull();
});
