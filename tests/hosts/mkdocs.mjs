// MkDocs from Debian's package, published under a base path with a space and a letter beyond ASCII.
// The explorer comes from another site, and from a copy of it among the documents.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../web/site/serve.mjs';
import {
  article, debianVersion, folder, freePort, inBlock, markdown, run, whyBlock,
} from './support.mjs';

const path = 'docs/ü x';

export async function start({ base, site, iframe, element }) {
  const home = folder('mkdocs');
  const documents = join(home, 'docs');
  mkdirSync(documents);
  const write = (name, text) =>
    writeFileSync(join(documents, name), `# A lease\n\n${article(markdown, text)}\n`);
  const theirs = inBlock(element);
  const ours = theirs.replaceAll(base, '../offramp/');
  cpSync(site, join(documents, 'offramp'), { recursive: true });
  write('index.md', 'Nothing yet.');
  write('iframe.md', iframe);
  write('element.md', theirs);
  write('copied.md', ours);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/${encodeURI(path)}/`;
  writeFileSync(join(home, 'mkdocs.yml'), `site_name: Hosts\nsite_url: ${address}\n`
    + 'nav: [index.md, iframe.md, element.md, copied.md]\nplugins: []\n');
  await run('mkdocs', ['build', '--quiet', '--site-dir', join(home, 'public', path)], { cwd: home });
  const server = await listen(join(home, 'public'), port);
  const at = `Under /${path}/.`;
  return {
    name: 'MkDocs', version: await debianVersion('mkdocs'),
    pages: [
      { way: 'iframe', shows: 'frame', url: `${address}iframe/`, pasted: iframe, note: at },
      { way: 'custom element', shows: 'element', url: `${address}element/`, pasted: theirs,
        note: `${at} ${whyBlock}` },
      { way: 'custom element, the site copied into the documents', shows: 'element', url: `${address}copied/`,
        pasted: ours, note: `${at} ${whyBlock}` },
    ],
    async close() { server.close(); },
  };
}
