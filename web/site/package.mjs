// The package for npm: the element as an ES module beside what it fetches, with its types.
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { read } from './files.mjs';
import { writeElement } from './scripts.mjs';

export async function writePackage(folder, { parts, licences, version, web }) {
  rmSync(folder.path, { recursive: true, force: true });
  const files = await writeElement(folder, parts, (code) => folder.write('lease-explorer.js', code));
  folder.write('lease-explorer.d.ts', read(join(web, 'element', 'lease-explorer.d.ts')));
  folder.write('README.md', read(join(web, 'element', 'PACKAGE.md')).replaceAll('VERSION', version));
  folder.write('LICENSE', read(join(web, '..', 'LICENSE')));
  folder.write('licences.txt', licences);
  const { engine, regular, semibold } = files;
  folder.write('package.json', `${JSON.stringify({
    name: 'lease-explorer',
    version,
    description: 'Custom element: drag the delivery date of an AI-compute lease and see who may leave, and why',
    keywords: ['ai-compute', 'custom-element', 'explorable', 'gpu', 'lease', 'timeline', 'web-component',
      'webassembly'],
    license: 'MIT',
    type: 'module',
    exports: {
      '.': { types: './lease-explorer.d.ts', default: './lease-explorer.js' },
      './package.json': './package.json',
    },
    types: './lease-explorer.d.ts',
    sideEffects: ['./lease-explorer.js'],
    files: ['lease-explorer.js', 'lease-explorer.d.ts', engine.name, regular.name, semibold.name,
      'licences.txt'],
  }, null, 2)}\n`);
}
