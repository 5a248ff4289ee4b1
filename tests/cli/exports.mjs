// What readers take away, read by other people's programs: calendars by ical.js, tables by Python's
// csv, pictures by its XML parser. All of them are held against the Exhibit of the same scenario.
// The command line is named by the environment variable OFFRAMP.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { python } from '../../web/site/machine.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.OFFRAMP;
assert.ok(program, 'OFFRAMP must name the command line');
const address = 'https://example.org/lease.html?from=test';

function run(command, args, input) {
  const { status, stdout, stderr } =
    spawnSync(command, args, { cwd: root, encoding: 'utf8', input, maxBuffer: 1 << 28 });
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const google = 'assets/leases/spacex-google-2026.json';
const anthropic = 'assets/leases/spacex-anthropic-2026.json';
const scenarios = [
  [google],
  [anthropic],
  [google, '--deliver', '2026-11-15', '--reading', 'month-count=whole_month'],
  [google, '--deliver', 'never', '--units', '96000', '--event', 'accept=2026-12-24',
    '--as-of', '2027-02-01', '--locale', 'ja'],
  [anthropic, '--notice', 'convenience=2027-02-01', '--as-of', '2026-12-31', '--locale', 'de'],
  ['tests/leases/all-unknown.json'],
  ['tests/leases/hundred-years.json'],
  ['tests/leases/sixty-rights.json'],
];

for (const scenario of scenarios) {
  const name = scenario.join(' ');
  const take = (format) => run(program, ['render', ...scenario, '--to', format, '--address', address]);
  const exhibit = JSON.parse(take('json'));

  test(`the calendar of ${name}`, () => {
    const text = take('ics');
    for (const line of text.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
    }
    const jcal = ICAL.parse(text);
    assert.deepEqual(ICAL.parse(ICAL.stringify(jcal)), jcal);
    const calendar = new ICAL.Component(jcal);
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const known = exhibit.key_dates.filter(({ iso }) => iso);
    assert.equal(events.length, known.length);
    const windows = exhibit.rights.flatMap(({ id }) => [`${id}.first_day`, `${id}.last_day`]);
    for (const row of known) {
      const uid = `${exhibit.lease}.${row.id}@offramp`;
      const same = events.filter((event) => event.uid === uid);
      assert.equal(same.length, 1, uid);
      const [event] = same;
      assert.ok(event.startDate.isDate && event.endDate.isDate);
      assert.equal(event.startDate.toString(), row.iso);
      assert.equal(event.duration.toSeconds(), 86_400);
      assert.ok(event.summary.startsWith(row.what) && event.summary.endsWith(`(${exhibit.title})`));
      assert.ok(event.description.startsWith(`${row.how}.`), event.description);
      const clause = exhibit.clauses.find(({ id }) => id === row.clause);
      if (clause) assert.ok(event.description.includes(`\n${clause.wording}: ${clause.text}`));
      assert.ok(event.description.endsWith(`\n${address}#${exhibit.permalink}`));
      assert.equal(event.component.getFirstPropertyValue('url'), `${address}#${exhibit.permalink}`);
      assert.equal(event.component.getFirstPropertyValue('transp'), 'TRANSPARENT');
      const alarms = event.component.getAllSubcomponents('valarm')
        .map((alarm) => alarm.getFirstPropertyValue('trigger').toSeconds() / -86_400);
      assert.deepEqual(alarms, windows.includes(row.id) ? [90, 60, 30] : []);
    }
  });

  test(`the table of ${name}`, () => {
    const records = JSON.parse(run(python, ['-c', `
import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
print(json.dumps(list(csv.reader(text, strict=True))))`], take('csv')));
    const [header, ...rows] = records;
    const lines = rows.map((row) => {
      assert.equal(row.length, header.length, row.join());
      return Object.fromEntries(row.map((cell, i) => [header[i], cell]));
    });
    for (const line of lines) {
      for (const [column, cell] of Object.entries(line)) {
        const isNumber = ['amount', 'least', 'most'].includes(column);
        assert.ok(isNumber ? /^(-?\d+(\.\d+)?|\d{4}-\d\d-\d\d|)$/.test(cell) : !/^[=+\-@\t\r]/.test(cell), cell);
      }
      for (const day of [line.from, line.to]) {
        assert.ok(day === '' || new Date(day).toISOString().startsWith(day), day);
      }
    }
    const at = (table, id) =>
      lines.find((line) => line.table === table && line.id === id && line.reading === '');
    assert.equal(at('lease', 'permalink').value, exhibit.permalink);
    assert.equal(at('lease', 'sentence').value, exhibit.verdict.sentence);
    for (const row of exhibit.key_dates) {
      const line = at('date', row.id);
      assert.deepEqual([line.from, line.to, line.value, line.how], [row.iso, row.iso, row.date, row.how]);
      assert.equal(line.standing === 'known', row.iso !== '');
    }
    for (const row of exhibit.rights) {
      const line = at('right', `${row.id}.window`);
      assert.deepEqual([line.value, line.who], [row.window, row.holder]);
      if (line.standing === 'known') assert.deepEqual([line.from, line.to], [row.first_iso, row.last_iso]);
      assert.equal(at('right', `${row.id}.status`).value, row.status);
    }
    for (const row of exhibit.money) {
      assert.equal(at('money', row.id).value, row.amount);
    }
    for (const row of exhibit.readings.filter(({ firm }) => firm)) {
      const reading = row.control.replace('reading.', '');
      const moved = lines.find((line) => line.table === 'money' && line.id === 'firm' &&
        line.reading === `${reading}=${row.option}`);
      const { exact } = exhibit.money.find(({ id }) => id === 'firm');
      assert.equal(Boolean(moved), row.firm !== exact, `${reading}=${row.option}`);
    }
  });

  test(`the pictures of ${name}`, () => {
    for (const format of ['svg', 'card']) {
      run(python, ['-c', 'import sys, xml.etree.ElementTree as tree; tree.parse(sys.stdin.buffer)'],
        take(format));
    }
  });

  test(`the figures of ${name}`, () => {
    const lines = run(program, ['show', ...scenario, '--figures']).trimEnd().split('\n');
    assert.deepEqual(lines.map((line) => line.split('\t')), exhibit.figures.map(({ id, text }) => [id, text]));
  });
}
