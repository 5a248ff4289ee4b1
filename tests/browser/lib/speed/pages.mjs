// The three pages that are measured, in one folder: ours as the build made it, and the same timeline by
// Vega-Embed and by ECharts, bundled and minified as their users would. Every file lies beside its
// brotli, which the server sends.
import { cpSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { escaped } from '../../../../web/site/files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const others = { vega: 'Vega-Embed', echarts: 'ECharts' };
const dayLength = 86_400_000; // milliseconds

/** A folder with what our lease's page needs, and a page with nothing on it. */
export function folderOf(site, lease) {
  const folder = mkdtempSync(join(tmpdir(), 'offramp-speed-'));
  const ours = /^(offramp\.js|(page|element|engine|inter-\w+)\.[0-9a-f]{8}\.\w+)$/;
  const names = readdirSync(site).filter((name) => ours.test(name));
  for (const name of [...names, `${lease}.html`, `leases/${lease}.json`]) {
    cpSync(join(site, name), join(folder, name));
  }
  writeFileSync(join(folder, 'blank.html'), '<!doctype html><title>Blank</title>');
  return folder;
}

/** Every bar of our picture as a row of data; the band of outcomes is the first lane. */
function rowsOf({ band, band_label: label, lanes }) {
  const row = (lane, { first_day: first, last_day: last, tone, label: text, details }) =>
    ({ lane, from: first * dayLength, to: (last + 1) * dayLength, tone, label: text, details });
  return [{ label, spans: band }, ...lanes].flatMap(({ label: lane, spans }) =>
    spans.map((span) => row(lane, span)));
}

const page = (name, plan) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${others[name]}</title>
<link rel="icon" href="data:,">
<link rel="preload" href="timeline.json" as="fetch" crossorigin>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: ${plan.width}px; }
#chart { min-height: ${plan.height}px; }
input[type=range] { width: 100%; }
</style>
<script src="${name}.js" type="module"></script>
</head>
<body data-chart="${escaped(JSON.stringify(plan))}">
<h1>Can Google walk away?</h1>
<div id="chart"></div>
</body>
</html>
`;

/** Writes the pages of the others: the same timeline at the same size. */
export async function writeOthers(folder, timeline, { width, height }) {
  const rows = rowsOf(timeline);
  const plan = {
    width,
    height,
    first: timeline.first_day * dayLength,
    last: timeline.last_day * dayLength,
    day: timeline.handles.find(({ control }) => control === 'as-of').day * dayLength,
    lanes: [...new Set(rows.map(({ lane }) => lane))],
  };
  writeFileSync(join(folder, 'timeline.json'), JSON.stringify(rows));
  for (const name of Object.keys(others)) {
    await build({
      entryPoints: [join(here, `${name}.mjs`)], outfile: join(folder, `${name}.js`),
      bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'none',
    });
    writeFileSync(join(folder, `${name}.html`), page(name, plan));
  }
}

/** Lays beside every file its brotli of the highest quality. */
export function compress(folder) {
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name);
    if (statSync(path).isFile()) writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
  }
}
