// Serves the site on this machine alone, with the headers that a real server should send.
//
//   node serve.mjs <folder> <port>     tries the following ports if this one is taken
import { createServer } from 'node:http';
import sirv from 'sirv';
import { headersOf } from './headers.mjs';

// Which letters are in a text, which sirv says of HTML only.
const texts = {
  css: 'text/css', js: 'text/javascript', md: 'text/markdown', mjs: 'text/javascript', txt: 'text/plain',
};

function setHeaders(response, path) {
  for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
  const type = texts[path.split('.').at(-1)];
  if (type) response.setHeader('Content-Type', `${type}; charset=utf-8`);
}

function refuse(response) {
  setHeaders(response, '/');
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
    .end('There is no such page.\n');
}

/** `options` are sirv's own, such as `brotli`. */
export function createSiteServer(folder, options = {}) {
  const give = sirv(folder, {
    dev: true, // the folder may be built anew
    extensions: ['html'],
    onNoMatch: (_, response) => refuse(response),
    setHeaders,
    ...options,
  });
  return createServer((request, response) => {
    if (['GET', 'HEAD'].includes(request.method)) give(request, response);
    else refuse(response);
  });
}

/** Listens on the first free port from `port` on, for this machine only; returns the server. */
export function listen(folder, port, options) {
  return new Promise((resolve, reject) => {
    const server = createSiteServer(folder, options);
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port < 65_535) resolve(listen(folder, port + 1, options));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const server = await listen(process.argv[2], Number(process.argv[3]));
  console.log(`Offramp is at http://localhost:${server.address().port} (Ctrl+C stops it)`);
}
