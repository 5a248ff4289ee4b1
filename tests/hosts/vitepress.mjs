// VitePress from npm, published under a base path with a space and a letter beyond ASCII. The
// explorer comes from another site, and from a copy of it in the folder public/.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../../web/site/serve.mjs';
import { article, folder, freePort, markdown, run, work } from './support.mjs';

const path = '/docs/ü x/';

/** Vue compiles a page's scripts into its own; one to be loaded as it is belongs in the head. */
function parted(element) {
  const [script, address] = /<script[^>]*src="([^"]*)"[^>]*><\/script>\s*/.exec(element);
  return {
    head: `head:\n  - [script, { src: "${address}", defer: "" }]`,
    body: element.replace(script, ''),
  };
}

export async function start({ base, site, iframe, element }) {
  const home = folder('vitepress');
  const packages = join(work, 'node_modules', 'vitepress');
  mkdirSync(join(home, '.vitepress'));
  cpSync(site, join(home, 'public', 'offramp'), { recursive: true });
  writeFileSync(join(home, '.vitepress', 'config.mjs'), `export default {
  title: 'Hosts', base: ${JSON.stringify(path)}, cleanUrls: false,
  vue: { template: { compilerOptions: { isCustomElement: (name) => name === 'lease-explorer' } } },
};\n`);
  const write = (name, text, head = '') => writeFileSync(join(home, name),
    `${head && `---\n${head}\n---\n\n`}# A lease\n\n${article(markdown, text)}\n`);
  const ours = element.replaceAll(base, `${encodeURI(path)}offramp/`);
  write('index.md', 'Nothing yet.');
  write('iframe.md', iframe);
  for (const [name, text] of [['element', element], ['copied', ours]]) {
    const { head, body } = parted(text);
    write(`${name}.md`, body, head);
  }
  await run(process.execPath, [join(packages, 'bin', 'vitepress.js'), 'build', home,
    '--outDir', join(home, 'published', path)], { cwd: home });
  const server = await listen(join(home, 'published'), await freePort());
  const address = `http://127.0.0.1:${server.address().port}${encodeURI(path)}`;
  const at = `Under ${path}.`;
  const script = `${at} The script stands in the head of the page (frontmatter), and isCustomElement names the `
    + 'element.';
  return {
    name: 'VitePress',
    version: JSON.parse(readFileSync(join(packages, 'package.json'), 'utf8')).version,
    pages: [
      { way: 'iframe', shows: 'frame', url: `${address}iframe.html`, pasted: iframe, note: at },
      { way: 'custom element', shows: 'element', url: `${address}element.html`, pasted: element,
        note: script },
      { way: 'custom element, the site copied into public/', shows: 'element', url: `${address}copied.html`,
        pasted: ours, note: script },
    ],
    async close() { server.close(); },
  };
}
