import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 2) { nodes { hash } } } }';

test('the circuit breaker opens when Sentry fails and closes when it answers again', async () => {
  let isBroken = true;
  await using gateway = await startGateway({
    env: { SENTRY_BREAKER_MIN_REQUESTS: '5', SENTRY_BREAKER_OPEN_MS: '3000' },
    intercept: () => (isBroken ? { status: 500, body: '' } : undefined),
  });
  const ready = async () => {
    const response = await fetch(new URL('/readyz', gateway.url));
    return { status: response.status, body: await response.json() };
  };
  expect(await ready()).toEqual({
    status: 200,
    body: { status: 'ready', circuitBreaker: 'closed' },
  });

  for (let i = 0; i < 5; i += 1) {
    await gateway.execute(HASHES);
  }
  const { errors } = await gateway.execute(HASHES);
  expect(errors).toMatchObject([
    {
      message: 'The circuit breaker is open, because Sentry failed too often. Try again later.',
      path: ['issue', 'hashes'],
      extensions: { code: 'UPSTREAM_UNAVAILABLE', retryAfterMs: expect.any(Number) },
    },
  ]);
  expect(gateway.upstream.requests).toHaveLength(5);
  expect(await ready()).toEqual({ status: 200, body: { status: 'ready', circuitBreaker: 'open' } });
  expect(gateway.upstream.requests).toHaveLength(5);

  isBroken = false;
  await expect.poll(async () => (await gateway.execute(HASHES)).errors).toBeUndefined();
  expect((await ready()).body).toEqual({ status: 'ready', circuitBreaker: 'halfOpen' });
  await gateway.execute(HASHES);
  await gateway.execute(HASHES);
  expect((await ready()).body).toEqual({ status: 'ready', circuitBreaker: 'closed' });
});

test('refusals (4xx) do not open the circuit breaker', async () => {
  let isRefusing = true;
  await using gateway = await startGateway({
    env: { SENTRY_BREAKER_MIN_REQUESTS: '5' },
    intercept: () => (isRefusing ? { status: 404, body: '' } : undefined),
  });
  for (let i = 0; i < 10; i += 1) {
    await gateway.execute(HASHES);
  }
  isRefusing = false;
  expect((await gateway.execute(HASHES)).errors).toBeUndefined();
});

test.each([
  [
    'a search',
    'organization(slug: "hellboy-meowmeow") { issues(first: 1, query: $text) { nodes { id } } }',
  ],
  [
    'a search for events',
    'issue(organization: "hellboy-meowmeow", id: "1341191803") { events(first: 1, query: $text) { nodes { id } } }',
  ],
])(
  '%s that is too long for a URL is refused, and does not open the circuit breaker',
  async (_name, field) => {
    await using gateway = await startGateway({ env: { SENTRY_BREAKER_MIN_REQUESTS: '5' } });
    const search = (text: string) =>
      gateway.execute(`query ($text: String!) { ${field} }`, { text });
    for (const text of ['x'.repeat(9_000), '€'.repeat(2_000)]) {
      for (let i = 0; i < 5; i += 1) {
        const { errors } = await search(`${i}${text}`);
        expect(errors).toMatchObject([
          {
            message: expect.stringMatching(/would have \d+ characters/),
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ]);
      }
    }
    expect(gateway.upstream.requests).toEqual([]);
    await search('x'.repeat(6_000));
    expect(gateway.upstream.requests.length).toBeGreaterThan(0);
    expect((await gateway.execute(HASHES)).errors).toBeUndefined();
  },
);
