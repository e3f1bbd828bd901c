import { expect, test } from 'vitest';
import { ISSUES, type RealGateway, startRealGateway } from './real-sentry.ts';

/* A Sentry that stops, hangs and recovers, simulated by a proxy in front of the real one. */

const QUICK = { SENTRY_RETRY_DELAY_MS: '1', SENTRY_BREAKER_OPEN_MS: '50' };
const title = (gateway: RealGateway, name: 'python' | 'java' = 'python') =>
  gateway.execute(`{ issue(organization: "acme", id: "${ISSUES[name].issueId}") { title } }`);
const PYTHON = { issue: { title: 'ValueError: flux capacitor missing ✗' } };

test('while Sentry is stopped, fields are UPSTREAM_UNAVAILABLE, and correct again afterwards', async () => {
  await using gateway = await startRealGateway({ env: QUICK });
  expect((await title(gateway)).data).toEqual(PYTHON);
  await gateway.proxy.stop();
  for (let number = 0; number < 30; number += 1) {
    const { status, data, errors } = await title(gateway);
    expect(status).toBe(200);
    expect(data).toEqual({ issue: null });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  }
  await gateway.proxy.resume();
  await expect.poll(async () => (await title(gateway)).data, { timeout: 10_000 }).toEqual(PYTHON);
  expect(gateway.defects).toEqual([]);
});

test('if Sentry stops during an operation, fields that were already loaded keep their values', async () => {
  await using gateway = await startRealGateway({ env: QUICK });
  const list = `{ organization(slug: "acme") { issues(first: 3) { nodes { shortId hashes(first: 2) { nodes { hash } } } } } }`;
  await title(gateway);
  gateway.proxy.stopAfter(1);
  const { data, errors } = await gateway.execute(list);
  expect(data.organization.issues.nodes).toEqual(
    Array(3).fill({ shortId: expect.any(String), hashes: null }),
  );
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(
    Array(3).fill('UPSTREAM_UNAVAILABLE'),
  );
});

test('while Sentry does not answer, fields are UPSTREAM_TIMEOUT, and correct again afterwards', async () => {
  await using gateway = await startRealGateway({ env: { ...QUICK, SENTRY_TIMEOUT_MS: '3000' } });
  gateway.proxy.hang();
  const { data, errors } = await title(gateway);
  expect(data).toEqual({ issue: null });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
  await gateway.proxy.resume();
  await expect.poll(async () => (await title(gateway)).data, { timeout: 10_000 }).toEqual(PYTHON);
});

test('while Sentry is stopped, a cached response is served, and other fields are errors', async () => {
  await using gateway = await startRealGateway({
    env: { ...QUICK, CACHE: 'on', CACHE_TTL_MS: '0' },
  });
  await title(gateway);
  await gateway.proxy.stop();
  expect(await title(gateway)).toMatchObject({ data: PYTHON });
  const { errors } = await title(gateway, 'java');
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
});
