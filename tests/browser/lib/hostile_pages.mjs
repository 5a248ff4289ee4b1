// Pages with a hostile lease in them: an article whose element is shown one after the other, and
// what the build itself writes of such a lease.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Folder } from '../../../web/site/files.mjs';
import { writePages } from '../../../web/site/pages.mjs';
import { google, site } from './harness.mjs';
import { watchPolicy } from './hostile_checks.mjs';
import { allLive, article, elementOf, leases, scriptOf, visit } from './hosts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const lease =
  JSON.parse(readFileSync(join(root, 'assets', 'leases', `${leases[0]}.json`), 'utf8'));

/** A tab on an article without any content policy; `show` gives its explorer another lease. */
export async function stand(world, prepare = watchPolicy) {
  const page = await visit(world, world.publish('stand', article(
    elementOf(world.base, leases[0]), scriptOf(world.base),
  )), { prepare });
  await allLive(page);
  let text = '';
  let number = 0;
  await page.route('**/hostile/*.json', (route) => route.fulfill({
    contentType: 'application/json', headers: { 'Access-Control-Allow-Origin': '*' }, body: text,
  }));
  const show = async (tree) => {
    text = JSON.stringify(tree);
    number += 1;
    return page.evaluate(async (source) => {
      const explorer = document.querySelector('lease-explorer');
      const notice = explorer.shadowRoot.querySelector('.notice');
      notice.textContent = '';
      explorer.setAttribute('src', source);
      const isRefused = () => notice.textContent.includes(source);
      await explorer.idle; // when it is shown, or refused
      return isRefused() ? notice.textContent : '';
    }, `${world.base}/hostile/${number}.json`);
  };
  return { page, show };
}

/** Nothing was fetched but the article, our files, and the leases that the test shows. */
export const strangers = (world, page) => page.requests.map((one) => one.url()).filter((url) =>
  !url.startsWith('data:') && url !== page.url()
  && !(url.startsWith(world.base)
    && /\/(hostile|leases)\/[\w-]+\.json$|\.(m?js|wasm|woff2|css|html)$/.test(url)));

const offramp = (...words) =>
  execFileSync(join(root, 'build', 'native', 'offramp'), words, { encoding: 'utf8' });

/** The three pages of a lease as the build writes them, by name. */
export function pagesOf(tree) {
  const folder = mkdtempSync(join(tmpdir(), 'offramp-hostile-'));
  const path = join(folder, 'lease.json');
  writeFileSync(path, JSON.stringify(tree));
  const built = readFileSync(join(site, 'single', google), 'utf8');
  writePages(new Folder(folder), {
    pages: join(root, 'web', 'pages'),
    address: 'https://offramp.example/',
    pageStyle: /page\.\w+\.css/.exec(readFileSync(join(site, google), 'utf8'))[0],
    fonts: [],
    inlineStyle: /<style>([^]*?)<\/style>/.exec(built)[1],
    singleScript: /<script>([^]*)<\/script>/.exec(built)[1],
  }, {
    exhibit: JSON.parse(offramp('render', path, '--to', 'json')),
    stillOf: (width) => offramp('render', path, '--to', `picture-${width}`),
    lease: JSON.stringify(tree),
  });
  const pages = Object.fromEntries([google, `embed/${google}`, `single/${google}`].map((name) =>
    [name, readFileSync(join(folder, name), 'utf8')]));
  rmSync(folder, { recursive: true });
  return pages;
}

/** Serves a page of the site with other HTML, and its lease. */
export const served = (name, html, tree) => async (page) => {
  await watchPolicy(page);
  await page.route(`**/${name}`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.route('**/leases/*.json', (route) => route.fulfill({ json: tree }));
};
