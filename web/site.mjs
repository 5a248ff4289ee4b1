// Puts the site together: pages with their static twins, scripts, styles, fonts, leases. Prints
// what a reader downloads, in brotli bytes.
//
//   node site.mjs <offramp> <engine folder> <font folder> <deps folder> <site folder>
import { execFileSync } from 'node:child_process';
import {
  copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';

const [cli, engine, fonts, deps, site] = process.argv.slice(2);
const web = dirname(fileURLToPath(import.meta.url));
const leases = join(web, '..', 'assets', 'leases');

const offramp = (...words) => execFileSync(cli, words, { encoding: 'utf8' });
const read = (path) => readFileSync(path, 'utf8');
const write = (name, text) => writeFileSync(join(site, name), text);
const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
/** Without comments, spaces and long local names; what is exported keeps its name. */
const minified = (text, options = {}) =>
  transformSync(text, { minify: true, legalComments: 'none', ...options }).code;
/** Fills each {{name}}; a name without a value, or a value without a place, is a mistake. */
function filled(template, values) {
  const used = new Set();
  const text = template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`the template asks for ${name}`);
    used.add(name);
    return values[name];
  });
  for (const name of Object.keys(values)) {
    if (!used.has(name)) throw new Error(`the template has no place for ${name}`);
  }
  return text;
}

rmSync(site, { recursive: true, force: true });
mkdirSync(join(site, 'leases'), { recursive: true });

// The element in one piece: one request, and one stream for the compressor. What stays outside it
// is what it may do without, or must fetch late.
const bundle = ({ outputFiles }) => outputFiles[0].text;
write('element.mjs', bundle(buildSync({
  entryPoints: [join(web, 'element.mjs')],
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  minify: true,
  external: ['./engine.glue.mjs'],
})));
write('page.mjs', minified(read(join(web, 'page.mjs')), { target: 'es2022' }));
// Old browsers must be able to read the entry, which tells them what they lack.
write('offramp.js', minified(read(join(web, 'offramp.js')),
  { target: 'es5', supported: { 'dynamic-import': true } }));
write('engine.glue.mjs', minified(read(join(engine, 'engine.mjs')), { target: 'es2022' }));
copyFileSync(join(engine, 'engine.wasm'), join(site, 'engine.wasm'));
for (const name of ['inter-regular.woff2', 'inter-semibold.woff2']) {
  copyFileSync(join(fonts, name), join(site, name));
}
const palette = offramp('palette');
for (const [name, source] of [['style.css', 'element.css'], ['page.css', 'page.css']]) {
  write(name, minified(palette + read(join(web, source)), { loader: 'css' }));
}

const cards = [];
for (const file of readdirSync(leases).filter((name) => name.endsWith('.json')).sort()) {
  const path = join(leases, file);
  // Spaces are for those who write leases, not for those who download them.
  write(`leases/${file}`, JSON.stringify(JSON.parse(read(path))));
  const exhibit = JSON.parse(offramp('render', path, '--to', 'json'));
  const words = {
    id: exhibit.lease,
    title: escaped(exhibit.title),
    question: escaped(exhibit.question),
    verdict: escaped(exhibit.verdict.sentence),
  };
  write(`${exhibit.lease}.html`,
    filled(read(join(web, 'lease.html')), { ...words, twin: offramp('render', path, '--to', 'html') }));
  cards.push(`<li><p class="title">${words.title}</p>`
    + `<h2><a href="${words.id}.html">${words.question}</a></h2>`
    + `<p>${words.verdict}</p></li>\n`);
}
write('index.html', filled(read(join(web, 'index.html')), { cards: cards.join('') }));
copyFileSync(join(web, 'accessibility.html'), join(site, 'accessibility.html'));

write('licences.txt', [
  ['Inter (font)', '/usr/share/doc/fonts-inter/copyright'],
  ['Apache License, Version 2.0', '/usr/share/common-licenses/Apache-2.0'],
  ['Dear ImGui', join(deps, 'imgui', 'LICENSE.txt')],
  ['JSON for Modern C++', join(deps, 'nlohmann-json3', 'LICENSE.MIT')],
].map(([name, path]) => `${name}\n${'='.repeat(name.length)}\n\n${read(path)}\n`).join('\n'));

const brotli = (names) => names.map((name) => brotliCompressSync(readFileSync(join(site, name)), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
}).length).reduce((sum, size) => sum + size, 0);
const page = 'spacex-google-2026.html';
const rows = [
  ['first answer (page and its style)', [page, 'page.css'], 15_000],
  ['engine (WebAssembly)', ['engine.wasm'], 0],
  ['engine (glue)', ['engine.glue.mjs'], 0],
  ['fonts', ['inter-regular.woff2', 'inter-semibold.woff2'], 0],
  ['scripts and style', ['offramp.js', 'element.mjs', 'page.mjs', 'style.css'], 0],
  ['lease', ['leases/spacex-google-2026.json'], 0],
];
let total = 0;
for (const [what, names, budget] of rows) {
  const size = brotli(names);
  total += size;
  console.log(`${what.padEnd(36)} ${String(size).padStart(8)} B brotli${budget ? `  (budget ${budget})` : ''}`);
}
console.log(`${'live explorer, all of it'.padEnd(36)} ${String(total).padStart(8)} B brotli  (budget 240000)`);
if (15_000 < brotli(rows[0][1]) || 240_000 < total) {
  console.error('site: over budget');
  process.exit(1);
}
