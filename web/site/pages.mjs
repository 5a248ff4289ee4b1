// The pages of a lease: the full page, the page for frames, and the single file.
import { join } from 'node:path';
import { escaped, hashSource, minified } from './files.mjs';
import {
  fetchLinks, fontLinks, footerLinks, moduleLinks, pageOf, policyAt, siteHeader, strict, styleLink,
} from './layout.mjs';
import { twinOf } from './twin.mjs';

const frameHeight = 640; // until the frame reports its own

const headed = (name) => siteHeader(name, 'h1');

/** The words of a lease's pages, ready for HTML. */
function wordsOf(exhibit) {
  return {
    id: exhibit.lease,
    title: escaped(exhibit.title),
    question: escaped(exhibit.question),
    verdict: escaped(exhibit.verdict.sentence),
  };
}

/**
 * Writes all pages of a lease. `kit` has the site's address, styles, scripts and page folder; `story` is
 * the address of the lease's story, if it has one.
 */
export function writePages(site, kit, { exhibit, stillOf, lease, ask, story }) {
  const words = wordsOf(exhibit);
  const full = twinOf(exhibit, 'full', stillOf);
  const { id } = words;
  const linked = (root, early = []) => ({
    policy: policyAt(kit.address),
    assets: `${fontLinks(kit.fonts, root)}\n${moduleLinks(kit.modules, root)}\n${fetchLinks(early)}\n${styleLink(root + kit.pageStyle)}\n`
      + `<script src="${root}offramp.js" data-page defer></script>`,
    links: footerLinks({ root }),
  });
  const write = (name, parts) => site.write(name, pageOf(join(kit.pages, 'lease.html'),
    { ...words, address: kit.address, ask: '', ...parts }));

  write(`${id}.html`, {
    // A frame may be far from the window, and then fetches no engine; here it is what is read first.
    ...linked('', [kit.engine, `leases/${id}.json`]),
    kind: 'full',
    header: headed('<a href="index.html">Offramp</a>'),
    lease: `src="leases/${id}.json" page="${id}.html" view="full"`,
    twin: full,
    ask,
    action: `${story ? `<a href="${story}">Read it step by step</a> ` : ''}<a href="builder.html?lease=${id}">Put this into your page</a> `,
  });
  write(`embed/${id}.html`, {
    ...linked('../'),
    kind: 'framed',
    // Its place is an article's: the card has the link to the page, its details have the caveat.
    header: '<header class="unseen"><h1>Who may leave an AI-compute lease</h1></header>',
    footer: '',
    lease: `src="../leases/${id}.json" page="../${id}.html"`,
    twin: twinOf(exhibit, 'card', stillOf, `../${id}.html`),
  });

  const style = minified(kit.inlineStyle, { loader: 'css' });
  write(`single/${id}.html`, {
    policy: `default-src 'none'; script-src ${hashSource(kit.singleScript)} 'wasm-unsafe-eval'; `
      + `style-src ${hashSource(style)}; font-src data:; img-src data:; ${strict}`,
    assets: `<style>${style}</style>`,
    kind: 'single',
    header: headed('Offramp'),
    lease: 'view="full"',
    twin: `<script type="application/json">${lease.replaceAll('<', '\\u003c')}</script>\n${full}`,
    links: '',
    end: `<script>${kit.singleScript}</script>\n`,
  });

  // WordPress applies heights only next to a blockquote, which it shows until the frame answers.
  const frame = `<blockquote><a href="${kit.address}${id}.html">${words.question}</a></blockquote>`
    + `<iframe src="${kit.address}embed/${id}.html" title="${words.question}" `
    + `width="600" height="${frameHeight}" frameborder="0"></iframe>`;
  site.write(`oembed/${id}.json`, JSON.stringify({
    version: '1.0',
    type: 'rich',
    provider_name: 'Offramp',
    provider_url: kit.address,
    title: exhibit.question,
    html: frame,
    width: 600,
    height: frameHeight,
    thumbnail_url: `${kit.address}cards/${id}.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  }));
}
