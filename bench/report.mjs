/* Writes what was measured as REPORT.md, with its charts beside it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { barChart, lineChart } from './charts.mjs';

const NAMES = {
  limit: '(a) limit: proxy that streams',
  floor: '(b) floor: proxy that parses and writes',
  rest: '(c) Apollo Server 5 + RESTDataSource',
  mesh: '(d) GraphQL Mesh under Yoga',
  gateway: '(e) this gateway',
  'gateway-again': '(e) this gateway, remembering',
};

export const median = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const of = (rounds, name, key) => rounds.map((round) => round[name][key]);
const spread = (values, digits = 1) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;
/** The ratio in each round of the same run, for the machine may have been faster in one than in another. */
const ratios = (rounds, name, to) =>
  rounds.map((round) => round[name].perSecond / round[to].perSecond);

export function writeReport(results, { isQuick }) {
  const verdicts = verdictsOf(results);
  const text = [
    `# What it reaches, and what others do

Measured ${results.date}, ${results.rounds} rounds of ${results.seconds} s for each contender and row,
interleaved, ${results.callers} callers at once. ${machine(results)} Bodies are not packed, for any of
them: packing is zlib's work, and all would do the same. Only ratios within one run count.

${table(
  ['work', 'to reach', 'reached', ''],
  verdicts.map(({ work, goal, reached, isMet }) => [
    work,
    goal,
    reached,
    isMet === null ? 'not run' : isMet ? 'met' : '**missed**',
  ]),
)}`,
    section('100 hashes, full events, all fields, cold', results.full, 'full'),
    section(
      '100 hashes, ten event fields, one of which needs the full event, cold',
      results.ten,
      'ten',
    ),
    section('20 hashes, light fields, cold', results.light, 'light'),
    section('The full page again, within the time', results.again, 'again'),
    section('The light page again, within the time', results.againLight, 'again-light'),
    slow(results.slow),
    `## 200 callers at once, the same page cold

${table(
  ['contender', 'upstream requests'],
  Object.entries(results.herd).map(([name, count]) => [NAMES[name], count]),
)}`,
    perHash(results.cpuPerHash),
    startUp(results.startUp),
    memory(results.memory),
    `## Where the time of the first row goes

Self time of the gateway's busy time, from V8's sampling profiler, 100 full events in all fields.

${table(
  ['function', 'share'],
  results.hotPath.map(({ place, share }) => [`\`${place}\``, `${(share * 100).toFixed(1)} %`]),
)}`,
    `## The contenders

${table(['package', 'version'], Object.entries(versions()))}

Each is in \`contenders/\`, as its documentation has it. (c) has the product's own types of events and entries;
(d) has entries' data as JSON, which is less work. (e) runs with \`CACHE=off\` where a row says cold. Operations
under way at once begin with different rows, so that none is spared by being equal to another.`,
  ].join('\n\n');
  if (isQuick) {
    process.stdout.write(`${text}\n`);
  } else {
    writeFileSync(new URL('REPORT.md', import.meta.url), `${text}\n`);
    process.stdout.write('Wrote bench/REPORT.md\n');
  }
}

function verdictsOf(results) {
  const { full, ten, light, again, slow: slowRounds, herd, cpuPerHash, startUp: starts } = results;
  const ratio = (rounds, name, to) => median(ratios(rounds, name, to));
  const row = (work, parts) => ({
    work,
    goal: parts.map(([goal]) => goal).join(', '),
    reached: parts.map(([, reached]) => reached).join(', '),
    isMet: parts.every(([, , isMet]) => isMet),
  });
  const least = (rounds, name, to, goal, letter) => {
    const reached = ratio(rounds, name, to);
    return [`${goal} × ${letter}`, `${reached.toFixed(2)} × ${letter}`, reached >= goal];
  };
  const tenOfFull = median(of(ten, 'gateway', 'perSecond')) / median(of(ten, 'floor', 'perSecond'));
  const wall = median(of(slowRounds, 'gateway', 'p50')) / 100;
  const perHashes = cpuPerHash.map(({ microseconds }) => microseconds);
  const unevenness = Math.max(...perHashes) / Math.min(...perHashes) - 1;
  const ms = median(starts.map((each) => each.ms));
  const rss = median(starts.map(({ rssMb }) => rssMb));
  return [
    row('100 hashes, full events, all fields, cold', [
      least(full, 'gateway', 'floor', 0.75, '(b)'),
      least(full, 'gateway', 'rest', 4, '(c)'),
      least(full, 'gateway', 'mesh', 2, '(d)'),
    ]),
    row('100 hashes, ten event fields, cold', [
      ['1 × (b) of the full page', `${tenOfFull.toFixed(2)} × (b)`, tenOfFull >= 1],
      least(ten, 'gateway', 'rest', 5, '(c)'),
    ]),
    row('20 hashes, light fields, cold', [least(light, 'gateway', 'floor', 0.9, '(b)')]),
    row('the same operations again: full page', [least(again, 'gateway-again', 'floor', 4, '(b)')]),
    row('the same operations again: light page', [
      least(results.againLight, 'gateway-again', 'floor', 4, '(b)'),
    ]),
    row('25 issues × 10 hashes × latest event, upstream at 100 ms', [
      ['2.3 round trips', `${wall.toFixed(2)} round trips`, wall <= 2.3],
    ]),
    row('200 callers at once, the same page cold', [
      ['1 upstream request', `${herd.gateway}`, herd.gateway === 1],
    ]),
    row('CPU per hash, 1 to 1,000 hashes', [
      ['flat within 20 %', `within ${(unevenness * 100).toFixed(0)} %`, unevenness <= 0.2],
    ]),
    row('start to first answer', [
      ['600 ms', `${ms.toFixed(0)} ms`, ms <= 600],
      ['120 MB', `${rss.toFixed(0)} MB`, rss <= 120],
    ]),
    memoryVerdict(results.memory),
  ];
}

const WARM_UP_SECONDS = 120;

function memoryVerdict(measured) {
  const work = '64 callers, full pages, ten minutes';
  const goal = 'resident memory flat after warm-up, under 512 MB';
  if (!measured) {
    return { work, goal, reached: '', isMet: null };
  }
  const settled = measured.points.filter(
    ({ seconds }) => seconds > Math.min(WARM_UP_SECONDS, measured.seconds / 2),
  );
  const half = Math.floor(settled.length / 2);
  const early = median(settled.slice(0, half).map(({ rssMb }) => rssMb));
  const late = median(settled.slice(half).map(({ rssMb }) => rssMb));
  const most = Math.max(...measured.points.map(({ rssMb }) => rssMb));
  return {
    work,
    goal,
    reached: `${early.toFixed(0)} MB, later ${late.toFixed(0)} MB, at most ${most.toFixed(0)} MB`,
    isMet: late / early < 1.1 && most < 512,
  };
}

function section(title, rounds, file) {
  const names = Object.keys(rounds[0]);
  const chart = barChart(
    file,
    `${title}: operations a second`,
    names.map((name) => ({ name: NAMES[name], value: median(of(rounds, name, 'perSecond')) })),
  );
  const hasFloor = names.includes('floor');
  return `## ${title}

${chart}

${table(
  [
    'contender',
    'operations/s',
    ...(hasFloor ? ['× (b)'] : []),
    'CPU ms',
    'p50 ms',
    'p99 ms',
    'answer kB',
    'resident MB',
    'upstream requests',
    'failed',
  ],
  names.map((name) => [
    NAMES[name],
    spread(of(rounds, name, 'perSecond')),
    ...(hasFloor ? [spread(ratios(rounds, name, 'floor'), 2)] : []),
    median(of(rounds, name, 'cpuMsPerOperation')).toFixed(2),
    median(of(rounds, name, 'p50')).toFixed(1),
    median(of(rounds, name, 'p99')).toFixed(1),
    (median(of(rounds, name, 'bytes')) / 1_000).toFixed(0),
    median(of(rounds, name, 'rssMb')).toFixed(0),
    median(of(rounds, name, 'upstreamPerOperation')).toFixed(2),
    of(rounds, name, 'failures').reduce((sum, count) => sum + count, 0),
  ]),
)}`;
}

function slow(rounds) {
  return `## 25 issues × 10 hashes × latest event, upstream answering in 100 ms

${table(
  ['contender', 'wall ms', 'round trips', 'upstream requests'],
  Object.keys(rounds[0]).map((name) => [
    NAMES[name],
    spread(of(rounds, name, 'p50'), 0),
    (median(of(rounds, name, 'p50')) / 100).toFixed(2),
    median(of(rounds, name, 'upstreamPerOperation')).toFixed(0),
  ]),
)}`;
}

function perHash(points) {
  return `## CPU for each hash

All fields of full events, one caller. One hash carries the whole cost of its operation: HTTP, parsing, checks.

${table(
  ['hashes', 'CPU µs for each'],
  points.map(({ hashes, microseconds }) => [hashes, microseconds.toFixed(0)]),
)}`;
}

function startUp(starts) {
  return `## Start to first answer

\`node dist/main.js\` with the built-in data, from the start of the process to the first answer read: ${spread(
    starts.map(({ ms }) => ms),
    0,
  )} ms,
then ${spread(
    starts.map(({ rssMb }) => rssMb),
    0,
  )} MB resident.`;
}

function memory(measured) {
  if (!measured) {
    return '## 64 callers, full pages, ten minutes\n\nNot run: `npm run bench -- --memory` does.';
  }
  const chart = lineChart(
    'memory',
    'Resident memory in MB, 64 callers with full pages',
    measured.points.map(({ seconds, rssMb }) => [Math.round(seconds), Math.round(rssMb)]),
  );
  return `## 64 callers, full pages, ten minutes

${chart}

${measured.operations} operations, ${measured.failures} failed.`;
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function machine({ isPinned }) {
  const [{ model }] = cpus();
  const pinned = isPinned
    ? 'upstream and callers on one core, the contender on another'
    : 'not pinned: no `taskset` here';
  return `${model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; ${pinned}.`;
}

function versions() {
  const version = (name, from) =>
    JSON.parse(readFileSync(new URL(`${from}/${name}/package.json`, import.meta.url), 'utf8'))
      .version;
  return {
    'this gateway': gitVersion(),
    ...Object.fromEntries(
      ['@apollo/server', 'graphql-jit', 'graphql', 'undici', 'fastify'].map((name) => [
        `${name} (e)`,
        version(name, '../node_modules'),
      ]),
    ),
    ...Object.fromEntries(
      [
        '@apollo/server',
        '@apollo/datasource-rest',
        '@omnigraph/openapi',
        'graphql-yoga',
        'graphql',
        'undici',
      ].map((name) => [name, version(name, 'node_modules')]),
    ),
  };
}

function gitVersion() {
  try {
    return execFileSync('git', ['describe', '--always', '--tags'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

mkdirSync(new URL('charts/', import.meta.url), { recursive: true });
