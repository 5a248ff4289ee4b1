// The scripts of the site: the element as modules with hashed names, and as one classic script.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minified, read } from './files.mjs';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = 'es2022';

/** Files that the sources import by name and the build supplies. */
function brought(files) {
  return {
    name: 'brought',
    setup(setting) {
      const filter = new RegExp(`(^|/)(${Object.keys(files).map((name) =>
        name.replaceAll('.', '\\.')).join('|')})$`);
      setting.onResolve({ filter }, ({ path }) =>
        ({ path: path.split('/').at(-1), namespace: 'brought' }));
      setting.onLoad({ filter: /.*/, namespace: 'brought' }, ({ path }) => files[path]);
    },
  };
}

/**
 * Preact copies what it finds in an object, the inherited too. Where a page has put something into
 * Object.prototype, that must not reach the view: a getter there would throw at every element.
 */
const ownProperties = {
  name: 'own properties',
  setup(setting) {
    setting.onLoad({ filter: /[\\/]preact\.mjs$/ }, ({ path }) => {
      const code = read(path);
      const contents = code.replace(/for\((\w+) in ([\w$]+)\)/g, 'for($1 in $2)if(Object.hasOwn($2,$1))');
      if (contents === code) throw new Error(`${path}: no loop over properties was found`);
      return { contents };
    });
  },
};

async function bundled(entry, files, options) {
  const { outputFiles } = await build({
    ...(typeof entry === 'string' ? { entryPoints: [join(web, entry)] } : { stdin: entry }),
    bundle: true, write: false, minify: true, legalComments: 'none', target, format: 'esm',
    plugins: [brought(files), ownProperties],
    ...options,
  });
  return outputFiles[0].text;
}

const text = (contents) => ({ contents, loader: 'text' });
const script = (contents) => ({ contents, loader: 'js' });
const bytes = (contents) => ({ contents, loader: 'binary' });

/**
 * Writes the engine and the fonts under hashed names, and the element that refers to them; `place`
 * writes the element into the same folder.
 */
export async function writeElement(folder, { engine, styles, fonts }, place) {
  const files = {
    engine: folder.writeHashed('engine.wasm', engine.wasm),
    regular: folder.writeHashed('inter-regular.woff2', fonts.regular),
    semibold: folder.writeHashed('inter-semibold.woff2', fonts.semibold),
  };
  const manifest = Object.entries(files).map(([name, file]) =>
    `export const ${name} = ${JSON.stringify(file)};\n`).join('');
  files.element = place(await bundled('element/element.mjs', {
    'element.css': text(styles),
    'engine.glue.mjs': script(engine.glue),
    'manifest.mjs': script(manifest),
  }));
  return files;
}

/** All scripts of the site, and the entry that refers to the element by name. */
export async function writeModules(site, parts) {
  const files = await writeElement(site, parts, (code) => site.writeHashed('element.mjs', code));
  files.page = site.writeHashed('page.mjs', await bundled('frame/page.mjs', {}));
  // Old browsers must be able to parse the entry, which says what they lack.
  const entry = minified(read(join(web, 'element', 'offramp.js')), {
    target: 'es5',
    supported: { 'dynamic-import': true },
    define: {
      ELEMENT_NAME: JSON.stringify(files.element.name),
      ELEMENT_INTEGRITY: JSON.stringify(files.element.integrity),
      PAGE_NAME: JSON.stringify(files.page.name),
      PAGE_INTEGRITY: JSON.stringify(files.page.integrity),
    },
  });
  site.write('offramp.js', entry);
  files.entry = site.writeHashed('offramp.js', entry); // for authors who pin it
  site.write('offramp-parent.js',
    minified(read(join(web, 'frame', 'offramp-parent.js')), { target: 'es2020' }));
  files.desk = site.writeHashed('desk.wasm', parts.desk.wasm);
  for (const name of ['book', 'ask']) {
    files[name] = site.writeHashed(`${name}.mjs`, await bundled(`pages/${name}/page.mjs`, {
      'desk.glue.mjs': script(parts.desk.glue),
      'manifest.mjs': script(`export const desk = ${JSON.stringify(files.desk)};\n`),
    }));
  }
  files.home = site.writeHashed('home.mjs', await bundled('pages/home/home.mjs', {}));
  files.story = site.writeHashed('story.mjs', await bundled('pages/story/story.mjs', {}));
  files.record = site.writeHashed('record.mjs', await bundled('pages/story/record.mjs', {}, {
    define: { DAYS: JSON.stringify(parts.days) },
  }));
  files.builder = site.writeHashed('builder.mjs', await bundled('pages/builder/page.mjs', {}, {
    define: { ENTRY: JSON.stringify(files.entry) },
  }));
  files.write = site.writeHashed('write.mjs', await bundled('pages/write/write.mjs', {}, {
    define: { ELEMENT: JSON.stringify(files.element.name) },
  }));
  return files;
}

/** The element, our page's script and everything they need, as one classic script. */
export const singleScript = ({ engine, styles, fonts }) => bundled(
  { contents: 'import "./element/element.mjs"; import "./frame/page.mjs";', resolveDir: web },
  {
    'assets.mjs': script(read(join(web, 'engine', 'assets_single.mjs'))),
    'element.css': text(styles),
    'engine.glue.mjs': script(engine.glue),
    'engine.wasm.gz': bytes(gzipSync(engine.wasm, { level: 9 })),
    'inter-regular.woff2': bytes(fonts.regular),
    'inter-semibold.woff2': bytes(fonts.semibold),
  },
  { format: 'iife', define: { 'import.meta.url': '""' } },
);
