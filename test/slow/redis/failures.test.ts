import { expect } from 'vitest';
import { type RedisServer, redisTest, startRedis, untilRedisIs } from '../../harness/redis.ts';
import { expectToReadAndChange, startReplicas } from '../../harness/replicas.ts';

const FAILURES: Readonly<Record<string, (redis: RedisServer) => unknown>> = {
  'has ended': (redis) => redis.kill(),
  'does not answer': (redis) => redis.signal('SIGSTOP'),
  'is a replica, which is read-only': (redis) => redis.send('REPLICAOF 127.0.0.1 1'),
  'is full': (redis) => redis.send('CONFIG SET maxmemory 1'),
  'accepts the password no longer': (redis) =>
    redis.send('CONFIG SET requirepass changed\nCLIENT KILL TYPE normal SKIPME yes'),
  'allows no scripts': (redis) => redis.send('ACL SETUSER default -@scripting -set'),
};

for (const [failure, cause] of Object.entries(FAILURES)) {
  redisTest(`operations are answered while Redis ${failure}`, async () => {
    await using redis = await startRedis();
    await using replicas = await startReplicas(redis, { env: { REDIS_COMMAND_TIMEOUT_MS: '50' } });
    await expectToReadAndChange(replicas.one);
    await cause(redis);
    await expectToReadAndChange(replicas.one);
    await untilRedisIs('unreachable', replicas.one);
    await expectToReadAndChange(replicas.one);
    expect(replicas.one.defects).toEqual([]);
  });
}

redisTest('after a silence of Redis replicas share again', async () => {
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis, { env: { REDIS_COMMAND_TIMEOUT_MS: '50' } });
  redis.signal('SIGSTOP');
  await untilRedisIs('unreachable', replicas.one, replicas.other);
  await expectToReadAndChange(replicas.one);
  redis.signal('SIGCONT');
  await untilRedisIs('reachable', replicas.one, replicas.other);
  await expect.poll(() => expectToReadAndChange(replicas.one, replicas.other)).toBeUndefined();
});
