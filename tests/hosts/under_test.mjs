// The site that the hosts embed, on loopback under the address that its own pages name, and what an
// author takes from it: the snippets and a picture.
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../web/site/serve.mjs';
import { folder, freePort, run, root } from './support.mjs';

const lease = 'spacex-google-2026';
const discovery = /<link[^>]*application\/json\+oembed[^>]*href="([^"]*\/)oembed\//;

/** A copy of the site whose absolute addresses are those of the port that it is served on. */
function readdressed(site, base) {
  const copy = folder('site');
  cpSync(site, copy, { recursive: true });
  const built = discovery.exec(readFileSync(join(copy, `${lease}.html`), 'utf8'))?.[1];
  if (!built) throw new Error(`${lease}.html names no oEmbed answer by an absolute address`);
  for (const name of readdirSync(copy, { recursive: true })) {
    if (!/\.(html|json)$/.test(name)) continue;
    const path = join(copy, name);
    const text = readFileSync(path, 'utf8');
    if (text.includes(built)) writeFileSync(path, text.replaceAll(built, base));
  }
  return copy;
}

/** The snippets for authors, from the fenced blocks of web/EMBEDDING.md once it stands. */
function snippets(base) {
  const path = join(root, 'web', 'EMBEDDING.md');
  if (existsSync(path)) {
    const blocks = [...readFileSync(path, 'utf8').matchAll(/^```html\n([\s\S]*?)^```/gm)];
    return Object.fromEntries([['iframe', /src="([^"]*)embed\//], ['element', /src="([^"]*)leases\//]]
      .map(([name, address]) => {
        const text = blocks.map(([, one]) => one.trim()).find((one) => address.test(one));
        if (!text) throw new Error(`EMBEDDING.md shows no ${name}`);
        return [name, text.replaceAll(address.exec(text)[1], base)];
      }));
  }
  return {
    iframe: `<iframe src="${base}embed/${lease}.html" title="Can Google walk away? An explorer of the lease" `
      + 'loading="lazy" width="100%" height="900" style="border:0" '
      + 'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" '
      + 'allow="clipboard-write; fullscreen" referrerpolicy="strict-origin-when-cross-origin"></iframe>',
    element: `<script src="${base}offramp.js" defer></script>\n`
      + `<lease-explorer src="${base}leases/${lease}.json"><p><a href="${base}${lease}.html">`
      + 'Can Google walk away?</a></p></lease-explorer>',
  };
}

export async function prepare({ site, cli }) {
  const port = await freePort();
  // "localhost" here and 127.0.0.1 for the hosts: to a browser, two sites.
  const base = `http://localhost:${port}/`;
  const copy = readdressed(site, base);
  const server = await listen(copy, port);
  if (server.address().port !== port) throw new Error(`port ${port} was taken meanwhile`);
  const pictures = folder('pictures');
  const svg = join(pictures, 'google-walks-away.svg');
  const png = join(pictures, 'google-walks-away.png');
  await run(cli, ['render', join(root, 'assets', 'leases', `${lease}.json`), '--to', 'svg', '-o', svg]);
  return {
    base, lease, site: copy, page: `${base}${lease}.html`, ...snippets(base), pictures: { svg, png },
    /** The picture as pixels, for hosts that take no drawing. */
    async draw(browser) {
      const page = await browser.newPage({ viewport: { width: 960, height: 350 } });
      await page.goto(`file://${svg}`);
      await page.screenshot({ path: png });
      await page.close();
    },
    close() { server.close(); },
  };
}
