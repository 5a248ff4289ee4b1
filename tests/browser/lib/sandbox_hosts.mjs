// Where the sandbox matrix takes place: our site on one origin, served well or badly, and pages of
// other people on another. Each way of serving has a path of its own, so that one server is enough.
import { EventEmitter, once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createSiteServer } from '../../../web/site/serve.mjs';
import { policyAt } from '../../../web/site/layout.mjs';
import { google, site } from './harness.mjs';
import { patience } from './wait.mjs';

export const builds = { full: google, multi: `embed/${google}`, single: `single/${google}` };

const single = readFileSync(join(site, builds.single), 'utf8');
const policyOf = /http-equiv="Content-Security-Policy" content="([^"]+)"/;
const [, singlePolicy] = policyOf.exec(single);
const [, builtFor] = /property="og:url" content="(https?:\/\/[^/]+)/.exec(single);
const wasm = / 'wasm-unsafe-eval'/;

const onPages = (headers) => ({ type }) => (/html/.test(type) ? { headers } : {});
const onEngine = (answer) => ({ type, body }) => (type === 'application/wasm' ? answer(body) : {});
const withPolicy = (text) => onPages({ 'Content-Security-Policy': `${text}; report-uri /report` });

/** The strict policy of a page, given again by the server. */
const strictly = (answer) => withPolicy(policyAt(answer.origin))(answer);

/** WebAssembly forbidden by server and page: WebKit asks only the last policy about it. */
function forbidden(answer) {
  if (!/html/.test(answer.type)) return {};
  const body = answer.body.toString().replace(wasm, '');
  const [, policy] = policyOf.exec(body);
  return { body, ...withPolicy(policy)(answer) };
}

/** By path: what is other than web/site/serve.mjs has it. A header that is null is not sent. */
const servings = {
  'well/': () => ({}),
  'elsewhere/': ({ original }) => ({ body: original }),
  'closed/': () => ({ headers: {
    'Access-Control-Allow-Origin': null, 'Cross-Origin-Resource-Policy': null,
  } }),
  'octets/': onEngine(() => ({ headers: { 'Content-Type': 'application/octet-stream' } })),
  'text/': onEngine(() => ({ headers: { 'Content-Type': 'text/plain' } })),
  'gzip/': ({ body }) => ({ headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(body) }),
  'length/': ({ body }) => ({ headers: { 'Content-Length': body.length } }),
  'a/b%20c/%C3%BC/': () => ({}),
  'ancestors/': onPages({ 'Content-Security-Policy': 'frame-ancestors *' }),
  'embedder/': onPages({ 'Cross-Origin-Embedder-Policy': 'require-corp' }),
  'policy/': strictly,
  'policy-single/': withPolicy(`${singlePolicy}; connect-src 'none'`),
  'no-wasm/': forbidden,
};

const size = 'title="Exhibit" width="1000" height="700"';
const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A frame in a page; `attributes` are written as they are. */
export const frame = (address, attributes = '') =>
  `<iframe src="${attribute(address)}" ${size} ${attributes}></iframe>`;

/** A frame whose page is written into it. */
export const pasted = (html, attributes = '') =>
  `<iframe srcdoc="${attribute(html)}" ${size} ${attributes}></iframe>`;

export const singleText = single;

/**
 * Somebody else's page: keeps what it is told. Its frame is in the corner, because WebKit's driver
 * takes the mouse amiss by the place of a frame within a frame.
 */
export const pageAround = (body) => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>An article</title><link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { display: block; border: 0 }</style>
<body><script>
const heard = [];
addEventListener('message', ({ data }) => heard.push(data));
</script>${body}<p>The article goes on.`;

const listening = (handler) => new Promise((resolve) => {
  const server = createServer(handler).listen(0, () => resolve(server));
});

export async function startHosts() {
  const real = createSiteServer(site);
  const reports = [];
  const arrivals = new EventEmitter();
  const child = await listening((request, response) => {
    if (request.url === '/report') {
      let text = '';
      request.on('data', (part) => { text += part; });
      request.on('end', () => {
        reports.push(text);
        arrivals.emit('report');
        response.writeHead(204).end();
      });
      return;
    }
    const path = request.url.slice(1);
    const name = Object.keys(servings).find((one) => path.startsWith(one));
    if (!name) {
      response.writeHead(404).end();
      return;
    }
    request.url = `/${path.slice(name.length)}`;
    answerOtherwise(response, servings[name], `http://${request.headers.host}`);
    real.emit('request', request, response);
  });
  const pages = new Map();
  const parent = await listening((request, response) => {
    const page = pages.get(request.url);
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html', ...page?.headers });
    response.end(page?.html);
  });
  const folder = join(site, '..', 'sandbox');
  mkdirSync(folder, { recursive: true });
  return {
    reports, // of violated policies
    /** Waits for one. */
    report: () => reports.length
      || once(arrivals, 'report', { signal: AbortSignal.timeout(patience) }),
    /** The address of a build as it is served in one of the ways. */
    at: (serving, build) => `http://127.0.0.1:${child.address().port}/${serving}/${builds[build]}`,
    disk: (build) => pathToFileURL(join(site, builds[build])).href,
    /** The address of somebody's page with this in it, on another origin, and another site. */
    page(body, headers) {
      const path = `/${pages.size}`;
      pages.set(path, { html: pageAround(body), headers });
      return `http://localhost:${parent.address().port}${path}`;
    },
    pageOnDisk(body) {
      const path = join(folder, `${parent.address().port}.html`);
      writeFileSync(path, pageAround(body));
      return pathToFileURL(path).href;
    },
    close() {
      rmSync(join(folder, `${parent.address().port}.html`), { force: true });
      for (const server of [child, parent]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** Lets `change` alter an answer before it is sent. Pages are as if built for this very address. */
function answerOtherwise(response, change, origin) {
  const { writeHead, end } = response;
  const parts = [];
  let status;
  let headers;
  response.writeHead = (...words) => {
    [status, headers] = words;
    return response;
  };
  response.write = (part) => parts.push(Buffer.from(part));
  response.end = (last) => {
    if (last) response.write(last);
    const original = Buffer.concat(parts);
    const type = headers['Content-Type'];
    const body = /html/.test(type)
      ? Buffer.from(original.toString().replaceAll(builtFor, origin)) : original;
    const changed = change({ type, body, original, origin });
    const sent = changed.body ?? body;
    const all = { ...headers, 'Content-Length': Buffer.byteLength(sent), ...changed.headers };
    for (const [name, value] of Object.entries(all)) {
      if (value === null) response.removeHeader(name);
      else response.setHeader(name, value);
    }
    writeHead.call(response, status);
    return end.call(response, sent);
  };
}
