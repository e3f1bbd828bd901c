import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { createSharedStore } from '../../../src/redis/shared-store.ts';
import {
  type Changes,
  createChanges,
  isPending,
  scopeOfEvents,
  scopeOfServer,
} from '../../../src/upstream/changes.ts';
import { type RedisServer, redisTest, sharing, startRedis } from '../../harness/redis.ts';

const SERVER = scopeOfServer('https://sentry.example.com');
const EVENTS = scopeOfEvents('https://sentry.example.com', 'acme');

interface Replica extends AsyncDisposable {
  readonly changes: Changes;
  readonly isReachable: () => boolean;
  /** The time of the last change, after asking Redis. */
  ask(): Promise<number>;
}

async function startReplica(redis: RedisServer): Promise<Replica> {
  const { redis: config } = readConfig(sharing(redis));
  if (config === null) {
    throw new Error('The settings name no Redis.');
  }
  const store = await createSharedStore(config, {
    commandEnded: () => undefined,
    reachableChanged: () => undefined,
  });
  const changes = createChanges(store);
  await expect.poll(store.isReachable).toBe(true);
  return {
    changes,
    isReachable: store.isReachable,
    async ask() {
      await changes.refresh?.([SERVER, EVENTS]);
      return changes.lastChange(SERVER);
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

test('without Redis each change of a scope has a later time', async () => {
  const changes = createChanges(null);
  expect(changes.lastChange(SERVER)).toBe(0);
  let last = 0;
  for (let count = 0; count < 100; count += 1) {
    await changes.record([SERVER]);
    expect(changes.lastChange(SERVER)).toBeGreaterThan(last);
    last = changes.lastChange(SERVER);
  }
  expect(isPending(changes, EVENTS)).toBe(false);
  await changes.record([EVENTS]);
  expect(isPending(changes, EVENTS)).toBe(true);
});

redisTest('replicas agree on the time of the last change', async () => {
  await using redis = await startRedis();
  await using one = await startReplica(redis);
  await using other = await startReplica(redis);
  expect(await one.ask()).toBe(await other.ask());
  expect(isPending(other.changes, EVENTS)).toBe(false);
  for (const replica of [one, other, other, one]) {
    const before = await one.ask();
    await replica.changes.record([SERVER, EVENTS]);
    expect(await one.ask()).toBeGreaterThan(before);
    expect(await other.ask()).toBe(await one.ask());
    expect(isPending(other.changes, EVENTS)).toBe(true);
  }
});

redisTest('changes at the same moment all count', async () => {
  await using redis = await startRedis();
  await using one = await startReplica(redis);
  await using other = await startReplica(redis);
  const times = new Set([await one.ask()]);
  for (let count = 0; count < 20; count += 1) {
    await Promise.all([one, other].map(({ changes }) => changes.record([SERVER])));
    times.add(await other.ask());
  }
  expect(times.size).toBe(21);
  expect(await one.ask()).toBe(Math.max(...times));
});

redisTest('a change whose time Redis has lost makes old what was read before it', async () => {
  await using redis = await startRedis();
  await using one = await startReplica(redis);
  await using other = await startReplica(redis);
  const before = await other.ask();
  await one.changes.record([SERVER]);
  await redis.send('FLUSHALL');
  await using third = await startReplica(redis);
  await third.ask();
  expect(await other.ask()).toBeGreaterThan(before);
  expect(await one.ask()).toBe(await other.ask());
});

redisTest('a change while Redis is away is known to other replicas once it is back', async () => {
  await using redis = await startRedis();
  await using one = await startReplica(redis);
  await using other = await startReplica(redis);
  await redis.kill();
  await one.changes.record([SERVER]);
  await redis.restart();
  await expect.poll(() => one.isReachable() && other.isReachable()).toBe(true);
  await expect.poll(() => other.ask()).toBeGreaterThanOrEqual(one.changes.lastChange(SERVER));
});
