// The layout that all pages of the site share: web/pages/layout.html with its policies, header and
// footer. The file of a page holds only what is its own: the lines before its first empty line go
// into the head (title, description), the rest into the body.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filled, read } from './files.mjs';

const layout = read(join(dirname(fileURLToPath(import.meta.url)), '..', 'pages', 'layout.html'));

export const strict = "base-uri 'none'; form-action 'none'; object-src 'none'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";

/** The content policy of pages that run the engine, on the site at `address`. */
export function policyAt(address) {
  // A sandboxed page has no origin, and some WebKits take 'self' for that (WebKit bug 316847).
  const own = `'self' ${new URL(address).origin}`;
  return `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; connect-src ${own}; `
    + `img-src ${own} data:; style-src ${own}; font-src ${own}; ${strict}`;
}

const shown = "img-src 'self' data:; style-src 'self'; font-src 'self'; "
  + "base-uri 'none'; form-action 'none'";

/** The policy of pages without scripts. */
export const textPolicy = `default-src 'none'; ${shown}`;

/** The policy of the page that previews frames. */
export const previewPolicy = `default-src 'none'; script-src 'self'; frame-src 'self'; ${shown}`;

export const styleLink = (name) => `<link rel="stylesheet" href="${name}">`;
/** Fonts that a page asks for at once: text that is set anew in another font would move. */
export const fontLinks = (fonts, root = '') => fonts.map((name) =>
  `<link rel="preload" href="${root}${name}" as="font" type="font/woff2" crossorigin>`).join('\n');
/** Files that scripts will fetch, and check themselves: asked for at once. */
export const fetchLinks = (names) => names.map((name) =>
  `<link rel="preload" href="${name}" as="fetch" crossorigin>`).join('\n');
/** Modules that a script of the page will load, with the hash that it checks. */
export const moduleLinks = (modules, root = '') => modules.map(({ name, integrity }) =>
  `<link rel="modulepreload" href="${root}${name}" integrity="${integrity}" crossorigin>`).join('\n');
export const moduleScript = (name) => `<script src="${name}" type="module"></script>`;

/** The line at the top; `tag` is `h1` where the page has no other first heading. */
export const siteHeader = (name, tag = 'span') =>
  `<header class="site"><b>${name}</b><${tag}>Who may leave an AI-compute lease</${tag}></header>`;

const everywhere = {
  'methodology.html': 'Methodology',
  'accessibility.html': 'Accessibility',
  'licences.txt': 'Licences',
};

/** The links of a footer: `more` first; a page does not link to itself. */
export const footerLinks = ({ root = '', self = '', more = {} } = {}) =>
  Object.entries({ ...more, ...everywhere }).filter(([name]) => name !== self)
    .map(([name, text]) => `<a href="${root}${name}">${text}</a>`).join(' ');

const siteFooter = (action, links) => `<footer class="site">
<p>${action}What no source states is not shown as fact; paraphrase is marked. Not legal advice. ${links}</p>
</footer>
`;

/**
 * A whole page. `file` is the path of its own part, `values` fill that part.
 * `policy`, `assets` (styles and scripts as HTML) and `links`, or a `footer`, are required.
 */
export function pageOf(file, {
  policy, assets, links, header = siteHeader('<a href="index.html">Offramp</a>'), kind = '',
  action = '', end = '', footer = siteFooter(action, links), ...values
}) {
  const own = read(file);
  const cut = own.indexOf('\n\n');
  if (cut < 0) throw new Error(`${file} has no empty line after its head`);
  const template = layout.replace('{{ownHead}}', () => own.slice(0, cut))
    .replace('{{ownBody}}', () => own.slice(cut).trim());
  return filled(template, {
    policy, assets, header, footer, end,
    bodyClass: kind && ` class="${kind}"`,
    ...values,
  });
}
