// Whether the laws see: each fault is planted in a copy of the source, and a law, named beside it,
// must be broken by it. In the copy without a fault the same laws hold.
//
//   node tests/laws/kill.mjs
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const copy = join(mkdtempSync(join(tmpdir(), 'offramp-kill-')), 'source');

const faults = [
  {
    fault: 'what makes a form smaller is taken at its wrong end',
    file: 'src/core/evaluate/lift.cpp',
    from: 'raising_[i] = is_down ? child.least : child.most;',
    to: 'raising_[i] = child.most;',
    laws: ['What holds of a vague event holds of each of its days'],
  },
  {
    fault: 'names forget what they came to while a notice is assumed',
    file: 'src/core/evaluate/memory.cpp',
    from: 'if (const auto &known = memory().names[id.at()]) {',
    to: 'if (const auto &known = memory().names[id.at()]; known && depth_ < 0) {',
    laws: ['Twice the rules are twice the work'],
  },
  {
    fault: 'the part of a month is cut off and not rounded',
    file: 'src/core/evaluate/accrual.cpp',
    from: 'scale(per_month, days, length)',
    to: 'Money::from_minor(per_month.minor() * days / length)',
    laws: ['An exact answer about a plain lease is the slow model\'s'],
  },
];

const run = (command, args) => execFileSync(command, args, {
  cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'],
  env: { ...process.env, NODE_PATH: process.env.NODE_PATH ?? '/usr/share/nodejs' },
});

const build = () => run('cmake', ['--build', '--preset', 'native', '--target', 'test_laws', '-j2']);

const holds = (law) => {
  const { status, stdout } = spawnSync(
    join(copy, 'build/native/tests/laws/test_laws'), [law.replaceAll(',', '\\,')],
    { encoding: 'utf8', timeout: 300_000, env: { ...process.env, OFFRAMP_LAWS_PART: '10' } },
  );
  assert.match(stdout, /test cases: +1 |All tests passed/u, `there is one law "${law}"`);
  return status === 0;
};

before(() => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { verbatimSymlinks: true });
  }
  mkdirSync(join(copy, 'build'));
  symlinkSync(process.env.OFFRAMP_DEPS ?? join(root, 'build/deps'), join(copy, 'build/deps'));
  run('cmake', ['--preset', 'native', '-DCMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG']); // builds sooner
  build();
});
after(() => rmSync(dirname(copy), { recursive: true, force: true }));

test('without a fault the laws hold', () => {
  for (const law of faults.flatMap(({ laws }) => laws)) {
    assert.ok(holds(law), law);
  }
});

for (const { fault, file, from, to, laws } of faults) {
  test(`a planted fault is caught: ${fault}`, () => {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    assert.equal(source.split(from).length, 2, `${file} has "${from}" once`);
    try {
      writeFileSync(path, source.replace(from, () => to));
      build();
      for (const law of laws) {
        const caught = !holds(law);
        console.log(`# kill: ${law}: ${fault} ${caught ? 'caught' : 'MISSED'}`);
        assert.ok(caught, `${law} sees it`);
      }
    } finally {
      writeFileSync(path, source);
    }
  });
}
