/*
 * Measures the contenders in interleaved rounds on pinned cores, and writes REPORT.md and REPORT.html.
 *
 *   npm run bench                       all rows except `memory` (ten minutes), which is kept from the last run
 *   npm run bench -- --memory           all rows
 *   npm run bench -- --only=memory      only `memory`, added to the report of the last run
 *   npm run bench -- --rows=full,light  only these rows, printed: about a minute each
 *   npm run bench -- --before=FOLDER    also measures the build in another checkout of this project
 *                                       (with --rows)
 *   npm run bench -- --dialect=sentry-2026-09
 *                                       over a server that sends ten full events at most in a page: the
 *                                       floor sends ten requests too (with --rows)
 *   npm run bench -- --rows=openLight,openFull
 *                                       requests at fixed times, with latencies from the intended times
 *   npm run bench -- --node=24          the contenders run on another version of Node.js (with --rows)
 *   npm run bench -- --quick            short measurements; prints the report, writes it to a
 *                                       temporary folder
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installNode } from './node-versions.mjs';
import { canPin } from './processes.mjs';
import { median, NAMES, of, ratios, spread } from './report/figures.mjs';
import { withHistory } from './report/history.mjs';
import { writePage } from './report/page.mjs';
import { reportOf } from './report.mjs';
import {
  CACHE_SETTINGS,
  compare,
  cpuPerHash,
  herd,
  memory,
  OPEN_SHARES,
  openLoop,
  slowUpstream,
} from './rows.mjs';
import { CALLERS, createRunner } from './runner.mjs';
import { startUp } from './start-up.mjs';

const flags = new Set(process.argv.slice(2));
const isQuick = flags.has('--quick');
const isMemoryOnly = flags.has('--only=memory');
const HERE = fileURLToPath(new URL('.', import.meta.url));
const LAST = join(HERE, 'last-run.json');
const HISTORY = join(HERE, 'history.json');

const flagValues = (name) =>
  process.argv
    .find((flag) => flag.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .split(',');
const rows = flagValues('rows');
const before = flagValues('before')?.[0];
const dialect = flagValues('dialect')?.[0] ?? 'sentry-2026';

const nodeVersion = flagValues('node')?.[0];

/** Contenders of single rows, in addition to the floor. */
const BESIDE = { light: ['apollo'] };

const runner = await createRunner({
  isQuick,
  before,
  dialect,
  node: nodeVersion && installNode(nodeVersion),
});
try {
  if (rows) {
    await runRows(rows);
    process.exitCode = 0;
  } else {
    await runAll();
  }
} finally {
  await runner.stop();
}

/** Prints each row: throughput and processor time of each contender, and its ratio to the floor. */
async function runRows(names) {
  process.stdout.write(`Contenders on Node.js ${nodeVersion ?? process.versions.node}\n`);
  for (const row of names) {
    if (row === 'startUp') {
      await printStartUp();
      continue;
    }
    if (row.startsWith('open')) {
      await printOpenLoop(row);
      continue;
    }
    await printClosedLoop(row);
  }
}

async function printClosedLoop(row) {
  const isAgain = row.startsWith('again');
  const work = { again: 'full', againLight: 'light' }[row] ?? row;
  const suffix = isAgain ? '-again' : '';
  const gateways = [...(before ? [`before${suffix}`] : []), `gateway${suffix}`];
  const envs = isAgain ? Object.fromEntries(gateways.map((name) => [name, CACHE_SETTINGS])) : {};
  const names = ['floor', ...(BESIDE[row] ?? []), ...gateways];
  const rounds = await compare(runner, work, names, envs);
  for (const name of names) {
    const middle = (key) => median(of(rounds, name, key));
    const cpu = middle('cpuMsPerOperation');
    const perGb = middle('perSecond') / (middle('rssMb') / 1_024);
    const figures = [
      `${spread(of(rounds, name, 'perSecond'))}/s`,
      `${median(ratios(rounds, name, 'floor')).toFixed(2)} x (b)`,
      `${cpu.toFixed(3)} ms CPU: ${(1_000 / cpu).toFixed(0)}/s a core`,
      `${middle('rssMb').toFixed(0)} MB: ${perGb.toFixed(0)}/s a GB`,
      `${middle('upstreamPerOperation').toFixed(2)} upstream requests`,
      `${of(rounds, name, 'failures').reduce((sum, each) => sum + each)} failed`,
    ];
    process.stdout.write(`${[row, NAMES[name], ...figures].join(' | ')}\n`);
  }
}

async function printOpenLoop(row) {
  const work = row.slice('open'.length).toLowerCase();
  const names = ['floor', ...(before ? ['before'] : []), 'gateway'];
  const rounds = await openLoop(runner, work, names);
  for (const name of names) {
    for (const share of OPEN_SHARES) {
      const latencies = (key) => spread(rounds.map((round) => round[name][share][key]));
      const failures = rounds.reduce((sum, round) => sum + round[name][share].failures, 0);
      const figures = ['p50', 'p99', 'longest'].map((key) => `${key} ${latencies(key)} ms`);
      const rate = median(rounds.map((round) => round[name].closed * share)).toFixed(0);
      process.stdout.write(
        `${[row, NAMES[name], `${rate}/s, ${share * 100} % of the closed loop`, ...figures, `${failures} failed`].join(' | ')}\n`,
      );
    }
  }
}

async function printStartUp() {
  const mains = before ? [join(before, 'dist/main.js'), undefined] : [undefined];
  for (const main of mains) {
    const starts = await startUp(runner, main);
    process.stdout.write(
      `startUp | ${main ?? 'this build'} | ${spread(starts.map(({ ms }) => ms))} ms | ${spread(starts.map(({ rssMb }) => rssMb))} MB\n`,
    );
  }
}

async function runAll() {
  const results = isMemoryOnly ? { ...lastRun(), memory: await measureMemory() } : await run();
  const history = withHistory(JSON.parse(readFileSync(HISTORY, 'utf8')), results);
  if (!isQuick) {
    writeFileSync(LAST, JSON.stringify(results));
    writeFileSync(HISTORY, `${JSON.stringify(history, null, 2)}\n`);
  }
  write(reportOf(results, history), isQuick ? mkdtempSync(join(tmpdir(), 'bench-')) : HERE);
}

async function run() {
  const again = {
    'gateway-again': CACHE_SETTINGS,
    'gateway-executed': { ...CACHE_SETTINGS, RESPONSE_CACHE: 'off' },
  };
  const fields = { 'gateway-fields': { EXECUTION: 'graphql-js' } };
  const cold = ['rest', 'mesh', 'gateway', 'gateway-fields'];
  const results = {
    date: new Date().toISOString(),
    commit: commit(),
    callers: CALLERS,
    seconds: runner.seconds,
    rounds: runner.rounds,
    isPinned: canPin,
    startUp: await startUp(runner),
    full: await compare(runner, 'full', ['limit', 'floor', ...cold], fields),
    ten: await compare(runner, 'ten', ['floor', ...cold], fields),
    light: await compare(runner, 'light', ['limit', 'floor', 'apollo', ...cold], fields),
    again: await compare(runner, 'full', ['floor', ...Object.keys(again)], again),
    againLight: await compare(runner, 'light', ['floor', ...Object.keys(again)], again),
    slow: await slowUpstream(runner),
    herd: await herd(runner),
    cpuPerHash: await cpuPerHash(runner),
    memory: flags.has('--memory') ? await measureMemory() : (lastRun().memory ?? null),
  };
  return results;
}

/** With its own date and commit: a later report may include it. */
async function measureMemory() {
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

function write({ text, charts }, folder) {
  mkdirSync(join(folder, 'charts'), { recursive: true });
  for (const [file, svg] of charts) {
    writeFileSync(join(folder, 'charts', `${file}.svg`), svg);
  }
  writeFileSync(join(folder, 'REPORT.md'), `${text}\n`);
  writePage(folder);
  process.stdout.write(`${isQuick ? `${text}\n` : ''}Wrote ${join(folder, 'REPORT.md')}\n`);
}
