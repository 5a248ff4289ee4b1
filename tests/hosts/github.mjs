// What GitHub leaves of HTML in Markdown (wikis, READMEs, issues): the default schema of
// rehype-sanitize, which is written after GitHub's own list of elements.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listen } from '../../web/serve.mjs';
import { article, folder, freePort, html, work } from './support.mjs';

export async function start({ page, iframe, element, pictures }) {
  const load = async (name) => import(pathToFileURL(join(work, 'node_modules', name, 'index.js')));
  const [{ unified }, parse, sanitize, stringify] = await Promise.all(
    ['unified', 'rehype-parse', 'rehype-sanitize', 'rehype-stringify'].map(load));
  const filter = unified().use(parse.default, { fragment: true }).use(sanitize.default).use(stringify.default);
  const documents = folder('github');
  copyFileSync(pictures.svg, join(documents, basename(pictures.svg)));
  const server = await listen(documents, await freePort());
  const publish = (name, pasted) => {
    const left = String(filter.processSync(pasted)).trim();
    writeFileSync(join(documents, `${name}.html`),
      `<!doctype html>\n<meta charset="utf-8"><title>Wiki</title><main>${article(html, left)}</main>`);
    return { url: `http://127.0.0.1:${server.address().port}/${name}.html`, pasted, survived: left || 'nothing' };
  };
  const link = `<a href="${page}"><img src="${basename(pictures.svg)}" alt="Can Google walk away? Offramp's picture of the lease" width="720"></a>`;
  const only = "rehype-sanitize's default schema only, which follows GitHub's list; GitHub itself was not asked.";
  const { version } = JSON.parse(readFileSync(join(work, 'node_modules', 'rehype-sanitize', 'package.json'), 'utf8'));
  return {
    name: 'GitHub wiki, rehype-sanitize', version,
    pages: [
      { way: 'iframe', ...publish('iframe', iframe), note: `${only} Iframes are not on the list. Use the picture and the link.` },
      { way: 'custom element', ...publish('element', element),
        note: `${only} Neither scripts nor unknown elements are on the list; the link inside the element stays.` },
      { way: 'picture and link', shows: 'link', link: `a[href="${page}"]:has(img)`, ...publish('link', link), note: only },
    ],
    async close() { server.close(); },
  };
}
