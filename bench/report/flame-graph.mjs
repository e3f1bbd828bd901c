/* A flame graph as a custom series of ECharts for each part of the work, so that each has its hue and its legend. */

import { percent } from './figures.mjs';

const WIDTH = 1_400;
const MARGIN = 16;
const ROW = 18;
/** Rows of the legend, above the flames. */
const HEAD = 96;
/** Fewer pixels hold no word. */
const NARROWEST_LABEL = 28;
const COLORS = [
  ...['#b6bac8', '#8a8f9c', '#d86f9f', '#e8825a', '#5aa9e6', '#8f7ee7', '#4fb286', '#f2b134'],
  ...['#a3c14a', '#e07a7a', '#59b8b8', '#c7b299', '#c98f5b', '#6c8ebf', '#d4a5e8', '#9fb1a7'],
  ...['#ff5c5c'],
];

/** @param flames by share, with children. @param parts all there are, in the order of their hues. */
export function flameOption(flames, parts) {
  const frames = [...placed(flames, 0, 0)];
  const deepest = Math.max(...frames.map(({ depth }) => depth));
  return {
    width: WIDTH,
    height: HEAD + (deepest + 1) * ROW + MARGIN,
    grid: { left: MARGIN, right: MARGIN, top: HEAD, bottom: MARGIN },
    legend: { top: 36, left: MARGIN, right: MARGIN, icon: 'rect', itemHeight: 10, itemWidth: 14 },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: { type: 'value', min: 0, max: deepest + 1, show: false },
    series: parts
      .map((part, index) => series(part, COLORS[index % COLORS.length], frames))
      .filter(({ data }) => data.length > 0),
  };
}

function series(part, color, frames) {
  const ofPart = frames.filter((frame) => frame.part === part);
  return {
    type: 'custom',
    name: part,
    itemStyle: { color },
    encode: { x: [0, 1], y: 2 },
    data: ofPart.map(({ from, to, depth }) => [from, to, depth]),
    renderItem: ({ dataIndex }, api) => flame(api, ofPart[dataIndex]),
  };
}

function flame(api, { name, share, from, to, depth }) {
  const [left, top] = api.coord([from, depth + 1]);
  const [right] = api.coord([to, depth + 1]);
  const width = right - left;
  const box = {
    type: 'rect',
    shape: { x: left, y: top, width: Math.max(width - 1, 0.5), height: ROW - 1 },
    style: { fill: api.visual('color') },
  };
  const label = {
    type: 'text',
    style: {
      // The share first, for the place is what a narrow frame has no room for.
      text: name.replace(/(?: \((.+)\))?$/, ` ${percent(share)}  $1`),
      ...{ x: left + 4, y: top + ROW / 2, verticalAlign: 'middle' },
      ...{ width: width - 10, overflow: 'truncate', ellipsis: '…' },
      ...{ font: '11px sans-serif', fill: '#1f1633' },
    },
  };
  return { type: 'group', children: width < NARROWEST_LABEL ? [box] : [box, label] };
}

/** Each frame with the place it has: children stand on their parent, side by side. */
function* placed(flames, from, depth) {
  let at = from;
  for (const { name, part, share, children } of flames) {
    yield { name, part, share, depth, from: at, to: at + share };
    yield* placed(children, at, depth + 1);
    at += share;
  }
}
