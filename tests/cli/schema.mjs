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
import { broken, changed, harmless, unusual } from './schema_documents.mjs';
import { tables } from './schema_page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.OFFRAMP;
assert.ok(program, 'OFFRAMP must name the command line');
const update = process.env.OFFRAMP_UPDATE === '1';
const read = (path) => readFileSync(join(root, path), 'utf8');

// --- The command line --------------------------------------------------------------------------

function run(args) {
  const [command, ...first] = program.endsWith('.js') ? [process.execPath, program] : [program];
  const result = spawnSync(command, [...first, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ifError(result.error);
  return result;
}

const commands = { lease: 'validate', case: 'check' };

/** The findings of `offramp validate` or `check` about each text: arrays of { warning, line }. */
function findings(kind, texts) {
  const folder = mkdtempSync(join(tmpdir(), 'offramp-schema-'));
  const found = texts.map(() => []);
  const note = (index, line) => found[index].push({ warning: / warning: /.test(line), line });
  for (let from = 0; from < texts.length; from += 400) {
    const paths = texts.slice(from, from + 400).map((text, i) => {
      const path = join(folder, `${from + i}.json`);
      writeFileSync(path, text);
      return path;
    });
    const { stdout, stderr, status, signal } = run([commands[kind], ...paths]);
    assert.ok(status === 0 || status === 1, `offramp ended with ${signal ?? status} on a file of ${folder}`);
    for (const [line, index] of stderr.matchAll(/^\S*?(\d+)\.json:\d+:\d+: .*$/gm)) note(index, line);
    for (const [line, index] of stdout.matchAll(/^\S*?(\d+)\.json: .*expected.*$/gm)) note(index, line);
  }
  rmSync(folder, { recursive: true });
  return found;
}

// --- The schemas -------------------------------------------------------------------------------

const printed = { lease: run(['schema', 'lease']).stdout, case: run(['schema', 'case']).stdout };
const published = { lease: 'assets/schema/lease.schema.json', case: 'assets/schema/case.schema.json' };
for (const kind of update ? Object.keys(printed) : []) writeFileSync(join(root, published[kind]), printed[kind]);
const leaseSchema = JSON.parse(printed.lease);
const caseSchema = JSON.parse(printed.case);
const schemas = [leaseSchema, caseSchema];
const ajv = new Ajv({ strict: true });
schemas.forEach((schema) => ajv.addSchema(schema));
const accepts = { lease: ajv.getSchema('lease.schema.json'), case: ajv.getSchema('case.schema.json') };

/** Of a definition, wherever it stands: "day.after", "scenario". */
function validator(name) {
  const schema = schemas.find(({ $defs }) => name in $defs);
  assert.ok(schema, `no definition is called ${name}`);
  return ajv.getSchema(`${schema.$id}#/$defs/${name}`);
}
const why = ({ errors }) =>
  errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).slice(-6).join('; ');

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

const conventions = Object.keys(leaseSchema.$defs.conventions.properties).filter((key) => key !== 'clause');
const settings = [...conventions, 'unit'];
const isSetting = (name) => settings.includes(name.split('.')[0]);
const isRule = (name) => /^(day|instant|count|amount|condition|days)([.]|$)/.test(name);
const isOfRules = (name) => isRule(name) || isSetting(name);
const isObject = ({ type, properties }) => type === 'object' && properties;

test('the published schemas are those that the program prints', () => {
  assert.equal(read(published.lease), printed.lease);
  assert.equal(read(published.case), printed.case);
  assert.notEqual(run(['schema', 'rent']).status, 0);
});

test('every definition and every key of an object says what it is and has an example', () => {
  const says = ({ description, examples }, name) =>
    assert.ok(description?.endsWith('.') && examples?.length, name);
  for (const schema of schemas) {
    for (const [name, definition] of Object.entries(schema.$defs)) says(definition, name);
    for (const [name, definition] of [['', schema], ...Object.entries(schema.$defs)]) {
      if (!isObject(definition) || isOfRules(name) || name === 'expect') continue;
      for (const [key, property] of Object.entries(definition.properties)) {
        says(property.$ref?.startsWith('#/properties/') ? leaseSchema.properties[key] : property, `${name}.${key}`);
      }
    }
  }
});

test('every example of the schemas is valid where it stands', () => {
  let count = 0;
  for (const schema of schemas) {
    for (const [pointer, { examples }] of parts(schema)) {
      if (!Array.isArray(examples)) continue;
      const valid = ajv.getSchema(`${schema.$id}#${pointer}`);
      for (const example of examples) {
        assert.ok(valid(example), `${pointer}: ${JSON.stringify(example)}: ${why(valid)}`);
        count += 1;
      }
    }
  }
  assert.ok(count > 500, `${count} examples`);
});

test('the keys of each object are those that a reader expects', () => {
  const named = (keys) => [...new Set(keys)].sort().join(' ');
  const readers = ['lease/read_lease.cpp', 'lease/read_papers.cpp', 'lease/read_ranges.hpp', 'lease/read_rules.cpp',
    'lease/read_terms.cpp', 'scenario/read_case.cpp', 'scenario/read_question.cpp', 'scenario/read_scenario.cpp'].flatMap((file) =>
    [...read(`src/io/${file}`).matchAll(/expect_object\(\s*\{([^}]*)\}/g)].map(([, keys]) =>
      named([...keys.matchAll(/"([^"]*)"/g)].map(([, key]) => key))));
  assert.ok(readers.length > 30, `${readers.length} objects are read`);
  const known = new Map();
  const keysOf = (name) => Object.keys(schemas.find(({ $defs }) => name in $defs).$defs[name].properties ?? {})
    .filter((key) => key !== 'repeat'); // which is written out before an object is read
  for (const schema of schemas) {
    known.set(named(Object.keys(schema.properties)), schema.$id);
    for (const [name, definition] of Object.entries(schema.$defs)) {
      if (isObject(definition)) known.set(named(keysOf(name)), name);
      const ways = (definition.anyOf ?? []).flatMap(({ $ref }) => $ref?.split('/').pop() ?? []);
      const together = named(ways.flatMap(keysOf));
      const isReadOneByOne = ways.every((way) => readers.includes(named(keysOf(way))));
      if (together && !isOfRules(name) && !isReadOneByOne) known.set(together, name);
    }
  }
  for (const keys of readers) assert.ok(known.has(keys), `no object of the schema has the keys ${keys}`);
  const isPart = (keys) => readers.some((all) => keys.split(' ').every((key) => all.split(' ').includes(key)));
  for (const [keys, name] of known) {
    const isGenerated = isOfRules(name) || /_answers$|^expect$|^conventions$|^terms/.test(name);
    const isRead = readers.includes(keys) || (/[.]|^unknown$/.test(name) && isPart(keys));
    assert.ok(isGenerated || isRead, `no reader expects the keys of ${name}: ${keys}`);
  }
});

// --- Documents ---------------------------------------------------------------------------------

const page = read('assets/schema/README.md');
const blocks = [...page.matchAll(/^```json ([\w.]+)\n([\s\S]*?)^```$/gm)]
  .map(([, name, text]) => ({ name, text, value: JSON.parse(text) }));
const examples = {
  lease: blocks.findLast(({ name }) => name === 'lease').value,
  case: blocks.find(({ name }) => name === 'case').value,
};

/** What each row makes of the example: { kind, document, found }. */
function made(rows) {
  const all = rows.map(({ of, change }) => {
    const document = structuredClone(examples[of]);
    change(document);
    return document;
  });
  return rows.map((row, i) => ({ ...row, document: all[i], found: findings(row.of, [JSON.stringify(all[i])])[0] }));
}

test('every lease and case of the repository is valid', () => {
  for (const [folder, kind] of [['assets/leases', 'lease'], ['tests/cases', 'case']]) {
    const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
    assert.ok(files.length > 1);
    for (const file of files) {
      assert.ok(accepts[kind](JSON.parse(read(`${folder}/${file}`))), `${file}: ${why(accepts[kind])}`);
    }
  }
});

test('what is broken is refused by the schema and by the program', () => {
  for (const { why: reason, warns, of, document, found } of made(broken)) {
    assert.equal(accepts[of](document), false, `the schema accepts ${reason}`);
    assert.ok(found.some(({ warning }) => !warning || warns), `the program accepts ${reason}`);
  }
});

test('what is unusual but right is accepted by both', () => {
  for (const { why: reason, of, document, found } of made(unusual)) {
    assert.ok(accepts[of](document), `${reason}: ${why(accepts[of])}`);
    assert.deepEqual(found.filter(({ line }) => !line.includes(': no_clause: ')), [], reason);
  }
});

test('the schema is stricter than the reader only where no answer changes', () => {
  for (const { why: reason, of, document, found } of made(harmless)) {
    assert.equal(accepts[of](document), false, `the schema accepts ${reason}`);
    assert.deepEqual(found, [], reason);
  }
});

// --- Every place, changed in every way ---------------------------------------------------------

/** What only the reader can see, because it takes the whole document or the text of a number. */
const unseen = [
  /: unknown_(name|clause|reading|unknown|tranche|fee|calendar|source|option|remedy|event|right|channel|delay): /,
  /: (wrong_kind|duplicate_id|circular_rule|rules_too_deep|no_direction|out_of_range|nothing_expected): /,
  /: missing_(month_end|calendar|interval|excess|rounding|roll|zone|amortisation): /,
  /: (unused_\w+|empty_range|empty_term|empty_window|due_after_\w+): /,
  /: (units_do_not_add_up|overlapping_fees|total_too_large|more_than_owed): /,
  /: (no_clause|no_source|fixed_handle|effect_before_notice|impossible): /,
  /: (no_delivery|not_likely|parts_do_not_add_up): /,
  /: missing_key: .*\/options\)$/, // which options a reading has
  /: (bad_instant|bad_date|wrong_number|wrong_type|bad_amount): .*\/scenario\/(events|inputs|unknowns)\//, // its kind
  /expected .*, found /, // an answer
];

/** The words that a key may have. */
const words = Object.fromEntries(Object.entries(leaseSchema.$defs)
  .map(([name, { anyOf }]) => [name, anyOf?.flatMap((way) => way.const ?? [])])
  .filter(([, all]) => all?.length));

/** The example lease with a fragment in it, as an element of its list or where one may stand. */
function planted(name, fragment) {
  const lease = structuredClone(examples.lease);
  const list = Object.keys(lease).find((key) => leaseSchema.properties[key].items?.$ref === `#/$defs/${name}`);
  if (list) {
    lease[list] = [...lease[list].filter(({ id }) => id !== fragment.id), fragment];
    return lease;
  }
  const probe = (key, is) => lease[key].push({ id: 'probe', is });
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

/** Every form of rule, changed within the lease of the page, of which only what rules name is left.
    The same keys stand in many forms: each takes half of the values. */
function* changedRules() {
  for (const [name, definition] of Object.entries(leaseSchema.$defs).filter(([key]) => isRule(key))) {
    const lease = planted(name.split('.')[0], definition.examples[0]);
    const list = ['dates', 'counts', 'amounts', 'conditions'].find((key) => lease[key].at(-1).id === 'probe');
    lease.rights = lease.rights.filter(({ id }) => id === 'convenience');
    lease.sources = [];
    lease.clauses = lease.clauses.map(({ id }) => ({ id, text: 'Words.', is: 'derived' }));
    lease.channels = [];
    yield* changed(lease, words, [[lease[list].at(-1), 'is']], 2);
  }
}

test('the schema refuses what the reader refuses for its shape, and nothing else', (t) => {
  const lease = structuredClone(examples.lease);
  const scenario = blocks.find(({ name }) => name === 'scenario').value;
  const question = blocks.find(({ name }) => name === 'question').value;
  const inCase = { ...structuredClone(examples.case), lease, scenario, question };
  const places = [
    ...Object.keys(inCase).filter((key) => key !== 'lease').map((key) => [inCase, key]),
    ...['clauses', 'sources', 'unknowns', 'inputs', 'presentation'].map((key) => [lease, key]),
  ];
  const documents = {
    lease: [...new Set([...changed(structuredClone(examples.lease), words), ...changedRules()])],
    case: [...changed(inCase, words, places)],
  };
  const count = { accepted: 0, refused: 0 };
  for (const [kind, texts] of Object.entries(documents)) {
    const wrong = [];
    findings(kind, texts).forEach((found, i) => {
      const accepted = accepts[kind](JSON.parse(texts[i]));
      const seen = found.filter(({ line }) => !unseen.some((reason) => reason.test(line)));
      if (accepted && seen.length) wrong.push(`the schema accepts: ${seen[0].line}`);
      if (!accepted && !found.length) wrong.push(`the reader accepts: ${why(accepts[kind])}`);
      count[accepted ? 'accepted' : 'refused'] += 1;
    });
    assert.deepEqual(wrong, [], `of ${texts.length} documents`);
  }
  t.diagnostic(`schema and reader: ${count.accepted} changed documents accepted, ${count.refused} refused`);
  assert.ok(count.refused > 4000 && count.accepted > 800, JSON.stringify(count));
});

// --- The page ----------------------------------------------------------------------------------

test('every block of the page is what it says it is', () => {
  assert.ok(blocks.length > 40);
  assert.doesNotMatch(page, /^```json$/m, 'a block says what it is');
  const silent = (kind, value) => assert.deepEqual(findings(kind, [JSON.stringify(value)])[0], []);
  for (const { name, text, value } of blocks) {
    const valid = accepts[name] ?? validator(name);
    assert.ok(valid(value), `${text}\n${why(valid)}`);
    if (accepts[name]) {
      silent(name, value);
    } else if (name === 'scenario' || name === 'question') {
      const expect = { dates: { 'gpus.due': '2026-09-30' } };
      const scenario = { as_of: '2026-09-30', deliveries: [{ tranche: 'gpus', day: '2026-10-28' }] };
      silent('case', { id: 'page', title: 't', source: 's', lease: examples.lease, scenario, [name]: value, expect });
    } else {
      silent('lease', planted(name, value));
    }
  }
});

test('the tables of the page are those of the schemas', () => {
  const first = page.indexOf('-->\n', page.indexOf('<!-- tables:')) + 4;
  const last = page.indexOf('<!-- end of tables -->');
  const wanted = `\n${tables(leaseSchema, caseSchema, isOfRules)}\n`;
  assert.ok(3 < first && first <= last);
  if (update) writeFileSync(join(root, 'assets/schema/README.md'), page.slice(0, first) + wanted + page.slice(last));
  else assert.equal(page.slice(first, last), wanted);
});
