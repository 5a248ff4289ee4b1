// The lease's picture as somebody would draw it with ECharts: a custom series of fetched bars, and the
// day of view on a slider that sets the option. Only the parts in use are bundled, and nothing is
// animated, so that the first frame is the whole picture.
import { CustomChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { graphic, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([CanvasRenderer, CustomChart, GridComponent, MarkLineComponent, TitleComponent, TooltipComponent]);

const { chart: plan } = document.body.dataset;
const { width, height, first, last, day, lanes } = JSON.parse(plan);
const colors = ['#5470c6', '#91cc75', '#fac858', '#ee6666', '#73c0de', '#3ba272', '#fc8452', '#9a60b4'];
const spans = await (await fetch('timeline.json')).json();
const tones = [...new Set(spans.map(({ tone }) => tone))];
const chart = init(document.querySelector('#chart'), null, { width, height });
const slider = Object.assign(document.createElement('input'),
  { type: 'range', min: first, max: last, step: 86_400_000, value: day, ariaLabel: 'As of' });

function bar(params, api) {
  const { coordSys: area } = params;
  const { lane, from, to, tone, label } = spans[params.dataIndex];
  const [left, middle] = api.coord([from, lanes.indexOf(lane)]);
  const [right] = api.coord([to, lanes.indexOf(lane)]);
  const tall = api.size([0, 1])[1] * 0.7;
  const shape = graphic.clipRectByRect(
    { x: left, y: middle - tall / 2, width: right - left, height: tall },
    { x: area.x, y: area.y, width: area.width, height: area.height });
  return shape && {
    type: 'rect',
    shape,
    style: {
      fill: colors[tones.indexOf(tone)], opacity: from <= Number(slider.value) ? 1 : 0.5,
    },
    textConfig: { position: 'insideLeft' },
    textContent: { style: { text: label, width: shape.width, overflow: 'truncate', fill: '#222' } },
  };
}

function option() {
  const now = Number(slider.value);
  const outcome = spans.find(({ lane, from, to }) => lane === lanes[0] && from <= now && now <= to);
  return {
    animation: false,
    title: { text: outcome?.details ?? '', textStyle: { fontSize: 14 } },
    tooltip: {},
    grid: { left: 110, right: 20, top: 40, bottom: 30 },
    xAxis: { type: 'time', min: first, max: last },
    yAxis: { type: 'category', data: lanes, inverse: true },
    series: [{
      type: 'custom',
      renderItem: bar,
      encode: { x: [1, 2], y: 0 },
      data: spans.map(({ lane, from, to }) => [lane, from, to]),
      markLine: { symbol: 'none', label: { show: false }, data: [{ xAxis: now }] },
    }],
  };
}

document.querySelector('#chart').after(slider);
slider.addEventListener('input', () => chart.setOption(option()));
const drawn = () => {
  chart.off('rendered', drawn);
  document.dispatchEvent(new Event('drawn'));
};
chart.on('rendered', drawn);
chart.setOption(option());
