/* One section for each row. */
import { median, NAMES, of, perFurtherHash, ratios, spread, table } from './figures.mjs';

/** Contenders with the same work, as a chart and a table. */
export function comparison(charts, { title, rounds, file }) {
  const names = Object.keys(rounds[0]);
  const chart = charts.bars(
    file,
    `${title}: operations a second`,
    names.map((name) => ({ name: NAMES[name], value: median(of(rounds, name, 'perSecond')) })),
  );
  const columns = {
    'operations/s': (name) => spread(of(rounds, name, 'perSecond')),
    '× (b)': (name) => spread(ratios(rounds, name, 'floor'), 2),
    'CPU ms': (name) => median(of(rounds, name, 'cpuMsPerOperation')).toFixed(2),
    'p50 ms': (name) => median(of(rounds, name, 'p50')).toFixed(1),
    'p99 ms': (name) => median(of(rounds, name, 'p99')).toFixed(1),
    'answer kB': (name) => (median(of(rounds, name, 'bytes')) / 1_000).toFixed(0),
    'resident MB': (name) => median(of(rounds, name, 'rssMb')).toFixed(0),
    'upstream requests': (name) => median(of(rounds, name, 'upstreamPerOperation')).toFixed(2),
    failed: (name) => of(rounds, name, 'failures').reduce((sum, count) => sum + count, 0),
  };
  return `## ${title}

${chart}

${table(
  ['contender', ...Object.keys(columns)],
  names.map((name) => [NAMES[name], ...Object.values(columns).map((column) => column(name))]),
)}`;
}

export function slowSection(rounds) {
  return `## 25 issues × 10 hashes × latest event, upstream with 100 ms latency

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

export function herdSection(counts) {
  return `## 200 callers at once, the same page cold

${table(
  ['contender', 'upstream requests'],
  Object.entries(counts).map(([name, count]) => [NAMES[name], count]),
)}`;
}

/** CPU of the floor and the gateway, and of each further hash, which separates the slope from the fixed cost. */
export function perHashSection(points) {
  const cost = (name, index) => median(points[index][name]);
  const further = (name, index) => perFurtherHash(points, name, index);
  const fixed = (name) => (cost(name, 0) - further(name, 1)).toFixed(0);
  const each = (name, index) => (cost(name, index) / points[index].hashes).toFixed(0);
  return `## CPU for each hash

All fields of full events, one caller. An operation with one hash includes the cost of any HTTP
exchange; *each further hash* is the slope from the row above, which is constant if the cost is linear in
hashes. 1,000 hashes are ten pages of 100: one operation of (e), ten requests of (b).

${table(
  [
    'hashes',
    ...['(b) CPU µs', '(b) µs a hash', '(b) µs each further hash'],
    ...['(e) CPU µs', '(e) µs a hash', '(e) µs each further hash'],
  ],
  points.map(({ hashes }, index) => [
    hashes,
    ...['floor', 'gateway'].flatMap((name) => [
      cost(name, index).toFixed(0),
      each(name, index),
      index === 0 ? '' : further(name, index).toFixed(0),
    ]),
  ]),
)}

The fixed cost (one hash minus one further hash) is ${fixed('floor')} µs in (b) and ${fixed('gateway')} µs in (e).`;
}

export function startUpSection(starts) {
  const figure = (key) =>
    spread(
      starts.map((each) => each[key]),
      0,
    );
  return `## Start to first answer

\`node dist/main.js\` with the demo data, from the start of the process to the end of the first response:
${figure('ms')} ms, then ${figure('rssMb')} MB resident.`;
}

export function memorySection(charts, measured) {
  if (!measured) {
    return '## 64 callers, full pages, ten minutes\n\nNot run: `npm run bench -- --memory` does.';
  }
  const chart = charts.line(
    'memory',
    'Resident memory in MB, 64 callers with full pages',
    measured.points.map(({ seconds, rssMb }) => [Math.round(seconds), Math.round(rssMb)]),
  );
  return `## 64 callers, full pages, ten minutes

${chart}

Started ${measured.date} at ${measured.commit}: ${measured.operations} operations, ${measured.failures} failed.`;
}
