// Builds the site: pages with their static answers, scripts, styles, fonts, leases and cards, and the
// package for npm. Prints the download sizes, and fails if one is over budget.
//
//   node site.mjs <offramp> <engine folder> <font folder> <deps folder> <site folder> <address>
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import {
  Folder, digest, minified, read,
} from './files.mjs';
import { headersFile } from './headers.mjs';
import { askSection } from './ask.mjs';
import { badges } from './badges.mjs';
import { writeBill } from './bill.mjs';
import { bookPages, writeBooks } from './books.mjs';
import { writeBuilder } from './builder.mjs';
import { example, writeHome } from './home.mjs';
import { footerLinks, pageOf, styleLink, textPolicy } from './layout.mjs';
import { readingFigures } from './methodology.mjs';
import { writePackage } from './package.mjs';
import { writePages } from './pages.mjs';
import { recorder, storyPages, writeRecorder, writeStories } from './stories.mjs';
import { singleScript, writeModules } from './scripts.mjs';
import { fonts } from './machine.mjs';
import { writeWrite } from './write.mjs';

const [cli, enginePath, fontPath, deps, sitePath, address] = process.argv.slice(2);
if (!/^https?:\/\/[^"'<>\s]+\/$/.test(address ?? '')) {
  throw new Error(`the site's address is to begin with http and to end with a slash: ${address}`);
}
const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const pages = join(web, 'pages');
const assets = join(web, '..', 'assets');
const leases = join(assets, 'leases');
const offramp = (...words) => execFileSync(cli, words, { encoding: 'utf8' });
const fontNamed = (name) => readFileSync(join(fontPath, name));
const style = (path) => offramp('palette') + read(join(web, 'view', 'view.css')) + read(path);

rmSync(sitePath, { recursive: true, force: true });
const site = new Folder(sitePath);

const parts = {
  engine: {
    wasm: readFileSync(join(enginePath, 'engine.wasm')),
    glue: read(join(enginePath, 'engine.mjs')),
  },
  desk: {
    wasm: readFileSync(join(enginePath, 'desk.wasm')),
    glue: read(join(enginePath, 'desk.mjs')),
  },
  styles: minified(style(join(web, 'element', 'element.css')), { loader: 'css' }),
  // The day of each lease's information.
  days: Object.fromEntries(readdirSync(leases).filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(read(join(leases, name)))).map(({ id, information_day: day }) => [id, day])),
  fonts: {
    regular: fontNamed('inter-regular.woff2'),
    semibold: fontNamed('inter-semibold.woff2'),
  },
};
const modules = await writeModules(site, parts);

/** The style of our pages; `place` gives the address of a font. */
const pageStyle = (place) => style(join(pages, 'page.css')).replace(/inter-(regular|semibold)\.woff2/g,
  (_, weight) => place(weight));
const inData = (weight) =>
  `data:font/woff2;base64,${parts.fonts[weight].toString('base64')}`;
const kit = {
  pages,
  address,
  pageStyle: site.writeHashed('page.css',
    minified(pageStyle((weight) => modules[weight].name), { loader: 'css' })).name,
  fonts: [modules.regular.name, modules.semibold.name],
  engine: modules.engine.name,
  modules: [modules.element, modules.page],
  inlineStyle: pageStyle(inData),
  ...Object.fromEntries(['ask', 'book', 'builder', 'home', 'story', 'write'].map((name) => [`${name}Style`,
    site.writeHashed(`${name}.css`, minified(read(join(pages, name, `${name}.css`)),
      { loader: 'css' })).name])),
  singleScript: await singleScript(parts),
};

/** The picture that chats and feeds show for a link, in the font of the site. */
const pictureOf = (svg) => new Resvg(svg, {
  font: {
    // The site's own font files have no names: they are subsets.
    fontFiles: ['Regular', 'SemiBold'].map((weight) =>
      `${fonts}/Inter-${weight}.otf`),
    defaultFontFamily: 'Inter',
    loadSystemFonts: false,
  },
}).render().asPng();

const paths = readdirSync(leases).filter((name) => name.endsWith('.json')).sort();
const slips = JSON.parse(offramp('slips', '--json', ...paths.map((name) => join(leases, name))));
site.write('slips.json', JSON.stringify(slips));
const stories = join(assets, 'stories');
const storyOf = storyPages(stories);
const documents = [];
const shown = []; // of each lease, its exhibit and its picture
const ids = [];
for (const file of paths) {
  const path = join(leases, file);
  // Without the spaces of the source file.
  const document = JSON.parse(read(path));
  const lease = JSON.stringify(document);
  documents.push(document);
  site.write(`leases/${file}`, lease);
  const exhibit = JSON.parse(offramp('render', path, '--to', 'json'));
  const stillOf = (width) => offramp('render', path, '--to', `picture-${width}`);
  site.write(`cards/${exhibit.lease}.png`, pictureOf(offramp('render', path, '--to', 'card')));
  const ask = askSection({ id: exhibit.lease, module: modules.ask.name, style: kit.askStyle });
  writePages(site, kit, { exhibit, stillOf, lease, ask, story: storyOf.get(exhibit.lease) });
  shown.push({ exhibit, stillOf });
  ids.push(exhibit.lease);
}
const page = (name, parts = {}) => site.write(name, pageOf(join(pages, name), {
  policy: textPolicy, assets: styleLink(kit.pageStyle), links: footerLinks({ self: name }), ...parts,
}));
const books = join(assets, 'books');
const { deals } = JSON.parse(read(join(assets, 'library.json')));
writeBooks(site, kit, { offramp, modules, leases, books, deals, slips });
writeHome(site, kit, { offramp, modules, books, deals, leases: shown, story: storyOf.get(example) });
page('accessibility.html');
page('methodology.html', readingFigures(documents, join(web, '..', 'tests', 'cases'), slips));
const offered = shown.map(({ exhibit }) => ({ id: exhibit.lease, title: exhibit.title, question: exhibit.question }));
writeStories(site, kit, { offramp, modules, stories, leases });
writeRecorder(site, kit, { modules, leases: offered, days: parts.days, example, story: storyOf.get(example) });
writeBuilder(site, kit, { modules, leases: offered, example });
writeWrite(site, kit, { offramp, modules, starts: join(assets, 'starts'), leases: offered });
site.write('schema/lease.schema.json', read(join(assets, 'schema', 'lease.schema.json')));
site.write('schema/story.schema.json', read(join(assets, 'schema', 'story.schema.json')));
site.write('WRITING.txt', read(join(assets, 'schema', 'README.md')));
site.write('BOOKS.txt', read(join(assets, 'schema', 'BOOKS.md')));
site.write('STORIES.txt', read(join(assets, 'schema', 'STORIES.md')));
site.write('EMBEDDING.txt', read(join(web, 'EMBEDDING.md')));
site.write('STREAM.txt', read(join(web, '..', 'src', 'platform', 'native', 'STREAM.md')));
for (const [name, svg] of Object.entries(badges())) site.write(`badge/${name}`, svg);

const { version } = JSON.parse(read(join(web, '..', 'package.json')));
const licences = writeBill(site, deps, version);
await writePackage(new Folder(join(sitePath, '..', 'package')), { parts, licences, version, web });

const names = ['index.html', 'accessibility.html', 'methodology.html', 'builder.html', 'write.html', ...bookPages, ...storyOf.values(), recorder,
  ...ids.map((id) => `${id}.html`)];
site.write('_headers', headersFile([...names,
  ...Object.values(modules).map(({ name }) => name), kit.pageStyle, kit.bookStyle, kit.homeStyle,
  kit.writeStyle, kit.builderStyle, kit.askStyle, kit.storyStyle]));

const files = readdirSync(sitePath, { recursive: true }).map(String)
  .filter((name) => statSync(join(sitePath, name)).isFile()).sort();
site.write('SHA256SUMS', files.map((name) =>
  `${digest(readFileSync(join(sitePath, name)), 'sha256', 'hex')}  ${name}\n`).join(''));

const rows = [
  ['first answer (page and its style)', [`${example}.html`, kit.pageStyle], 15_000],
  ['engine', [modules.engine.name]],
  ['fonts', [modules.regular.name, modules.semibold.name]],
  ['scripts', ['offramp.js', modules.element.name, modules.page.name]],
  ['lease', [`leases/${example}.json`]],
];
const sizes = rows.map(([, names]) => site.brotli(names));
const budget = 240_000; // of a live page
const total = sizes.reduce((sum, size) => sum + size, 0);
const single = statSync(join(sitePath, 'single', `${example}.html`)).size;
const line = (what, size, unit, budget) => console.log(
  `${what.padEnd(36)} ${String(size).padStart(8)} ${unit}${budget ? `  (budget ${budget})` : ''}`);
rows.forEach(([what, , own], i) => line(what, sizes[i], 'B brotli', own));
line('live explorer, all of it', total, 'B brotli', budget);
line('page to write a lease, its own', site.brotli(
  ['write.html', modules.write.name, kit.writeStyle]), 'B brotli');
line('single file', single, 'B raw', 1_000_000);
const parent = statSync(join(sitePath, 'offramp-parent.js')).size;
line('script for the page around', parent, 'B raw', 1024);
const bookBytes = site.brotli(['spacex.html', kit.pageStyle, modules.book.name,
  modules.desk.name, 'books/spacex.json', 'books/spacex.ndjson']);
line('live book, all of it', bookBytes, 'B brotli', budget);
if (15_000 < sizes[0] || budget < Math.max(total, bookBytes) || 1_000_000 < single || 1024 < parent) {
  console.error('site: over budget');
  process.exit(1);
}
