// Ghost: not the publishing system, but the renderer of its HTML card from the package that it uses.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../web/site/serve.mjs';
import { bundle, packed } from './packed.mjs';
import { article, folder, freePort, html } from './support.mjs';

export async function start({ page, iframe, element }) {
  const documents = folder('ghost');
  const source = packed('kg-default-nodes');
  const renderer = JSON.stringify(join(source, 'build/esm/nodes/html/html-renderer.js'));
  const { renderHtmlNode } = await import(await bundle(
    `export { renderHtmlNode } from ${renderer};`, {}, join(documents, 'card.mjs'), 'node'));
  // It asks its document for one textarea and sets its value.
  const createDocument = () => ({ createElement: () => ({}) });
  const card = (text) => renderHtmlNode({ html: text }, { createDocument });
  const server = await listen(documents, await freePort());
  const publish = (name, pasted) => {
    const { element: { value }, type } = card(pasted);
    if (type !== 'value') throw new Error(`the card now renders a ${type}`);
    writeFileSync(join(documents, `${name}.html`),
      `<!doctype html>\n<meta charset="utf-8"><title>Ghost</title><main>${article(html, value)}</main>`);
    return { url: `http://127.0.0.1:${server.address().port}/${name}.html`, pasted };
  };
  const only = 'The renderer of the card only, in a page of ours: the HTML passes as it is.';
  return {
    name: 'Ghost, kg-default-nodes',
    version: JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version,
    pages: [
      { way: 'HTML card: iframe', shows: 'frame', ...publish('iframe', iframe), note: only },
      { way: 'HTML card: custom element', shows: 'element', ...publish('element', element), note: only },
      { way: 'address pasted into the editor', pasted: page,
        notRun: "Ghost's server asks for oEmbed; that is in no package of its own, and Ghost 6.65 wants Node 22 "
          + `or 24, not this ${process.versions.node}.` },
    ],
    async close() { server.close(); },
  };
}
