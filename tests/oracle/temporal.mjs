// Holds a million random operations on days and instants against Temporal, the dates of ECMAScript,
// as implemented by people who never saw our code. The program under test is named by the
// environment variable OFFRAMP_DATE_OPERATIONS (built from date_operations.cpp, which documents the
// lines); a `.js` file is run by node, so that the WebAssembly build can be asked too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';

const operationCount = 1_000_000;
const batchSize = 50_000;
const seed = 20_260_930;
const firstYear = 1900;
const lastYear = 2200;

const program = process.env.OFFRAMP_DATE_OPERATIONS;
assert.ok(program, 'OFFRAMP_DATE_OPERATIONS must name the program built from date_operations.cpp');

/** The program's answers to some lines. */
function answers(lines) {
  const [command, ...args] = program.endsWith('.js') ? [process.execPath, program] : [program];
  const { status, stdout, error } = spawnSync(command, args, {
    input: `${lines.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  assert.ifError(error);
  assert.equal(status, 0, 'the program ends well');
  return stdout.split('\n').slice(0, -1);
}

/** The zones that the program knows, each with the first year whose rules it vouches for. */
const zones = answers(['zones'])[0].split(' ').flatMap((name, i, words) =>
  i % 2 ? [] : [{ name, from: Number(words[i + 1]) }]);

// --- Chance, the same on every machine (mulberry32) -------------------------------------------

let state;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const between = (low, high) => low + Math.floor(random() * (high - low + 1));
const chance = (share) => random() < share;
const pick = (list) => list[between(0, list.length - 1)];
const padded = (number, width = 2) => String(number).padStart(width, '0');

/** A day; one in three at a month's end or start, one in twelve about 29 February. */
function someDay() {
  const year = between(firstYear, lastYear);
  const kind = random();
  if (kind < 1 / 12) {
    const leap = Math.min(year - (year % 4), 2196);
    return new Temporal.PlainDate(leap, 3, 1).add({ days: between(-3, 1) });
  }
  const month = between(1, 12);
  if (kind < 1 / 3) {
    const first = new Temporal.PlainDate(year, month, 1);
    const edge = chance(0.8) ? first.daysInMonth - between(0, 2) : between(1, 2);
    return first.with({ day: edge });
  }
  return new Temporal.PlainDate(year, month, between(1, 28));
}

const someCount = (small, large) => (chance(0.6) ? between(-small, small) : between(-large, large));

/** When each zone's clocks change, as Temporal has it: there the errors would be. */
const changes = new Map(zones.map(({ name, from }) => {
  const found = [];
  const end = Temporal.PlainDate.from(`${lastYear}-12-31`).toZonedDateTime(name);
  let at = Temporal.PlainDate.from(`${from}-01-01`).toZonedDateTime(name);
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (!at || Temporal.ZonedDateTime.compare(end, at) < 0) return [name, found];
    found.push(at.epochMilliseconds / 1000);
  }
}));

/** Seconds of an instant within a zone's years; half of them within two hours of a change. */
function someSeconds({ name, from }) {
  const near = changes.get(name);
  if (near.length && chance(0.5)) {
    return pick(near) + (chance(0.2) ? between(-1, 1) : between(-7200, 7200));
  }
  return between(Date.UTC(from, 0, 2) / 1000, Date.UTC(lastYear, 11, 30) / 1000);
}

/** What clocks show; half within two hours of a change, so that many are skipped or double. */
function someLocal(zone) {
  const near = changes.get(zone.name);
  if (near.length && chance(0.5)) {
    const before = Temporal.Instant.fromEpochMilliseconds((pick(near) - 1) * 1000);
    return before.toZonedDateTimeISO(zone.name).toPlainDateTime().add({ seconds: between(-7200, 7200) });
  }
  return new Temporal.PlainDateTime(between(zone.from, lastYear), between(1, 12), between(1, 28),
    between(0, 23), between(0, 59), between(0, 59));
}

/** One character more, less or other than it was. */
function damaged(text) {
  const at = between(0, text.length - 1);
  const character = pick([...'0123456789-:+TZtz[]/ .,']);
  return text.slice(0, at) + pick(['', character, character + text[at]]) + text.slice(at + 1);
}

function someDayText() {
  const day = someDay();
  const text = day.toString();
  switch (between(0, 5)) {
    case 0: return text;
    case 1: return damaged(text);
    case 2: return text.slice(0, 8) + padded(between(0, 39));
    case 3: return text.slice(0, 5) + padded(between(0, 19)) + text.slice(7);
    case 4: return `${padded(between(0, 9999), 4)}-02-29`;
    default: return pick([text.replaceAll('-', ''), `+00${text}`, `${text}T00:00`, `0000${text.slice(4)}`]);
  }
}

function someInstantText() {
  const zone = pick(zones);
  let local = someLocal(zone);
  if (chance(0.05)) local = local.with({ year: pick([1066, 1899, 2201, 9999]) });
  const text = local.toString().slice(0, chance(0.3) ? 16 : 19);
  const zoned = local.toZonedDateTime(zone.name, { disambiguation: pick(['earlier', 'later']) });
  const right = zoned.offset;
  const wrong = local.toZonedDateTime('America/Denver').offset;
  const whole = text + pick([
    `[${zone.name}]`, `[${zone.name}]`, `[${zone.name}]`, `${right}[${zone.name}]`, `${right}[${zone.name}]`,
    `${wrong}[${zone.name}]`, `Z[${zone.name}]`, `-00:00[${zone.name}]`, right, 'Z', '-00:00', '',
    `[${pick(['Europe/Lisbon', 'America/Nowhere', 'EST5EDT', '+01:00'])}]`, '+24:00', '+01:60',
  ]);
  if (chance(0.02)) return whole.replace(/T(..):..(:..)?/, 'T$1:59:60');
  const worse = chance(0.15) ? damaged(whole) : whole;
  // Between 1900 and the first year that the program vouches for its answer is a guess.
  const year = worse.slice(0, 4);
  return year < '1900' || String(zone.from) <= year ? worse : whole;
}

// --- What Temporal makes of each operation ----------------------------------------------------

const monthEnds = {
  clip: (day, months) => day.add({ months }, { overflow: 'constrain' }),
  sticky(day, months) {
    if (day.day !== day.daysInMonth) return day.add({ months }, { overflow: 'constrain' });
    const arrival = day.toPlainYearMonth().add({ months });
    return arrival.toPlainDate({ day: arrival.daysInMonth });
  },
  next_month(day, months) {
    try {
      return day.add({ months }, { overflow: 'reject' });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return day.toPlainYearMonth().add({ months: months + 1 }).toPlainDate({ day: 1 });
    }
  },
};

function orNothing(read) {
  try {
    return String(read());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'nothing';
  }
}

function addMonths(policy) {
  const day = someDay();
  const months = someCount(30, 1200);
  return { line: `add_months ${policy} ${day} ${months}`, theirs: monthEnds[policy](day, months) };
}

function readInstant(text) {
  const read = text.includes('[') ? Temporal.ZonedDateTime : Temporal.Instant;
  return read.from(text).epochMilliseconds / 1000;
}

/** Each operation with how many of a hundred it makes up: a line, and Temporal's result for it. */
const kinds = [
  [14, () => {
    const day = someDay();
    const days = someCount(400, 100_000);
    return { line: `add_days ${day} ${days}`, theirs: day.add({ days }) };
  }],
  [12, () => addMonths('clip')],
  [12, () => addMonths('sticky')],
  [12, () => addMonths('next_month')],
  [10, () => {
    const [a, b] = [someDay(), someDay()];
    return { line: `days_between ${a} ${b}`, theirs: a.until(b, { largestUnit: 'day' }).days };
  }],
  [4, () => {
    const day = someDay();
    return { line: `weekday ${day}`, theirs: day.dayOfWeek };
  }],
  [3, () => {
    const day = someDay();
    return { line: `first_of_month ${day}`, theirs: day.with({ day: 1 }) };
  }],
  [3, () => {
    const day = someDay();
    return { line: `last_of_month ${day}`, theirs: day.with({ day: day.daysInMonth }) };
  }],
  [6, () => {
    const text = someDayText();
    return { line: `parse_iso ${text}`, text, theirs: orNothing(() => Temporal.PlainDate.from(text)) };
  }],
  [9, () => {
    const zone = pick(zones);
    const local = someLocal(zone);
    const theirs = local.toZonedDateTime(zone.name).epochMilliseconds / 1000;
    return { line: `instant_at ${zone.name} ${local}`, theirs };
  }],
  [6, () => {
    const zone = pick(zones);
    const seconds = someSeconds(zone);
    const zoned = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone.name);
    return { line: `local_time ${zone.name} ${seconds}`, theirs: zoned.toPlainDateTime() };
  }],
  [3, () => {
    const zone = pick(zones);
    const seconds = someSeconds(zone);
    const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
    return { line: `to_text ${zone.name} ${seconds}`, theirs: instant.toZonedDateTimeISO(zone.name) };
  }],
  [6, () => {
    const text = someInstantText();
    return { line: `parse_instant ${text}`, text, theirs: orNothing(() => readInstant(text)) };
  }],
];
const deck = kinds.flatMap(([share, make]) => Array(share).fill(make));
assert.equal(deck.length, 100);

function someOperations(count) {
  return Array.from({ length: count }, () => {
    const { theirs, ...operation } = pick(deck)();
    return { ...operation, theirs: String(theirs) };
  });
}

// --- Where the two may differ, and why --------------------------------------------------------

const isoDay = /^\d{4}-\d\d-\d\d$/;
const ourInstant = /^(\d{4})-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?(?:\[([^\]]+)\])?$/;

/** Each applies to texts alone and says what our answer must be then. */
const explained = [
  {
    why: 'parse_iso reads YYYY-MM-DD and no other form of ISO 8601',
    applies: ({ line, text }) => line.startsWith('parse_iso') && !isoDay.test(text),
    ours: () => 'nothing',
  },
  {
    why: 'the calendar begins with the year 1',
    applies: ({ line, text }) => line.startsWith('parse_iso') && text.startsWith('0000'),
    ours: () => 'nothing',
  },
  {
    why: 'parse_instant reads one form: no fraction, space, short offset, small letter or other tag',
    applies: ({ line, text }) => line.startsWith('parse_instant') && !ourInstant.test(text),
    ours: () => 'nothing',
  },
  {
    why: 'parse_instant reads the years 1900 to 2200',
    applies: ({ line, text }) => line.startsWith('parse_instant')
      && (text.slice(0, 4) < '1900' || '2200' < text.slice(0, 4)),
    ours: () => 'nothing',
  },
  {
    why: 'Temporal reads second 60 as second 59; parse_instant refuses it',
    applies: ({ line, text }) => line.startsWith('parse_instant') && /T..:..:60/.test(text),
    ours: () => 'nothing',
  },
  {
    why: 'Temporal knows every zone, and offsets as zones',
    applies: ({ line, text }) => line.startsWith('parse_instant')
      && !zones.some(({ name }) => text.endsWith(`[${name}]`)),
    ours: () => 'nothing',
  },
  {
    why: 'RFC 9557 reads -00:00 as Z, Temporal as an offset, which a zone may contradict',
    applies: ({ line, text }) => line.startsWith('parse_instant') && text.includes('-00:00['),
    ours: ({ text }) => orNothing(() => readInstant(text.replace('-00:00[', 'Z['))),
  },
];

/** What differs without being explained; `counts` tells how often each explanation was needed. */
function differences(operations, ours, counts = new Map()) {
  assert.equal(ours.length, operations.length, 'one answer a line');
  return operations.flatMap((operation, i) => {
    if (ours[i] === operation.theirs) return [];
    const reason = operation.text !== undefined
      && explained.find(({ applies, ours: expected }) => applies(operation) && expected(operation) === ours[i]);
    if (!reason) return [{ line: operation.line, ours: ours[i], temporal: operation.theirs }];
    counts.set(reason.why, (counts.get(reason.why) ?? 0) + 1);
    return [];
  });
}

// --- Tests ------------------------------------------------------------------------------------

/** The lines found to differ when one of the program's answers is another. */
function foundAfter(operations, ours, at, answer) {
  const altered = ours.map((given, i) => (i === at ? answer : given));
  return differences(operations, altered).map(({ line }) => line);
}

test('One altered answer among many is found, whatever the operation', () => {
  state = seed;
  const operations = someOperations(4000);
  const ours = answers(operations.map(({ line }) => line));
  assert.deepEqual(differences(operations, ours), []);
  const names = new Set(operations.map(({ line }) => line.replace(/^(add_months \S+|\S+).*/, '$1')));
  assert.equal(names.size, kinds.length);
  for (const name of names) {
    const at = operations.findLastIndex(({ line }) => line.startsWith(`${name} `));
    assert.deepEqual(foundAfter(operations, ours, at, `${ours[at]}0`), [operations[at].line]);
  }
  // Nor does an explanation cover for a wrong answer.
  for (const { applies } of explained) {
    const at = operations.findIndex((operation) => operation.text !== undefined && applies(operation));
    assert.notEqual(at, -1);
    assert.deepEqual(foundAfter(operations, ours, at, '86399'), [operations[at].line]);
  }
});

test('A million operations on days and instants give what Temporal gives', () => {
  state = seed + 1;
  const found = [];
  const counts = new Map();
  for (let done = 0; done < operationCount; done += batchSize) {
    const operations = someOperations(batchSize);
    found.push(...differences(operations, answers(operations.map(({ line }) => line)), counts));
  }
  console.log(`# Temporal: ${operationCount} operations, ${found.length} differences`);
  assert.deepEqual(found.slice(0, 20), []);
  // An explanation that nothing needs is out of date.
  assert.deepEqual(explained.map(({ why }) => why).filter((why) => !counts.has(why)), []);
});
