import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 1) { nodes { hash } } } }';

const FAR_SECONDS = '100000000000';

test.each([
  [429, { 'retry-after': '31536000' }],
  [429, { 'retry-after': '9'.repeat(400) }],
  [429, { 'retry-after': 'Fri, 01 Jan 5138 00:00:00 GMT' }],
  [503, { 'retry-after': '31536000' }],
  [
    429,
    {
      'x-sentry-rate-limit-limit': '1',
      'x-sentry-rate-limit-remaining': '0',
      'x-sentry-rate-limit-reset': FAR_SECONDS,
    },
  ],
])('a %i with a wait of years counts as a wait of one minute (%#)', async (status, headers) => {
  await using gateway = await startGateway({ intercept: () => ({ status, headers, body: '' }) });
  const { errors } = await gateway.execute(HASHES);
  expect(errors?.[0]?.extensions['retryAfterMs']).toBeGreaterThan(50_000);
  expect(errors?.[0]?.extensions['retryAfterMs']).toBeLessThanOrEqual(60_000);
});

test('a rate limit that resets in years counts as one that resets within a minute', async () => {
  await using gateway = await startGateway({
    env: { SENTRY_QUEUE_TIMEOUT_MS: '1' },
    intercept: () => ({
      status: 200,
      headers: {
        'x-sentry-rate-limit-limit': '1',
        'x-sentry-rate-limit-remaining': '0',
        'x-sentry-rate-limit-reset': FAR_SECONDS,
      },
      body: '[]',
    }),
  });
  await gateway.execute(HASHES);
  const { errors } = await gateway.execute(HASHES);
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(errors?.[0]?.extensions['retryAfterMs']).toBeLessThanOrEqual(60_000);
});

test.each([
  ['ahead', 600],
  ['behind', -600],
])(
  "a reset is read relative to the server's clock, which is ten minutes %s",
  async (_, seconds) => {
    const intercept = () => {
      const now = Math.floor(Date.now() / 1000) + seconds;
      return {
        status: 429,
        headers: {
          date: new Date(now * 1000).toUTCString(),
          'x-sentry-rate-limit-reset': `${now + 2}`,
        },
        body: '',
      };
    };
    await using gateway = await startGateway({ intercept });
    const { errors } = await gateway.execute(HASHES);
    expect(errors?.[0]?.extensions['retryAfterMs']).toBeGreaterThan(0);
    expect(errors?.[0]?.extensions['retryAfterMs']).toBeLessThanOrEqual(2_000);
  },
);
