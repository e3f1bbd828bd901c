import { expect, test } from 'vitest';
import { freePort } from '../../harness/free-port.ts';
import { startGateway } from '../../harness/gateway.ts';
import { redisTest, sharing, startRedis, untilRedisIs } from '../../harness/redis.ts';

redisTest('/readyz, metrics and log show when Redis goes away and comes back', async () => {
  await using redis = await startRedis();
  await using gateway = await startGateway({ env: sharing(redis) });
  await untilRedisIs('reachable', gateway);
  expect(await metricsOf(gateway.url)).toContain('gateway_redis_reachable 1\n');

  await redis.kill();
  await untilRedisIs('unreachable', gateway);
  expect(await metricsOf(gateway.url)).toContain('gateway_redis_reachable 0\n');

  await redis.restart();
  await untilRedisIs('reachable', gateway);
  expect(await metricsOf(gateway.url)).toContain('gateway_redis_reachable 1\n');
  expect(gateway.log.filter(({ msg }) => String(msg).startsWith('redis.'))).toMatchObject([
    { msg: 'redis.reachable' },
    { msg: 'redis.unreachable', reason: expect.any(String) },
    { msg: 'redis.reachable' },
  ]);
});

test('the gateway starts and answers without Redis, and names neither password nor URL in its log', async () => {
  const url = `redis://someone:opensesame@127.0.0.1:${await freePort()}`;
  await using gateway = await startGateway({ env: sharing({ url }) });
  await untilRedisIs('unreachable', gateway);
  expect(await gateway.execute('{ __typename }')).toEqual({
    status: 200,
    data: { __typename: 'Query' },
  });
  await expect
    .poll(() => gateway.log)
    .toContainEqual(expect.objectContaining({ msg: 'redis.unreachable' }));
  expect(JSON.stringify(gateway.log)).not.toMatch(/opensesame|redis:\/\//);
});

test('without REDIS_URL neither /readyz nor the metrics mention Redis', async () => {
  await using gateway = await startGateway();
  const ready = await fetch(new URL('/readyz', gateway.url));
  expect(await ready.json()).toEqual({ status: 'ready', circuitBreaker: 'closed' });
  expect(await metricsOf(gateway.url)).not.toContain('redis');
});

async function metricsOf(url: string): Promise<string> {
  return (await fetch(new URL('/metrics', url))).text();
}
