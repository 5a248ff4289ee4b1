// The pages of a lease: the full one, the one that is framed, and the one that is a single file.
import { join } from 'node:path';
import { escaped, filled, hashSource, minified, read } from './files.mjs';

const strict = "base-uri 'none'; form-action 'none'; object-src 'none'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";

/** What pages of the site at `address` may do. */
export function policyAt(address) {
  // A sandboxed page has no origin, and some WebKits take 'self' for that (WebKit bug 316847).
  const own = `'self' ${new URL(address).origin}`;
  return `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; connect-src ${own}; `
    + `img-src ${own} data:; style-src ${own}; font-src ${own}; ${strict}`;
}

const frameHeight = 900; // until the frame has said its own

const headed = (name) =>
  `<header class="site"><b>${name}</b><h1>Who may leave an AI-compute lease</h1></header>\n`;

/** The words of a lease's pages, ready for HTML. */
function wordsOf(exhibit) {
  return {
    id: exhibit.lease,
    title: escaped(exhibit.title),
    question: escaped(exhibit.question),
    verdict: escaped(exhibit.verdict.sentence),
  };
}

/** Writes all pages of a lease; `kit` has the site's address, styles, scripts and templates. */
export function writePages(site, kit, { exhibit, twin, lease }) {
  const words = wordsOf(exhibit);
  const { id } = words;
  const template = read(join(kit.pages, 'lease.html'));
  const linked = (root) => ({
    policy: policyAt(kit.address),
    style: `<link rel="stylesheet" href="${root}${kit.pageStyle}">`,
    script: `<script src="${root}offramp.js" data-page defer></script>`,
    links: `<a href="${root}accessibility.html">Accessibility</a> `
      + `<a href="${root}licences.txt">Licences</a>`,
    end: '',
  });
  const write = (name, values) =>
    site.write(name, filled(template, { ...words, address: kit.address, twin, ...values }));

  write(`${id}.html`, {
    ...linked(''),
    kind: 'full',
    header: headed('<a href="index.html">Offramp</a>'),
    lease: `src="leases/${id}.json" page="${id}.html"`,
    footer: `<a href="builder.html?lease=${id}">Put this into your page</a> `,
  });
  write(`embed/${id}.html`, {
    ...linked('../'),
    kind: 'framed',
    header: headed(`<a href="../${id}.html" target="_blank" rel="noopener">Offramp</a>`),
    lease: `src="../leases/${id}.json" page="../${id}.html"`,
    footer: `<a href="../${id}.html" target="_blank" rel="noopener">Open the full page</a> `,
  });

  const style = minified(kit.inlineStyle, { loader: 'css' });
  write(`single/${id}.html`, {
    policy: `default-src 'none'; script-src ${hashSource(kit.singleScript)} 'wasm-unsafe-eval'; `
      + `style-src ${hashSource(style)}; font-src data:; img-src data:; ${strict}`,
    style: `<style>${style}</style>`,
    script: '',
    kind: 'single',
    header: headed('Offramp'),
    lease: '',
    twin: `<script type="application/json">${lease.replaceAll('<', '\\u003c')}</script>\n${twin}`,
    footer: '',
    links: '',
    end: `<script>${kit.singleScript}</script>\n`,
  });

  // WordPress listens to heights only beside a blockquote, which it shows until the frame speaks.
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
