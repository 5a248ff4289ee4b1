// Helpers of the build: files of the site, their hashes, templates.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { transformSync } from 'esbuild';

export const read = (path) => readFileSync(path, 'utf8');
export const digest = (bytes, kind, encoding) => createHash(kind).update(bytes).digest(encoding);
export const integrityOf = (bytes) => `sha384-${digest(bytes, 'sha384', 'base64')}`;
export const hashSource = (text) => `'sha256-${digest(text, 'sha256', 'base64')}'`;
export const escaped = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Removes comments and spaces and shortens local names; exports keep their names. */
export const minified = (text, options = {}) =>
  transformSync(text, { minify: true, legalComments: 'none', ...options }).code.trim();

/** Fills each {{name}}; throws for a name without a value, or a value without a place. */
export function filled(template, values) {
  const used = new Set();
  const text = template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`the template asks for ${name}`);
    used.add(name);
    return values[name];
  });
  for (const name of Object.keys(values)) {
    if (!used.has(name)) throw new Error(`the template has no place for ${name}`);
  }
  return text;
}

export class Folder {
  constructor(path) { this.path = path; }

  /** Writes a file and returns its name. */
  write(name, content) {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), content);
    return name;
  }

  /** Writes a file under a name with its hash, so that it can be cached for ever. */
  writeHashed(name, content) {
    const [, stem, ending] = /^(.*)(\.\w+)$/.exec(name);
    return {
      name: this.write(`${stem}.${digest(content, 'sha256', 'hex').slice(0, 8)}${ending}`, content),
      integrity: integrityOf(content),
    };
  }

  /** The download size of these files, in bytes with brotli. */
  brotli(names) {
    return names.map((name) => brotliCompressSync(readFileSync(join(this.path, name)), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    }).length).reduce((sum, size) => sum + size, 0);
  }
}
