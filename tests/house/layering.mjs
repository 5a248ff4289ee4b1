// Reads the #include lines of src/ and a list of words, and fails on a breach of the rooms and floors
// that src/ARCHITECTURE.md describes. Proves first, on planted breaches, that it can fail.
//
//   node layering.mjs <src>            checks
//   node layering.mjs <src> --table    prints each room, its lines, and what it may include
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Each layer: the layers below it, its rooms from the ground up, and words that no file of it holds.
    A room includes itself, the rooms before it, and all that the layers below offer. */
const layers = {
  core: {
    below: [],
    rooms: ['days', 'money', 'lease', 'evaluate', 'ask', 'book'],
    banned: /\b(double|float|long|chrono::system_clock|std::time|nlohmann|ImGui|emscripten)\b/,
  },
  'app/exhibit': { below: ['core'], rooms: [], banned: /\b(double|float|system_clock|nlohmann|ImGui|emscripten)\b/ },
  app: {
    below: ['core', 'app/exhibit'],
    rooms: ['words', 'model', 'controls', 'link', 'view', 'operate', 'answers', 'book', 'export'],
    banned: /\b(double|float|system_clock|nlohmann|ImGui|emscripten)\b/,
  },
  io: {
    below: ['core', 'app/exhibit'],
    rooms: ['json', 'lease', 'scenario', 'book', 'exhibit', 'story'],
    banned: /\b(fstream|fopen|ImGui|emscripten)\b/,
  },
  schema: { below: ['core', 'io'], rooms: [], banned: /\b(fstream|fopen|ImGui|emscripten)\b/ },
  generate: { below: ['core'], rooms: [], banned: /\b(double|float|nlohmann|ImGui|emscripten)\b/ },
  ui: { below: ['core', 'app/exhibit'], rooms: [], banned: /\b(nlohmann|emscripten_|EM_JS|EM_ASM)\b/ },
  'platform/web': { below: ['core', 'app/exhibit', 'app', 'io', 'ui'], rooms: [], banned: /\bnlohmann\b/ },
  'platform/native': {
    below: ['core', 'app/exhibit', 'app', 'io', 'schema', 'generate'], rooms: [], banned: /\b(ImGui|emscripten)\b/,
  },
};
/** What only its own room may include. */
const inner = { 'core/evaluate/evaluation.hpp': 'core/evaluate' };
const everywhere = /\b(throw|try|catch|dynamic_cast|typeid)\b/;

function code(text) {
  return text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '').replace(/"(?:\\.|[^"\\\n])*"/g, '""');
}

/** The layer and the room that a path lies in; `app/exhibit` is a layer of its own. */
function placeOf(path) {
  const layer = Object.keys(layers).filter((name) => path.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (!layer) return undefined;
  const [room, ...rest] = path.slice(layer.length + 1).split('/');
  return { layer, room: rest.length ? room : undefined };
}

/** Whether a file in `from` may include one in `to`. */
function mayInclude(from, to) {
  if (from.layer !== to.layer) return layers[from.layer].below.includes(to.layer);
  const { rooms } = layers[from.layer];
  return rooms.indexOf(to.room) <= rooms.indexOf(from.room);
}

/** The breaches of one file, as sentences. */
function breaches(path, text) {
  const from = placeOf(path);
  if (!from) return [`${path}: lies in no layer`];
  const { rooms, banned } = layers[from.layer];
  const found = [];
  if (rooms.length ? !rooms.includes(from.room) : from.room) found.push(`${path}: lies in no room of ${from.layer}`);
  for (const [, included] of text.matchAll(/^\s*#include "([^"]+)"/gm)) {
    if (included.includes('imgui')) {
      if (from.layer !== 'ui') found.push(`${path}: only ui knows Dear ImGui`);
      continue;
    }
    const to = placeOf(included);
    if (!to) found.push(`${path}: ${included} is not named from src`);
    else if (!mayInclude(from, to)) found.push(`${path}: ${[from.layer, from.room].filter(Boolean).join('/')} may not include ${included}`);
    const owner = inner[included];
    if (owner && !path.startsWith(`${owner}/`)) found.push(`${path}: ${included} belongs to ${owner} alone`);
  }
  const quiet = code(text);
  for (const words of [banned, everywhere]) {
    const word = quiet.match(words);
    if (word) found.push(`${path}: "${word[0]}" has no place in ${from.layer}`);
  }
  if (path.endsWith('.hpp')) {
    if (!text.includes('#pragma once')) found.push(`${path}: no #pragma once`);
    if (!text.startsWith('//')) found.push(`${path}: the first line says what it is`);
  }
  return found;
}

const planted = {
  'core/days/a.cpp': '#include "io/json/json.hpp"\n',
  'core/days/b.hpp': '// b\n#pragma once\ndouble x;\n',
  'core/money/c.cpp': '#include "core/lease/lease.hpp"\n', // a room above, in the same layer
  'core/d.cpp': 'int x;\n', // in no room
  'core/ask/e.cpp': '#include "core/evaluate/evaluation.hpp"\n',
  'core/evaluate/f.cpp': '#include "core/ask/regimes.hpp"\n',
  'app/exhibit/g.hpp': '// g\n#pragma once\n#include "app/words/text.hpp"\n',
  'app/words/h.cpp': '#include "imgui.h"\n',
  'app/view/i.cpp': '#include "app/export/svg.hpp"\n',
  'app/words/j.cpp': '#include "../core/date.hpp"\n',
  'io/json/k.cpp': 'void f() { throw 1; }\n',
  'io/exhibit/l.cpp': '#include "app/words/text.hpp"\n',
  'ui/m.hpp': '// m\n',
  'ui/n.cpp': '#include "app/model/model.hpp"\n',
  'generate/o.cpp': '#include "io/lease/write_lease.hpp"\n',
  'elsewhere/p.cpp': 'int x;\n',
};
for (const [path, text] of Object.entries(planted)) {
  if (breaches(path, text).length === 0) {
    console.error(`layering: a planted breach in ${path} was not found`);
    process.exit(1);
  }
}
const innocent = '// "double" in a text, float in a comment\n#pragma once\n#include "core/days/date.hpp"\nauto x = "throw";\n';
if (breaches('core/money/q.hpp', innocent).length !== 0) {
  console.error('layering: comments and texts are not code, and a room may include those below it');
  process.exit(1);
}

const root = process.argv[2];
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(cpp|hpp)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .map((file) => [relative(root, file), readFileSync(file, 'utf8')]);

if (process.argv[3] === '--table') {
  for (const [layer, { below, rooms }] of Object.entries(layers)) {
    for (const [i, room] of (rooms.length ? rooms : [undefined]).entries()) {
      const lines = files.filter(([path]) => {
        const place = placeOf(path);
        return place?.layer === layer && place.room === room;
      }).reduce((sum, [, text]) => sum + text.split('\n').length - 1, 0);
      const may = [...rooms.slice(0, i), ...below].join(', ') || 'the standard library only';
      console.log(`${[layer, room].filter(Boolean).join('/').padEnd(18)} ${String(lines).padStart(5)}  ${may}`);
    }
  }
}
const found = files.flatMap(([path, text]) => breaches(path, text));
console.log(found.length ? found.join('\n') : `${files.length} files, no breach`);
process.exit(found.length ? 1 : 0);
