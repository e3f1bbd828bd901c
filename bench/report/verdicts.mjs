/* The goal and the result of each row. */
import { median, of, perFurtherHash, ratios } from './figures.mjs';

const WARM_UP_SECONDS = 120;

/**
 * A row has parts, each a number with its goal; `isMet` is null if it was not run. A number that is a growth in percent has
 * `unchanged: 100`.
 */
export function verdictsOf(results) {
  const { full, ten, light, again, againLight, cpuPerHash } = results;
  const tenOfFull = median(of(ten, 'gateway', 'perSecond')) / median(of(ten, 'floor', 'perSecond'));
  const [upTo100, upTo1000] = [2, 3].map((index) => perFurtherHash(cpuPerHash, 'gateway', index));
  const growth = (upTo1000 / upTo100 - 1) * 100;
  const ms = median(results.startUp.map((each) => each.ms));
  const rssMb = median(results.startUp.map((each) => each.rssMb));
  return [
    row('full', '100 hashes, full events, all fields, cold', [
      ratio(full, 'gateway', 'floor', 0.85, '(b)'),
      ratio(full, 'gateway', 'rest', 4, '(c)'),
      ratio(full, 'gateway', 'mesh', 2, '(d)'),
    ]),
    row('ten', '100 hashes, ten event fields, cold', [
      { ...atLeast('floor', tenOfFull, 1.6, ' × (b)'), goal: '1.6 × (b) of the full page' },
      ratio(ten, 'gateway', 'rest', 5, '(c)'),
    ]),
    row('light', '20 hashes, light fields, cold', [ratio(light, 'gateway', 'floor', 0.65, '(b)')]),
    row('again', 'the same operation again, cached: full page', [
      ratio(again, 'gateway-again', 'floor', 4, '(b)'),
    ]),
    row('againLight', 'the same operation again, cached: light page', [
      ratio(againLight, 'gateway-again', 'floor', 4.5, '(b)'),
    ]),
    row('slow', '25 issues × 10 hashes × latest event, upstream at 100 ms', [
      atMost(
        'roundTrips',
        median(of(results.slow, 'gateway', 'p50')) / 100,
        2.3,
        ' round trips',
        2,
      ),
    ]),
    row('herd', '200 callers at once, the same page cold', [
      atMost('requests', results.herd.gateway, 1, ' upstream request'),
    ]),
    row('furtherHash', 'CPU of each further hash, from 100 to 1,000', [
      {
        ...atMost('growth', growth, 20, ' % more'),
        goal: '20 % more than from 10 to 100',
        unchanged: 100,
      },
    ]),
    row('startUp', 'start to first response', [
      atMost('ms', ms, 600, ' ms'),
      atMost('rssMb', rssMb, 120, ' MB'),
    ]),
    memoryRow(results.memory),
  ];
}

const row = (key, work, parts) => ({
  key,
  work,
  parts,
  goal: parts.map(({ goal }) => goal).join(', '),
  reached: parts.map(formatResult).join(', '),
  isMet: parts.every(({ isMet }) => isMet),
});

export const formatResult = ({ reached, digits, unit }) => `${reached.toFixed(digits)}${unit}`;

const atLeast = (key, reached, goal, unit, digits = 2) => ({
  ...{ key, reached, unit, digits, goal: `${goal}${unit}` },
  isMet: reached >= goal,
  isMoreBetter: true,
});

const atMost = (key, reached, goal, unit, digits = 0) => ({
  ...{ key, reached, unit, digits, goal: `${goal}${unit}` },
  isMet: reached <= goal,
  isMoreBetter: false,
});

const ratio = (rounds, name, to, goal, letter) =>
  atLeast(to, median(ratios(rounds, name, to)), goal, ` × ${letter}`);

function memoryRow(measured) {
  const work = '64 callers, full pages, ten minutes';
  const goal = 'resident memory flat after warm-up, under 512 MB';
  if (!measured) {
    return { ...row('memory', work, []), goal, isMet: null };
  }
  const settled = measured.points.filter(
    ({ seconds }) => seconds > Math.min(WARM_UP_SECONDS, measured.seconds / 2),
  );
  const half = Math.floor(settled.length / 2);
  const early = median(settled.slice(0, half).map(({ rssMb }) => rssMb));
  const late = median(settled.slice(half).map(({ rssMb }) => rssMb));
  const most = Math.max(...measured.points.map(({ rssMb }) => rssMb));
  const part = (key, reached, unit) => atMost(key, reached, 512, unit);
  return {
    ...row('memory', work, [
      part('early', early, ' MB early'),
      part('late', late, ' MB late'),
      part('most', most, ' MB at most'),
    ]),
    goal,
    isMet: late / early < 1.1 && most < 512,
  };
}
