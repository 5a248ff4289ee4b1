// Reads the #include lines of src/ and a list of words, and fails on a breach of the layering that
// src/ARCHITECTURE.md promises. Proves first, on planted breaches, that it can fail.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What each layer may include of ours, and which words no file of it may hold. */
const layers = {
  core: { may: ['core'], banned: /\b(double|float|long|chrono::system_clock|std::time|nlohmann|ImGui|emscripten)\b/ },
  app: { may: ['core', 'app'], banned: /\b(double|float|system_clock|nlohmann|ImGui|emscripten)\b/ },
  io: { may: ['core', 'io', 'app/exhibit.hpp', 'app/book_exhibit.hpp'], banned: /\b(fstream|fopen|ImGui|emscripten)\b/ },
  ui: { may: ['core', 'app', 'ui'], banned: /\b(nlohmann|emscripten_|EM_JS|EM_ASM)\b/ },
  'platform/native': { may: ['core', 'app', 'io', 'platform/native'], banned: /\b(ImGui|emscripten)\b/ },
  'platform/web': { may: ['core', 'app', 'io', 'ui', 'platform/web'], banned: /\bnlohmann\b/ },
};
const everywhere = /\b(throw|try|catch|dynamic_cast|typeid)\b/;

function code(text) {
  return text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '').replace(/"(?:\\.|[^"\\\n])*"/g, '""');
}

/** The breaches of one file, as sentences. */
export function breaches(path, text) {
  const layer = Object.keys(layers).find((name) => path.startsWith(`${name}/`));
  if (!layer) return [`${path}: lies in no layer`];
  const found = [];
  for (const [, included] of text.matchAll(/^\s*#include "([^"]+)"/gm)) {
    const allowed = layers[layer].may.some((may) => included === may || included.startsWith(`${may}/`));
    const ours = /^(core|app|io|ui|platform)\//.test(included);
    if (ours && !allowed) found.push(`${path}: ${layer} may not include ${included}`);
    if (!ours && !included.includes('imgui')) found.push(`${path}: ${included} is not named from src`);
    if (included.includes('imgui') && layer !== 'ui') found.push(`${path}: only ui knows Dear ImGui`);
  }
  const quiet = code(text);
  for (const banned of [layers[layer].banned, everywhere]) {
    const word = quiet.match(banned);
    if (word) found.push(`${path}: "${word[0]}" has no place in ${layer}`);
  }
  if (path.endsWith('.hpp') && !text.includes('#pragma once')) found.push(`${path}: no #pragma once`);
  if (!text.startsWith('//') && path.endsWith('.hpp')) found.push(`${path}: the first line says what it is`);
  return found;
}

const planted = {
  'core/a.cpp': '#include "io/read.hpp"\n',
  'core/b.hpp': '// b\n#pragma once\ndouble x;\n',
  'app/c.cpp': '#include "imgui.h"\n',
  'io/d.cpp': 'void f() { throw 1; }\n',
  'ui/e.hpp': '// e\n',
  'app/f.cpp': '#include "../core/date.hpp"\n',
};
for (const [path, text] of Object.entries(planted)) {
  if (breaches(path, text).length === 0) {
    console.error(`layering: a planted breach in ${path} was not found`);
    process.exit(1);
  }
}
const innocent = '// "double" in a text, float in a comment\n#pragma once\nauto x = "throw";\n';
if (breaches('core/g.hpp', innocent).length !== 0) {
  console.error('layering: comments and texts are not code');
  process.exit(1);
}

const root = process.argv[2];
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(cpp|hpp)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const found = files.flatMap((file) => breaches(relative(root, file), readFileSync(file, 'utf8')));
console.log(found.length ? found.join('\n') : `${files.length} files, no breach`);
process.exit(found.length ? 1 : 0);
