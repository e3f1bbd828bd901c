/*
 * Runs the contenders in turn on pinned cores, interleaved and repeated, and writes REPORT.md.
 *
 *   npm run bench                  all rows but the ten minutes, which are kept from the last run
 *   npm run bench -- --memory      those too
 *   npm run bench -- --only=memory those alone, into the report of the last run
 *   npm run bench -- --quick       short measurements, for iterating; prints the report, and keeps it
 *                                  with its charts in a temporary folder
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canPin } from './processes.mjs';
import { withHistory } from './report/history.mjs';
import { reportOf } from './report.mjs';
import { compare, cpuPerHash, herd, memory, profiles, REMEMBERING, slowUpstream } from './rows.mjs';
import { CALLERS, createRunner } from './runner.mjs';
import { startUp, startUpProfile } from './start-up.mjs';

const flags = new Set(process.argv.slice(2));
const isQuick = flags.has('--quick');
const isMemoryOnly = flags.has('--only=memory');
const HERE = fileURLToPath(new URL('.', import.meta.url));
const LAST = join(HERE, 'last-run.json');
const HISTORY = join(HERE, 'history.json');

const runner = await createRunner({ isQuick });
try {
  const results = isMemoryOnly ? { ...lastRun(), memory: await tenMinutes() } : await run();
  const history = withHistory(JSON.parse(readFileSync(HISTORY, 'utf8')), results);
  if (!isQuick) {
    writeFileSync(LAST, JSON.stringify(results));
    writeFileSync(HISTORY, `${JSON.stringify(history, null, 2)}\n`);
  }
  write(reportOf(results, history), isQuick ? mkdtempSync(join(tmpdir(), 'bench-')) : HERE);
} finally {
  await runner.stop();
}

async function run() {
  const again = { 'gateway-again': REMEMBERING };
  const results = {
    date: new Date().toISOString(),
    commit: commit(),
    callers: CALLERS,
    seconds: runner.seconds,
    rounds: runner.rounds,
    isPinned: canPin,
    startUp: await startUp(runner),
    full: await compare(runner, 'full', ['limit', 'floor', 'rest', 'mesh', 'gateway']),
    ten: await compare(runner, 'ten', ['floor', 'rest', 'mesh', 'gateway']),
    light: await compare(runner, 'light', ['limit', 'floor', 'rest', 'mesh', 'gateway']),
    again: await compare(runner, 'full', ['floor', 'gateway-again'], again),
    againLight: await compare(runner, 'light', ['floor', 'gateway-again'], again),
    slow: await slowUpstream(runner),
    herd: await herd(runner),
    cpuPerHash: await cpuPerHash(runner),
    memory: flags.has('--memory') ? await tenMinutes() : (lastRun().memory ?? null),
  };
  return {
    ...results,
    profiles: { ...(await profiles(runner)), startUp: await startUpProfile(runner) },
  };
}

/** With the run they are of, as a report may be of a later one. */
async function tenMinutes() {
  return { date: new Date().toISOString(), commit: commit(), ...(await memory(runner)) };
}

function lastRun() {
  return existsSync(LAST) ? JSON.parse(readFileSync(LAST, 'utf8')) : {};
}

function commit() {
  try {
    return execFileSync('git', ['describe', '--always', '--tags', '--dirty'], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return 'unknown';
  }
}

/** The report and its charts. */
function write({ text, charts }, folder) {
  mkdirSync(join(folder, 'charts'), { recursive: true });
  for (const [file, svg] of charts) {
    writeFileSync(join(folder, 'charts', `${file}.svg`), svg);
  }
  writeFileSync(join(folder, 'REPORT.md'), `${text}\n`);
  process.stdout.write(`${isQuick ? `${text}\n` : ''}Wrote ${join(folder, 'REPORT.md')}\n`);
}
