import { expect } from 'vitest';
import { recordFreedMemory } from '../../harness/freed-memory.ts';
import { startGatewayOver } from '../../harness/gateway.ts';
import { type RedisServer, redisTest, sharing, startRedis } from '../../harness/redis.ts';
import { startReplicas } from '../../harness/replicas.ts';

const ORGANIZATION = 'hellboy-meowmeow';
const MAIN = '1341191803';
const hashes = `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { hashes(first: 5) { nodes { hash latestEvent { size title entries { type } } } } } }`;
const status = `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { title status } }`;
const update = (newStatus: string) =>
  `mutation { updateIssue(input: { issue: "${ORGANIZATION}/${MAIN}", status: "${newStatus}" }) { issue { issueId } } }`;

/** Resolves when so many entries are in Redis: they are written while the operation is answered. */
async function untilEntries(redis: RedisServer, count: number): Promise<void> {
  await expect
    .poll(async () => (await keysOf(redis)).filter((key) => key.includes(':entry:')).length)
    .toBe(count);
}

/** Answers requests for hashes with these rows of JSON. */
const answerHashes =
  (rows: readonly string[], headers: Readonly<Record<string, string>> = {}) =>
  ({ path }: { readonly path: string }) =>
    path.endsWith('/hashes/') ? { status: 200, headers, body: `[${rows.join()}]` } : undefined;

async function keysOf(redis: RedisServer): Promise<readonly string[]> {
  return (await redis.send('KEYS *')).split('\r\n').filter((line) => !/^[*$]\d+$/.test(line));
}

redisTest('a second replica answers from what the first one read', async () => {
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis);
  const first = await replicas.one.execute(hashes);
  expect(first.errors).toBeUndefined();
  expect(replicas.upstream.requests).toHaveLength(1);
  // The page and five bodies.
  await untilEntries(redis, 6);
  expect(await replicas.other.execute(hashes)).toEqual(first);
  expect(replicas.upstream.requests).toHaveLength(1);
});

redisTest('a large page that says that it is not encoded is shared as it was sent', async () => {
  const row = (index: number) =>
    `{"id":"${String(index).padStart(32, '0')}","latestEvent":{"eventID":"${String(index).padStart(32, 'e')}","title":"${'x'.repeat(5_000)}"}}`;
  const freed = recordFreedMemory();
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis, {
    intercept: answerHashes(
      Array.from({ length: 100 }, (_, index) => row(index)),
      { 'content-encoding': 'identity' },
    ),
  });
  const page = `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { hashes(first: 100) { nodes { hash latestEvent { title } } } } }`;
  const first = await replicas.one.execute(page);
  expect(first.errors).toBeUndefined();
  expect(freed).toHaveLength(1);
  await untilEntries(redis, 1);
  expect(await replicas.other.execute(page)).toEqual(first);
  expect(replicas.upstream.requests).toHaveLength(1);
});

redisTest('the memory of a large page is freed by each replica that parses it', async () => {
  const freed = recordFreedMemory();
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis);
  const page = hashes.replace('first: 5', 'first: 100');
  const first = await replicas.one.execute(page);
  expect(first.errors).toBeUndefined();
  // The page and a hundred bodies.
  await untilEntries(redis, 101);
  expect(freed).toHaveLength(1);
  expect(await replicas.other.execute(page)).toEqual(first);
  expect(freed).toEqual([freed[0], freed[0]]);
});

redisTest('event bodies that another replica read are not requested again', async () => {
  await using redis = await startRedis();
  // Lists expire at once; event bodies stay cached.
  await using replicas = await startReplicas(redis, { env: { CACHE_TTL_MS: '0' } });
  const { data } = await replicas.one.execute(
    `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { hashes(first: 2) { nodes { latestEvent { eventId size entries { type } } } } } }`,
  );
  await untilEntries(redis, 2);
  replicas.upstream.forgetRequests();
  for (const { latestEvent } of data.issue.hashes.nodes) {
    const event = `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { event(id: "${latestEvent.eventId}") { eventId size entries { type } } } }`;
    expect((await replicas.other.execute(event)).data.issue.event).toEqual(latestEvent);
  }
  expect(replicas.upstream.requests).toEqual([]);
});

redisTest(
  'an event that is nested too deep to be JSON again is not shared, and others are',
  async () => {
    const event = (digit: string, metadata: string) =>
      `{"eventID":"${digit.repeat(32)}","title":"An event","entries":[],"metadata":${metadata}}`;
    const row = (digit: string, metadata: string) =>
      `{"id":"${digit.repeat(32)}","latestEvent":${event(digit, metadata)}}`;
    await using redis = await startRedis();
    await using replicas = await startReplicas(redis, {
      intercept: answerHashes([row('1', '['.repeat(20_000) + ']'.repeat(20_000)), row('2', '[]')]),
    });
    const { data, errors } = await replicas.one.execute(hashes);
    expect(errors).toBeUndefined();
    expect(data.issue.hashes.nodes).toHaveLength(2);
    // The page and the second body. An unhandled rejection would fail this test.
    await untilEntries(redis, 2);
  },
);

redisTest('a change by one replica is seen by the other in its next operation', async () => {
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis);
  for (const [newStatus, expected] of [
    ['resolved', 'resolved'],
    ['unresolved', 'unresolved'],
    ['ignored', 'ignored'],
  ] as const) {
    // Both have the earlier status in memory, and it is in Redis.
    await replicas.one.execute(status);
    await replicas.other.execute(status);
    await replicas.one.execute(update(newStatus));
    const { data } = await replicas.other.execute(status);
    expect(data.issue.status).toBe(expected);
  }
});

redisTest('a read that began before a change is not served after it', async () => {
  await using redis = await startRedis();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let base = '';
  let hasBegun = false;
  let hasRead = false;
  await using replicas = await startReplicas(redis, {
    async intercept({ url, headers }) {
      if (hasBegun) {
        return undefined;
      }
      hasBegun = true;
      const { authorization = '' } = headers;
      const answer = await fetch(new URL(url, base), { headers: { authorization } });
      const body = await answer.text();
      hasRead = true;
      await released;
      return { status: 200, headers: { 'content-type': 'application/json' }, body };
    },
  });
  base = replicas.upstream.url;
  const slow = replicas.other.execute(status);
  await expect.poll(() => hasRead).toBe(true);
  await replicas.one.execute(update('resolved'));
  release();
  expect((await slow).data.issue.status).toBe('unresolved');
  for (const replica of [replicas.one, replicas.other]) {
    expect((await replica.execute(status)).data.issue.status).toBe('resolved');
  }
});

redisTest(
  'an event that one replica moved is not served in its earlier issue by the other',
  async () => {
    await using redis = await startRedis();
    let hasMoved = false;
    await using replicas = await startReplicas(redis, {
      env: { CACHE_TTL_MS: '0', CACHE_STALE_MS: '0' },
      intercept({ path }) {
        if (!hasMoved || !path.includes('/events/')) {
          return undefined;
        }
        return path.endsWith('/events/')
          ? { status: 200, body: '[]' }
          : { status: 404, body: '{"detail":"Event not found"}' };
      },
    });
    const { data } = await replicas.one.execute(
      `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { id hashes(first: 1) { nodes { hash latestEvent { eventId size } } } } }`,
    );
    const [{ hash, latestEvent }] = data.issue.hashes.nodes;
    await untilEntries(redis, 1);
    const event = `{ issue(organization: "${ORGANIZATION}", id: "${MAIN}") { event(id: "${latestEvent.eventId}") { size } } }`;
    expect((await replicas.other.execute(event)).data.issue.event).toEqual({
      size: latestEvent.size,
    });
    await replicas.one.execute(
      'mutation ($issue: ID!, $hash: String!) { unmergeIssueHashes(input: { issue: $issue, hashes: [$hash] }) { accepted } }',
      { issue: data.issue.id, hash },
    );
    hasMoved = true;
    expect((await replicas.other.execute(event)).data.issue.event).toBeNull();
  },
);

redisTest('Redis shows neither token, nor names, nor content', async () => {
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis);
  const { data } = await replicas.one.execute(hashes);
  await replicas.one.execute(update('resolved'));
  await untilEntries(redis, 6);
  const keys = await keysOf(redis);
  const values = await Promise.all(keys.map((key) => redis.send(`GET ${key}`)));
  const dump = [...keys, ...values].join('\n');
  const { hash, latestEvent } = data.issue.hashes.nodes[0];
  for (const text of [replicas.upstream.token, ORGANIZATION, MAIN, hash, latestEvent.title]) {
    expect(dump).not.toContain(text);
  }
  expect(keys.filter((key) => !key.startsWith('sentry-graphql:'))).toEqual([]);
});

redisTest('what one token read is not served to another', async () => {
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis, { signIn: 'passThrough' });
  const authorization = `Bearer ${replicas.upstream.token}`;
  expect((await replicas.one.execute(status, {}, { authorization })).errors).toBeUndefined();
  await untilEntries(redis, 1);
  const { errors } = await replicas.other.execute(status, {}, { authorization: 'Bearer other' });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

redisTest(
  'if Sentry fails, an expired response that another replica read is served as stale',
  async () => {
    await using redis = await startRedis();
    let isDown = false;
    await using replicas = await startReplicas(redis, {
      env: { CACHE_TTL_MS: '1', CACHE_STALE_MS: '60000' },
      intercept: () => (isDown ? { status: 503 } : undefined),
    });
    const first = await replicas.one.execute(status);
    await untilEntries(redis, 1);
    isDown = true;
    const stale = await replicas.other.execute(status);
    expect(stale.data).toEqual(first.data);
    expect(stale).toHaveProperty('extensions.stale.ageMs', expect.any(Number));
  },
);

redisTest('a replica with another secret shares nothing', async () => {
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis);
  await replicas.one.execute(status);
  await untilEntries(redis, 1);
  await using third = await startGatewayOver({
    ...sharing(redis),
    GATEWAY_SHARED_SECRET: 'another secret, which nobody else has',
    SENTRY_URL: replicas.upstream.url,
    SENTRY_AUTH_TOKEN: replicas.upstream.token,
  });
  await third.execute(status);
  expect(replicas.upstream.requests).toHaveLength(2);
});
