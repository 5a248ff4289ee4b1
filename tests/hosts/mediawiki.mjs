// MediaWiki from Debian's package, on SQLite: what an editor without any rights can do through the
// wiki's own interface (a link, an uploaded picture, a footnote), and $wgRawHtml on a closed wiki.
import { appendFileSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  article, debianVersion, folder, freePort, here, inBlock, isShown, run, servePhp, whyBlock,
} from './support.mjs';
import { share } from '../../web/site/machine.mjs';

const wiki = `${share}/mediawiki`;
const password = 'a long password';
const wikitext = {
  paragraph: (text) => text,
  link: (text) => `[[#elsewhere|${text}]]`,
  join: '\n\n',
};

/** A session of an ordinary editor with the wiki's interface for programs. */
async function signIn(address, name) {
  const jar = new Map();
  const ask = async (fields, file) => {
    const body = file ? new FormData() : new URLSearchParams();
    for (const [key, value] of Object.entries({ ...fields, format: 'json', formatversion: '2' })) {
      body.append(key, value);
    }
    if (file) body.append('file', new Blob([readFileSync(file)]), basename(file));
    const response = await fetch(`${address}/api.php`, {
      method: 'POST', body, headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      jar.set(key, value);
    }
    return response.json();
  };
  const token = async (type) =>
    (await ask({ action: 'query', meta: 'tokens', type })).query.tokens[`${type}token`];
  const signedIn = await ask({
    action: 'login', lgname: name, lgpassword: password, lgtoken: await token('login'),
  });
  if (signedIn.login?.result !== 'Success') throw new Error(JSON.stringify(signedIn));
  const csrf = await token('csrf');
  const done = async (answer) => {
    const { edit, upload } = await answer;
    if ((edit ?? upload)?.result !== 'Success') throw new Error(JSON.stringify(await answer));
  };
  return {
    edit: (title, text) => done(ask({ action: 'edit', title, text, token: csrf })),
    upload: (file) => done(ask({
      action: 'upload', filename: basename(file), ignorewarnings: '1', comment: 'Drawn by Offramp',
      token: csrf,
    }, file)),
  };
}

const footnote = (page) => '\n\nGoogle may walk away if delivery is late.<ref>'
  + `[${page}#deliver=2026-11-15 Offramp: delivery on 15 November 2026]</ref>\n\n<references />`;

export async function start({ page, iframe, element, pictures }) {
  const home = folder('mediawiki');
  for (const name of ['images', 'cache', 'database']) mkdirSync(join(home, name));
  const [port, rawPort] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const rawAddress = `http://127.0.0.1:${rawPort}`;
  const conf = join(home, 'LocalSettings.php');
  const env = { OFFRAMP_HOME: home, OFFRAMP_ADDRESS: address, MW_CONFIG_FILE: conf };
  const maintain = (name, ...words) => run('php', [join(wiki, 'maintenance', `${name}.php`), ...words],
    { cwd: home, env: { ...process.env, ...env } });
  const { MW_CONFIG_FILE: _, ...bare } = env;
  await run('php', [
    join(wiki, 'maintenance', 'install.php'), '--dbtype=sqlite', `--dbpath=${join(home, 'database')}`,
    '--dbname=wiki', `--confpath=${home}`, `--server=${address}`, '--scriptpath=', '--lang=en',
    '--skins=Vector', `--pass=${password}`, 'Hosts', 'Administrator',
  ], { cwd: home, env: { ...process.env, ...bare } });
  copyFileSync(join(here, 'mediawiki', 'settings.php'), join(home, 'settings.php'));
  appendFileSync(conf, "\nrequire __DIR__ . '/settings.php';\n");
  await maintain('createAndPromote', '--conf', conf, 'Editor', password);

  const common = { documents: wiki, router: join(here, 'mediawiki', 'router.php') };
  const servers = await Promise.all([
    servePhp({ ...common, port, env, log: join(home, 'php.log') }),
    servePhp({
      ...common, port: rawPort, log: join(home, 'php-raw.log'),
      env: { ...env, OFFRAMP_ADDRESS: rawAddress, OFFRAMP_RAW_HTML: 'yes' },
    }),
  ]);
  const close = () => Promise.all(servers.map((server) => server.close()));
  try {
    const editor = await signIn(address, 'Editor');
    for (const picture of Object.values(pictures)) await editor.upload(picture);
    const image = (file) => `[[File:${basename(file)}|720px|link=${page}|alt=Can Google walk away?]]`;
    await editor.edit('Pasted', article(wikitext, iframe));
    await editor.edit('Drawing', article(wikitext, image(pictures.svg) + footnote(page)));
    await editor.edit('Pixels', article(wikitext, image(pictures.png) + footnote(page)));
    const trusted = await signIn(rawAddress, 'Editor');
    const raw = (text) => `<html>${text.replace(/\n/g, '')}</html>`;
    await trusted.edit('Raw iframe', article(wikitext, raw(iframe)));
    await trusted.edit('Raw element', article(wikitext, raw(inBlock(element))));
    const url = (title, at = address) => `${at}/index.php?title=${encodeURIComponent(title)}`;
    const linked = `a[href="${page}"]:has(img)`;
    const isText = await isShown(url('Pasted'), '<iframe');
    return {
      name: 'MediaWiki', version: await debianVersion('mediawiki'),
      pages: [
        { way: 'editor: iframe', url: url('Pasted'), pasted: iframe,
          survived: isText ? 'its text: the reader sees the tag as written' : 'nothing',
          note: 'Wikitext has no iframe, and no extension that Debian packages adds one. Use the picture and '
            + 'the link.' },
        { way: 'editor: uploaded SVG, link, ref', shows: 'link', link: linked, url: url('Drawing'),
          pasted: image(pictures.svg), note: '',
          survived: 'the drawing, as pixels of 720 by rsvg; its link; the footnote' },
        { way: 'editor: uploaded PNG, link, ref', shows: 'link', link: linked, url: url('Pixels'),
          pasted: image(pictures.png), survived: 'the picture, its link, the footnote', note: '' },
        { way: '$wgRawHtml: <html> with iframe', shows: 'frame', url: url('Raw iframe', rawAddress),
          pasted: raw(iframe), note: 'Only for wikis closed to strangers.' },
        { way: '$wgRawHtml: <html> with custom element', shows: 'element',
          url: url('Raw element', rawAddress), pasted: raw(inBlock(element)),
          note: `Only for wikis closed to strangers; no line breaks in the snippet. ${whyBlock}` },
      ],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
