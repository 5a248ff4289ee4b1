// Backstage TechDocs: not the portal, but its own sanitiser (the transformer of its package, with
// its hooks and DOMPurify), run in the reader's browser as there. What it leaves goes into a shadow
// root, as there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../web/site/serve.mjs';
import { bundle, packed } from './packed.mjs';
import { article, folder, freePort, html } from './support.mjs';

const source = packed('techdocs');
const transformer = join(source, 'dist/reader/transformers/html/transformer.esm.js');
const standIns = {
  react: 'export const useMemo = (make) => make(); export const useCallback = (act) => act;',
  '@backstage/core-plugin-api':
    'export const configApiRef = {}; export const useApi = () => globalThis.configuration;',
};
const reader = `
import { useSanitizerTransformer } from ${JSON.stringify(transformer)};
const settings = JSON.parse(document.querySelector('#settings').textContent);
const get = (key) => settings[key];
globalThis.configuration = {
  getOptionalConfig: () => ({ getOptionalStringArray: get, getOptionalString: get }),
};
const text = JSON.parse(document.querySelector('#page').textContent);
const page = new DOMParser().parseFromString(text, 'text/html');
const left = await useSanitizerTransformer()(page.documentElement);
document.querySelector('main').attachShadow({ mode: 'open' }).append(left);
`;

const json = (id, value) =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

const leftover = (page) => page.evaluate(() => {
  const root = document.querySelector('main').shadowRoot;
  if (root.querySelector('iframe, script')) return 'something';
  const explorer = root.querySelector('lease-explorer');
  return explorer
    ? `<lease-explorer> with ${[...explorer.attributes].map(({ name }) => name).join(', ')}; what it holds`
    : 'nothing';
});

export async function start({ base, iframe, element }) {
  const documents = folder('techdocs');
  await bundle(reader, standIns, join(documents, 'reader.js'), 'browser');
  const server = await listen(documents, await freePort());
  const address = `http://127.0.0.1:${server.address().port}`;
  const publish = (name, pasted, settings) => {
    writeFileSync(join(documents, `${name}.html`), `<!doctype html>
<meta charset="utf-8"><title>TechDocs</title><main></main>
${json('settings', settings)}${json('page', article(html, pasted))}
<script type="module" src="reader.js"></script>`);
    return { url: `${address}/${name}.html`, pasted };
  };
  const { host } = new URL(base);
  const allowed = { allowedIframeHosts: [host] };
  const named = {
    allowedCustomElementTagNameRegExp: '^lease-explorer$', allowedCustomElementAttributeNameRegExp: '^src$',
  };
  const only = 'Its sanitiser only, in a page of ours.';
  return {
    name: 'Backstage TechDocs',
    version: JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version,
    pages: [
      { way: 'iframe, as it comes', ...publish('plain', iframe, {}), survived: leftover,
        note: `${only} Iframes go until techdocs.sanitizer.allowedIframeHosts names the host of the site.` },
      { way: 'iframe, allowedIframeHosts names the host', shows: 'frame', ...publish('allowed', iframe, allowed),
        note: `${only} allowedIframeHosts: [${host}], the port with it.` },
      { way: 'custom element, allowedCustomElementTagNameRegExp', ...publish('element', element, named),
        survived: leftover,
        note: `${only} The element may stay, its script never does: the reader sees what the element holds.` },
    ],
    async close() { server.close(); },
  };
}
