// The lease's picture as somebody would draw it with Vega-Embed: a Vega-Lite specification whose data
// is fetched, with the day of view as a parameter on a slider.
import embed from 'vega-embed';

const { chart } = document.body.dataset;
const { width, height, first, last, day, lanes } = JSON.parse(chart);
const x = { field: 'from', type: 'temporal', axis: { title: null }, scale: { domain: [first, last] } };
const y = { field: 'lane', type: 'nominal', sort: lanes, axis: { title: null } };
const data = { url: 'timeline.json' };

await embed('#chart', {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width,
  height,
  autosize: { type: 'fit', contains: 'padding' },
  params: [{
    name: 'day', value: day, bind: { input: 'range', name: 'As of ', min: first, max: last, step: 86_400_000 },
  }],
  layer: [{
    data,
    mark: { type: 'bar', tooltip: true },
    encoding: {
      x, x2: { field: 'to' }, y,
      color: { field: 'tone', type: 'nominal', legend: null },
      opacity: { condition: { test: 'datum.from <= day', value: 1 }, value: 0.5 },
    },
  }, {
    data,
    mark: { type: 'text', align: 'left', dx: 4, limit: 140 },
    encoding: { x, y, text: { field: 'label' } },
  }, {
    data: { values: [{}] },
    mark: { type: 'rule', size: 2 },
    encoding: { x: { datum: { expr: 'day' }, type: 'temporal' } },
  }, {
    data,
    transform: [{ filter: `datum.lane === '${lanes[0]}' && datum.from <= day && day <= datum.to` }],
    mark: { type: 'text', align: 'left', dx: 6, dy: -12, fontWeight: 'bold' },
    encoding: { x: { datum: { expr: 'day' }, type: 'temporal' }, y: { value: 12 }, text: { field: 'details' } },
  }],
});
document.dispatchEvent(new Event('drawn'));
