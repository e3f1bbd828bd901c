/* The report of a run, as Markdown with charts. */
import { createCharts } from './report/charts.mjs';
import { NAMES, table } from './report/figures.mjs';
import { historySection } from './report/history.mjs';
import {
  comparison,
  herdSection,
  memorySection,
  perHashSection,
  slowSection,
  startUpSection,
} from './report/sections.mjs';
import { verdictsOf } from './report/verdicts.mjs';
import { machine, versions } from './report/versions.mjs';

const COMPARED = [
  { key: 'full', title: '100 hashes, full events, all fields, cold', file: 'full' },
  {
    key: 'ten',
    title: '100 hashes, ten event fields, one of which needs the full event, cold',
    file: 'ten',
  },
  { key: 'light', title: '20 hashes, light fields, cold', file: 'light' },
  { key: 'again', title: 'The full page again, from the cache', file: 'again' },
  { key: 'againLight', title: 'The light page again, from the cache', file: 'again-light' },
];

/** @param history all runs, this one last */
export function reportOf(results, history) {
  const charts = createCharts();
  const verdicts = verdictsOf(results);
  const text = [
    introduction(results, verdicts),
    historySection(history, verdicts),
    ...COMPARED.map(({ key, ...row }) => comparison(charts, { ...row, rounds: results[key] })),
    slowSection(results.slow),
    herdSection(results.herd),
    perHashSection(results.cpuPerHash),
    startUpSection(results.startUp),
    memorySection(charts, results.memory),
    contenders(results),
  ].join('\n\n');
  return { text, charts: charts.files };
}

function introduction(results, verdicts) {
  return `# Benchmarks

Measured ${results.date}, ${results.rounds} rounds of ${results.seconds} s for each contender and row,
interleaved, ${results.callers} callers at once. ${machine(results)} Responses are not compressed, for
any contender: compression is zlib's work, and all would do the same. Only ratios within one run count.

The contenders:

${['limit', 'floor', 'rest', 'mesh', 'gateway', 'apollo'].map((name) => `- ${NAMES[name]}`).join('\n')}

${table(
  ['work', 'goal', 'reached', ''],
  verdicts.map(({ work, goal, reached, isMet }) => [
    work,
    goal,
    reached,
    isMet === null ? 'not run' : isMet ? 'met' : '**missed**',
  ]),
)}`;
}

function contenders({ commit }) {
  return `## The contenders

${table(['package', 'version'], versions(commit))}

Each is in \`contenders/\`, written as its documentation shows. (c) has this product's types of events and
entries; (d) has the data of entries as JSON, which is less work. (e) runs with \`CACHE=off\` where a row says
cold. The same gateway also runs without two of its parts, to show what each brings: *without projections* is
\`EXECUTION=graphql-js\` (\`projection.ts\`, \`projected-schema.ts\`, \`json-types.ts\` and \`planner.ts\` of
\`src/graphql/engine/\`, 700 lines), *without that of responses* is \`RESPONSE_CACHE=off\` (\`response-cache.ts\`).
Operations in flight at once begin with different rows, so that equal requests are not coalesced.`;
}
