import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { redisTest, startRedis } from '../../harness/redis.ts';
import { startReplicas } from '../../harness/replicas.ts';

const query = '{ __typename theType: __typename }';
const sha256Hash = createHash('sha256').update(query).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash } };

async function send(url: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

redisTest('a document that was registered at one replica is known to the others', async () => {
  await using redis = await startRedis();
  await using replicas = await startReplicas(redis);
  const unknown = await send(replicas.other.url, { extensions });
  expect(unknown.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  await send(replicas.one.url, { query, extensions });
  await expect
    .poll(() => send(replicas.other.url, { extensions }))
    .toEqual({ data: { __typename: 'Query', theType: 'Query' } });
  expect(await redis.send('KEYS *')).not.toContain(sha256Hash);
});
