// Somebody else's pages, on an origin of their own, with Offramp in them; and copies of our element
// with a fault put in, served as if the build had made them.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { integrityOf } from '../../../web/site/files.mjs';
import { site, start } from './harness.mjs';
import { patience } from './wait.mjs';

export const leases = ['spacex-google-2026', 'spacex-anthropic-2026'];

/** The site, a browser, and a server of articles; `close` ends all of them. */
export async function startHost(options) {
  const world = await start(options);
  const articles = new Map(); // by path
  const server = createServer((request, response) => {
    const html = articles.get(request.url.split('?')[0]);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (html === undefined) response.writeHead(404);
    response.end(html ?? 'There is no such article.');
  });
  await new Promise((resolve) => { server.listen(0, resolve); });
  const { port } = server.address();
  return {
    ...world,
    /** Publishes an article. Another site than ours, unless it is to be the same site. */
    publish(name, html, { isSameSite = false } = {}) {
      articles.set(`/${name}`, html);
      return `http://${isSameSite ? 'localhost' : '127.0.0.1'}:${port}/${name}`;
    },
    async close() {
      await world.close();
      server.close();
    },
  };
}

/** What the build printed into the page of a lease, for readers without scripts. */
export const twinOf = (id) => /<lease-explorer[^>]*>([^]*)<\/lease-explorer>/
  .exec(readFileSync(join(site, `${id}.html`), 'utf8'))[1];

export const elementOf = (base, id, attributes = '') =>
  `<lease-explorer src="${base}/leases/${id}.json" as-of="2026-09-01" ${attributes}>`
  + `${twinOf(id)}</lease-explorer>`;

export const frameOf = (base, id, attributes = '') =>
  `<iframe src="${base}/embed/${id}.html?as-of=2026-09-01" title="Who may leave" width="100%" `
  + `height="900" ${attributes}></iframe>`;

export const scriptOf = (base) => `<script src="${base}/offramp.js" defer></script>`;

export const article = (body, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head>
<body>${body}</body></html>`;

/** Paragraphs, so that a page scrolls. */
export const prose = (count) => '<p>Compute is let by the month and left by the day.</p>\n'
  .repeat(count);

/**
 * A tab on an article. It keeps what went wrong in `complaints`, what was fetched in `requests`, and
 * what asked the reader something in `dialogs`.
 */
export async function visit({ browser }, address, { prepare, ...options } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 800 }, colorScheme: 'light', locale: 'en-GB', ...options,
  });
  const page = await context.newPage();
  Object.assign(page, { complaints: [], requests: [], dialogs: [] });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') page.complaints.push(message.text());
  });
  page.on('request', (request) => page.requests.push(request));
  page.on('dialog', (dialog) => {
    page.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  if (prepare) await prepare(page);
  await page.goto(address);
  return page;
}

/** Frames of ours in an article, in their order. */
export const framesOf = (page) => page.frames().filter((frame) => /\/embed\//.test(frame.url()));

/** Starts every explorer of an article, or of one frame, and waits until they are at rest. */
export async function allLive(where) {
  // Out of sight a frame of another site has no animation frames: asked by a timer.
  const wait = (condition) =>
    where.waitForFunction(condition, null, { polling: 50, timeout: patience });
  await wait(() => customElements.get('lease-explorer'));
  await where.evaluate(() =>
    document.querySelectorAll('lease-explorer').forEach((one) => one.start()));
  await wait(() => [...document.querySelectorAll('lease-explorer')].every((one) => one.exhibit));
  await where.evaluate(() =>
    Promise.all([...document.querySelectorAll('lease-explorer')].map((one) => one.idle)));
}

const built = Object.fromEntries(['element', 'offramp'].map((name) => {
  const file = readdirSync(site).find((each) => new RegExp(`^${name}\\.\\w+\\.m?js$`).test(each));
  return [name, { file, text: readFileSync(join(site, file), 'utf8') }];
}));

export const elementFile = built.element.file;

/**
 * Serves our element with a fault: `change` is given its code and gives other code. The entry is
 * told the new hash, or the browser would refuse the file.
 */
export function plantInElement(change) {
  return async (page) => {
    const code = change(built.element.text);
    if (code === built.element.text) throw new Error('the fault changes nothing');
    const entry = built.offramp.text.replace(integrityOf(built.element.text), integrityOf(code));
    const headers = { 'Access-Control-Allow-Origin': '*' };
    const serve = (pattern, body) => page.route(pattern, (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', headers, body }));
    await serve(`**/${built.element.file}`, code);
    await serve('**/offramp.js', entry);
  };
}
/** Code that runs when the element has been defined. */
export const plantAfter = (code) => plantInElement((element) => `${element}\n;${code}`);
