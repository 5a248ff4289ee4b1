// What the hosts share: a folder, a port and processes of their own, which end with the test, and
// the article that they all publish round the explorer.
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until as soon } from '../browser/lib/wait.mjs';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
export const work = join(root, 'build', 'hosts');

/** An empty folder under build/hosts. */
export function folder(name) {
  const path = join(work, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

export const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Runs a command to its end and gives what it printed; fails with the end of what it said. */
export const run = (command, args, { input = '', ...options } = {}) => new Promise((resolve, reject) => {
  const child = spawn(command, args, options);
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (text) => { said[stream] += text; });
  }
  child.once('error', reject);
  child.once('close', (code) => {
    if (code === 0) resolve(said.stdout);
    else reject(new Error(`${command} ended with ${code}: ${(said.stderr + said.stdout).slice(-2000)}`));
  });
  child.stdin.once('error', () => {}); // a command may end without reading; how it ends is told above
  child.stdin.end(input);
});

const running = new Set();
const kill = (child, signal) => {
  // A server with workers is a group of processes; the group is the one that was started here.
  try { process.kill(-child.pid, signal); } catch { /* it has ended by itself */ }
};
process.on('exit', () => running.forEach((child) => kill(child, 'SIGKILL')));

/** Starts a server that writes to a log; `close` ends it and everything that it started. */
export function serve(command, args, { log, ...options }) {
  const output = openSync(log, 'w');
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', output, output] });
  running.add(child);
  let failure;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => { failure = error.message; resolve(); });
    child.once('exit', (code, signal) => { failure = `it ended with ${signal ?? code}`; resolve(); });
  });
  ended.then(() => running.delete(child));
  return {
    /** Why it no longer runs, if it does not. */
    get failure() {
      return failure && `${command}: ${failure}: ${readFileSync(log, 'utf8').slice(-2000)}`;
    },
    async close() {
      kill(child, 'SIGTERM');
      const timer = setTimeout(() => kill(child, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
      kill(child, 'SIGKILL');
    },
  };
}

/** Asks again and again until the answer is good; says why the server failed, if it did. */
export async function until(isGood, server, what) {
  const hasCome = await soon(async () => server.failure || isGood());
  if (server.failure) throw new Error(server.failure);
  if (!hasCome) throw new Error(`${what} did not answer within a minute`);
}

/** PHP's own web server, with a router and as many workers as a page has parts at once. */
export async function servePhp({ port, documents, router, settings = {}, env = {}, log }) {
  const words = Object.entries(settings).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
  const server = serve('php', [...words, '-S', `127.0.0.1:${port}`, '-t', documents, router],
    { log, env: { ...process.env, PHP_CLI_SERVER_WORKERS: '3', ...env } });
  const answers = () => fetch(`http://127.0.0.1:${port}/is-it-up.txt`).then(() => true, () => false);
  await until(answers, server, 'the server of PHP');
  return server;
}

/** The version of a Debian package, as a person would quote it. */
export const debianVersion = (name) =>
  run('dpkg-query', ['--show', '--showformat=${Version}', name]);

/** Whether a reader of the page sees these words as text: a tag shown as it was written, say. */
export async function isShown(url, words) {
  const page = await (await fetch(url)).text();
  const entities = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return page.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp);/g, (_, name) => entities[name])
    .includes(words);
}

export const linkBefore = 'A link before it';
export const linkAfter = 'A link after it';
const sentences = 'A lease of computers says when they are to be delivered, how long the tenant must '
  + 'wait for them, and what it costs to leave. The dates decide between them. Below, the day of '
  + 'delivery can be moved, and the answer moves with it.';

/**
 * The custom element for hosts that know only HTML's own blocks: they take it for a word, put it in a
 * paragraph, and the paragraphs that it holds fall out of it.
 */
export const inBlock = (element) => `<div>\n${element}\n</div>`;
export const whyBlock = 'In a <div>: otherwise it is put in a paragraph, and what it holds falls out of it.';

/** An article with the explorer in its middle, in the host's own writing. */
export const article = ({ paragraph, link, join: between = '\n' }, explorer) => [
  ...Array.from({ length: 4 }, () => paragraph(sentences)),
  paragraph(link(linkBefore)),
  explorer,
  paragraph(link(linkAfter)),
  ...Array.from({ length: 12 }, () => paragraph(sentences)),
].join(between);

export const html = {
  paragraph: (text) => `<p>${text}</p>`,
  link: (text) => `<a href="#elsewhere">${text}</a>`,
};
export const markdown = {
  paragraph: (text) => text,
  link: (text) => `[${text}](#elsewhere)`,
  join: '\n\n',
};
