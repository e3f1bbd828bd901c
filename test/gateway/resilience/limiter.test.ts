import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const ISSUE = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';
const page = (first: number) => `{ ${ISSUE} { hashes(first: ${first}) { nodes { hash } } } }`;
const many = (from: number, count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${ISSUE} { hashes(first: 1, after: "0:${from + i}:0") { nodes { hash } } }`).join(' ')} }`;

test('under high load Sentry gets no more requests than its limits allow, and every caller is answered', async () => {
  await using gateway = await startGateway({ rateLimit: { limit: 40, concurrentLimit: 8 } });
  const executions = await Promise.all(
    // Each requests a different page, because equal requests would be coalesced.
    Array.from({ length: 100 }, (_, i) => gateway.execute(page(i + 1))),
  );
  for (const [index, { errors, data }] of executions.entries()) {
    expect(errors).toBeUndefined();
    expect(data.issue.hashes.nodes).toHaveLength(index + 1);
  }
  expect(gateway.upstream.requests).toHaveLength(100);
  expect(gateway.upstream.refusals).toBe(0);
});

test('a large operation does not delay a small one of the same token', async () => {
  let release = () => {};
  const gate = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  await using gateway = await startGateway({
    env: { SENTRY_MAX_CONCURRENT: '1' },
    intercept: () => gate,
  });
  const finished: string[] = [];
  const run = (name: string, query: string) =>
    gateway.execute(query).then(({ errors }) => {
      expect(errors).toBeUndefined();
      finished.push(name);
    });
  const heavy = run('heavy', many(0, 25));
  while (gateway.upstream.requests.length === 0) {
    await new Promise(setImmediate);
  }
  const small = run('small', page(3));
  // After another round trip through the gateway, the small operation has been read.
  await gateway.execute('{ __typename }');
  release();
  await Promise.all([heavy, small]);
  expect(finished).toEqual(['small', 'heavy']);
  const place = gateway.upstream.requests.findIndex(({ url }) => url.includes('per_page=3'));
  expect(place).toBeLessThanOrEqual(3);
});

test('a full queue is RATE_LIMITED at once, with the time to wait', async () => {
  await using gateway = await startGateway({
    env: { SENTRY_MAX_CONCURRENT: '1', SENTRY_QUEUE_MAX: '3' },
  });
  const { errors, data } = await gateway.execute(many(0, 10));
  const issues: { hashes: unknown }[] = Object.values(data);
  expect(issues.filter(({ hashes }) => hashes !== null)).toHaveLength(4);
  expect(errors).toHaveLength(6);
  for (const error of errors ?? []) {
    expect(error.message).toBe(
      "The queue is full: 3 requests of this token already wait for Sentry's rate limit.",
    );
    expect(error.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterMs: expect.any(Number) });
    expect(error.path?.[1]).toBe('hashes');
  }
});

test('a wait that would exceed its limit is RATE_LIMITED at once', async () => {
  await using gateway = await startGateway({
    rateLimit: { limit: 1, windowSeconds: 3_000 },
    env: { SENTRY_QUEUE_TIMEOUT_MS: '500' },
  });
  expect((await gateway.execute(page(1))).errors).toBeUndefined();
  const { errors } = await gateway.execute(page(2));
  expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  expect(errors?.[0]?.extensions['retryAfterMs']).toBeGreaterThan(0);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test.each(['object', 'text'] as const)(
  'a refusal of the upstream worded as %s is RATE_LIMITED in its words, with the wait',
  async (wording) => {
    await using gateway = await startGateway({
      rateLimit: { limit: 0.5, windowSeconds: 3_000, wording },
    });
    const { errors } = await gateway.execute(page(1));
    expect(errors?.[0]?.message).toContain('too frequently');
    expect(errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  },
);

test('requests of one token do not wait for those of another', async () => {
  await using gateway = await startGateway({
    signIn: 'passThrough',
    rateLimit: { limit: 1, windowSeconds: 3_000 },
    env: { SENTRY_QUEUE_TIMEOUT_MS: '50' },
  });
  const as = (token: string) => gateway.execute(page(1), {}, { authorization: `Bearer ${token}` });
  expect((await as('sntryu_embedded_every_scope')).errors).toBeUndefined();
  expect((await as('sntryu_embedded_event_read')).errors).toBeUndefined();
  expect((await as('sntryu_embedded_event_read')).errors?.[0]?.extensions.code).toBe(
    'RATE_LIMITED',
  );
});

const RATE_LIMIT =
  '{ rateLimit { limit remaining resetAt concurrentLimit concurrentRemaining observedAt } }';

test('`rateLimit` returns the limits of the last response, without a request', async () => {
  await using gateway = await startGateway({ rateLimit: { limit: 40, concurrentLimit: 25 } });
  expect((await gateway.execute(RATE_LIMIT)).data).toEqual({ rateLimit: null });
  await gateway.execute(page(1));
  expect(await gateway.execute(RATE_LIMIT)).toEqual({
    status: 200,
    data: {
      rateLimit: {
        limit: 40,
        remaining: 39,
        resetAt: expect.stringMatching(/^\d{4}-.*Z$/),
        concurrentLimit: 25,
        concurrentRemaining: 24,
        observedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    },
  });
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('`rateLimit` is null for a server without limits', async () => {
  await using gateway = await startGateway();
  await gateway.execute(page(1));
  expect((await gateway.execute(RATE_LIMIT)).data).toEqual({ rateLimit: null });
});
