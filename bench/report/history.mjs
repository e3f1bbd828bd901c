/* What earlier runs reached, so that a row that got worse stays in sight. */
import { table } from './figures.mjs';
import { textOf, verdictsOf } from './verdicts.mjs';

/** Runs that are shown, this one among them. */
const SHOWN = 4;
/** Less may be the machine's doing. */
const NOTEWORTHY = 0.05;

/** The runs with this one as the last. A report that is written again replaces its run. */
export function withHistory(runs, results) {
  const { date, commit } = results;
  const reached = Object.fromEntries(
    verdictsOf(results)
      .filter(({ parts }) => parts.length > 0)
      .map(({ key, parts }) => [
        key,
        Object.fromEntries(parts.map((part) => [part.key, Number(part.reached.toFixed(3))])),
      ]),
  );
  return [...runs.filter((run) => run.date !== date), { date, commit, reached }];
}

export function historySection(runs, verdicts) {
  const shown = runs.slice(-SHOWN);
  const before = runs.at(-2);
  const cell = ({ key, parts }, run) =>
    parts
      .filter((part) => run.reached[key]?.[part.key] !== undefined)
      .map((part) => textOf({ ...part, reached: run.reached[key][part.key] }))
      .join(', ');
  return `## Against the last run

Change against the run before, each figure by itself. A minus means worse; it is bold where that is by more
than ${NOTEWORTHY * 100} %.

${table(
  [
    'work',
    ...shown.map(({ date, commit }) => `${date.slice(0, 16).replace('T', ' ')}, ${commit}`),
    'better by',
  ],
  verdicts.map((verdict) => [
    verdict.work,
    ...shown.map((run) => cell(verdict, run)),
    before
      ? verdict.parts
          .map((part) => gain(part, before.reached[verdict.key]?.[part.key]))
          .filter((text) => text !== '')
          .join(', ')
      : '',
  ]),
)}`;
}

/** How much better than before, of what was measured then. */
function gain({ reached, isMoreBetter }, before) {
  if (before === undefined) {
    return '';
  }
  const change = isMoreBetter ? reached / before - 1 : before / reached - 1;
  const size = Math.abs(change * 100).toFixed(0);
  const sign = size === '0' ? '' : change < 0 ? '−' : '+';
  const text = `${sign}${size} %`;
  return change < -NOTEWORTHY ? `**${text}**` : text;
}
