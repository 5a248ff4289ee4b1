// The pages of a lease: the full page, the page for frames, and the single file.
import { join } from 'node:path';
import { escaped, hashSource, minified } from './files.mjs';
import {
  footerLinks, pageOf, policyAt, siteHeader, strict, styleLink,
} from './layout.mjs';

const frameHeight = 900; // until the frame reports its own

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

/** Writes all pages of a lease. `kit` has the site's address, styles, scripts and page folder. */
export function writePages(site, kit, { exhibit, twin, lease }) {
  const words = wordsOf(exhibit);
  const { id } = words;
  const linked = (root) => ({
    policy: policyAt(kit.address),
    assets: `${styleLink(root + kit.pageStyle)}\n`
      + `<script src="${root}offramp.js" data-page defer></script>`,
    links: footerLinks({ root }),
  });
  const write = (name, parts) => site.write(name, pageOf(join(kit.pages, 'lease.html'),
    { ...words, address: kit.address, twin, ...parts }));

  write(`${id}.html`, {
    ...linked(''),
    kind: 'full',
    header: headed('<a href="index.html">Offramp</a>'),
    lease: `src="leases/${id}.json" page="${id}.html"`,
    action: `<a href="builder.html?lease=${id}">Put this into your page</a> `,
  });
  write(`embed/${id}.html`, {
    ...linked('../'),
    kind: 'framed',
    header: headed(`<a href="../${id}.html" target="_blank" rel="noopener">Offramp</a>`),
    lease: `src="../leases/${id}.json" page="../${id}.html"`,
    action: `<a href="../${id}.html" target="_blank" rel="noopener">Open the full page</a> `,
  });

  const style = minified(kit.inlineStyle, { loader: 'css' });
  write(`single/${id}.html`, {
    policy: `default-src 'none'; script-src ${hashSource(kit.singleScript)} 'wasm-unsafe-eval'; `
      + `style-src ${hashSource(style)}; font-src data:; img-src data:; ${strict}`,
    assets: `<style>${style}</style>`,
    kind: 'single',
    header: headed('Offramp'),
    lease: '',
    twin: `<script type="application/json">${lease.replaceAll('<', '\\u003c')}</script>\n${twin}`,
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
  return `<li><p class="title">${words.title}</p>`
    + `<h2><a href="${id}.html">${words.question}</a></h2>`
    + `<p>${words.verdict}</p></li>\n`;
}
