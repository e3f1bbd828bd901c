import { expect } from 'vitest';
import { BENCHMARK_ISSUE, createDataset } from '../../../embedded-sentry/dataset.ts';
import { startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { type RunningGateway, startGatewayOver } from '../../harness/gateway.ts';
import { redisTest, sharing, startRedis, untilRedisIs } from '../../harness/redis.ts';

const HASHES = `query ($after: String!) {
  issue(organization: "hellboy-meowmeow", id: "${BENCHMARK_ISSUE}") {
    hashes(first: 1, after: $after) { nodes { hash } }
  }
}`;

redisTest('two replicas stay within one rate limit together', async () => {
  await using redis = await startRedis();
  const upstream = await startEmbeddedSentry({
    dataset: createDataset({ benchmarkHashes: 100 }),
    rateLimit: { limit: 20, concurrentLimit: 6 },
  });
  const settings = {
    ...sharing(redis),
    SENTRY_URL: upstream.url,
    SENTRY_RETRIES: '0',
    SENTRY_QUEUE_TIMEOUT_MS: '60000',
    OPERATION_TIMEOUT_MS: '60000',
    CACHE: 'off',
  };
  await using first = await startGatewayOver(settings);
  await using second = await startGatewayOver(settings);
  await untilRedisIs('reachable', first, second);

  const replicas: RunningGateway[] = [first, second];
  const operations = Array.from({ length: 50 }, (_, row) =>
    replicas[row % 2]?.execute(
      HASHES,
      { after: `0:${row}:0` },
      { authorization: `Bearer ${TOKENS.everyScope.text}` },
    ),
  );
  for (const answer of await Promise.all(operations)) {
    expect(answer?.errors).toBeUndefined();
  }
  expect(upstream.refusals).toBe(0);
  expect(await redis.send('KEYS *')).not.toContain(TOKENS.everyScope.text);
  await upstream.stop();
});
