// The manual page names every command and option that `offramp help` names, and no other.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../..', import.meta.url);
const offramp = (...words) => execFileSync(process.env.OFFRAMP, words, { encoding: 'utf8' });
const manual = readFileSync(new URL('src/platform/native/offramp.1', root), 'utf8').replaceAll('\\-', '-');
const optionsIn = (text) => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();

test('the manual page has the options of the help, and no other', () => {
  assert.deepEqual(optionsIn(manual), optionsIn(offramp('help')));
});

test('the manual page has every command of the help', () => {
  const commands = [...new Set([...offramp('help').matchAll(/^ {2}offramp ([a-z]+)/gm)].map(([, name]) => name))];
  assert.ok(commands.length >= 8, commands.join(' '));
  for (const command of commands) assert.match(manual, new RegExp(`^\\.B ${command}$`, 'm'));
});

test('the version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  assert.equal(offramp('--version'), `offramp ${version}\n`);
});
