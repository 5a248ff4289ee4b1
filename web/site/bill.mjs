// The licences of the site (ours for code and data, and those of third-party components) and a bill
// of materials (CycloneDX 1.5).
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from './files.mjs';
import { share } from './machine.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const preact = join(root, 'node_modules', 'preact');

const found = (path, pattern) => {
  const match = pattern.exec(read(path));
  if (!match) throw new Error(`${path} no longer says its version`);
  return match.slice(1).join('.');
};

/** Every third-party component of the engine or the pages, with its licence file. */
function componentsIn(deps) {
  const json = join(deps, 'nlohmann-json3', 'include', 'nlohmann', 'detail', 'abi_macros.hpp');
  return [
    ['Inter', execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'fonts-inter'],
      { encoding: 'utf8' }), 'OFL-1.1', `${share}/doc/fonts-inter/copyright`],
    ['Dear ImGui', found(join(deps, 'imgui', 'imgui.h'), /#define IMGUI_VERSION\s+"([^"]+)"/),
      'MIT', join(deps, 'imgui', 'LICENSE.txt')],
    ['JSON for Modern C++', found(json,
      /VERSION_MAJOR (\d+)[\s\S]*?VERSION_MINOR (\d+)[\s\S]*?VERSION_PATCH (\d+)/),
    'MIT', join(deps, 'nlohmann-json3', 'LICENSE.MIT')],
    ['Preact', JSON.parse(read(join(preact, 'package.json'))).version, 'MIT', join(preact, 'LICENSE')],
    ['Emscripten (musl, libc++, emmalloc)',
      read(`${share}/emscripten/emscripten-version.txt`).trim().replaceAll('"', ''),
      'MIT', `${share}/doc/emscripten/copyright`],
  ].map(([name, version, licence, path]) => ({ name, version, licence, path }));
}

/** Writes both files; returns the licences of the third-party components. */
export function writeBill(site, deps, version) {
  const components = componentsIn(deps);
  const joined = (texts) => texts.map(([name, path]) =>
    `${name}\n${'='.repeat(name.length)}\n\n${read(path)}\n`).join('\n');
  const theirs = joined([...components.map(({ name, path }) => [name, path]),
    ['Apache License, Version 2.0', `${share}/common-licenses/Apache-2.0`]]);
  const ours = joined([['Offramp', join(root, 'LICENSE')],
    ['Offramp: leases, books, library and cases', join(root, 'assets', 'LICENSE')]]);
  site.write('licences.txt', `${ours}\n${theirs}`);
  site.write('bill-of-materials.json', `${JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'offramp', version } },
    components: components.map((one) => ({
      type: 'library',
      name: one.name,
      version: one.version,
      licenses: [{ license: { id: one.licence } }],
    })),
  }, null, 1)}\n`);
  return theirs;
}
