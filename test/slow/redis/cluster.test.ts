import { expect } from 'vitest';
import { freePort } from '../../harness/free-port.ts';
import {
  aclUser,
  type RedisServer,
  redisTest,
  startRedis,
  untilRedisIs,
} from '../../harness/redis.ts';
import { expectToReadAndChange, startReplicas } from '../../harness/replicas.ts';

const SLOTS = ['0 5460', '5461 10922', '10923 16383'];

/** Three primaries, and a replica of each. */
async function startCluster(nodes: RedisServer[]): Promise<void> {
  for (let index = 0; index < 6; index += 1) {
    const busPort = await freePort();
    const node = await startRedis({
      config: () => [
        'cluster-enabled yes',
        `cluster-port ${busPort}`,
        'cluster-node-timeout 1500',
        'repl-diskless-sync-delay 0',
        `${aclUser('gateway', 'opensesame')} +cluster`,
      ],
    });
    nodes.push(node);
    await node.send(`CLUSTER SET-CONFIG-EPOCH ${index + 1}`);
    const slots = SLOTS[index];
    if (slots !== undefined) {
      await node.send(`CLUSTER ADDSLOTSRANGE ${slots}`);
    }
    await nodes[0]?.send(`CLUSTER MEET 127.0.0.1 ${node.port} ${busPort}`);
  }
  await expect
    .poll(() => Promise.all(nodes.map((node) => node.send('CLUSTER INFO'))))
    .toEqual(nodes.map(() => expect.stringContaining('cluster_known_nodes:6')));
  for (const [index, node] of nodes.slice(3).entries()) {
    const [, id = ''] = (await nodes[index]?.send('CLUSTER MYID'))?.split('\r\n') ?? [];
    await expect.poll(() => node.send(`CLUSTER REPLICATE ${id}`)).toBe('+OK');
  }
  await expect
    .poll(() => Promise.all(nodes.map((node) => node.send('CLUSTER INFO'))))
    .toEqual(nodes.map(() => expect.stringContaining('cluster_state:ok')));
  // A replica without the data of its primary does not take its place.
  for (const node of nodes.slice(3)) {
    await expect.poll(() => node.send('INFO replication')).toContain('master_link_status:up');
  }
}

redisTest(
  'replicas share through a Cluster, also after its primaries failed one by one',
  async () => {
    const nodes: RedisServer[] = [];
    try {
      await startCluster(nodes);
      const url = `redis://gateway:opensesame@${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
      const env = { REDIS_MODE: 'cluster', REDIS_COMMAND_TIMEOUT_MS: '500' };
      await using replicas = await startReplicas({ url }, { env });
      const { one, other } = replicas;
      await expect.poll(() => expectToReadAndChange(one, other)).toBeUndefined();
      for (const [index, primary] of nodes.slice(0, 2).entries()) {
        await primary.kill();
        for (let round = 0; round < 20; round += 1) {
          await expectToReadAndChange(one);
        }
        await expect
          .poll(() => nodes[index + 3]?.send('INFO replication'), { timeout: 60_000 })
          .toContain('role:master');
        await untilRedisIs('reachable', one, other);
        await expect.poll(() => expectToReadAndChange(one, other)).toBeUndefined();
      }
      expect([one.defects, other.defects]).toEqual([[], []]);
    } finally {
      await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()));
    }
  },
  240_000,
);
