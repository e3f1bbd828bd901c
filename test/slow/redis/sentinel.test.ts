import { expect } from 'vitest';
import { type RedisServer, redisTest, startRedis, untilRedisIs } from '../../harness/redis.ts';
import { expectToReadAndChange, startReplicas } from '../../harness/replicas.ts';

async function startSentinels(primary: RedisServer, nodes: RedisServer[]): Promise<void> {
  for (let count = 0; count < 3; count += 1) {
    nodes.push(
      await startRedis({
        isSentinel: true,
        config: () => [
          `sentinel monitor shared 127.0.0.1 ${primary.port} 2`,
          'sentinel down-after-milliseconds shared 1000',
          'sentinel failover-timeout shared 3000',
        ],
      }),
    );
  }
}

redisTest(
  'replicas share through the primary that Sentinels name, also after a failover',
  async () => {
    const sentinels: RedisServer[] = [];
    await using primary = await startRedis();
    await using secondary = await startRedis({
      config: () => [`replicaof 127.0.0.1 ${primary.port}`],
    });
    try {
      await startSentinels(primary, sentinels);
      await expect
        .poll(() => Promise.all(sentinels.map((node) => node.send('SENTINEL MASTER shared'))))
        .toEqual(
          sentinels.map(() =>
            expect.stringMatching(/num-slaves\r\n\$1\r\n1[\s\S]*num-other-sentinels\r\n\$1\r\n2/),
          ),
        );
      const url = `redis://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
      const env = {
        REDIS_MODE: 'sentinel',
        REDIS_SENTINEL_NAME: 'shared',
        REDIS_COMMAND_TIMEOUT_MS: '500',
      };
      await using replicas = await startReplicas({ url }, { env });
      const { one, other } = replicas;
      await expect.poll(() => expectToReadAndChange(one, other)).toBeUndefined();
      await primary.kill();
      for (let round = 0; round < 20; round += 1) {
        await expectToReadAndChange(one);
      }
      await expect
        .poll(() => secondary.send('INFO replication'), { timeout: 60_000 })
        .toContain('role:master');
      await untilRedisIs('reachable', one, other);
      await expect.poll(() => expectToReadAndChange(one, other)).toBeUndefined();
      expect([one.defects, other.defects]).toEqual([[], []]);
    } finally {
      await Promise.all(sentinels.map((node) => node[Symbol.asyncDispose]()));
    }
  },
  240_000,
);
