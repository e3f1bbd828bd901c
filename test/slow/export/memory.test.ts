import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { exportTarget, ORGANIZATION } from '../../harness/export.ts';
import { RUNS } from '../../harness/runs.ts';
import { memoryOf, startProgram } from '../attack/gateway-process.ts';
import { start } from './program.ts';

const DEMO = join(import.meta.dirname, '../../../dist/embedded-sentry/main.js');
const MAX_MB = 200;

test(`an export of ${RUNS.exportHashes} hashes takes less than ${MAX_MB} MB`, async () => {
  const hashes = RUNS.exportHashes;
  await using demo = await startProgram(DEMO, { EMBEDDED_HASHES: `${hashes}` });
  const sentry = { url: demo.url, token: TOKENS.everyScope.text };
  using target = exportTarget(sentry);
  const words = [
    `--organization=${ORGANIZATION}`,
    '--query=As many hashes as you like',
    `--output=${target.path}`,
  ];
  const env = { SENTRY_URL: sentry.url, SENTRY_AUTH_TOKEN: sentry.token };
  const program = start(['export', ...words], env);
  const memory = memoryOf(program.pid);
  let highestMb = 0;
  const timer = setInterval(() => {
    // Null or no number as soon as the program has ended.
    highestMb = Math.max(highestMb, memory.readHighestMb() || 0);
  }, 50);
  const { status, reported } = await program.ended;
  clearInterval(timer);
  const last = reported.trim().split('\n').at(-1) ?? '';
  process.stdout.write(`${last} Highest memory: ${highestMb.toFixed(0)} MB.\n`);
  expect(status).toBe(0);
  expect(last).toContain(`${hashes.toLocaleString('en-US')} rows written`);
  expect(statSync(target.path).size).toBeGreaterThan(hashes * 100);
  expect(highestMb).toBeLessThan(MAX_MB);
}, 1_800_000);
