import { expect } from 'vitest';
import { BENCHMARK_ISSUE, createDataset } from '../../../embedded-sentry/dataset.ts';
import { startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import type { Environment } from '../../../src/config/setting.ts';
import type { Execution } from '../../harness/gateway.ts';
import { redisTest, sharing, startRedis, untilRedisIs } from '../../harness/redis.ts';
import { type Replica, startReplica } from './replicas.ts';

const REPLICAS = 3;
/** Operations that each replica answers before the next event. */
const SOME = 10;

function startUpstream(port = 0) {
  return startEmbeddedSentry({
    port,
    dataset: createDataset({ benchmarkHashes: 10_000 }),
    rateLimit: { limit: 40, concurrentLimit: 25 },
  });
}

async function startReplicas(env: Environment): Promise<readonly Replica[]> {
  return Promise.all(
    Array.from({ length: REPLICAS }, () =>
      startReplica({
        CACHE: 'off',
        SENTRY_QUEUE_TIMEOUT_MS: '120000',
        OPERATION_TIMEOUT_MS: '120000',
        SENTRY_BREAKER_MIN_REQUESTS: '1000000',
        ...env,
      }),
    ),
  );
}

/** A load that goes on until it is stopped. */
function startLoad(replicas: readonly Replica[], token: string) {
  const failed: unknown[] = [];
  const answeredBy = replicas.map(() => 0);
  let row = 0;
  let isStopped = false;
  const client = async (index: number) => {
    while (!isStopped) {
      row += 1;
      const query = `{ issue(organization: "hellboy-meowmeow", id: "${BENCHMARK_ISSUE}") { hashes(first: 1, after: "0:${row % 9_000}:0") { nodes { hash } } } }`;
      const answer = await replicas[index]
        ?.execute(query, { authorization: `Bearer ${token}` })
        .catch(String);
      if (isDead(index)) {
        return;
      }
      if (typeof answer === 'string' || answer?.data?.issue?.hashes?.nodes.length !== 1) {
        failed.push(answer);
      }
      const isWhole = typeof answer !== 'string' && answer?.data?.issue?.hashes !== null;
      answeredBy[index] = (answeredBy[index] ?? 0) + (isWhole ? 1 : 0);
    }
  };
  const dead = new Set<number>();
  const isDead = (index: number) => dead.has(index);
  const clients = replicas.flatMap((_, index) => Array.from({ length: 12 }, () => client(index)));
  return {
    failed,
    /** What the replica was about to answer does not count. */
    forget: (index: number) => dead.add(index),
    /** Resolves when each living replica has answered so many more operations. */
    async answers(count: number): Promise<void> {
      const before = [...answeredBy];
      await expect
        .poll(
          () =>
            replicas.every(
              (_, index) =>
                isDead(index) || (answeredBy[index] ?? 0) >= (before[index] ?? 0) + count,
            ),
          { timeout: 120_000 },
        )
        .toBe(true);
    },
    async stop(): Promise<void> {
      isStopped = true;
      await Promise.all(clients);
    },
  };
}

redisTest(
  'no operation fails while Redis is stopped, killed and started again, and a replica is killed',
  async () => {
    await using redis = await startRedis();
    const upstream = await startUpstream();
    const replicas = await startReplicas({
      ...sharing(redis),
      REDIS_COMMAND_TIMEOUT_MS: '1000',
      SENTRY_URL: upstream.url,
      // While Redis is away, Sentry may refuse a request; callers do not see it.
      SENTRY_RETRIES: '10',
      SENTRY_RETRY_BUDGET_PERCENT: '100',
    });
    const load = startLoad(replicas, upstream.token);
    await load.answers(SOME);

    redis.signal('SIGSTOP');
    await untilRedisIs('unreachable', ...replicas);
    await load.answers(SOME);
    redis.signal('SIGCONT');
    await untilRedisIs('reachable', ...replicas);
    await load.answers(SOME);

    await redis.kill();
    await untilRedisIs('unreachable', ...replicas);
    await load.answers(SOME);
    await redis.restart();
    await untilRedisIs('reachable', ...replicas);
    await load.answers(SOME);

    load.forget(0);
    await replicas[0]?.kill();
    await load.answers(2 * SOME);

    await load.stop();
    process.stdout.write(
      `budget: ${upstream.refusals} refusals by Sentry while Redis and a replica failed\n`,
    );
    expect(load.failed.slice(0, 3)).toEqual([]);
    await Promise.all(replicas.map((replica) => replica.kill()));
    await upstream.stop();
  },
  900_000,
);

redisTest(
  'when Sentry is killed and started again, replicas answer again, within its limits',
  async () => {
    await using redis = await startRedis();
    const upstream = await startUpstream();
    const replicas = await startReplicas({
      ...sharing(redis),
      SENTRY_URL: upstream.url,
      SENTRY_RETRIES: '0',
    });
    const load = startLoad(replicas, upstream.token);
    await load.answers(SOME);
    expect(load.failed).toEqual([]);

    await upstream.stop();
    await expect.poll(() => load.failed.length, { timeout: 120_000 }).toBeGreaterThan(SOME);
    const again = await startUpstream(Number(new URL(upstream.url).port));
    await load.answers(SOME);
    await load.stop();

    const codes = load.failed.flatMap(codesOf);
    expect([...new Set(codes)]).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(again.refusals).toBe(0);
    await Promise.all(replicas.map((replica) => replica.kill()));
    await again.stop();
  },
  900_000,
);

function codesOf(answer: unknown): readonly string[] {
  const { errors } = answer as Execution;
  return errors?.map(({ extensions }) => extensions.code) ?? [String(answer)];
}
