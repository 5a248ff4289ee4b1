// WordPress with MariaDB, both from Debian's packages. An author pastes the address of our page; an
// administrator pastes HTML; what the filters leave of an author's HTML is written down.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  article, debianVersion, folder, freePort, here, html, run, serve, servePhp, until,
} from './support.mjs';
import { share } from '../../web/site/machine.mjs';

/** A database server on a socket in a folder of its own (a path to a socket must be short). */
async function startDatabase(home) {
  const data = join(home, 'database');
  const sockets = mkdtempSync(join(tmpdir(), 'offramp-'));
  const socket = join(sockets, 'socket');
  const user = ['--no-defaults', '--user=root'];
  await run('mariadb-install-db', [...user, `--datadir=${data}`, '--skip-test-db',
    '--auth-root-authentication-method=normal']);
  const server = serve('mariadbd', [...user, `--datadir=${data}`, `--socket=${socket}`,
    '--skip-networking', `--pid-file=${join(sockets, 'pid')}`, '--innodb-buffer-pool-size=32M',
    '--innodb-flush-log-at-trx-commit=0'], { log: join(home, 'database.log') });
  const say = (words) => run('mariadb', ['--no-defaults', '--user=root', `--socket=${socket}`, '-e', words]);
  await until(() => say('SELECT 1').then(() => true, () => false), server, 'MariaDB');
  await say('CREATE DATABASE wordpress');
  return {
    socket,
    async close() {
      await server.close();
      rmSync(sockets, { recursive: true, force: true });
    },
  };
}

/** Debian's files, followed through their links, with a configuration and a plugin of ours. */
function layFiles(home) {
  const files = join(home, 'files');
  cpSync(`${share}/wordpress`, files, {
    recursive: true, dereference: true, filter: (path) => !/\.htaccess$/.test(path),
  });
  copyFileSync(join(here, 'wordpress', 'wp-config.php'), join(files, 'wp-config.php'));
  const plugins = join(files, 'wp-content', 'mu-plugins');
  mkdirSync(plugins, { recursive: true });
  copyFileSync(join(here, 'wordpress', 'our-address.php'), join(plugins, 'our-address.php'));
  return files;
}

const block = (name, content, attributes = '') =>
  `<!-- wp:${name}${attributes && ` ${attributes}`} -->\n${content}\n<!-- /wp:${name} -->`;

function postsFor({ page, iframe, element }) {
  const post = (role, content) => ({ role, content: article(html, content) });
  const figure = '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n'
    + `${page}\n</div></figure>`;
  return {
    address: post('author', `\n\n${page}\n\n`),
    embed: post('author', block('embed', figure, `{"url":"${page}"}`)),
    html: post('administrator', block('html', iframe)),
    element: post('administrator', block('html', element)),
    stripped: post('author', block('html', iframe)),
    bare: post('author', block('html', element)),
  };
}

export async function start(options) {
  const home = folder('wordpress');
  const files = layFiles(home);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const database = await startDatabase(home);
  const env = { OFFRAMP_SOCKET: database.socket, OFFRAMP_PORT: new URL(options.base).port };
  try {
    const done = JSON.parse(await run('php', [join(here, 'wordpress', 'fill.php'), files, address],
      { input: JSON.stringify(postsFor(options)), env: { ...process.env, ...env } }));
    const server = await servePhp({
      port, documents: files, router: join(here, 'wordpress', 'router.php'), env, log: join(home, 'php.log'),
    });
    const url = (name) => `${address}/?p=${done[name].id}`;
    const discovered = "Found by discovery; compared with the oEmbed answer's iframe. In this sandbox nothing "
      + 'pops up and nothing is downloaded.';
    const offered = await (await fetch(`${options.base}oembed/${options.lease}.json`)).json();
    const isGone = !/iframe|lease-explorer|<script/.test(done.stripped.stored + done.bare.stored);
    if (!isGone) throw new Error(`what an author may paste has changed: ${JSON.stringify(done)}`);
    const kses = 'An author lacks the right unfiltered_html; wp_kses_post goes over the post when it is saved.';
    return {
      name: 'WordPress', version: await debianVersion('wordpress'),
      pages: [
        { way: 'author: address on a line of its own', shows: 'frame', url: url('address'),
          pasted: options.page, given: offered.html, note: discovered },
        { way: 'author: Embed block', shows: 'frame', url: url('embed'),
          pasted: options.page, given: offered.html, note: discovered },
        { way: 'administrator: Custom HTML, iframe', shows: 'frame', url: url('html'),
          pasted: options.iframe, note: '' },
        { way: 'administrator: Custom HTML, custom element', shows: 'element', url: url('element'),
          pasted: options.element, note: '' },
        { way: 'author: Custom HTML, iframe', url: url('stripped'), pasted: options.iframe, survived: 'nothing',
          note: `${kses} Paste the address instead.` },
        { way: 'author: Custom HTML, custom element', url: url('bare'), pasted: options.element,
          survived: 'what the element holds: its link', note: `${kses} Paste the address instead.` },
      ],
      async close() {
        await server.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
