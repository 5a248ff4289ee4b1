// The npm package that the build has written: what it contains, what publint says of it, and its
// README. It needs build/web/package; OFFRAMP_PACKAGE names another folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.env.OFFRAMP_PACKAGE ?? join(root, 'build', 'web', 'package');
const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

async function complaints(pkgDir) {
  const { messages, pkg } = await publint({ pkgDir, pack: 'npm', strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }));
}

test('npm packs every file of the folder, and nothing else', () => {
  const [{ files, name, version }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }));
  assert.deepEqual(files.map(({ path }) => path).sort(), readdirSync(folder).sort());
  assert.equal(name, 'lease-explorer');
  assert.equal(version, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
});

test('it can be published: public, licensed, typed, with a README of its own', () => {
  assert.equal(described.private, undefined);
  assert.equal(described.license, 'MIT');
  assert.ok(described.keywords.length);
  assert.equal(Object.keys(described.exports['.'])[0], 'types');
  assert.equal(described.exports['./package.json'], './package.json');
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  assert.match(readme, /^# lease-explorer$/m);
  assert.ok(readme.includes(`lease-explorer-${described.version}.tgz`));
});

test('publint has nothing to say, and sees a fault', async () => {
  assert.deepEqual(await complaints(folder), []);
  const broken = mkdtempSync(join(tmpdir(), 'offramp-package-'));
  cpSync(folder, broken, { recursive: true });
  const { types, ...others } = described.exports['.'];
  writeFileSync(join(broken, 'package.json'),
    JSON.stringify({ ...described, exports: { '.': { ...others, types } } }));
  assert.match((await complaints(broken)).join('\n'), /types/);
  rmSync(broken, { recursive: true });
});

test('the bundler of its README leaves the import alone', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const [, code] = /^```js bundle\n([\s\S]*?)^```$/m.exec(readme);
  const [, commands] = /^```sh bundle\n([\s\S]*?)^```$/m.exec(readme);
  const app = mkdtempSync(join(tmpdir(), 'offramp-app-'));
  cpSync(folder, join(app, 'node_modules', 'lease-explorer'), { recursive: true });
  writeFileSync(join(app, 'app.js'), `${code}console.log('bundled');\n`);
  const esbuild = join(root, 'node_modules', '.bin', 'esbuild');
  execFileSync('sh', ['-ec', `mkdir -p public; ${commands.replace('npx esbuild', `'${esbuild}'`)}`],
    { cwd: app, stdio: ['ignore', 'pipe', 'pipe'] });
  assert.match(readFileSync(join(app, 'public', 'app.js'), 'utf8'),
    /import "\/lease-explorer\/lease-explorer\.js"/);
  assert.deepEqual(readdirSync(join(app, 'public', 'lease-explorer')).sort(), readdirSync(folder).sort());
  rmSync(app, { recursive: true });
});
