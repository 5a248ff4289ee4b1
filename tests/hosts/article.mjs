// A plain article: a file of HTML, as written by hand.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../web/site/serve.mjs';
import { article, folder, freePort, html } from './support.mjs';

const page = (middle) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>An article about a lease</title>
<style>body { font: 18px/1.6 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }</style>
<h1>An article about a lease</h1>
${article(html, middle)}
</html>
`;

export async function start({ base, site, iframe, element }) {
  const documents = folder('article');
  const server = await listen(documents, await freePort());
  const address = `http://127.0.0.1:${server.address().port}`;
  const pages = [];
  const publish = (name, pasted, words) => {
    writeFileSync(join(documents, `${name}.html`), page(pasted));
    pages.push({ url: `${address}/${name}.html`, pasted, ...words });
  };
  publish('iframe', iframe, { way: 'iframe', shows: 'frame', isWholeWalk: true, note: '' });
  publish('element', element, { way: 'custom element', shows: 'element', isWholeWalk: true, note: '' });
  const helper = 'offramp-parent.js';
  if (existsSync(join(site, helper))) {
    publish('helper', `${iframe}\n<script src="${base}${helper}" defer></script>`,
      { way: 'iframe and offramp-parent.js', shows: 'frame', isWholeWalk: true, note: '' });
  } else {
    pages.push({ way: 'iframe and offramp-parent.js', notRun: `the site has no ${helper}` });
  }
  return { name: 'Static HTML', version: '', pages, async close() { server.close(); } };
}
