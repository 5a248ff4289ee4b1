// Holds our dates, numbers and money in every locale against ECMAScript's Intl, which writes them
// from the data of the Unicode Consortium (CLDR). The program under test is named by the environment
// variable OFFRAMP_LOCALISED (built from localised.cpp, which documents the lines). Where we differ
// on purpose, a row of `differences` turns Intl's text into ours and says why; every other
// difference fails, and so does a row that no value needs.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const program = process.env.OFFRAMP_LOCALISED;
assert.ok(program, 'OFFRAMP_LOCALISED must name the program built from localised.cpp');
assert.equal(new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' }).format(0),
  '1. Januar 1970', 'node must know the locales (full ICU)');

const locales = ['en-GB', 'en-US', 'de', 'fr', 'ja'];
const english = ['en-GB', 'en-US'];
const currencies = { USD: 2, EUR: 2, GBP: 2, JPY: 0, KWD: 3, CHF: 2 };
const dayCount = 4000; // seeded ones, in each locale
const numberCount = 2000;

const differences = [
  { of: ['long_date', 'short_date', 'day_and_month'], in: ['fr'],
    why: 'French writes the first of a month as an ordinal; Intl has no pattern for one day',
    ours: (text) => text.replace(/^1 /, '1er ') },
  { of: ['short_date', 'day_and_month', 'month_name'], in: ['en-GB'],
    why: 'Sep has three letters like its neighbours on the axis',
    ours: (text) => text.replace('Sept', 'Sep') },
  { of: ['exact_money'], in: ['en-GB'],
    why: 'no other dollar or yen occurs beside them: $ and ¥ need no country before them',
    ours: (text) => text.replace('US$', '$').replace('JP¥', '¥') },
  { of: ['exact_money', 'short_money'], in: ['ja'],
    why: 'the font of the canvas has the yen sign in one width only',
    ours: (text) => text.replace('￥', '¥') },
  { of: ['exact_money'], in: locales,
    why: 'a minus sign (U+2212) is as wide as a plus sign and cannot be taken for a hyphen',
    ours: (text) => text.replace('-', '−') },
];

// --- Chance, the same on every machine (mulberry32) -------------------------------------------

let state = 20_261_115;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const between = (low, high) => low + Math.floor(random() * (high - low + 1));
/** A whole number of any size up to 10^14, so that every number of groups occurs. */
const someNumber = () => Math.floor(10 ** (random() * 14));

const days = [
  ...Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1)),
  ...Array.from({ length: dayCount }, () => between(Date.UTC(1900, 0, 1) / 864e5, Date.UTC(2200, 11, 31) / 864e5) * 864e5),
].map((time) => new Date(time));
const iso = (day) => day.toISOString().slice(0, 10);

/** Minor units as a decimal text, which Intl formats without a floating-point number between. */
function decimal(minor, digits) {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return (minor < 0 ? '-' : '') + whole + (digits ? `.${text.slice(-digits)}` : '');
}

// --- The same values written by both ----------------------------------------------------------

function answers(lines) {
  const { status, stdout, error } = spawnSync(program, [], {
    input: `${lines.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  assert.ifError(error);
  assert.equal(status, 0, 'the program ends well');
  return stdout.split('\n').slice(0, -1);
}

const needed = new Set(); // rows of `differences` that turned a text

/** `cases`: lines for the program, each with what Intl writes. */
function compare(operation, locale, cases) {
  const written = answers(cases.map(({ line }) => `${operation} ${locale} ${line}`));
  cases.forEach(({ line, intl }, i) => {
    let expected = intl;
    for (const row of differences) {
      if (!row.of.includes(operation) || !row.in.includes(locale)) continue;
      const turned = row.ours(expected);
      if (turned !== expected) needed.add(row);
      expected = turned;
    }
    assert.equal(written[i], expected, `${operation} ${locale} ${line}`);
  });
}

const dates = {
  long_date: { dateStyle: 'long' },
  short_date: { year: 'numeric', month: 'short', day: 'numeric' },
  day_and_month: { month: 'short', day: 'numeric' },
  month_name: { month: 'short' },
  year_name: { year: 'numeric' },
};

for (const locale of locales) {
  for (const [operation, options] of Object.entries(dates)) {
    test(`${operation} in ${locale}`, () => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      compare(operation, locale, days.map((day) => ({ line: iso(day), intl: format.format(day) })));
    });
  }

  test(`grouped in ${locale}`, () => {
    const format = new Intl.NumberFormat(locale);
    const numbers = [0, 999, 1000, 999_999, 1_000_000, ...Array.from({ length: numberCount }, someNumber)];
    compare('grouped', locale, numbers.map((number) => ({ line: number, intl: format.format(number) })));
  });

  for (const [currency, digits] of Object.entries(currencies)) {
    test(`exact_money in ${locale}, ${currency}`, () => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      const amounts = [0, 5, 100, 3_036_000_000_000, -2_967_741_935,
        ...Array.from({ length: numberCount }, () => someNumber() * (random() < 0.2 ? -1 : 1))];
      compare('exact_money', locale, amounts.map((minor) =>
        ({ line: `${minor} ${currency}`, intl: format.format(decimal(minor, digits)) })));
    });

    test(`short_money in ${locale}, ${currency}`, () => {
      // Our rule for the digits; Intl's for the magnitude, its word, the symbol and the spaces.
      const units = locale === 'ja' ? [1e4, 1e8, 1e12] : [1e6, 1e9, 1e12];
      const amounts = [1e6, 1.5e6, 2e6, 1e9, 5.52e9, 30.36e9, 1e12, 1.785e12,
        ...Array.from({ length: numberCount }, someNumber)].filter((amount) => amount >= 1e6);
      const cases = amounts.map((amount) => {
        const whole = amount / units.findLast((least) => least <= amount);
        const maximumFractionDigits = whole < 10 ? 2 : whole < 100 ? 1 : 0;
        const digitsOnly = { minimumFractionDigits: 0, maximumFractionDigits, useGrouping: false };
        const isEnglish = english.includes(locale);
        const format = new Intl.NumberFormat(locale, isEnglish
          ? { ...digitsOnly, notation: 'compact', compactDisplay: 'long' }
          : { ...digitsOnly, notation: 'compact', style: 'currency', currency });
        // English money has letters for magnitudes (30.4bn, 30.4B); we write its numbers' words.
        const symbol = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' }[currency] ?? `${currency}\u00a0`;
        return { line: `${amount * 10 ** digits} ${currency}`,
          intl: (isEnglish ? symbol : '') + format.format(amount) };
      });
      compare('short_money', locale, cases);
    });
  }
}

test('every explained difference is one', () => {
  assert.deepEqual(differences.filter((row) => !needed.has(row)).map((row) => row.why), []);
});
