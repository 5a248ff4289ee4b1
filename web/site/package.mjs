// The package for npm: the element as an ES module beside what it fetches, with its types.
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { read } from './files.mjs';
import { writeElement } from './scripts.mjs';

export async function writePackage(folder, { parts, licences, version, web }) {
  rmSync(folder.path, { recursive: true, force: true });
  await writeElement(folder, parts, (code) => folder.write('lease-explorer.js', code));
  folder.write('lease-explorer.d.ts', read(join(web, 'element', 'lease-explorer.d.ts')));
  folder.write('README.md', read(join(web, 'EMBEDDING.md')));
  folder.write('LICENSE', read(join(web, '..', 'LICENSE')));
  folder.write('licences.txt', licences);
  folder.write('package.json', `${JSON.stringify({
    name: 'lease-explorer',
    version,
    description: 'Drag the delivery date of an AI-compute lease and see who may leave, and why',
    license: 'MIT',
    type: 'module',
    exports: { '.': { types: './lease-explorer.d.ts', default: './lease-explorer.js' } },
    types: './lease-explorer.d.ts',
    sideEffects: ['./lease-explorer.js'],
    files: ['*'],
  }, null, 2)}\n`);
}
