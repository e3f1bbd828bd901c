/* The report of a run, as Markdown, with its charts. */
import { PARTS } from './parts.mjs';
import { createCharts } from './report/charts.mjs';
import { median, of, table } from './report/figures.mjs';
import { historySection } from './report/history.mjs';
import { operationProfile, startProfile } from './report/profiles.mjs';
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
  { key: 'again', title: 'The full page again, within the time', file: 'again' },
  { key: 'againLight', title: 'The light page again, within the time', file: 'again-light' },
];

/** @param history the runs, this one the last. */
export function reportOf(results, history) {
  const { profiles } = results;
  const charts = createCharts();
  const verdicts = verdictsOf(results);
  const isMissed = (key) => verdicts.find((verdict) => verdict.key === key)?.isMet === false;
  const whereMissed = (key, section) => (isMissed(key) ? [section()] : []);
  const text = [
    introduction(results, verdicts),
    historySection(history, verdicts),
    ...COMPARED.flatMap(({ key, ...row }) => {
      const rounds = results[key];
      const profile = () => operationProfile(profiles[key], cpuOfRounds(rounds));
      return [
        comparison(charts, { ...row, rounds }),
        // The first row has its profile in any case, and drawn as well.
        ...(key === 'full'
          ? [profile(), flames(charts, profiles.full.gateway)]
          : whereMissed(key, profile)),
      ];
    }),
    slowSection(results.slow),
    herdSection(results.herd),
    perHashSection(results.cpuPerHash),
    ...whereMissed('cpuPerHash', () => {
      const [{ gateway, floor }] = results.cpuPerHash;
      const cpu = { gateway: median(gateway), floor: median(floor) };
      return `${operationProfile(profiles.cpuPerHash, cpu)}\n\nOf an operation over one hash.`;
    }),
    startUpSection(results.startUp),
    ...whereMissed('startUp', () =>
      startProfile(profiles.startUp, median(results.startUp.map(({ ms }) => ms))),
    ),
    memorySection(charts, results.memory),
    contenders(results),
  ].join('\n\n');
  return { text, charts: charts.files };
}

function cpuOfRounds(rounds) {
  const names = Object.keys(rounds[0]);
  const cpu = (name) => median(of(rounds, name, 'cpuMsPerOperation')) * 1_000;
  return { gateway: cpu(names.find((name) => name.startsWith('gateway'))), floor: cpu('floor') };
}

function introduction(results, verdicts) {
  return `# What it reaches, and what others do

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
)}

A row that is missed says below where its time goes, by V8's sampling profiler every 2 ms. What native
code and Node's own files take is counted to the function that called them. A sample stops the process for
a while and hits system calls more than computing, so shares lean a little towards these; the µs are shares of
the processor time that was measured without the profiler, all threads of the process together.`;
}

function flames(charts, { flames: frames }) {
  const title = 'Where the time of the first row goes';
  return `${charts.flames('flames', title, frames, PARTS)}

Each frame is a function, on top of the one that called it, as wide as its share of the busy time
([by itself](charts/flames.svg)).`;
}

function contenders({ commit }) {
  return `## The contenders

${table(['package', 'version'], versions(commit))}

Each is in \`contenders/\`, as its documentation has it. (c) has the product's own types of events and entries;
(d) has entries' data as JSON, which is less work. (e) runs with \`CACHE=off\` where a row says cold. Operations
under way at once begin with different rows, so that none is spared by being equal to another.`;
}
