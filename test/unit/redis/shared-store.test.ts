import { expect, test, vi } from 'vitest';
import type { RedisClient } from '../../../src/redis/client.ts';
import { connectSharedStore, type SharedStoreEvents } from '../../../src/redis/shared-store.ts';

const CONFIG = { sharedSecret: 'x'.repeat(32), commandTimeoutMs: 50 };
const SCRIPT = { name: 'test', source: 'return 1' };

/** Resolves never. */
const silence = () => new Promise<never>(() => undefined);
const fail = (message: string) => async () => Promise.reject(new Error(message));

async function connectTo(client: Partial<RedisClient>) {
  const events: SharedStoreEvents = { commandEnded: vi.fn(), reachableChanged: vi.fn() };
  const answering: RedisClient = {
    connect: async () => undefined,
    get: async () => null,
    set: async () => 'OK',
    evalSha: async () => 1,
    eval: async () => 1,
    destroy: () => undefined,
    ...client,
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
  const store = connectSharedStore(() => ({ ...answering }), CONFIG, events);
  await vi.advanceTimersByTimeAsync(0);
  return {
    store,
    events,
    async [Symbol.asyncDispose]() {
      await store.close();
      vi.useRealTimers();
    },
  };
}

test('a command without an answer resolves after the timeout as if nothing was there', async () => {
  await using redis = await connectTo({ get: silence });
  const answer = redis.store.get('key');
  await vi.advanceTimersByTimeAsync(51);
  expect(await answer).toBeUndefined();
  expect(redis.events.commandEnded).toHaveBeenLastCalledWith('get', 'timeout', expect.any(Number));
  expect(redis.store.isReachable()).toBe(true);
});

test('after three timeouts within a second no operation waits again, until a write is answered', async () => {
  const get = vi.fn(silence);
  const set = vi.fn(async (): Promise<unknown> => 'OK');
  await using redis = await connectTo({ get, set });
  set.mockImplementation(silence);
  const answers = Promise.all(['a', 'b', 'c'].map((key) => redis.store.get(key)));
  await vi.advanceTimersByTimeAsync(51);
  await answers;
  expect(redis.store.isReachable()).toBe(false);
  expect(await redis.store.get('d')).toBeUndefined();
  expect(await redis.store.run(SCRIPT, [], [])).toBeUndefined();
  expect(get).toHaveBeenCalledTimes(3);

  set.mockImplementation(async () => 'OK');
  const listener = vi.fn();
  redis.store.onReachable(listener);
  await vi.advanceTimersByTimeAsync(2_100);
  expect(redis.store.isReachable()).toBe(true);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(redis.events.reachableChanged).toHaveBeenCalledTimes(3);
});

test.each([
  "READONLY You can't write against a read only replica.",
  "OOM command not allowed when used memory > 'maxmemory'.",
  'LOADING Redis is loading the dataset in memory',
  "NOPERM this user has no permissions to run the 'evalsha' command",
  'CLUSTERDOWN The cluster is down',
])('the error %s means that Redis is away', async (message) => {
  await using redis = await connectTo({ evalSha: fail(message) });
  expect(await redis.store.run(SCRIPT, ['key'], [1])).toBeUndefined();
  expect(redis.store.isReachable()).toBe(false);
  expect(redis.events.reachableChanged).toHaveBeenLastCalledWith(false, message);
});

test('an error of one command is no answer, and Redis stays in use', async () => {
  await using redis = await connectTo({ get: fail('WRONGTYPE Operation against a key') });
  expect(await redis.store.get('key')).toBeUndefined();
  expect(redis.store.isReachable()).toBe(true);
  expect(redis.events.commandEnded).toHaveBeenLastCalledWith('get', 'refused', expect.any(Number));
});

test('a script that Redis does not know is sent as text', async () => {
  const evaluate = vi.fn(async () => 7);
  await using redis = await connectTo({
    evalSha: fail('NOSCRIPT No matching script.'),
    eval: evaluate,
  });
  expect(await redis.store.run(SCRIPT, ['{tag}key'], [1, 'two'])).toBe(7);
  expect(evaluate).toHaveBeenCalledWith('return 1', ['{tag}key'], ['1', 'two']);
});

test('a client that does not find Redis again is replaced by a new one', async () => {
  const connect = vi.fn(async (): Promise<unknown> => undefined);
  const set = vi.fn(async (): Promise<unknown> => 'OK');
  const destroy = vi.fn();
  await using redis = await connectTo({ connect, set, destroy });
  set.mockImplementation(fail('The client is offline'));
  await vi.advanceTimersByTimeAsync(4_500);
  expect(redis.store.isReachable()).toBe(false);
  expect(connect).toHaveBeenCalledTimes(1);
  connect.mockImplementation(fail('connect ECONNREFUSED'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(connect).toHaveBeenCalledTimes(2);
  expect(destroy).toHaveBeenCalledTimes(1);
  set.mockImplementation(async () => 'OK');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(redis.store.isReachable()).toBe(true);
  expect(redis.events.reachableChanged).toHaveBeenCalledTimes(3);
});

test('a client that was replaced does not say that Redis is away', async () => {
  let end: (error: Error) => void = () => undefined;
  const connect = vi.fn(
    (): Promise<unknown> =>
      new Promise((_resolve, reject) => {
        end = reject;
      }),
  );
  const set = vi.fn(fail('The client is offline') as () => Promise<unknown>);
  await using redis = await connectTo({ connect, set });
  connect.mockImplementation(async () => undefined);
  await vi.advanceTimersByTimeAsync(5_000);
  set.mockImplementation(async () => 'OK');
  await vi.advanceTimersByTimeAsync(1_000);
  end(new Error('The client is closed'));
  await vi.advanceTimersByTimeAsync(0);
  expect(redis.store.isReachable()).toBe(true);
});

test('a write that fails before the first connection is made is not the reason why Redis is away', async () => {
  let end: (error: Error) => void = () => undefined;
  const connect = () =>
    new Promise((_resolve, reject) => {
      end = reject;
    });
  await using redis = await connectTo({ connect, set: fail('The client is offline') });
  await vi.advanceTimersByTimeAsync(1_100);
  expect(redis.store.isReachable()).toBe(false);
  expect(redis.events.reachableChanged).not.toHaveBeenCalled();
  end(new Error('self-signed certificate'));
  await vi.advanceTimersByTimeAsync(0);
  expect(redis.events.reachableChanged).toHaveBeenCalledWith(false, 'self-signed certificate');
});
