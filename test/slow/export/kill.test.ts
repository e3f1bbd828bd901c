import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createDataset } from '../../../embedded-sentry/dataset.ts';
import { startEmbeddedSentry } from '../../../embedded-sentry/server.ts';
import { exportTarget, ORGANIZATION, readRestHashes } from '../../harness/export.ts';
import { start } from './program.ts';

/** Kills of each kind of output. */
const KILLS = 12;

/** When a program is killed: called every millisecond. */
type Moment = (files: { readonly path: string; readonly checkpointPath: string }) => () => boolean;

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Moments in and between the writes of rows and checkpoint, and any others. */
const MOMENTS: readonly Moment[] = [
  ({ path }) => {
    const before = sizeOf(path);
    return () => sizeOf(path) > before;
  },
  ({ checkpointPath }) => {
    const before = sizeOf(checkpointPath);
    return () => before > 0 && existsSync(`${checkpointPath}.new`);
  },
  ({ checkpointPath }) => {
    const inode = statSync(checkpointPath, { throwIfNoEntry: false })?.ino;
    return () => statSync(checkpointPath, { throwIfNoEntry: false })?.ino !== inode;
  },
  () => {
    const endMs = performance.now() + 500 + Math.random() * 3_000;
    return () => performance.now() > endMs;
  },
];

test.each([
  ['plain text', []],
  ['gzip', ['--gzip']],
])(
  'an export as %s that is killed at any moment has each hash of the REST lists once',
  async (_kind, flags) => {
    const upstream = await startEmbeddedSentry({
      dataset: createDataset({ benchmarkHashes: 5_000 }),
      intercept: async () => {
        await wait(10);
        return undefined;
      },
    });
    using target = exportTarget(upstream);
    const words = [`--organization=${ORGANIZATION}`, `--output=${target.path}`, '--concurrency=2'];
    const env = { SENTRY_URL: upstream.url, SENTRY_AUTH_TOKEN: upstream.token };
    let killed = 0;
    let status: number | null = null;
    for (let run = 0; status !== 0; run += 1) {
      const program = start(['export', ...words, ...flags], env);
      const isNow = MOMENTS[run % MOMENTS.length]?.(target) ?? (() => false);
      const timer = setInterval(() => {
        if (run < KILLS && isNow()) {
          program.kill('SIGKILL');
        }
      }, 1);
      const ended = await program.ended;
      clearInterval(timer);
      ({ status } = ended);
      killed += status === null ? 1 : 0;
      expect([null, 0], ended.reported).toContain(status);
    }
    expect(killed).toBeGreaterThan(0);
    const hashes = target.rows().map((row) => `${row['issueId']} ${row['hash']}`);
    expect(hashes).toEqual(await readRestHashes(upstream));
    expect(existsSync(target.checkpointPath)).toBe(false);
    expect(readFileSync(target.path).length).toBeGreaterThan(0);
    await upstream.stop();
  },
  300_000,
);
