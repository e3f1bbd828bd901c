import { expect, test } from 'vitest';
import { BENCHMARK_ISSUE, createDataset } from '../../../embedded-sentry/dataset.ts';
import { startGateway } from '../../harness/gateway.ts';
import { startProcessClock } from '../../harness/process-clock.ts';
import { RUNS } from '../../harness/runs.ts';

/** sentry.io's limit for a token, and so the gateway's capacity in operations with one request. */
const CAPACITY_PER_SECOND = 40;
const OFFERED_PER_SECOND = 2 * CAPACITY_PER_SECOND;
const MAX_WAIT_MS = 1_000;
/** Added to the wait for the end of a window. */
const GRACE_MS = 2_000;

const ONE_HASH =
  'query ($issue: String!, $after: String!) { issue(organization: "hellboy-meowmeow", id: $issue) { hashes(first: 1, after: $after) { nodes { hash } } } }';

interface Ending {
  /** Time since the start. */
  readonly atSecond: number;
  readonly tookMs: number;
  readonly kind: 'accepted' | 'shed' | 'wrong';
}

test(`for ${RUNS.soakSeconds} s at twice its capacity the gateway accepts what the rate limit allows and refuses the rest`, async () => {
  await using gateway = await startGateway({
    recordRequests: false,
    dataset: createDataset({ benchmarkHashes: 100_000 }),
    rateLimit: { limit: CAPACITY_PER_SECOND, concurrentLimit: 25 },
    env: {
      SENTRY_QUEUE_TIMEOUT_MS: `${MAX_WAIT_MS}`,
      SENTRY_QUEUE_MAX: '100',
    },
  });
  // The first operation of a process loads modules.
  await gateway.execute('{ issue(organization: "hellboy-meowmeow", id: "1") { title } }');
  using clock = startProcessClock();
  const startedMs = performance.now();
  const endings: Ending[] = [];

  async function runOne(row: number): Promise<void> {
    const beganMs = clock.now();
    // Each requests a different row, so that none is answered from the cache.
    const { status, data, errors } = await gateway.execute(ONE_HASH, {
      issue: BENCHMARK_ISSUE,
      after: `0:${row % 99_000}:0`,
    });
    const refusal = errors?.[0]?.extensions;
    const isShed =
      refusal?.['retryAfterMs'] !== undefined &&
      (refusal.code === 'RATE_LIMITED' ? data.issue.hashes === null : status === 503);
    const isRight = !errors && data.issue.hashes.nodes.length === 1;
    endings.push({
      atSecond: (performance.now() - startedMs) / 1_000,
      tookMs: clock.now() - beganMs,
      kind: isRight ? 'accepted' : isShed ? 'shed' : 'wrong',
    });
  }

  const running: Promise<void>[] = [];
  for (let sent = 0; ; ) {
    const elapsedMs = performance.now() - startedMs;
    if (elapsedMs >= RUNS.soakSeconds * 1_000) {
      break;
    }
    // Independent clients: their rate does not depend on the duration of responses.
    for (; sent < (elapsedMs / 1_000) * OFFERED_PER_SECOND; sent += 1) {
      running.push(runOne(sent));
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  await Promise.all(running);

  const of = (kind: Ending['kind']) => endings.filter((ending) => ending.kind === kind);
  const accepted = of('accepted');
  const perSecond = (from: number, to: number) =>
    accepted.filter(({ atSecond }) => atSecond >= from && atSecond < to).length / (to - from);
  const first = perSecond(0, seconds / 3);
  const last = perSecond((seconds * 2) / 3, seconds);
  const times = accepted.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const percentile = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  process.stdout.write(
    `soak: ${seconds.toFixed(0)} s, ${endings.length} operations offered at ${OFFERED_PER_SECOND}/s over a capacity of ${CAPACITY_PER_SECOND}/s: ${accepted.length} accepted (${(accepted.length / seconds).toFixed(1)}/s; first third ${first.toFixed(1)}/s, last third ${last.toFixed(1)}/s), ${of('shed').length} shed, ${of('wrong').length} wrong; accepted took p50 ${percentile(0.5).toFixed(0)} ms, p99 ${percentile(0.99).toFixed(0)} ms; ${gateway.upstream.refusals} refusals by the upstream\n`,
  );
  expect(of('wrong').slice(0, 3)).toEqual([]);
  expect(gateway.defects).toEqual([]);
  expect(gateway.upstream.refusals).toBe(0);
  expect(of('shed').length).toBeGreaterThan(0);
  expect(percentile(0.99)).toBeLessThan(MAX_WAIT_MS + GRACE_MS);
  expect(last).toBeGreaterThan(first * 0.6);
}, 36_000_000);
