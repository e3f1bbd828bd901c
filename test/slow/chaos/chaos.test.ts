import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createDataset } from '../../../embedded-sentry/dataset.ts';
import { startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import type { Environment } from '../../../src/config/setting.ts';
import { type Execution, startGateway, type TestGateway } from '../../harness/gateway.ts';
import { startProcessClock } from '../../harness/process-clock.ts';
import { createRandom } from '../../harness/random.ts';
import { redisTest, sharing, startRedis } from '../../harness/redis.ts';
import { RUNS } from '../../harness/runs.ts';
import { findFalsehood } from './compare.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { drawOperation, WALKED_HASHES } from './operations.ts';

const DEADLINE_MS = 3_000;
/** Added to the deadline, before an operation counts as hanging. */
const GRACE_MS = 5_000;
/** Operations in flight at once. */
const CLIENTS = 16;
/** Different operations: few enough that the caches are full early in the test. */
const OPERATIONS = 500;
/** Of a thousand clients, so many disconnect before the response. */
const LEAVERS = 20;
const MAX_HEAP_GROWTH_BYTES = 48 * 1024 * 1024;

const dataset = () => createDataset({ benchmarkHashes: WALKED_HASHES });

test(
  `${RUNS.chaosOperations} operations with a faulty upstream: every field is correct or a coded error`,
  () => play(1, {}),
  3_600_000,
);

redisTest(
  'the same with two replicas that share a Redis',
  async () => {
    await using redis = await startRedis();
    await play(2, sharing(redis));
  },
  3_600_000,
);

async function play(replicas: number, sharedSettings: Environment): Promise<void> {
  const random = createRandom(RUNS.chaosSeed);
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', onUnhandled);

  const sentry = await startEmbeddedSentry({
    dataset: dataset(),
    dialect: 'sentry-2026-09',
    rateLimit: { limit: 1_000, concurrentLimit: 25 },
  });
  const proxy = await startFaultProxy({ target: sentry.url, seed: RUNS.chaosSeed });
  const truthful = await startGateway({ dataset: dataset(), recordRequests: false });
  const settings = {
    env: {
      ...sharedSettings,
      SENTRY_URL: proxy.url,
      SENTRY_RETRIES: '2',
      SENTRY_RETRY_DELAY_MS: '5',
      SENTRY_TIMEOUT_MS: '1000',
      SENTRY_HEADERS_TIMEOUT_MS: '300',
      SENTRY_BODY_TIMEOUT_MS: '300',
      SENTRY_BREAKER_OPEN_MS: '50',
      OPERATION_TIMEOUT_MS: `${DEADLINE_MS}`,
    },
  };
  const gateways = await Promise.all(
    Array.from({ length: replicas }, () => startGateway(settings)),
  );

  const truths = new Map<string, Promise<Execution>>();
  const truthOf = (operation: string) => {
    const known = truths.get(operation) ?? truthful.execute(operation);
    truths.set(operation, known);
    return known;
  };

  using clock = startProcessClock();
  const tally = { whole: 0, partial: 0, left: 0 };
  const codes = new Map<string, number>();
  const falsehoods: string[] = [];
  let longestMs = 0;

  async function runOne(gateway: TestGateway): Promise<void> {
    const operation = drawOperation(createRandom(random.below(OPERATIONS)));
    if (random.below(1_000) < LEAVERS) {
      await leave(gateway, operation, random.below(30));
      tally.left += 1;
      return;
    }
    const startedMs = clock.now();
    const execution = await gateway.execute(operation);
    longestMs = Math.max(longestMs, clock.now() - startedMs);
    const { data, errors } = await truthOf(operation);
    expect(errors).toBeUndefined();
    const falsehood = findFalsehood(execution, data);
    if (falsehood !== null) {
      falsehoods.push(
        `${falsehood}\n  ${operation}\n  ${JSON.stringify(execution).slice(0, 2_000)}`,
      );
    }
    tally[execution.errors ? 'partial' : 'whole'] += 1;
    for (const { extensions } of execution.errors ?? []) {
      codes.set(extensions.code, (codes.get(extensions.code) ?? 0) + 1);
    }
  }

  async function leave({ url }: TestGateway, query: string, afterMs: number): Promise<void> {
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: AbortSignal.timeout(afterMs),
    })
      .then((response) => response.text())
      .catch(() => {});
  }

  let begun = 0;
  let heapBefore = 0;
  const client = async () => {
    while (begun < RUNS.chaosOperations) {
      begun += 1;
      if (begun === Math.ceil(RUNS.chaosOperations / 2)) {
        heapBefore = usedHeap();
      }
      const gateway = gateways[begun % replicas];
      if (gateway) {
        await runOne(gateway);
      }
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const seconds = (performance.now() - startedMs) / 1_000;

  // When the upstream works again, so do the gateways.
  proxy.calm();
  for (const gateway of gateways) {
    await expect
      .poll(
        async () =>
          (await gateway.execute('{ organization(slug: "hellboy-meowmeow") { name } }')).errors,
        { timeout: 20_000 },
      )
      .toBeUndefined();
  }
  truths.clear();
  const grownBytes = usedHeap() - heapBefore;
  const defects = gateways.flatMap((gateway) => gateway.defects);
  await Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]()));
  await truthful[Symbol.asyncDispose]();
  await expect.poll(() => proxy.openSockets).toBe(0);
  await proxy.stop();
  await sentry.stop();
  process.off('unhandledRejection', onUnhandled);

  process.stdout.write(
    `chaos: ${replicas} gateways, seed ${RUNS.chaosSeed}, ${begun} operations in ${seconds.toFixed(1)} s: ${tally.whole} whole, ${tally.partial} with coded errors, ${tally.left} clients left; ${falsehoods.length} wrong, ${unhandled.length} unhandled rejections, ${defects.length} defects; longest ${Math.round(longestMs)} ms of ${DEADLINE_MS}; heap ${(grownBytes / 2 ** 20).toFixed(1)} MiB more; sockets left 0\n  codes ${JSON.stringify(Object.fromEntries(codes))}\n  faults ${JSON.stringify(proxy.played)}\n`,
  );
  expect(falsehoods.slice(0, 3)).toEqual([]);
  expect(tally.whole + tally.partial + tally.left).toBe(RUNS.chaosOperations);
  expect(unhandled).toEqual([]);
  expect(defects).toEqual([]);
  expect(longestMs).toBeLessThan(DEADLINE_MS + GRACE_MS);
  expect(grownBytes).toBeLessThan(MAX_HEAP_GROWTH_BYTES);
  // Enough operations succeeded for the test to be meaningful.
  expect(tally.whole).toBeGreaterThan(RUNS.chaosOperations / 4);
}

/** Heap bytes in use after a garbage collection. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
