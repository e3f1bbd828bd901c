/* Charts as SVG files, drawn by ECharts without a browser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import * as echarts from 'echarts';

const FOLDER = new URL('charts/', import.meta.url);
const GRID = { left: 16, right: 64, top: 48, bottom: 16, containLabel: true };

function draw(file, title, height, option) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    title: { text: title, left: 16, top: 8, textStyle: { fontSize: 14 } },
    grid: GRID,
    ...option,
  });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${file}.svg`, FOLDER), chart.renderToSVGString());
  chart.dispose();
  return `![${title}](charts/${file}.svg)`;
}

/** Bars that lie, the first on top. */
export function barChart(file, title, bars) {
  return draw(file, title, 72 + 34 * bars.length, {
    xAxis: { type: 'value' },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        barWidth: 18,
        label: {
          show: true,
          position: 'right',
          formatter: ({ value }) => value.toFixed(value < 10 ? 1 : 0),
        },
        data: bars.map(({ name, value }) => ({
          value,
          itemStyle: { color: name.startsWith('(e)') ? '#6c5fc7' : '#b6bac8' },
        })),
      },
    ],
  });
}

export function lineChart(file, title, points) {
  return draw(file, title, 260, {
    xAxis: { type: 'value', name: 's' },
    yAxis: { type: 'value', min: 0 },
    series: [{ type: 'line', showSymbol: false, data: points, lineStyle: { color: '#6c5fc7' } }],
  });
}
