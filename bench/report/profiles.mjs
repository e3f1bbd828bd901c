/* Where the time goes: the profile of the gateway beside the floor's, and of a start. */
import { percent, table } from './figures.mjs';

const DEAREST = 10;
/** Parts of less are summed as one row. */
const SMALLEST_OF_START = 0.005;

/**
 * @param profiles of the gateway and the floor. @param cpu microseconds of an operation of each,
 * measured without the profiler, that the shares are of.
 */
export function operationProfile({ gateway, floor }, cpu) {
  const cells = (share, total) => [percent(share), (share * total).toFixed(0)];
  const floorShares = new Map(floor.parts.map(({ part, share }) => [part, share]));
  const onlyFloors = floor.parts.filter(({ part }) => !gateway.parts.some((p) => p.part === part));
  return `### Where the time goes

${table(
  ['part', '(e) share', '(e) µs', '(b) share', '(b) µs'],
  [
    ...[...gateway.parts, ...onlyFloors.map(({ part }) => ({ part, share: 0 }))].map(
      ({ part, share }) => [
        part,
        ...cells(share, cpu.gateway),
        ...(floorShares.has(part) ? cells(floorShares.get(part), cpu.floor) : ['', '']),
      ],
    ),
    ['**all**', ...cells(1, cpu.gateway), ...cells(1, cpu.floor)],
  ],
)}

${table(
  ['dearest functions of (e)', 'part', 'share', 'µs'],
  gateway.functions
    .slice(0, DEAREST)
    .map(({ place, part, share }) => [`\`${place}\``, part, ...cells(share, cpu.gateway)]),
)}`;
}

/**
 * A start: the loader and the engine as parts, and what each package runs while it is loaded.
 * @param ms of a start that is not profiled, that the shares are of.
 */
export function startProfile({ parts, functions, bareNodeMs, modules }, ms) {
  const cells = (share) => [percent(share), (share * ms).toFixed(0)];
  const { large, rest } = split(parts, ({ share }) => share >= SMALLEST_OF_START);
  return `### Where the time goes

Shares of the busy time of a profiled start, sampled every millisecond until it has answered and ended, and
as much of the ${ms.toFixed(0)} ms; \`node --eval 0\` alone takes ${bareNodeMs.toFixed(0)} ms. A package has the time that its own code
ran, without that of finding, reading and compiling it.

${table(
  ['part', 'share', 'ms'],
  [
    ...large.map(({ part, share }) => [part, ...cells(share)]),
    [`${rest.length} smaller ones`, ...cells(sum(rest, 'share'))],
    ['**all**', ...cells(1)],
  ],
)}

${table(
  ['dearest functions', 'part', 'share', 'ms'],
  functions
    .slice(0, DEAREST)
    .map(({ place, part, share }) => [`\`${place}\``, part, ...cells(share)]),
)}

${moduleTable(modules)}`;
}

function moduleTable(modules) {
  const { large, rest } = split(modules, (_, index) => index < DEAREST);
  const row = (name, items) => [
    name,
    sum(items, 'files'),
    (sum(items, 'bytes') / 1_000).toFixed(0),
  ];
  return table(
    ['what a start loads', 'files', 'kB'],
    [
      ...large.map((item) => row(item.name, [item])),
      row(`${rest.length} smaller ones`, rest),
      row('**all**', modules),
    ],
  );
}

function split(items, isLarge) {
  return {
    large: items.filter(isLarge),
    rest: items.filter((item, index) => !isLarge(item, index)),
  };
}

const sum = (items, key) => items.reduce((total, item) => total + item[key], 0);
