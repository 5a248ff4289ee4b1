// What GitHub leaves of HTML in Markdown (wikis, READMEs, issues): not GitHub, but the filter that
// it publishes as html-pipeline, from Debian's package.
import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listen } from '../../web/site/serve.mjs';
import { article, debianVersion, folder, freePort, here, html, run } from './support.mjs';

export async function start({ page, iframe, element, pictures }) {
  const picture = basename(pictures.svg);
  const link = `<a href="${page}"><img src="${picture}" alt="Can Google walk away?" width="720"></a>`;
  const left = JSON.parse(await run('ruby', [join(here, 'github', 'filter.rb')],
    { input: JSON.stringify([iframe, element, link]) }));
  const documents = folder('github');
  copyFileSync(pictures.svg, join(documents, picture));
  const server = await listen(documents, await freePort());
  const publish = (pasted, index) => {
    writeFileSync(join(documents, `${index}.html`),
      `<!doctype html>\n<meta charset="utf-8"><title>Wiki</title><main>${article(html, left[index])}</main>`);
    return {
      url: `http://127.0.0.1:${server.address().port}/${index}.html`,
      pasted, survived: left[index] || 'nothing',
    };
  };
  const only = "GitHub's filter only (html-pipeline), in a page of ours.";
  return {
    name: 'GitHub wiki, html-pipeline', version: await debianVersion('ruby-html-pipeline'),
    pages: [
      { way: 'iframe', ...publish(iframe, 0),
        note: `${only} Iframes are not on its list. Use the picture and the link.` },
      { way: 'custom element', ...publish(element, 1),
        note: `${only} Neither scripts nor unknown elements are on its list; what the element holds stays.` },
      { way: 'picture and link', shows: 'link', link: `a[href="${page}"]:has(img)`, ...publish(link, 2),
        note: only },
    ],
    async close() { server.close(); },
  };
}
