/* SVG charts, drawn by ECharts without a browser. */
import * as echarts from 'echarts';

const GRID = { left: 16, right: 64, top: 48, bottom: 16, containLabel: true };

/** Charts of one report by file name; each method returns Markdown for the image. */
export function createCharts() {
  const files = new Map();

  function draw(file, title, { width = 720, height, ...option }) {
    const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
    chart.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      title: { text: title, left: 16, top: 8, textStyle: { fontSize: 14 } },
      grid: GRID,
      ...option,
    });
    files.set(file, chart.renderToSVGString());
    chart.dispose();
    return `![${title}](charts/${file}.svg)`;
  }

  return {
    files,

    /** Horizontal bars, the first at the top. */
    bars(file, title, bars) {
      return draw(file, title, {
        height: 72 + 34 * bars.length,
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
    },

    line(file, title, points) {
      return draw(file, title, {
        height: 260,
        xAxis: { type: 'value', name: 's' },
        yAxis: { type: 'value', min: 0 },
        series: [
          { type: 'line', showSymbol: false, data: points, lineStyle: { color: '#6c5fc7' } },
        ],
      });
    },
  };
}
