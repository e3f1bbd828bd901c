/*
 * Runs the contenders in turn on pinned cores, interleaved and repeated, and writes REPORT.md.
 *
 *   npm run bench                  all rows but the ten minutes
 *   npm run bench -- --memory      those too
 *   npm run bench -- --only=memory those alone, into the report of the last run
 *   npm run bench -- --quick       short measurements, for iterating; writes no report
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { CONTENDER_CORE, canPin, start, THEIR_CORE } from './processes.mjs';
import { writeReport } from './report.mjs';
import { manyHashes, manyIssues, requestsOf } from './work.mjs';

const flags = new Set(process.argv.slice(2));
const isQuick = flags.has('--quick');
const isMemoryOnly = flags.has('--only=memory');
const SECONDS = isQuick ? 1 : 4;
const ROUNDS = isQuick ? 1 : 5;
const CALLERS = 8;
const LAST = new URL('last-run.json', import.meta.url);

const FILES = {
  limit: 'contenders/limit.mjs',
  floor: 'contenders/floor.mjs',
  rest: 'contenders/rest-data-source.mjs',
  mesh: 'contenders/mesh.mjs',
  gateway: 'contenders/gateway.mjs',
};
/** What is measured is not refused: limits on operations and on the upstream are out of the way. */
const UNLIMITED = {
  SENTRY_MAX_CONCURRENT: '64',
  MAX_ALIASES: '1000',
  MAX_PAGES: '1000',
  MAX_UPSTREAM_REQUESTS: '1000',
  MAX_TOKENS: '100000',
};

const upstream = await start('upstream.mjs', THEIR_CORE);
const load = await start('load.mjs', THEIR_CORE);
const startContender = (name, env = {}, nodeFlags = []) =>
  start(
    FILES[name],
    CONTENDER_CORE,
    {
      UPSTREAM: upstream.url,
      TOKEN: upstream.token,
      ...(name === 'gateway' ? { CACHE: 'off', ...UNLIMITED, ...env } : {}),
    },
    nodeFlags,
  );

function say(text) {
  process.stdout.write(`${text}\n`);
}

/** One measurement: what the callers saw, what the contender spent, what the upstream heard. */
async function measure(contender, requests, { callers = CALLERS, seconds = SECONDS, total } = {}) {
  await upstream.ask({ type: 'reset' });
  const before = await contender.ask({ type: 'usage' });
  const seen = await load.ask({ requests, callers, seconds, total });
  const after = await contender.ask({ type: 'usage' });
  const cpuMs = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1_000;
  return {
    ...seen,
    cpuMsPerOperation: cpuMs / seen.operations,
    rssMb: after.rss / 2 ** 20,
    upstreamPerOperation: (await upstream.ask({ type: 'count' })) / seen.operations,
  };
}

/** All contenders at one work, round by round. */
async function compare(work, names, envs = {}) {
  const running = {};
  for (const name of names) {
    running[name] = await startContender(name.replace(/-.*/, ''), envs[name]);
    const requests = requestsOf(name.replace(/-.*/, ''), running[name].url, work);
    await load.ask({ requests, callers: CALLERS, seconds: isQuick ? 1 : 3 });
  }
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = {};
    // Each round begins with another contender, so that none is always first.
    for (const name of [
      ...names.slice(round % names.length),
      ...names.slice(0, round % names.length),
    ]) {
      const requests = requestsOf(name.replace(/-.*/, ''), running[name].url, work);
      measured[name] = await measure(running[name], requests);
    }
    rounds.push(measured);
    say(
      `${work} ${round + 1}/${ROUNDS}: ${names.map((name) => `${name} ${measured[name].perSecond.toFixed(1)}/s`).join(', ')}`,
    );
  }
  await Promise.all(Object.values(running).map((each) => each.stop()));
  return rounds;
}

async function slowUpstream() {
  const rounds = [];
  const names = ['rest', 'mesh', 'gateway'];
  const running = {};
  for (const name of names) {
    running[name] = await startContender(name);
    await measure(running[name], manyIssues(name, running[name].url), { callers: 1, total: 5 });
  }
  await upstream.ask({ type: 'delay', value: 100 });
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = {};
    for (const name of names) {
      measured[name] = await measure(running[name], manyIssues(name, running[name].url), {
        callers: 1,
        seconds: 60,
        total: 5,
      });
    }
    rounds.push(measured);
  }
  await upstream.ask({ type: 'delay', value: 0 });
  await Promise.all(Object.values(running).map((each) => each.stop()));
  return rounds;
}

async function herd() {
  const counts = {};
  // Long enough for all to have come before the first is answered.
  await upstream.ask({ type: 'delay', value: 2_000 });
  for (const name of ['rest', 'mesh', 'gateway']) {
    const contender = await startContender(name);
    const [request] = requestsOf(name, contender.url, 'light');
    const { operations, upstreamPerOperation } = await measure(contender, [request], {
      callers: 200,
      seconds: 60,
      total: 200,
    });
    counts[name] = Math.round(operations * upstreamPerOperation);
    await contender.stop();
  }
  await upstream.ask({ type: 'delay', value: 0 });
  return counts;
}

async function cpuPerHash() {
  const gateway = await startContender('gateway');
  const points = [];
  for (const hashes of [1, 10, 100, 1_000]) {
    const requests = manyHashes(gateway.url, hashes);
    const options = { callers: 1, seconds: SECONDS };
    await measure(gateway, requests, { ...options, seconds: 2 });
    const { cpuMsPerOperation } = await measure(gateway, requests, options);
    points.push({ hashes, microseconds: (cpuMsPerOperation * 1_000) / hashes });
  }
  await gateway.stop();
  return points;
}

async function hotPath() {
  const gateway = await startContender('gateway');
  const requests = requestsOf('gateway', gateway.url, 'full');
  await load.ask({ requests, callers: CALLERS, seconds: isQuick ? 1 : 3 });
  await gateway.ask({ type: 'profile' });
  await load.ask({ requests, callers: CALLERS, seconds: isQuick ? 2 : 8 });
  const found = await gateway.ask({ type: 'profiled' });
  await gateway.stop();
  return found.slice(0, 25);
}

/** From the start of the process to the first answer, as a newcomer has it: with the built-in data. */
async function startUp() {
  const times = [];
  for (let round = 0; round < (isQuick ? 2 : 7); round += 1) {
    const begin = performance.now();
    const child = spawn(
      canPin ? 'taskset' : process.execPath,
      [
        ...(canPin ? ['-c', String(CONTENDER_CORE), process.execPath] : []),
        new URL('../dist/main.js', import.meta.url).pathname,
      ],
      { env: { PATH: process.env.PATH, PORT: '0' }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const [printed] = await once(child.stdout, 'data');
    const url = /http:\S+\/graphql/.exec(String(printed))?.[0];
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ issue(organization: \\"hellboy-meowmeow\\", id: \\"1341191803\\") { hashes(first: 2) { nodes { hash } } } }"}',
    });
    await answer.text();
    const ms = performance.now() - begin;
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    times.push({ ms, rssMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024 });
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  return times;
}

/** 64 callers with full pages: resident memory, every five seconds. */
async function memory() {
  const gateway = await startContender('gateway', { CACHE: 'on', CACHE_TTL_MS: '1000' });
  const seconds = isQuick ? 10 : 600;
  const requests = requestsOf('gateway', gateway.url, 'full');
  const points = [];
  const begin = performance.now();
  const timer = setInterval(async () => {
    const { rss } = await gateway.ask({ type: 'usage' });
    points.push({ seconds: (performance.now() - begin) / 1_000, rssMb: rss / 2 ** 20 });
  }, 5_000);
  const seen = await load.ask({ requests, callers: 64, seconds });
  clearInterval(timer);
  await gateway.stop();
  return { seconds, points, operations: seen.operations, failures: seen.failures };
}

try {
  const last = isMemoryOnly ? JSON.parse(readFileSync(LAST, 'utf8')) : {};
  const results = isMemoryOnly
    ? { ...last, memory: await memory() }
    : {
        date: new Date().toISOString(),
        callers: CALLERS,
        seconds: SECONDS,
        rounds: ROUNDS,
        isPinned: canPin,
        startUp: await startUp(),
        full: await compare('full', ['limit', 'floor', 'rest', 'mesh', 'gateway']),
        ten: await compare('ten', ['floor', 'rest', 'mesh', 'gateway']),
        light: await compare('light', ['limit', 'floor', 'rest', 'mesh', 'gateway']),
        again: await compare('full', ['floor', 'gateway-again'], {
          'gateway-again': { CACHE: 'on', CACHE_TTL_MS: '600000', CACHE_MAX_BYTES: '268435456' },
        }),
        againLight: await compare('light', ['floor', 'gateway-again'], {
          'gateway-again': { CACHE: 'on', CACHE_TTL_MS: '600000' },
        }),
        slow: await slowUpstream(),
        herd: await herd(),
        cpuPerHash: await cpuPerHash(),
        hotPath: await hotPath(),
        memory: flags.has('--memory') ? await memory() : null,
      };
  if (!isQuick) {
    writeFileSync(LAST, JSON.stringify(results));
  }
  writeReport(results, { isQuick });
} finally {
  await upstream.stop();
  await load.stop();
}
