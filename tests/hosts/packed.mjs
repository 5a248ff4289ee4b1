// Filters of hosts that cannot be had here, taken as they are from the packages in which their
// makers publish them. What a package expects round it is stood in for by name.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { work } from './support.mjs';

export const packed = (name) => join(work, 'packed', name);

/** Bundles a piece of code that imports from packages; `standIns` are modules, as text, by name. */
export async function bundle(text, standIns, outfile, platform) {
  const known = new RegExp(`^(${Object.keys(standIns).join('|') || '$.'})$`);
  await build({
    stdin: { contents: text, resolveDir: work, loader: 'js' },
    bundle: true, format: 'esm', target: 'es2022', platform, outfile, logLevel: 'silent',
    nodePaths: [join(work, 'node_modules')],
    plugins: [{
      name: 'stand-ins',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: known }, ({ path }) => ({ path, namespace: 'stand-in' }));
        onLoad({ filter: /./, namespace: 'stand-in' },
          ({ path }) => ({ contents: standIns[path], loader: 'js' }));
      },
    }],
  });
  return pathToFileURL(outfile).href;
}
