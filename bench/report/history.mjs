/* Results of earlier runs, to show which rows got worse. */
import { table } from './figures.mjs';
import { formatResult, verdictsOf } from './verdicts.mjs';

/** Runs in the table, including this one. */
const SHOWN = 4;
/** A smaller change may come from the machine. */
const NOTEWORTHY = 0.05;

/** Adds this run as the last one. A rewritten report replaces its own run. */
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
      .map((part) => formatResult({ ...part, reached: run.reached[key][part.key] }))
      .join(', ');
  return `## Compared with the last run

Change of each figure since the run before. A minus means worse; it is bold if it is worse by more
than ${NOTEWORTHY * 100} %.

${table(
  [
    'work',
    ...shown.map(({ date, commit }) => `${date.slice(0, 16).replace('T', ' ')}, ${commit}`),
    'change',
  ],
  verdicts.map((verdict) => [
    verdict.work,
    ...shown.map((run) => cell(verdict, run)),
    before
      ? verdict.parts
          .map((part) => changeOf(part, before.reached[verdict.key]?.[part.key]))
          .filter((text) => text !== '')
          .join(', ')
      : '',
  ]),
)}`;
}

/** Empty if the run before did not measure this. */
function changeOf({ reached, isMoreBetter, unchanged = 0 }, before) {
  if (before === undefined) {
    return '';
  }
  const [now, then] = [reached + unchanged, before + unchanged];
  const change = isMoreBetter ? now / then - 1 : then / now - 1;
  const size = Math.abs(change * 100).toFixed(0);
  const sign = size === '0' ? '' : change < 0 ? '−' : '+';
  const text = `${sign}${size} %`;
  return change < -NOTEWORTHY ? `**${text}**` : text;
}
