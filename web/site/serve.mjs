// A small static server for the site, with the headers that a real server should send.
//
//   node serve.mjs <folder> <port>     tries the following ports if this one is taken
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, relative } from 'node:path';
import { headersOf } from './headers.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** The file for an address, or nothing if it is outside the folder or does not exist. */
export function fileFor(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = join(folder, normalize(`/${path}`));
  const found = file.endsWith('/') ? join(file, 'index.html') : file;
  return existsSync(found) && statSync(found).isFile() ? found : undefined;
}

export function createSiteServer(folder) {
  return createServer((request, response) => {
    const file = request.method === 'GET' || request.method === 'HEAD'
      ? fileFor(folder, request.url) : undefined;
    const path = `/${file ? relative(folder, file) : ''}`;
    for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
    if (!file) {
      response.writeHead(404, { 'Content-Type': types['.txt'] }).end('There is no such page.\n');
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
}

/** Listens on the first free port from `port` on; returns the server. */
export function listen(folder, port) {
  return new Promise((resolve, reject) => {
    const server = createSiteServer(folder);
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port < 65_535) resolve(listen(folder, port + 1));
      else reject(error);
    });
    server.listen(port, () => resolve(server));
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const server = await listen(process.argv[2], Number(process.argv[3]));
  console.log(`Offramp is at http://localhost:${server.address().port} (Ctrl+C stops it)`);
}
