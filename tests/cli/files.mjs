// What the command line does with files that are none, outputs that are full, and words that it does
// not know: it says so, reads the rest, and exits with 1 or 2.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const root = new URL('../..', import.meta.url).pathname;
const google = join(root, 'assets/leases/spacex-google-2026.json');
const iren = join(root, 'assets/leases/iren-microsoft-2025.json');
const folder = mkdtempSync(join(tmpdir(), 'offramp-files-'));
after(() => rmSync(folder, { recursive: true }));

const run = (words, options = {}) =>
  spawnSync(process.env.OFFRAMP, words, { encoding: 'utf8', ...options });

const full = [['show', google], ['help'], ['render', google, '--to', 'csv'], ['schema', 'lease'],
  ['check', join(root, 'tests/cases/V01.json')], ['palette'], ['--version']];
for (const words of full) {
  test(`${words[0]} says that a full disk has taken nothing`, () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$@" > /dev/full', process.env.OFFRAMP, ...words],
      { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /standard output cannot be written: No space left on device/);
  });
}

for (const command of ['validate', 'check', 'show', 'render']) {
  test(`${command} of a folder says that it is one`, () => {
    const { status, stderr, signal } = run([command, join(root, 'assets/leases')]);
    assert.equal(signal, null);
    assert.equal(status, 1);
    assert.match(stderr, /assets\/leases: cannot be read: Is a directory/);
  });
}

test('after a folder and a file that is not there, the other files are read', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"id": 1');
  const { status, stderr } = run(['validate', folder, join(folder, 'none.json'), broken, google]);
  assert.equal(status, 1);
  assert.match(stderr, /Is a directory/);
  assert.match(stderr, /No such file or directory/);
  assert.match(stderr, /broken\.json:1:\d+: syntax:/);
});

test('a byte order mark is no fault: in a lease, a case, and a stream', () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const lease = join(folder, 'lease.json');
  const mine = join(folder, 'case.json');
  writeFileSync(lease, Buffer.concat([mark, readFileSync(google)]));
  writeFileSync(mine, Buffer.concat([mark, readFileSync(join(root, 'tests/cases/V01.json'))]));
  assert.equal(run(['validate', lease]).status, 0);
  assert.equal(run(['show', lease]).stdout, run(['show', google]).stdout);
  assert.equal(run(['check', mine]).status, 0);
  const line = `${JSON.stringify(JSON.parse(readFileSync(google, 'utf8')))}\n`;
  const marked = run(['stream'], { input: Buffer.concat([mark, Buffer.from(line)]) });
  assert.equal(marked.status, 0);
  assert.equal(marked.stdout, run(['stream'], { input: line }).stdout);
});

test('a case file is validated as a case', () => {
  const { status, stderr } = run(['validate', join(root, 'tests/cases/V01.json')]);
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

for (const [tag, status] of [['de', 0], ['de_DE', 0], ['de-AT', 0], ['en', 0], ['fr_CA', 0], ['jp', 2], ['', 2],
  ['deutsch', 2]]) {
  test(`--locale ${tag || 'without a language'} is ${status ? 'refused with what there is' : 'understood'}`, () => {
    const shown = run(['show', google, '--locale', tag]);
    assert.equal(shown.status, status);
    if (status) assert.match(shown.stderr, /--locale takes en-GB, en-US, de, fr or ja/);
  });
}

test('--locale de_DE writes days as de does', () => {
  assert.equal(run(['show', google, '--locale', 'de_DE']).stdout, run(['show', google, '--locale', 'de']).stdout);
});

test('--deliver moves what the handle drags, in a lease with one delivery and in one with several', () => {
  const day = '2026-11-15';
  const deliveryOf = (...words) => JSON.parse(run(['show', ...words, '--json']).stdout).controls
    .find(({ id }) => id === (words[0] === iren ? 'deliver.one' : 'deliver')).value;
  assert.equal(deliveryOf(google, '--deliver', day), day);
  assert.equal(deliveryOf(iren, '--deliver', day), day);
  assert.equal(deliveryOf(iren, '--deliver', `one=${day}`), day);
  assert.notEqual(deliveryOf(iren, '--deliver', `others=${day}`), day);
});

test('a control that there is not is answered with those that there are', () => {
  const { status, stderr } = run(['show', iren, '--set', 'luck=1']);
  assert.equal(status, 2);
  assert.match(stderr, /no control “luck”\. It has deliver\.one, .*reading\.cure-start/);
});

test('a value that a control does not take is answered by the control', () => {
  const { status, stderr } = run(['show', google, '--deliver', 'soon']);
  assert.equal(status, 2);
  assert.doesNotMatch(stderr, /It has/);
});
