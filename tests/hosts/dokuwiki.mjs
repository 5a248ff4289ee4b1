// DokuWiki from Debian's package: as it comes (a link, an uploaded picture), and with the setting
// htmlok, which later versions no longer have. Pages and pictures go in by its remote interface.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { article, debianVersion, folder, freePort, here, isShown, servePhp } from './support.mjs';
import { share } from '../../web/site/machine.mjs';

const wikitext = {
  paragraph: (text) => text,
  link: (text) => `[[#elsewhere|${text}]]`,
  join: '\n\n',
};
const parts = [
  'attic', 'cache', 'index', 'locks', 'log', 'media', 'media_attic', 'media_meta', 'meta', 'pages', 'tmp',
];

async function startWiki(home, name, isHtmlOk) {
  const data = join(home, name, 'data');
  for (const part of parts) mkdirSync(join(data, part), { recursive: true });
  const conf = join(home, name, 'conf');
  // What the system's administrator has set up is none of our business.
  cpSync('/etc/dokuwiki', conf, {
    recursive: true, filter: (path) => !/\/(local\.php|acl\.auth\.php|users\.auth\.php)$/.test(path),
  });
  writeFileSync(join(conf, 'local.php'), `<?php
$conf['title'] = 'Hosts';
$conf['savedir'] = '${data}';
$conf['useacl'] = 0;
$conf['remote'] = 1;
$conf['remoteuser'] = '';
$conf['htmlok'] = ${Number(isHtmlOk)};
`);
  const port = await freePort();
  const server = await servePhp({
    port, documents: `${share}/dokuwiki`, router: join(here, 'dokuwiki', 'router.php'),
    settings: { auto_prepend_file: join(here, 'dokuwiki', 'our-settings.php') },
    env: { OFFRAMP_CONF: conf }, log: join(home, `${name}.log`),
  });
  const address = `http://127.0.0.1:${port}`;
  const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  const call = async (method, ...values) => {
    const body = `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${
      values.map((value) => `<param><value>${value}</value></param>`).join('')}</params></methodCall>`;
    const response = await fetch(`${address}/lib/exe/xmlrpc.php`,
      { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
    const text = await response.text();
    if (!response.ok || !text.includes('<methodResponse>') || text.includes('<fault>')) {
      throw new Error(`${method}: ${response.status} ${text.slice(0, 1000)}`);
    }
  };
  const string = (text) => `<string>${escaped(text)}</string>`;
  const nothing = '<struct></struct>';
  return {
    url: (page) => `${address}/doku.php?id=${page}`,
    write: (page, text) => call('wiki.putPage', string(page), string(text), nothing),
    upload: (file) => call('wiki.putAttachment', string(basename(file)),
      `<base64>${readFileSync(file).toString('base64')}</base64>`, nothing),
    close: () => server.close(),
  };
}

export async function start({ page, iframe, element, pictures }) {
  const home = folder('dokuwiki');
  const wikis = await Promise.all([startWiki(home, 'plain', false), startWiki(home, 'htmlok', true)]);
  const [plain, htmlok] = wikis;
  const close = () => Promise.all(wikis.map((wiki) => wiki.close()));
  try {
    const image = (file) => `[[${page}|{{:${basename(file)}?720|Can Google walk away?}}]]`;
    const raw = (text) => `<HTML>\n${text}\n</HTML>`;
    for (const picture of Object.values(pictures)) await plain.upload(picture);
    await plain.write('pasted', article(wikitext, raw(iframe)));
    await plain.write('drawing', article(wikitext, image(pictures.svg)));
    await plain.write('pixels', article(wikitext, image(pictures.png)));
    await htmlok.write('iframe', article(wikitext, raw(iframe)));
    await htmlok.write('element', article(wikitext, raw(element)));
    const isText = await isShown(plain.url('pasted'), '<iframe');
    const linked = `a[href="${page}"]:has(img)`;
    return {
      name: 'DokuWiki', version: await debianVersion('dokuwiki'),
      pages: [
        { way: 'as it comes: <HTML> with iframe', url: plain.url('pasted'), pasted: raw(iframe),
          survived: isText ? 'its text: the reader sees the tag as written' : 'nothing',
          note: 'htmlok is off unless an administrator sets it, and versions after this one have it no longer. '
            + 'Use the picture and the link.' },
        { way: 'as it comes: uploaded SVG, link', shows: 'link', link: linked, url: plain.url('drawing'),
          pasted: image(pictures.svg), survived: 'the drawing, its link', note: '' },
        { way: 'as it comes: uploaded PNG, link', shows: 'link', link: linked, url: plain.url('pixels'),
          pasted: image(pictures.png), survived: 'the picture, its link', note: '' },
        { way: 'htmlok: <HTML> with iframe', shows: 'frame', url: htmlok.url('iframe'), pasted: raw(iframe),
          note: "$conf['htmlok'] = 1." },
        { way: 'htmlok: <HTML> with custom element', shows: 'element', url: htmlok.url('element'),
          pasted: raw(element), note: "$conf['htmlok'] = 1." },
      ],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
