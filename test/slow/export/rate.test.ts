import { expect, test } from 'vitest';
import { createDataset } from '../../../embedded-sentry/dataset.ts';
import { SENTRY_IO_LIMITS } from '../../../embedded-sentry/sentry-io-limits.ts';
import { startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import { exportTarget, ORGANIZATION } from '../../harness/export.ts';
import { RUNS } from '../../harness/runs.ts';
import { start } from './program.ts';

/** sentry.io's limit for hash lists. */
const LIMIT = 40;

test(`an export of ${RUNS.exportSeconds} s uses the rate limit of sentry.io and is never refused`, async () => {
  const arrivedMs: number[] = [];
  const upstream = await startEmbeddedSentry({
    dataset: createDataset({ singles: LIMIT * (RUNS.exportSeconds + 2) }),
    rateLimit: SENTRY_IO_LIMITS,
    intercept: ({ path }) => {
      if (path.endsWith('/hashes/')) {
        arrivedMs.push(Date.now());
      }
      return undefined;
    },
  });
  using target = exportTarget(upstream);
  const words = [`--organization=${ORGANIZATION}`, '--query=Failure', `--output=${target.path}`];
  const env = { SENTRY_URL: upstream.url, SENTRY_AUTH_TOKEN: upstream.token };
  const { status, reported } = await start(['export', ...words], env).ended;
  expect([status, upstream.refusals]).toEqual([0, 0]);
  expect(target.rows()).toHaveLength(LIMIT * (RUNS.exportSeconds + 2));

  // Whole windows, without the one in which it began and the one in which it ended.
  const perSecond = new Map<number, number>();
  for (const ms of arrivedMs) {
    const second = Math.floor(ms / 1_000);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
  }
  const whole = [...perSecond.values()].slice(1, -1);
  const rate = whole.reduce((sum, requests) => sum + requests, 0) / whole.length;
  process.stdout.write(
    `${rate.toFixed(2)} requests a second over ${whole.length} s. ${reported.trim().split('\n').at(-1)}\n`,
  );
  expect(rate).toBeLessThanOrEqual(LIMIT);
  if (RUNS.isExportMeasured) {
    expect(rate).toBeGreaterThanOrEqual(39);
  }
  await upstream.stop();
}, 300_000);
