// Stories on the command line: what is published is sound, the schema refuses what the reader refuses
// for its shape, and every name that a story uses is held against its lease. With OFFRAMP_UPDATE=1 the
// schema is written anew.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.OFFRAMP ?? join(root, 'build', 'native', 'offramp');
const read = (path) => readFileSync(join(root, path), 'utf8');
const run = (...args) => {
  const [command, ...first] = program.endsWith('.js') ? [process.execPath, program] : [program];
  return spawnSync(command, [...first, ...args], { encoding: 'utf8', cwd: root });
};

const published = 'assets/schema/story.schema.json';
const printed = run('schema', 'story').stdout;
if (process.env.OFFRAMP_UPDATE === '1') writeFileSync(join(root, published), printed);
const ajv = new Ajv({ strict: true });
ajv.addSchema(JSON.parse(read('assets/schema/lease.schema.json')));
const accepts = ajv.compile(JSON.parse(printed));

const files = readdirSync(join(root, 'assets/stories')).map((name) => `assets/stories/${name}`);
const google = JSON.parse(read('assets/stories/spacex-google-2026.json'));

// A folder as the library is: stories beside leases.
const folder = mkdtempSync(join(tmpdir(), 'offramp-story-'));
mkdirSync(join(folder, 'stories'));
symlinkSync(join(root, 'assets/leases'), join(folder, 'leases'));
after(() => rmSync(folder, { recursive: true }));
function validated(text) {
  const path = join(folder, 'stories', 'story.json');
  writeFileSync(path, text);
  const { status, stderr } = run('validate', path);
  return { status, said: stderr.replaceAll(path, 'story.json') };
}

test('A step that asks how likely has figures of its chances, and the explorer is not asked', () => {
  const story = (scenario, text) => JSON.stringify({ ...google, steps: [{ ...google.steps[0], guess: undefined, look_at: undefined, scenario, text }] });
  const path = join(folder, 'stories', 'asking.json');
  writeFileSync(path, story('as-of=2026-09-27&likely=2026-10-15,2026-11-30,2%', 'Google may leave: {likely.google-may-leave}.'));
  const { stdout, stderr } = run('show', path, '--json');
  const [step] = JSON.parse(stdout || stderr).steps;
  assert.deepEqual([step.scenario, step.text[1].text], ['as-of=2026-09-27', '32 in 100']);
  assert.match(validated(story('likely=soon', 'Soon.')).said, /refused_scenario: .*is not a guess/);
  assert.match(validated(story('as-of=2026-09-27', '{likely.on-time}')).said, /unknown_figure/);
});

test('The published schema is the one that the program prints, and its examples are valid', () => {
  assert.equal(read(published), printed);
  const schema = JSON.parse(printed);
  let count = 0;
  for (const [name, definition] of Object.entries(schema.$defs)) {
    assert.match(definition.description, /\.$/, name);
    const valid = ajv.getSchema(`story.schema.json#/$defs/${name}`);
    for (const [of, examples] of [[valid, definition.examples],
      ...Object.entries(definition.properties ?? {}).map(([key, one]) =>
        [ajv.getSchema(`story.schema.json#/$defs/${name}/properties/${key}`), one.examples])]) {
      for (const example of examples) assert.ok(of(example), `${name}: ${JSON.stringify(example)}`);
      count += examples.length;
    }
  }
  assert.ok(20 < count);
});

test('Every published story is sound, and has at most seven steps', () => {
  assert.ok(files.length);
  for (const file of files) {
    const story = JSON.parse(read(file));
    const { status, stdout, stderr } = run('validate', file);
    assert.deepEqual([status, stdout, stderr], [0, '', ''], file);
    assert.ok(accepts(story), JSON.stringify(accepts.errors));
    assert.equal(`assets/stories/${story.id}.json`, file);
    assert.ok(story.steps.length <= 7);
    // No day and no amount is typed: each follows the exhibit.
    for (const { text } of story.steps) assert.doesNotMatch(text, /\$|\b20\d\d\b|billion|million/);
  }
});

test('A story is told as text and as JSON, with the figures of each step', () => {
  const text = run('show', 'assets/stories/spacex-google-2026.json').stdout;
  assert.match(text, /^4 The door opens\n {2}Suppose that the GPUs come on 15 November 2026\./m);
  assert.match(text, /^ {2}From 31 October 2026 to 14 November 2026 Google may leave at once/m);
  assert.doesNotMatch(text, /[{}–]/);
  const told = JSON.parse(run('show', 'assets/stories/spacex-google-2026.json', '--json').stdout);
  assert.deepEqual(told.steps.map(({ scenario }) => scenario), google.steps.map(({ scenario }) => scenario));
  assert.deepEqual(told.steps[2].guess, { question: google.steps[2].guess.question,
    figure: 'late-delivery.grace_last_day', day: '2026-10-30', answer: '30 October 2026' });
  assert.equal(told.steps[3].guess.answer, 'Yes');
  for (const { text: pieces, scenario } of told.steps) {
    const shown = run('show', 'assets/leases/spacex-google-2026.json', '--link', scenario, '--figures').stdout;
    for (const { figure, text: words } of pieces.filter((piece) => piece.figure)) {
      assert.ok(shown.includes(`${figure}\t${words}\n`), `${scenario}: ${figure}`);
    }
  }
  assert.equal(run('show', 'assets/stories/spacex-google-2026.json', '--why').status, 2);
});

test('What a story names and its lease does not have is found, with its place', () => {
  const rows = [
    ['{gpus.due}', '{gpus.deu}', /unknown_figure: .*Did you mean "gpus.due"\?/, 'a misspelt figure'],
    ['{late-delivery.last_day}', '{late-delivery.effect}', /empty_figure/, 'a figure that says nothing'],
    ['deliver=2026-10-20', 'deliver=2026-10-32', /refused_scenario: .*“2026-10-32” is not a day/, 'no such day'],
    ['month-count=notice', 'month-count=notise', /refused_scenario: .*no option/, 'no such reading'],
    ['"look_at": "as-of"', '"look_at": "asof"', /unknown_control: .*Did you mean "as-of"\?/, 'no such control'],
    ['"lease": "spacex-google-2026"', '"lease": "moon-2026"', /missing_lease/, 'no such lease'],
    ['{verdict}"\n', '{verdict} "\n', /no_such_choice: .*“Yes ”/, 'the answer is no choice'],
  ];
  const story = read('assets/stories/spacex-google-2026.json');
  for (const [part, instead, said, why] of rows) {
    assert.ok(story.includes(part), part);
    const line = story.slice(0, story.indexOf(part)).split('\n').length;
    const found = validated(story.replace(part, instead));
    assert.equal(found.status, 1, why);
    assert.match(found.said, said, why);
    assert.ok(found.said.includes(`story.json:${line}:`), `${why}: ${found.said}`);
  }
});

test('The story by example is sound, with the lease by example', () => {
  const block = (path, kind) => new RegExp(`^\`\`\`json ${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(read(path))[1];
  const text = block('assets/schema/STORIES.md', 'story');
  assert.ok(accepts(JSON.parse(text)), JSON.stringify(accepts.errors));
  const own = mkdtempSync(join(tmpdir(), 'offramp-story-'));
  for (const [kind, content] of [['leases', block('assets/schema/README.md', 'lease')], ['stories', text]]) {
    mkdirSync(join(own, kind));
    writeFileSync(join(own, kind, 'example.json'), content);
  }
  const { status, stderr } = run('validate', join(own, 'stories', 'example.json'));
  assert.deepEqual([status, stderr], [0, '']);
  rmSync(own, { recursive: true });
});

test('The schema and the reader refuse the same shapes', () => {
  const rows = [
    ['no steps', (story) => { story.steps = []; }],
    ['twenty-one steps', (story) => { story.steps = Array(21).fill(story.steps[0]); }],
    ['a step without words', (story) => { delete story.steps[0].text; }],
    ['a step without a scenario', (story) => { delete story.steps[0].scenario; }],
    ['a text of 1,001 bytes', (story) => { story.steps[0].text = 'a'.repeat(1001); }],
    ['a title of 121 bytes', (story) => { story.title = 'a'.repeat(121); }],
    ['a brace alone', (story) => { story.steps[0].text = 'a { b'; }],
    ['a scenario of 4,001 bytes', (story) => { story.steps[0].scenario = 'a'.repeat(4001); }],
    ['a guess of nothing', (story) => { story.steps[2].guess = { question: 'When?' }; }],
    ['a guess of two things', (story) => { story.steps[3].guess.day = 'gpus.due'; }],
    ['one choice', (story) => { story.steps[3].guess.choices = ['Yes']; }],
    ['seven choices', (story) => { story.steps[3].guess.choices = ['Yes', ...'abcdef']; }],
    ['the same choice twice', (story) => { story.steps[3].guess.choices = ['Yes', 'Yes']; }],
    ['no answer', (story) => { delete story.steps[3].guess.answer; }],
    ['another version', (story) => { story.schema_version = 2; }],
  ];
  for (const [why, change] of rows) {
    const story = structuredClone(google);
    change(story);
    assert.equal(accepts(story), false, `the schema accepts ${why}`);
    assert.equal(validated(JSON.stringify(story)).status, 1, `the program accepts ${why}`);
  }
  const large = validated(read('assets/stories/spacex-google-2026.json') + ' '.repeat(200_000));
  assert.match(large.said, /too_large/);
});

test('A link is followed on the command line, and one that is refused says why', () => {
  const lease = 'assets/leases/spacex-google-2026.json';
  const link = run('show', lease, '--link', 'deliver=2026-11-15&as-of=2026-11-05', '--figures').stdout;
  const options = run('show', lease, '--deliver', '2026-11-15', '--as-of', '2026-11-05', '--figures').stdout;
  assert.equal(link, options);
  const refused = run('show', lease, '--link', 'delivery=2026-11-15');
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /delivery/);
});
