import { expect, test } from 'vitest';
import type { ReplacementAnswer } from '../../../embedded-sentry/server.ts';
import { startGateway } from '../../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 2) { nodes { hash } } } }';
const QUICK = { SENTRY_RETRIES: '2', SENTRY_RETRY_DELAY_MS: '1' };

/** A gateway whose upstream returns each of these responses once, and then its own. */
function startOver(answers: readonly ReplacementAnswer[], env: Record<string, string> = {}) {
  const left = [...answers];
  return startGateway({ env: { ...QUICK, ...env }, intercept: () => left.shift() });
}

test.each([429, 502, 503, 504])(
  'a read that fails with a transient %i is retried',
  async (status) => {
    await using gateway = await startOver([
      { status, body: '' },
      { status, body: '' },
    ]);
    const { data, errors } = await gateway.execute(HASHES);
    expect(errors).toBeUndefined();
    expect(data.issue.hashes.nodes).toHaveLength(2);
    expect(gateway.upstream.requests).toHaveLength(3);
  },
);

test('a read is retried up to the setting, then its failure is returned', async () => {
  await using gateway = await startOver(Array(9).fill({ status: 502, body: '' }));
  const { errors } = await gateway.execute(HASHES);
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  expect(gateway.upstream.requests).toHaveLength(3);
});

test.each([400, 401, 403, 404, 409, 500])('a %i is not retried', async (status) => {
  // A message of Sentry, so that the kind of server is not checked.
  const body = '{"detail":"The requested resource does not exist"}';
  await using gateway = await startOver([{ status, body }]);
  await gateway.execute(HASHES);
  const urls = gateway.upstream.requests.map(({ url }) => url);
  expect(urls.length).toBeGreaterThan(0);
  expect(new Set(urls).size).toBe(urls.length);
});

test('a mutation is never retried', async () => {
  await using gateway = await startGateway({
    env: QUICK,
    intercept: ({ method }) => (method === 'PUT' ? { status: 503, body: '' } : undefined),
  });
  const { data } = await gateway.execute(
    '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { id } }',
  );
  const { errors } = await gateway.execute(
    'mutation ($issue: ID!) { updateIssue(input: { issue: $issue, isBookmarked: true }) { clientMutationId } }',
    { issue: data.issue.id },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  expect(gateway.upstream.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('no retry waits beyond the deadline', async () => {
  await using gateway = await startOver(
    [{ status: 429, headers: { 'retry-after': '60' }, body: '' }],
    { OPERATION_TIMEOUT_MS: '20000' },
  );
  const { errors } = await gateway.execute(HASHES);
  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterMs: 60_000 } }]);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('a wait that the upstream asks for is respected', async () => {
  const times: number[] = [];
  await using gateway = await startGateway({
    env: QUICK,
    intercept() {
      times.push(performance.now());
      return times.length === 1
        ? { status: 503, headers: { 'retry-after': '1' }, body: '' }
        : undefined;
    },
  });
  const { errors } = await gateway.execute(HASHES);
  expect(errors).toBeUndefined();
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990);
});

test('retries stop when the shared budget is spent', async () => {
  const startedAt = performance.now();
  await using gateway = await startGateway({
    env: {
      ...QUICK,
      SENTRY_RETRY_BUDGET_PERCENT: '0',
      SENTRY_BREAKER_MIN_REQUESTS: '1000',
    },
    intercept: () => ({ status: 502, body: '' }),
  });
  for (let i = 0; i < 30; i += 1) {
    await gateway.execute(HASHES);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  expect(gateway.upstream.requests.length).toBeLessThanOrEqual(30 + 10 + Math.ceil(seconds));
  expect(gateway.upstream.requests.length).toBeGreaterThanOrEqual(40);
});
