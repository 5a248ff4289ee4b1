// The documents against what they describe: README's length and output, links, examples, badges,
// and the version. OFFRAMP is the command-line program; without it, build/native/offramp. With
// OFFRAMP_UPDATE=1 the output in README is written anew.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { badges } from '../../web/site/badges.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const offramp = process.env.OFFRAMP ?? join(root, 'build', 'native', 'offramp');
const read = (path) => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'CHANGELOG.md', '.github/CONTRIBUTING.md', 'web/EMBEDDING.md',
  'assets/schema/README.md', 'assets/schema/BOOKS.md', 'assets/schema/STORIES.md',
  'tests/cases/README.md', 'src/ARCHITECTURE.md', 'src/platform/native/STREAM.md'];

test('README has at most 110 lines', () => {
  assert.ok(read('README.md').split('\n').length - 1 <= 110);
});

test('the pictures of README are there, and no larger than they should be', () => {
  for (const [, path] of read('README.md').matchAll(/(?:srcset|src)="([^":]+)"|!\[[^\]]*\]\(([^)]+)\)/g)) {
    if (path) assert.ok(statSync(join(root, path)).size <= 600_000, path);
  }
});

test('README shows what the command line prints', () => {
  const block = /^(```console\n\$ build\/native\/offramp (.*)\n)([\s\S]*?)^```$/gm;
  const readme = read('README.md');
  const printed = readme.replace(block, (_, head, words) => {
    const { stdout, status } = spawnSync('sh', ['-c', `"$OFFRAMP" ${words}`],
      { cwd: root, encoding: 'utf8', env: { ...process.env, OFFRAMP: offramp } });
    assert.equal(status, 0);
    assert.ok(stdout);
    return `${head}${stdout}\`\`\``;
  });
  assert.match(readme, block);
  if (process.env.OFFRAMP_UPDATE) writeFileSync(join(root, 'README.md'), printed);
  else assert.equal(readme, printed);
});

/** The anchor that Markdown renderers give a heading. */
const anchorOf = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-');

/** The links of a document that lead nowhere. */
function deadLinks(path, text) {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(([, one, two]) => one ?? two);
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file, anchor] = link.split('#');
    const target = file ? join(root, dirname(path), file) : join(root, path);
    if (relative(root, target).startsWith('..') || !existsSync(target)) return true;
    if (!anchor) return false;
    return ![...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)]
      .some(([, heading]) => anchorOf(heading) === anchor);
  });
}

test('every link between documents leads somewhere', () => {
  for (const path of documents) assert.deepEqual(deadLinks(path, read(path)), [], path);
  const planted = '[a](no-such-file.md) [b](README.md#no-such-heading) [c](README.md#try-it)';
  assert.deepEqual(deadLinks('README.md', planted), ['no-such-file.md', 'README.md#no-such-heading']);
});

test('the book by example is valid, with the lease by example in it', () => {
  const block = (path, kind) => new RegExp(`^\`\`\`json ${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(read(path))[1];
  const lease = block('assets/schema/README.md', 'lease');
  const book = block('assets/schema/BOOKS.md', 'book');
  const folder = mkdtempSync(join(tmpdir(), 'offramp-book-'));
  const validate = (text) => {
    for (const [kind, content] of [['leases', lease], ['books', text]]) {
      mkdirSync(join(folder, kind), { recursive: true });
      writeFileSync(join(folder, kind, 'example.json'), content);
    }
    const { status, stdout, stderr } = spawnSync(offramp, ['validate', join(folder, 'books', 'example.json')],
      { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  assert.equal(JSON.parse(lease).id, 'example');
  assert.deepEqual(validate(book), { status: 0, said: '' });
  assert.equal(validate(book.replace('"lease": "example"', '"lease": "nobody"')).status, 1);
  rmSync(folder, { recursive: true });
});

test('the badges say what the repository says; node web/site/badges.mjs rewrites them', () => {
  const made = badges();
  assert.deepEqual(readdirSync(join(root, 'assets', 'badges')).sort(), Object.keys(made).sort());
  for (const [name, svg] of Object.entries(made)) assert.equal(read(`assets/badges/${name}`), svg, name);
});

test('package.json is the one place of the version', () => {
  const { version } = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  assert.equal(lock.version, version);
  assert.equal(lock.packages[''].version, version);
  assert.ok(!Object.values(lock.packages).some(({ resolved }) => resolved), 'the lockfile names no registry');
  assert.match(read('CHANGELOG.md'), new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'));
});
