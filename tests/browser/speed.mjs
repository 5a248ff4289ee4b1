// Measures the page of Google's lease beside the same timeline by Vega-Embed and by ECharts: one
// server, one browser, in turns, the same timeline at the same size. It prints a table, and judges
// nothing: a busy machine is slow for all three.
//
//   node tests/browser/speed.mjs [runs]     needs a built site
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { listen } from '../../web/site/serve.mjs';
import { site } from './lib/harness.mjs';
import { measure, median, visit } from './lib/speed/measure.mjs';
import { compress, folderOf, writeOthers } from './lib/speed/pages.mjs';

const runs = Number(process.argv[2] ?? 5);
const lease = 'spacex-google-2026';
const pages = { Offramp: `${lease}.html`, 'Vega-Embed': 'vega.html', ECharts: 'echarts.html' };

const whole = (number) => Math.round(number).toLocaleString('en');
const tenths = (number) => number.toFixed(1);
const rows = [
  ['ready, ms', 'ready', whole],
  ['answer live, ms', 'live', whole],
  ['over the wire, bytes', 'bytes', whole],
  ['JS heap, MB', 'heap', (bytes) => tenths(bytes / 1e6)],
  ['WebAssembly memory, MB', 'memory', (bytes) => tenths(bytes / 1e6)],
  ['idle: frames and timers in 3 s', 'idle', whole],
  ['pointer to first frame, ms', 'first', tenths],
  ['pointer to last frame, ms', 'last', tenths],
  ['layout shift', 'shift', (shift) => shift.toFixed(3)],
];

function cell(numbers, written) {
  const [middle, least, most] = [median(numbers), Math.min(...numbers), Math.max(...numbers)].map(written);
  return least === most ? middle : `${middle} (${least}–${most})`;
}

/** Ours against the better of the others; nothing where that is no number. */
function ratio(of) {
  const [ours, ...others] = Object.keys(pages).map((name) => median(of(name)));
  const best = Math.min(...others);
  return best > 0 ? (ours / best).toFixed(2) : '';
}

function print(lines) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines) {
    console.log(line.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join('  '));
  }
}

const folder = folderOf(site, lease);
const server = await listen(folder, 8400, { brotli: true });
try {
  const base = `http://localhost:${server.address().port}`;
  const { timeline, size } = await visit(base, pages.Offramp, ({ page }) => page.evaluate(() => {
    const { canvas, exhibit } = document.querySelector('lease-explorer');
    const { width, height } = canvas.getBoundingClientRect();
    return { timeline: exhibit.timeline, size: { width: Math.round(width), height: Math.round(height) } };
  }));
  await writeOthers(folder, timeline, size);
  compress(folder);
  const busy = loadavg().map(tenths).join(' ');
  const all = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [name, path] of Object.entries(pages)) all[name].push(await measure(base, path));
  }
  console.log(`Pictures of ${size.width} × ${size.height} px; load ${busy}; `
    + `median (least–most) of ${runs} runs. The last column is ours to the better of the others.\n`);
  print([['', ...Object.keys(pages), 'ratio'], ...rows.map(([label, key, written]) => {
    const of = (name) => all[name].map((figures) => figures[key]);
    return [label, ...Object.keys(pages).map((name) => cell(of(name), written)), ratio(of)];
  })]);
} finally {
  server.close();
  rmSync(folder, { recursive: true });
}
