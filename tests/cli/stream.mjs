// A book through `offramp stream`: every figure against what the other commands say of the same
// lease, lines that nobody should write, memory, and the pieces of a book against the whole.
// The command line is named by the environment variable OFFRAMP.
import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { python } from '../../web/site/machine.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.OFFRAMP;
assert.ok(program, 'OFFRAMP must name the command line');
const folder = mkdtempSync(join(tmpdir(), 'offramp-stream-'));
after(() => rmSync(folder, { recursive: true }));

function run(args, input = '') {
  const result = spawnSync(program, args, { cwd: root, input, maxBuffer: 1 << 28 });
  assert.ifError(result.error);
  assert.ok(isUtf8(result.stdout) && isUtf8(result.stderr), 'what is written is UTF-8');
  return { status: result.status, out: result.stdout.toString(), err: result.stderr.toString() };
}
const stream = (input, ...options) => run(['stream', ...options], input);
const parsed = (text) => text.split('\n').slice(0, -1).map((line) => JSON.parse(line));
const sh = (command, options = {}) => spawnSync('sh', ['-c', command], {
  cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, ...options,
  env: { ...process.env, PATH: dirname(program) + delimiter + process.env.PATH },
});

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const leaseFiles = ['assets/leases', 'tests/leases'].flatMap((at) =>
  readdirSync(join(root, at)).filter((name) => name.endsWith('.json')).map((name) => `${at}/${name}`));
const google = readJson('assets/leases/spacex-google-2026.json');
const good = JSON.stringify(google);

/** The rows of a CSV text, by Python's reader. */
function table(text) {
  const { status, stdout, stderr } = spawnSync(python, ['-c', `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
print(json.dumps(list(csv.reader(text, strict=True))))`], { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}
function records(text) {
  const [header, ...rows] = table(text);
  return rows.map((row) => {
    assert.equal(row.length, header.length, row.join());
    return Object.fromEntries(row.map((cell, i) => [header[i], cell]));
  });
}

// --- Figures -----------------------------------------------------------------------------------

const parts = ['headline', 'due', 'firm', 'conditional', 'cancellable'];
const wayValues = ['kind', 'state', 'condition', 'from', 'until', 'ends', 'cost'];
const sides = ['tenant', 'landlord'];

/** The answer to a line as what a case file expects. */
function expectation({ answer, tenant, landlord, ledger, ways }) {
  const byRight = {};
  for (const { right, holder, ...values } of ways) (byRight[right] ??= {})[holder] = values;
  return {
    answer: { ...answer, tenant, landlord },
    ledger: { ...ledger, unknown: ledger.unknown.join(' ') || null },
    ...(ways.length && { ways: byRight }),
  };
}

/** What `offramp check` says of the answers as cases of their own. */
function checked(lines, answers) {
  const paths = lines.map(({ lease, scenario }, i) => {
    const expect = expectation(answers[i]);
    const path = join(folder, `case-${i}.json`);
    writeFileSync(path, JSON.stringify({ id: `c${i}`, title: 't', source: 's', lease, scenario, expect }));
    return path;
  });
  return run(['check', ...paths]).out;
}

test('every figure of a generated book is the one that cases find, in order', () => {
  const book = run(['generate', '400', '--seed', '3']).out;
  const { status, out, err } = stream(book);
  assert.deepEqual([status, err], [0, '']);
  const lines = parsed(book);
  const answers = parsed(out);
  assert.deepEqual(answers.map(({ lease }) => lease), lines.map((_, i) => `generated-${i}`));
  assert.match(checked(lines, answers), /^400 passed, 0 failed$/m);
  assert.ok(answers.some(({ ledger }) => ledger.unknown.length));
  for (const state of ['open', 'opens', 'closed', 'unknown', 'none']) {
    assert.ok(answers.some(({ ways }) => ways.some((way) => way.state === state)), state);
  }
  const cent = structuredClone(answers[3]);
  cent.ledger.headline = cent.ledger.headline.replace(/\d$/, (digit) => (Number(digit) + 1) % 10);
  assert.match(checked([lines[3]], [cent]), /ledger.headline: expected [\s\S]*^0 passed, 1 failed$/m, 'a planted cent');
});

test('a seed gives the same book, and another seed another one', () => {
  const book = run(['generate', '20']).out;
  assert.equal(run(['generate', '20', '--seed', '0']).out, book);
  assert.notEqual(run(['generate', '20', '--seed', '1']).out, book);
  assert.ok(run(['generate', '40']).out.startsWith(book));
});

test('every published lease has the figures of its table', () => {
  const book = leaseFiles.map((path) => `${JSON.stringify(readJson(path))}\n`).join('');
  for (const options of [[], ['--as-of', '2027-03-01']]) {
    const { status, out } = stream(book, ...options);
    assert.equal(status, 0, out.split('\n').find((line) => line.includes('"error"')));
    const answers = parsed(out);
    assert.equal(answers.length, leaseFiles.length);
    leaseFiles.forEach((path, i) => {
      const rendered = records(run(['render', path, '--to', 'csv', ...options]).out).filter(({ reading }) => !reading);
      const at = (kind, id) => rendered.find((row) => row.table === kind && row.id === id);
      const answer = answers[i];
      assert.equal(answer.lease, at('lease', 'id').value);
      assert.equal(answer.as_of, at('lease', 'as-of').value);
      const { ledger } = answer;
      const cents = (amount) => BigInt(amount.replace('.', ''));
      assert.equal(parts.slice(1).reduce((sum, part) => sum + cents(ledger[part]), 0n), cents(ledger.headline), path);
      for (const part of ['headline', 'due', 'conditional', 'cancellable']) {
        const row = at('money', part);
        if (row) assert.equal(row.amount || row.least, ledger[part], `${path} ${part}`);
      }
      const firm = at('money', 'firm');
      if (firm) assert.equal(cents(firm.amount || firm.least), cents(ledger.due) + cents(ledger.firm), path);
      assert.equal(answer.answer.sentence.replace(/\s+/g, ' '), at('lease', 'sentence').value, path);
    });
  }
});

test('a scenario, a day beside the lease and --as-of are taken in that order', () => {
  const scenario = { as_of: '2026-12-01', deliveries: [{ tranche: 'gpus', day: '2026-11-15', units: 110000 }] };
  const lines = [
    { lease: google }, { lease: google, scenario }, { lease: google, scenario, as_of: '2026-11-02' },
  ].map((line) => JSON.stringify(line)).join('\n');
  const days = (...options) => parsed(stream(lines, ...options).out).map((answer) => answer.as_of);
  assert.deepEqual(days(), [google.information_day, '2026-12-01', '2026-11-02']);
  assert.deepEqual(days('--as-of', '2027-01-05'), Array(3).fill('2027-01-05'));
  const [published, late] = parsed(stream(`${good}\n${lines.split('\n')[1]}`).out);
  assert.deepEqual(parsed(stream(lines).out)[0], published);
  const state = ({ ways }) => ways.find(({ right }) => right === 'late-delivery').state;
  assert.deepEqual([state(published), state(late)], ['if', 'closed']);
  assert.deepEqual([published.answer.pill, late.answer.pill], ['Only if late', 'Not yet']);
});

// --- CSV ---------------------------------------------------------------------------------------

test('a row of CSV has what the line of NDJSON has', () => {
  const book = run(['generate', '200', '--seed', '3']).out + leaseFiles.map((path) => `${JSON.stringify(readJson(path))}\n`).join('');
  const answers = parsed(stream(book).out);
  const rows = records(stream(book, '--to', 'csv').out);
  assert.equal(rows.length, answers.length);
  const cell = (text) => (text === 'none' ? '' : text);
  rows.forEach((row, i) => {
    const { answer, ledger, ways, warnings, ...lease } = answers[i];
    for (const key of ['lease', 'currency', 'as_of']) assert.equal(row[key], lease[key]);
    assert.deepEqual([row.format, lease.format], ['2', 2]);
    assert.deepEqual([row.answer, row.sentence], [answer.pill, answer.sentence.replace(/\s+/g, ' ')]);
    for (const part of parts) assert.equal(row[part], ledger[part]);
    assert.equal(row.unknown, ledger.unknown.join(' '));
    assert.deepEqual([row.ways, row.warnings], [`${ways.length}`, `${warnings?.length ?? 0}`]);
    assert.deepEqual([row.line, row.error], ['', '']);
    for (const side of sides) {
      assert.equal(row[`${side}_answer`], lease[side].pill);
      const named = ways.find(({ right, holder }) => holder === side && right === row[`${side}_right`]);
      assert.equal(Boolean(named), row[`${side}_right`] !== '');
      for (const key of wayValues) assert.equal(row[`${side}_${key}`], named ? cell(named[key]) : '');
    }
  });
  assert.ok(rows.some((row) => row.tenant_right !== row.landlord_right));
});

// --- Questions ---------------------------------------------------------------------------------

const asking = (question, more = {}) => JSON.stringify({ lease: google, as_of: '2026-09-27', question, ...more });
const guess = { likely: { gpus: { even: '2026-10-15', nine_tenth: '2026-11-30', never: 20000 } } };

test('a line may ask how likely and worth it, and has the chances that show has', () => {
  const line = asking({ ...guess, elsewhere: { price: '6.00' } });
  const [{ likely, elsewhere, answer }, plain] = parsed(stream(`${line}\n${good}\n`).out);
  const shown = JSON.parse(run(['show', leaseFiles.find((path) => path.endsWith('/spacex-google-2026.json')),
    '--as-of', '2026-09-27', '--likely', '2026-10-15,2026-11-30,2%', '--json']).out).prospect;
  assert.deepEqual(likely.outcomes, shown.outcomes.map(({ label, parts }) => ({ label, parts })));
  assert.equal(likely.outcomes.reduce((total, { parts: own }) => total + own, 0), 1_000_000);
  assert.deepEqual(likely.firm, { tenth: '890322580.65', median: '5520000000.00', ninetieth: '5520000000.00' });
  assert.deepEqual(likely.ways[0], { right: 'late-delivery', holder: 'tenant', arises: '360870',
    first: { tenth: '2026-10-31', median: '2026-10-31', ninetieth: '2026-10-31' },
    ends: { tenth: '2026-10-31', median: '2026-10-31', ninetieth: '2026-10-31' } });
  assert.deepEqual([elsewhere.own_price, elsewhere.ways[0].break_even, elsewhere.ways[0].saves],
    ['11.6162', '11.4466', '11819520000.00']);
  assert.equal(answer.pill, parsed(stream(JSON.stringify({ lease: google, as_of: '2026-09-27' })).out)[0].answer.pill);
  assert.deepEqual([plain.likely, plain.elsewhere], [undefined, undefined]);

  const [row, empty] = records(stream(`${line}\n${good}\n`, '--to', 'csv').out);
  assert.equal(row.likely_outcomes, likely.outcomes.map(({ label, parts: own }) => `${label} ${own}`).join('; '));
  assert.match(row.likely_ways, /^late-delivery tenant 360870; convenience landlord 1000000; /);
  assert.deepEqual([row.likely_firm_tenth, row.likely_firm_median, row.break_even, row.question_error],
    ['890322580.65', '5520000000.00', 'convenience 11.4466', '']);
  assert.deepEqual([empty.likely_outcomes, empty.break_even, empty.question_error], ['', '', '']);
});

test('a question that cannot be answered is a sentence, and the other answers stand', () => {
  const book = `${asking(guess, { as_of: '2026-11-01' })}\n${asking({ likely: { hall: { late: [0] } } })}\n`;
  const { out, status } = stream(book);
  const [late, hall] = parsed(out);
  assert.equal(status, 0);
  assert.match(late.likely.error, /lies before 2026-11-01/);
  assert.equal(late.ledger.headline, hall.ledger.headline);
  assert.match(hall.likely.error, /no delivery “hall”; it has gpus/);
  assert.match(records(stream(book, '--to', 'csv').out)[1].question_error, /it has gpus/);
  const broken = parsed(stream(asking({ likely: { gpus: { even: '2026-10-15' } } })).out)[0];
  assert.deepEqual([broken.error[0].code, broken.error[0].pointer], ['missing_key', '/question/likely/gpus']);
});

test('no cell of CSV is a formula, and every text is one cell', () => {
  const titles = ['=1+1', '+1', '-1', '@SUM(A1)', 'a, "b" and c', ' plain', '"', 'ü 漢字'];
  const book = titles.map((title, i) => JSON.stringify({ ...google, title, id: i === 0 ? '-x' : 'x' })).join('\n');
  const text = stream(`${book}\n=cmd\n{"=1":1}\n`, '--to', 'csv').out;
  const rows = records(text);
  assert.deepEqual(rows.slice(0, 8).map(({ title }) => title),
    ["'=1+1", "'+1", "'-1", "'@SUM(A1)", 'a, "b" and c', 'plain', '"', 'ü 漢字']);
  assert.equal(rows[0].lease, "'-x");
  for (const cell of rows.flatMap((row) => Object.values(row))) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  assert.deepEqual(rows.slice(8).map(({ line, lease }) => [line, lease]), [['9', ''], ['10', '']]);
  assert.match(rows[8].error, /^syntax at column 1: This is not JSON/);
  assert.doesNotMatch(text, /\r/);
  const [header] = text.split('\n');
  assert.equal(stream(`${book}\n=cmd\n{"=1":1}\n`, '--to', 'csv', '--no-header').out, text.slice(header.length + 1));
});

// --- Lines -------------------------------------------------------------------------------------

test('a line that cannot be read says why and where, and the next one is read', () => {
  const notDay = JSON.stringify({ ...google, information_day: '2026-02-30' });
  const bad = [
    ['{"a"', 'syntax'], ['=', 'syntax'], ['[]', 'wrong_type'], ['7', 'wrong_type'], ['null', 'wrong_type'],
    ['{}', 'missing_key'], [good.slice(0, -1), 'syntax'], [good + good, 'syntax'],
    [notDay, 'bad_date'], [`{"lease":${good},"senario":{}}`, 'unknown_key'], [`{"lease":${notDay}}`, 'bad_date'],
    [`{"lease":${good},"scenario":{"notices":{"x":"2026-01-01"}}}`, 'unknown_right'], ['{"lease":{}}', 'missing_key'],
    [`{"lease":${good},"as_of":"soon"}`, 'bad_date'], [`{"lease":${good},"scenario":[]}`, 'wrong_type'],
    [Buffer.from([0x22, 0xff, 0x22]), 'syntax'], [Buffer.from([0x7b, 0]), 'syntax'],
    ['['.repeat(100_000), 'too_deep'], [`{${'"a":1,'.repeat(100_000)}"a":1}`, 'duplicate_key'],
    [`"${'x'.repeat(1_000_000)}`, 'syntax'],
  ];
  const book = Buffer.concat(bad.flatMap(([line]) => [Buffer.from(line), Buffer.from(`\n${good}\n`)]));
  const { status, out, err } = stream(book);
  assert.deepEqual([status, err], [1, '']);
  const lines = parsed(out);
  assert.equal(lines.length, 2 * bad.length);
  bad.forEach(([, code], i) => {
    const { line, error } = lines[2 * i];
    assert.equal(line, 2 * i + 1);
    assert.ok(error.some((one) => one.code === code), `${JSON.stringify(error[0])} is not ${code}`);
    assert.ok(error.length <= 20);
    for (const one of error) {
      assert.deepEqual([one.line, typeof one.column, typeof one.pointer], [line, 'number', 'string']);
      assert.ok(0 < one.message.length && one.message.length < 450);
    }
    assert.equal(lines[2 * i + 1].lease, google.id);
  });
  const at = lines[2 * bad.findIndex(([line]) => line === notDay)].error[0];
  assert.deepEqual([at.pointer, at.column], ['/information_day', notDay.indexOf('"2026-02-30"') + 1]);
  assert.equal(records(stream(book, '--to', 'csv').out).filter(({ error }) => error).length, bad.length);
});

test('what the reader warns of stands beside the answer', () => {
  const odd = JSON.stringify({ ...google, colour: 'red' });
  const [plain, warned] = parsed(stream(`${good}\n${odd}`).out);
  const { warnings, ...answer } = warned;
  assert.deepEqual(answer, plain);
  assert.deepEqual(warnings.map(({ code, pointer, column }) => [code, pointer, column]),
    [['unknown_key', '/colour', odd.indexOf('"red"') + 1]]);
  assert.deepEqual(records(stream(`${good}\n${odd}`, '--to', 'csv').out).map((row) => row.warnings), ['0', '1']);
});

test('a line of 4 MiB is read, a longer one is refused, and the next one is read', () => {
  const padded = (size) => good + ' '.repeat(size - Buffer.byteLength(good));
  const most = 4 * 1024 * 1024;
  const { status, out } = stream([padded(most), padded(most + 1), padded(3 * most), good, padded(most + 1)].join('\n'));
  assert.equal(status, 1);
  assert.deepEqual(parsed(out).map((line) => line.lease ?? `${line.line} ${line.error[0].code}`),
    [google.id, '2 too_large', '3 too_large', google.id, '5 too_large']);
});

test('line ends, blank lines and the last line', () => {
  const { out } = stream(`${good}\n`);
  for (const [book, count] of [['', 0], ['\n', 0], ['\r\n \t\n', 0], [good, 1], [`${good}\r\n${good}`, 2], [`${good}\r`, 1],
    [`\n\n${good}\r\n\r\n${good}\n\n`, 2]]) {
    const result = stream(book);
    assert.deepEqual(result, { status: 0, out: out.repeat(count), err: '' });
  }
  const numbered = parsed(stream(`\n${good}\n\n{\n${good}`, '--lines').out);
  assert.deepEqual(numbered.map(({ line }) => line), [2, 4, 5]);
  assert.deepEqual(records(stream(`\n${good}\n\n{\n${good}`, '--lines', '--to', 'csv').out).map(({ line }) => line), ['2', '4', '5']);
  assert.equal(stream('', '--to', 'csv').out.split('\n').length, 2);
});

test('what means nothing is refused, and what cannot be written or read is said', () => {
  for (const args of [['stream', 'book'], ['stream', '--to'], ['stream', '--to', 'xml'], ['stream', '--as-of'],
    ['stream', '--as-of', '2026-02-30'], ['generate'], ['generate', '-1'], ['generate', '3x'], ['generate', '3', '--seed']]) {
    const { status, out, err } = run(args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(err, /^offramp: .*\.\n$/);
  }
  writeFileSync(join(folder, 'lease.ndjson'), `${good}\n`.repeat(300));
  for (const command of ['offramp stream < lease.ndjson', 'offramp generate 300']) {
    for (const [to, why] of [['> /dev/full', 'No space left on device'], ['| head -c 1 > head', 'Broken pipe']]) {
      const { stderr } = sh(`{ ${command}; echo "exit $?" >&2; } ${to}`);
      assert.equal(stderr, `offramp: standard output cannot be written: ${why}\nexit 1\n`, command);
    }
  }
  const { status, stderr } = sh('offramp stream < .');
  assert.deepEqual([status, stderr], [1, 'offramp: standard input cannot be read: Is a directory\n']);
});

// --- Memory and pieces -------------------------------------------------------------------------

test('memory does not grow with the book', (t) => {
  // The same leases ten times: what grows is the book and not its largest lease.
  assert.equal(sh('offramp generate 2000 > tenth && for i in 0 1 2 3 4 5 6 7 8 9; do cat tenth; done > book').status, 0);
  const measured = (path) => {
    const input = openSync(join(folder, path));
    const { stderr } = spawnSync(program, ['stream', '--stats'], { stdio: [input, 'ignore', 'pipe'], encoding: 'utf8' });
    closeSync(input);
    const [, leases, refused, rate, peak] =
      stderr.match(/^offramp: (\d+) leases, (\d+) refused, \d+ ms, (\d+) leases a second, peak memory (\d+) KiB\n$/);
    t.diagnostic(`${leases} leases, ${rate} a second, ${peak} KiB`);
    return { leases: Number(leases), refused: Number(refused), peak: Number(peak) };
  };
  const tenth = measured('tenth');
  const book = measured('book');
  assert.deepEqual([tenth.leases, book.leases, book.refused], [2000, 20000, 0]);
  assert.ok(1000 < tenth.peak && book.peak <= 1.3 * tenth.peak, `${tenth.peak} and ${book.peak} KiB`);
  writeFileSync(join(folder, 'planted'), `${readFileSync(join(folder, 'tenth'))}"${'x'.repeat(3_000_000)}"\n`);
  assert.ok(1.3 * tenth.peak < measured('planted').peak, 'a line of 3 MB is seen in the measure');
});

test('the pieces that the manual makes with xargs are the whole', () => {
  const manual = readFileSync(join(root, 'src/platform/native/STREAM.md'), 'utf8');
  const [, commands] = manual.match(/^```sh xargs\n([\s\S]*?)^```$/m);
  writeFileSync(join(folder, 'book.ndjson'), run(['generate', '2000', '--seed', '5']).out);
  const { status, stderr } = sh(`set -e\n${commands}`);
  assert.equal(status, 0, stderr);
  assert.equal(readdirSync(folder).filter((name) => /^piece\...\.out$/.test(name)).length, 4);
  const whole = sh('offramp stream < book.ndjson').stdout;
  assert.equal(readFileSync(join(folder, 'answers.ndjson'), 'utf8'), whole);
  assert.equal(whole.split('\n').length, 2001);
  const table = sh(`head -n 1 book.ndjson | offramp stream --to csv | head -n 1
    cat piece.?? | offramp stream --to csv --no-header`).stdout;
  assert.equal(table, sh('offramp stream --to csv < book.ndjson').stdout);
  const bad = sh(`echo '{' >> piece.ab; ${commands.split('\n')[1]}`);
  assert.equal(bad.status, 123);
});
