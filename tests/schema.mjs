// Holds the JSON Schemas of assets/schema, the page beside them and the reader together: what one
// says, the others say. The command line is named by the environment variable OFFRAMP; a `.js` file
// is run by node. With OFFRAMP_UPDATE=1 the schemas and the tables of the page are written anew.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const root = process.env.OFFRAMP_SOURCE ?? fileURLToPath(new URL('..', import.meta.url));
const program = process.env.OFFRAMP;
assert.ok(program, 'OFFRAMP must name the command line');
const update = process.env.OFFRAMP_UPDATE === '1';

const read = (path) => readFileSync(join(root, path), 'utf8');
const clone = (value) => structuredClone(value);

// --- The command line --------------------------------------------------------------------------

function run(args) {
  const [command, ...rest] = program.endsWith('.js') ? [process.execPath, program, ...args] : [program, ...args];
  const result = spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ifError(result.error);
  return result;
}

/** The findings of `offramp validate` or `check` about each text: arrays of { code, warning, line }. */
function findings(command, texts) {
  const folder = mkdtempSync(join(tmpdir(), 'offramp-schema-'));
  const found = texts.map(() => []);
  for (let from = 0; from < texts.length; from += 400) {
    const paths = texts.slice(from, from + 400).map((text, i) => {
      const path = join(folder, `${from + i}.json`);
      writeFileSync(path, text);
      return path;
    });
    const { stdout, stderr } = run([command, ...paths]);
    for (const line of stderr.split('\n')) {
      const [, index, code, rest] = line.match(/(\d+)\.json:\d+:\d+: ([a-z_]+): (.*)/) ?? [];
      if (index) found[index].push({ code, warning: rest.startsWith('warning: '), line });
    }
    for (const line of stdout.split('\n')) {
      const [, index] = line.match(/(\d+)\.json: .*expected/) ?? [];
      if (index) found[index].push({ code: 'mismatch', warning: false, line });
    }
  }
  rmSync(folder, { recursive: true });
  return found;
}

// --- The schemas -------------------------------------------------------------------------------

const printed = { lease: run(['schema', 'lease']).stdout, case: run(['schema', 'case']).stdout };
const published = ['lease', 'case'].map((kind) => `assets/schema/${kind}.schema.json`);
if (update) {
  writeFileSync(join(root, published[0]), printed.lease);
  writeFileSync(join(root, published[1]), printed.case);
}
const schemas = [JSON.parse(printed.lease), JSON.parse(printed.case)];
const [leaseSchema, caseSchema] = schemas;
const ajv = new Ajv({ strict: true });
schemas.forEach((schema) => ajv.addSchema(schema));

/** Of a definition, wherever it stands: "day.after", "scenario". */
function validator(name) {
  const schema = schemas.find(({ $defs }) => name in $defs);
  assert.ok(schema, `no definition is called ${name}`);
  return ajv.getSchema(`${schema.$id}#/$defs/${name}`);
}
const validators = { validate: ajv.getSchema('lease.schema.json'), check: ajv.getSchema('case.schema.json') };
const why = ({ errors }) => errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).slice(-6).join('; ');

/** Every schema inside a schema, with its pointer. */
function* parts(node, pointer = '') {
  if (typeof node !== 'object' || node === null) return;
  yield [pointer, node];
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'examples' && key !== 'const') {
      yield* parts(child, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    }
  }
}
const isObject = (definition) => definition.type === 'object' && definition.properties;
const isRule = (name) => /^(day|instant|count|amount|condition|days)(\.|$)/.test(name);
const isSetting = (name) => name.endsWith('.is') || name.endsWith('.reading');

test('the published schemas are those that the program prints', () => {
  assert.equal(read(published[0]), printed.lease);
  assert.equal(read(published[1]), printed.case);
  assert.notEqual(run(['schema', 'rent']).status, 0);
});

test('every definition and every key of an object says what it is and has an example', () => {
  for (const { $defs } of schemas) {
    for (const [name, definition] of Object.entries($defs)) {
      assert.ok(definition.description?.endsWith('.') && definition.examples?.length, name);
    }
  }
  const objects = schemas.flatMap((schema) => [['', schema], ...Object.entries(schema.$defs)])
    .filter(([name, definition]) => isObject(definition) && !isRule(name) && !isSetting(name) && name !== 'expect');
  for (const [name, { properties }] of objects) {
    for (const [key, property] of Object.entries(properties)) {
      const whole = property.$ref?.startsWith('#/properties/') ? leaseSchema.properties[key] : property;
      assert.ok(whole.description?.endsWith('.') && whole.examples?.length, `${name}.${key}`);
    }
  }
});

test('every example of the schemas is valid where it stands', () => {
  let count = 0;
  for (const schema of schemas) {
    for (const [pointer, part] of parts(schema)) {
      if (!Array.isArray(part.examples)) continue;
      const valid = ajv.getSchema(`${schema.$id}#${pointer}`);
      for (const example of part.examples) {
        assert.ok(valid(example), `${pointer}: ${JSON.stringify(example)}: ${why(valid)}`);
        count += 1;
      }
    }
  }
  assert.ok(count > 500, `${count} examples`);
});

test('the keys of each object are those that a reader expects', () => {
  const named = (keys) => [...new Set(keys)].sort().join(' ');
  const readers = ['read_lease', 'read_terms', 'read_scenario', 'read_case', 'read_rules'].flatMap((file) =>
    [...read(`src/io/${file}.cpp`).matchAll(/expect_object\(\s*\{([^}]*)\}/g)].map(([, keys]) =>
      named([...keys.matchAll(/"([^"]*)"/g)].map(([, key]) => key))));
  const known = new Map();
  const keysOf = (name) => Object.keys(schemas.find(({ $defs }) => name in $defs).$defs[name].properties ?? {});
  for (const schema of schemas) {
    known.set(named(Object.keys(schema.properties)), schema.$id);
    for (const [name, definition] of Object.entries(schema.$defs)) {
      if (isObject(definition)) known.set(named(keysOf(name)), name);
      const ways = (definition.anyOf ?? []).map(({ $ref }) => $ref?.split('/').pop()).filter(Boolean);
      if (ways.length > 1 && !isRule(name)) known.set(named(ways.flatMap(keysOf)), name);
    }
  }
  assert.ok(readers.length > 30);
  for (const keys of readers) assert.ok(known.has(keys), `no object of the schema has the keys ${keys}`);
  // And the other way round: what a choice or an input has as a whole, its parts have too.
  const whole = [...readers].map((keys) => new Set(keys.split(' ')));
  for (const [keys, name] of known) {
    const isGenerated = isRule(name) || isSetting(name) || /_answers$|^expect$|^conventions$|terms/.test(name);
    const isRead = readers.includes(keys) ||
      (/[.]|^unknown$/.test(name) && whole.some((all) => keys.split(' ').every((key) => all.has(key))));
    assert.ok(isGenerated || isRead, `no reader expects the keys of ${name}: ${keys}`);
  }
});

// --- Documents ---------------------------------------------------------------------------------

test('every lease and case of the repository is valid', () => {
  for (const [folder, command] of [['assets/leases', 'validate'], ['tests/cases', 'check']]) {
    const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
    assert.ok(files.length > 1);
    for (const file of files) {
      const valid = validators[command];
      assert.ok(valid(JSON.parse(read(`${folder}/${file}`))), `${file}: ${why(valid)}`);
    }
  }
});

const page = read('assets/schema/README.md');
const blocks = [...page.matchAll(/^```json ([\w.]+)\n([\s\S]*?)^```$/gm)].map(([, name, text]) => ({ name, text }));
const example = JSON.parse(blocks.findLast(({ name }) => name === 'lease').text);
const exampleCase = JSON.parse(blocks.find(({ name }) => name === 'case').text);

const at = (path, value) => (document) => {
  const keys = path.split('/');
  const last = keys.pop();
  const parent = keys.reduce((node, key) => node[key], document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
};

/** A document changed in one place. `warns`: the reader only warns. */
const broken = [
  { why: 'no title', change: at('title') },
  { why: 'a version that is to come', change: at('schema_version', 2) },
  { why: 'an id with a blank', change: at('id', 'my lease') },
  { why: 'a currency that is no code', change: at('currency', 'dollars') },
  { why: 'a day that does not exist', change: at('tranches/0/due', '2026-02-30') },
  { why: '29 February of a common year', change: at('tranches/0/due', '2100-02-29') },
  { why: 'a day before the calendar of leases', change: at('term/first_day', '1899-12-31') },
  { why: 'a day that never comes as information day', change: at('information_day', 'never') },
  { why: 'fewer units than none', change: at('tranches/0/units', -1) },
  { why: 'half a unit', change: at('tranches/0/units', 0.5) },
  { why: 'more units than can be', change: at('tranches/0/units', 1_000_000_000_001) },
  { why: 'money as a number', change: at('fees/0/per_month', 1000000) },
  { why: 'money with a comma', change: at('fees/0/per_month', '1,000,000.00') },
  { why: 'money above 10^15', change: at('fees/0/per_month', '1000000000000000.01') },
  { why: 'a unit that there is not', change: at('dates/0/is/unit', 'fortnight') },
  { why: 'a day moved by the hour', change: at('dates/0/is/unit', 'hour') },
  { why: 'a rule that does not say from which day', change: at('dates/0/is/after') },
  { why: 'a key that a rule does not know', change: at('dates/0/is/months_back', 'subtract') },
  { why: 'from two days at once', change: at('dates/0/is/before', '2026-12-31') },
  { why: 'the earliest of nothing', change: at('rights/0/ends_when/earliest', []) },
  { why: 'the earliest of sixty-four', change: at('rights/0/ends_when/earliest', Array(64).fill('acceptance')) },
  { why: 'a number where a day is wanted', change: at('rights/0/grace', 30) },
  { why: 'the units of a tranche where a day is wanted', change: at('rights/0/grace', 'gpus.committed') },
  { why: 'a value for one option only', change: at('dates/0/is', { reading: 'month-count', options: { same_day: '2026-10-30' } }) },
  { why: 'an if without an else', change: at('dates/0/is', { if: true, then: '2026-10-30' }) },
  { why: 'a right without a trigger', change: at('rights/0/trigger') },
  { why: 'a trigger that says nothing', change: at('rights/0/trigger', {}) },
  { why: 'missed, but by when?', change: at('rights/0/trigger/by') },
  { why: 'no such holder', change: at('rights/0/holder', 'lessee') },
  { why: 'a rung that gives both', change: at('remedies/0/rungs/0/days_of_fee', 1) },
  { why: 'a rung that gives nothing', change: at('remedies/0/rungs/0/per_day') },
  { why: 'a reading with one option', change: (lease) => lease.readings[0].options.pop() },
  { why: 'something supposed of an unknown', change: at('unknowns/0/supposed', '1.00') },
  { why: 'a bound of another kind', change: at('unknowns/0/most', 5) },
  { why: 'an unknown without a question', change: at('unknowns/0/question') },
  { why: 'a week of seven days off', change: at('calendars/0/weekend', ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']) },
  { why: 'a public calendar that there is not', change: at('calendars/0/base', 'us-post') },
  { why: 'a convention that there is not', change: at('conventions/month_end', 'clip') },
  { why: 'an address that runs', change: at('sources/0/url', 'javascript:alert(1)') },
  { why: 'a clause in nobody\'s words', change: at('clauses/0/is') },
  { why: 'a set of days that is unknown', change: at('counts/0/is', { days_in: { unknown: 'permit-day' } }) },
  { why: 'a rolling stretch without a length', change: at('dates/2/is/window_days') },
  { why: 'a day that rolls in the direction of nothing', change: at('dates/0/is', { rolled: 'gpus.due', roll: 'by_direction', calendar: 'us-frb' }) },
  { why: 'a clock that shows 24:00', change: at('conditions/0/is/by', { time: '24:00', on: 'gpus.due', zone: 'UTC' }) },
  { why: 'an hour without a zone', change: at('conditions/0/is/by', '2026-09-30T17:00') },
  { why: 'an object for a list', change: at('tranches', {}) },
  { why: 'a tranche without an id', change: at('tranches/0/id') },
  { why: 'too many tranches', change: (lease) => { lease.tranches = Array.from({ length: 257 }, (_, i) => ({ id: `t${i}`, due: '2026-09-30' })); } },
  { why: 'a misspelt key', warns: true, change: at('rihgts', []) },
  { why: 'a setting that changes nothing', warns: true, change: at('dates/0/is/month_end', 'open') },
].map((row) => ({ command: 'validate', of: example, ...row })).concat([
  { why: 'a case that expects nothing', change: at('expect', {}) },
  { why: 'a case without expectations', change: at('expect') },
  { why: 'an expectation that is a list', change: at('expect/money/firm', ['1133333.33']) },
  { why: 'an answer that there is not', change: at('expect/money/profit', '0.00') },
  { why: 'a kind of answer that there is not', change: at('expect/rihgts', { a: true }) },
  { why: 'a case without a lease', change: at('lease') },
  { why: 'a delivery of nothing known', change: at('other_scenarios/0/scenario/deliveries/0/tranche') },
  { why: 'a range without an end', change: at('other_scenarios/0/scenario/deliveries/0/day', { from: '2026-10-28' }) },
  { why: 'a delivery that is neither', change: at('other_scenarios/0/scenario/deliveries/0/basis', 'hoped') },
  { why: 'more deliveries than a scenario holds', change: at('other_scenarios/0/scenario/deliveries', Array(201).fill({ tranche: 'gpus', day: '2026-10-28', units: 1 })) },
  { why: 'looking from a day that never comes', change: at('other_scenarios/0/scenario/as_of', 'never') },
  { why: 'a notice sent, but how?', change: at('other_scenarios/0/scenario/notices', { 'late-delivery': { sent: '2026-11-02' } }) },
  { why: 'a key of the scenario that there is not', warns: true, change: at('other_scenarios/0/scenario/notice', {}) },
].map((row) => ({ command: 'check', of: exampleCase, ...row })));

test('what is broken is refused by the schema and by the program', () => {
  for (const command of ['validate', 'check']) {
    const rows = broken.filter((row) => row.command === command);
    const documents = rows.map(({ of, change }) => {
      const document = clone(of);
      change(document);
      return document;
    });
    const found = findings(command, documents.map((document) => JSON.stringify(document)));
    rows.forEach((row, i) => {
      assert.equal(validators[command](documents[i]), false, `the schema accepts ${row.why}`);
      const refused = found[i].some(({ warning }) => !warning || row.warns);
      assert.ok(refused, `offramp ${command} accepts ${row.why}`);
    });
  }
});

test('what is unusual but right is accepted by both', () => {
  const rows = [
    { why: 'nothing but the terms of a case', command: 'check', of: exampleCase, change: at('lease/readings/0/question') },
    { why: 'answers by the parts of their names', command: 'check', of: exampleCase, change: at('expect/dates', { gpus: { due: '2026-09-30' } }) },
    { why: '29 February of a leap year', change: at('clauses', example.clauses), of: { ...example, information_day: '2024-02-29' } },
    { why: 'a right with nothing but what it needs', change: (lease) => lease.rights.push({ id: 'last', holder: 'third_party', trigger: { on: 'never' } }) },
    { why: 'an amount without decimals, and one below zero', change: (lease) => lease.amounts.push({ id: 'low', is: { sum: ['1000', '-0.01'] } }) },
    { why: 'a source with an empty address', change: at('sources/0/url', '') },
    { why: 'a clause in the middle of a rule', change: at('dates/0/is/after', { is: { is: 'gpus.due' }, clause: 'late' }) },
    { why: 'a setting that is disputed', change: at('dates/0/is', { n: 1, unit: { reading: 'month-count', options: { same_day: 'month', whole: 'full_month' } }, after: 'gpus.due' }) },
  ].map((row) => ({ command: 'validate', of: example, ...row }));
  for (const { why: reason, command, of, change } of rows) {
    const document = clone(of);
    change(document);
    assert.ok(validators[command](document), `${reason}: ${why(validators[command])}`);
    assert.deepEqual(findings(command, [JSON.stringify(document)])[0], [], reason);
  }
});

// --- Every place, changed in every way ----------------------------------------------------------

/** What only the reader can see, because it takes the whole document or the text of a number. */
const unseen = new RegExp(`^(${[
  'unknown_(name|clause|reading|unknown|tranche|fee|calendar|source|option|remedy|event|right|channel|delay)',
  'wrong_kind', 'duplicate_id', 'circular_rule', 'rules_too_deep', 'missing_(month_end|calendar|interval|excess|rounding|roll|zone|amortisation)',
  'unused_.*', 'empty_(range|term|window)', 'due_after_.*', 'units_do_not_add_up', 'overlapping_fees',
  'total_too_large', 'out_of_range', 'nothing_expected', 'mismatch', 'no_direction',
].join('|')})$`);

/** Where the schema refuses what the reader overlooks. FIXME: the reader should say it too. */
const overlooked = [
  { why: 'a trigger takes its first key and drops the rest', where: /\/trigger\/(by|after|on|missed)$/ },
  { why: 'a rung of money drops "over"', where: /\/rungs\/\d+\/over$/ },
  { why: 'nothing reads "taxonomy" or "because"', where: /\/(taxonomy|because)(\/|$)/ },
  { why: 'a handle need not be a day', where: /\/presentation\/handle$/ },
  { why: 'answers are compared as text, whatever they are asked of', where: /\/expect(\/|$)/ },
];

const words = Object.fromEntries(Object.entries(leaseSchema.$defs)
  .map(([name, { anyOf }]) => [name, anyOf?.map((way) => way.const).filter(Boolean)])
  .filter(([, all]) => all?.length));
const strangers = [null, true, 7, -1, '', 'zzz zzz', 'gpus.due', '2026-02-30', '2026-10-05', '1.00', [], {}];

/** All documents that differ from one in one place: [pointer, document as text]. */
function* changed(document) {
  function* walk(parent, key, pointer) {
    const value = parent[key];
    for (const stranger of strangers) {
      parent[key] = stranger;
      yield [pointer, JSON.stringify(document)];
    }
    for (const word of words[key] ?? []) {
      parent[key] = word;
      yield [pointer, JSON.stringify(document)];
    }
    parent[key] = value;
    if (Array.isArray(value)) {
      for (let i = 0; i < Math.min(value.length, 3); i += 1) yield* walk(value, i, `${pointer}/${i}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const child of Object.keys(value)) yield* walk(value, child, `${pointer}/${child}`);
      for (const child of Object.keys(value)) {
        const { [child]: removed, ...rest } = value;
        parent[key] = rest;
        yield [`${pointer}/${child}`, JSON.stringify(document)];
        parent[key] = { ...value, [`${child}x`]: removed };
        yield [`${pointer}/${child}x`, JSON.stringify(document)];
      }
      parent[key] = value;
    }
  }
  for (const key of Object.keys(document)) yield* walk(document, key, `/${key}`);
}

test('the schema refuses what the reader refuses for its shape, and nothing else', () => {
  const sources = [
    ['validate', clone(example)],
    ['check', { ...clone(exampleCase), lease: { ...clone(example), term: exampleCase.lease.term }, expect: { money: { credits: '0.00' } }, other_readings: [], other_scenarios: [], scenario: JSON.parse(blocks.find(({ name }) => name === 'scenario').text) }],
  ];
  let count = 0;
  for (const [command, document] of sources) {
    const all = [...changed(document)].filter(([pointer]) => command === 'validate' || !pointer.startsWith('/lease/'));
    const found = findings(command, all.map(([, text]) => text));
    const wrong = [];
    all.forEach(([pointer, text], i) => {
      const accepted = validators[command](JSON.parse(text));
      const seen = found[i].filter(({ code }) => !unseen.test(code));
      const isOverlooked = overlooked.some(({ where }) => where.test(pointer));
      if (accepted && seen.length) wrong.push(`the schema accepts: ${seen[0].line}`);
      if (!accepted && found[i].length === 0 && !isOverlooked) wrong.push(`the reader accepts: ${pointer} ${why(validators[command])}`);
    });
    assert.deepEqual(wrong, [], `of ${all.length} documents`);
    count += all.length;
  }
  assert.ok(count > 5000, `${count} documents`);
});

// --- The page ----------------------------------------------------------------------------------

/** The example lease with a fragment in it; nothing when the fragment has no place of its own. */
function planted(name, fragment) {
  const lists = Object.entries(leaseSchema.properties).filter(([, { items }]) => items?.$ref === `#/$defs/${name}`);
  const lease = clone(example);
  if (lists.length === 1) {
    const list = lease[lists[0][0]];
    const index = list.findIndex(({ id }) => id === fragment.id);
    list.splice(index < 0 ? list.length : index, index < 0 ? 0 : 1, fragment);
    return lease;
  }
  const probe = (list, is) => lease[list].push({ id: 'probe', is });
  const places = {
    day: () => probe('dates', fragment),
    count: () => probe('counts', fragment),
    amount: () => probe('amounts', fragment),
    condition: () => probe('conditions', fragment),
    days: () => probe('counts', { days_in: fragment }),
    instant: () => probe('conditions', { instant: fragment, by: 'never' }),
    conventions: () => { lease.conventions = { ...fragment, month_end: lease.conventions.month_end }; },
    calendar: () => { lease.conventions.calendar = fragment; },
    window: () => { lease.rights[0].window = fragment; },
    trigger: () => { lease.rights[0].trigger = fragment; },
  };
  assert.ok(places[name], `a fragment of kind ${name} has no place`);
  places[name]();
  return lease;
}

test('every block of the page is what it says it is', () => {
  assert.ok(blocks.length > 40);
  for (const { name, text } of blocks) {
    const value = JSON.parse(text);
    if (name === 'lease' || name === 'case') {
      const command = name === 'lease' ? 'validate' : 'check';
      assert.ok(validators[command](value), `${text}\n${why(validators[command])}`);
      assert.deepEqual(findings(command, [text])[0], [], text);
      continue;
    }
    const valid = validator(name);
    assert.ok(valid(value), `${text}\n${why(valid)}`);
    if (name === 'scenario') {
      const whole = { id: 'page', title: 't', source: 's', lease: example, scenario: value, expect: { money: { credits: '0.00' } } };
      assert.deepEqual(findings('check', [JSON.stringify(whole)])[0].filter(({ code }) => code !== 'mismatch'), [], text);
    } else {
      assert.deepEqual(findings('validate', [JSON.stringify(planted(name, value))])[0], [], text);
    }
  }
  assert.equal([...page.matchAll(/^```json$/gm)].length, 0, 'a block says what it is');
});

const spaced = (value) => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/([[{]) /g, '$1').replace(/ ([\]}])/g, '$1');
const code = (text) => `\`${text}\``;
const row = (...cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
const target = ($ref) => $ref.split('/').pop();

function held(property) {
  if (property.$ref) return code(target(property.$ref));
  if (property.items) return `list of ${held(property.items)}`;
  if (property.additionalProperties) return `${held(property.additionalProperties)} by id`;
  return property.type;
}

function objectTable(name, definition) {
  const lines = [`**${name}**: ${definition.description}`, ''];
  if (definition.examples) lines.push(code(spaced(definition.examples[0])), '');
  lines.push(row('key', 'must', 'holds', 'what it says'), row('---', '---', '---', '---'));
  for (const [key, property] of Object.entries(definition.properties)) {
    const must = definition.required?.includes(key) ? 'yes' : '';
    lines.push(row(code(key), must, held(property), property.description ?? ''));
  }
  return [...lines, ''];
}

function choiceTable(name, { description, anyOf, examples }) {
  const ways = anyOf.map(({ $ref }) => code(target($ref))).join(', ');
  return [`**${name}**: ${description} One of ${ways}. Example: ${code(spaced(examples[0]))}.`, ''];
}

/** The tables of objects, rules and words, as the schemas have them. */
function tables() {
  const lines = ['## The objects of a lease', '', ...objectTable('lease', leaseSchema)];
  const isWords = ({ anyOf }) => anyOf?.some((way) => way.const);
  const objects = (schema) => Object.entries(schema.$defs).flatMap(([name, definition]) => {
    if (isRule(name) || isSetting(name) || /^terms|^expect$|answers?$/.test(name)) return [];
    if (isObject(definition)) return objectTable(name, definition);
    const isChoice = definition.anyOf?.every(({ $ref }) => $ref);
    return isChoice && !name.startsWith('unit') && !['calendar', 'zone'].includes(name) ? choiceTable(name, definition) : [];
  });
  lines.push(...objects(leaseSchema), '## The objects of a case', '', ...objectTable('case', caseSchema), ...objects(caseSchema));
  for (const name of ['right_answers', 'fee_answers', 'money_answers']) lines.push(...objectTable(name, caseSchema.$defs[name]));
  lines.push('## The forms of rules', '', 'Keys in brackets may be left out. Any rule may have a `clause` too.', '');
  for (const kind of ['day', 'instant', 'count', 'amount', 'condition', 'days']) {
    lines.push(`**${kind}**: ${leaseSchema.$defs[kind].description}`, '', row('form', 'keys', 'what it says', 'example'), row('---', '---', '---', '---'));
    for (const { $ref } of leaseSchema.$defs[kind].anyOf) {
      const { description, examples, properties = {}, required = [] } = leaseSchema.$defs[target($ref)];
      const keys = Object.keys(properties).filter((key) => key !== 'clause')
        .map((key) => (required.includes(key) ? code(key) : `[${code(key)}]`)).join(' ');
      lines.push(row(code(target($ref)), keys, description, code(spaced(examples[0]))));
    }
    lines.push('');
  }
  lines.push('## The words', '');
  for (const [name, definition] of Object.entries({ ...leaseSchema.$defs, basis: caseSchema.$defs.basis })) {
    if (!isWords(definition) || name.startsWith('unit.') || name === 'weekday') continue;
    lines.push(`**${name}**: ${definition.description}`, '');
    const all = definition.anyOf.filter((way) => way.const);
    if (all.every(({ description }) => !description)) {
      lines.push(`${all.map((way) => code(way.const)).join(', ')}.`, '');
      continue;
    }
    lines.push(row('word', 'what it means'), row('---', '---'), ...all.map((way) => row(code(way.const), way.description)), '');
  }
  return lines.join('\n');
}

test('the tables of the page are those of the schemas', () => {
  const [before, rest] = page.split(/(?<=<!-- tables: .*? -->\n)/);
  const [inside, after] = rest.split(/(?=<!-- end of tables -->)/);
  const made = `\n${tables()}\n`;
  if (update) writeFileSync(join(root, 'assets/schema/README.md'), before + made + after);
  else assert.equal(inside, made);
});
