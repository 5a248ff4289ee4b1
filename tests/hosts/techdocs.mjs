// Backstage TechDocs: not the portal, but its own sanitiser (the transformer of its package, with
// its hooks and DOMPurify), run in the reader's browser as there. What it leaves goes into a shadow
// root, as there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../web/serve.mjs';
import { bundle, packed } from './packed.mjs';
import { article, folder, freePort, html } from './support.mjs';

const source = packed('techdocs');
const standIns = {
  react: 'export const useMemo = (make) => make(); export const useCallback = (act) => act;',
  '@backstage/core-plugin-api':
    'export const configApiRef = {}; export const useApi = () => globalThis.configuration;',
};
const reader = `
import { useSanitizerTransformer } from ${JSON.stringify(join(source, 'dist/reader/transformers/html/transformer.esm.js'))};
const settings = JSON.parse(document.querySelector('#settings').textContent);
globalThis.configuration = {
  getOptionalConfig: () => ({ getOptionalStringArray: (key) => settings[key], getOptionalString: (key) => settings[key] }),
};
const page = new DOMParser().parseFromString(JSON.parse(document.querySelector('#page').textContent), 'text/html');
const left = await useSanitizerTransformer()(page.documentElement);
document.querySelector('main').attachShadow({ mode: 'open' }).append(left);
`;

const json = (id, value) =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

/** What stands between the two links of the article. */
const leftover = (page) => page.evaluate(() => {
  const root = document.querySelector('main').shadowRoot;
  const explorer = root.querySelector('lease-explorer');
  if (explorer) return `<lease-explorer> with ${[...explorer.attributes].map(({ name }) => name).join(', ') || 'no attribute'}, what it holds, no script`;
  return [...root.querySelectorAll('iframe, script')].length > 0 ? 'something' : 'nothing';
});

export async function start({ base, iframe, element }) {
  const documents = folder('techdocs');
  await bundle(reader, standIns, join(documents, 'reader.js'), 'browser');
  const server = await listen(documents, await freePort());
  const address = `http://127.0.0.1:${server.address().port}`;
  const publish = (name, pasted, settings) => {
    writeFileSync(join(documents, `${name}.html`), `<!doctype html>
<meta charset="utf-8"><title>TechDocs</title><main></main>
${json('settings', settings)}${json('page', article(html, pasted))}<script type="module" src="reader.js"></script>`);
    return { url: `${address}/${name}.html`, pasted };
  };
  const { host } = new URL(base);
  const allowed = { allowedIframeHosts: [host] };
  const named = { allowedCustomElementTagNameRegExp: '^lease-explorer$', allowedCustomElementAttributeNameRegExp: '^src$' };
  const only = 'Its sanitiser only, in a page of ours.';
  return {
    name: 'Backstage TechDocs', version: JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version,
    pages: [
      { way: 'iframe, as it comes', ...publish('plain', iframe, {}), survived: leftover,
        note: `${only} Iframes are removed until techdocs.sanitizer.allowedIframeHosts names the site's host.` },
      { way: 'iframe, allowedIframeHosts names the host', shows: 'frame', ...publish('allowed', iframe, allowed),
        note: `${only} allowedIframeHosts: [${host}]: the port belongs to it. Without sandbox the frame still has its own origin.` },
      { way: 'custom element, allowedCustomElementTagNameRegExp', ...publish('element', element, named), survived: leftover,
        note: `${only} The element may stay, its script never does: the reader sees what stands inside it.` },
    ],
    async close() { server.close(); },
  };
}
