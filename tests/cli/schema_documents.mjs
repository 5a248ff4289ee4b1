// Documents for schema.mjs: changes that break a lease or a case, changes that do not, and every
// change of a kind in every place. Each row says why.

/** A change of one place: of the value, or without one its removal. */
const at = (path, value) => (document) => {
  const keys = path.split('/');
  const last = keys.pop();
  const parent = keys.reduce((node, key) => node[key], document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
};

const week = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const byReading = (options) => ({ reading: 'month-count', options });
const tranches = (count) => Array.from({ length: count }, (_, i) => ({ id: `t${i}`, due: '2026-09-30' }));
const clauses = (count) =>
  Array.from({ length: count }, (_, i) => ({ id: `c${i}`, text: 'Words.', is: 'derived' }));
const inScenario = (path) => `other_scenarios/0/scenario/${path}`;
const delay = (one) => (document) => {
  document.lease.delays = [{ id: 'force-majeure' }];
  document.other_scenarios[0].scenario.delays = { 'force-majeure': one };
};
const notice = (one) => at(inScenario('notices'), { 'late-delivery': one });
const question = (one) => at('other_scenarios/0/question', one);
const guess = { even: '2026-10-15', nine_tenth: '2026-11-30' };
const by = (document, rows) => rows.map((row) => ({ of: document, ...row }));

/** Leases and cases that are refused. `warns`: the reader only warns. */
export const broken = [
  ...by('lease', [
    { why: 'a handle that is no day', change: at('presentation/handle', 'gpus.committed') },
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
    { why: 'the earliest of 64', change: at('rights/0/ends_when/earliest', Array(64).fill('acceptance')) },
    { why: 'a number where a day is wanted', change: at('rights/0/grace', 30) },
    { why: 'a tranche\'s units where a day is wanted', change: at('rights/0/grace', 'gpus.committed') },
    { why: 'a value for one option only', change: at('dates/0/is', byReading({ same_day: '2026-10-30' })) },
    { why: 'an if without an else', change: at('dates/0/is', { if: true, then: '2026-10-30' }) },
    { why: 'a right without a trigger', change: at('rights/0/trigger') },
    { why: 'a trigger that says nothing', change: at('rights/0/trigger', {}) },
    { why: 'missed, but by when?', change: at('rights/0/trigger/by') },
    { why: 'no such holder', change: at('rights/0/holder', 'lessee') },
    { why: 'a trigger with two beginnings',
      change: at('rights/4/trigger', { on: 'change-of-control', after: '2026-12-31' }) },
    { why: 'a rung of money with "over", which divides nothing', change: at('remedies/0/rungs/0/over', 7) },
    { why: 'a rung that gives both', change: at('remedies/0/rungs/0/days_of_fee', 1) },
    { why: 'a rung that gives nothing', change: at('remedies/0/rungs/0/per_day') },
    { why: 'a reading with one option', change: (lease) => lease.readings[0].options.pop() },
    { why: 'something supposed of an unknown', change: at('unknowns/0/supposed', '1.00') },
    { why: 'a bound of another kind', change: at('unknowns/0/most', 5) },
    { why: 'an unknown without a question', change: at('unknowns/0/question') },
    { why: 'a week of seven days off', change: at('calendars/0/weekend', week) },
    { why: 'a public calendar that there is not', change: at('calendars/0/base', 'us-post') },
    { why: 'an unknown instant', change: (lease) => {
      lease.unknowns.push({ id: 'closing-hour', kind: 'instant', question: 'When does the office close?' });
    } },
    { why: 'a rule for an unknown instant', change: at('conditions/0/is/by', { unknown: 'permit-day' }) },
    { why: 'a convention that there is not', change: at('conventions/month_end', 'clip') },
    { why: 'a convention of units, which every rule states', change: at('conventions/unit', 'day') },
    { why: 'a misspelt convention', change: at('conventions/month_ends', 'open') },
    { why: 'an address that runs', change: at('sources/0/url', 'javascript:alert(1)') },
    { why: 'a clause in nobody\'s words', change: at('clauses/0/is') },
    { why: 'an unknown set of days', change: at('counts/0/is', { days_in: { unknown: 'permit-day' } }) },
    { why: 'a rolling stretch without a length', change: at('dates/2/is/window_days') },
    { why: 'rolled in the direction of nothing',
      change: at('dates/0/is', { rolled: 'gpus.due', roll: 'by_direction', calendar: 'us-frb' }) },
    { why: 'a clock that shows 24:00',
      change: at('conditions/0/is/by', { time: '24:00', on: 'gpus.due', zone: 'UTC' }) },
    { why: 'an hour without a zone', change: at('conditions/0/is/by', '2026-09-30T17:00') },
    { why: 'an object for a list', change: at('tranches', {}) },
    { why: 'a tranche without an id', change: at('tranches/0/id') },
    { why: 'too many tranches', change: at('tranches', tranches(257)) },
    { why: 'too many clauses', change: (lease) => lease.clauses.push(...clauses(257 - lease.clauses.length)) },
    ...['never', 'dawn', 'term', 'sent', '7-days', '_', '-a'].map((id) => (
      { why: `a day called ${id}`, change: (lease) => lease.dates.push({ id, is: '2026-10-30' }) })),
    { why: 'the end of no period', change: at('dates/0/is', { end_of: 'gpus.due' }) },
    { why: 'a misspelt key', warns: true, change: at('rihgts', []) },
    { why: 'a setting that changes nothing', warns: true, change: at('dates/0/is/month_end', 'open') },
  ]),
  ...by('case', [
    { why: 'a case that expects nothing', change: at('expect', {}) },
    { why: 'a case without expectations', change: at('expect') },
    { why: 'an expectation that is a list', change: at('expect/money/firm', ['1133333.33']) },
    { why: 'an answer that there is not', change: at('expect/money/profit', '0.00') },
    { why: 'a kind of answer that there is not', change: at('expect/rihgts', { a: true }) },
    { why: 'a case without a lease', change: at('lease') },
    { why: 'a taxonomy that is a number', change: at('taxonomy', 7) },
    { why: 'a delivery of nothing known', change: at(inScenario('deliveries/0/tranche')) },
    { why: 'a range without an end', change: at(inScenario('deliveries/0/day'), { from: '2026-10-28' }) },
    { why: 'a delivery that is neither', change: at(inScenario('deliveries/0/basis'), 'hoped') },
    { why: 'more deliveries than a scenario holds',
      change: at(inScenario('deliveries'), Array(201).fill({ tranche: 'gpus', day: '2026-10-28' })) },
    { why: 'looking from a day that never comes', change: at(inScenario('as_of'), 'never') },
    { why: 'a notice sent, but how?', change: notice({ sent: '2026-11-02' }) },
    { why: 'a notice received on one day and sent on another',
      change: notice({ day: '2026-11-02', sent: '2026-10-29', by: 'mail' }) },
    { why: 'a delay of nothing', change: delay({}) },
    { why: 'a guess without nine in ten', change: question({ likely: { gpus: { even: '2026-10-15' } } }) },
    { why: 'more than certain', change: question({ likely: { gpus: { ...guess, never: 1_000_001 } } }) },
    { why: 'half a part', change: question({ likely: { gpus: { ...guess, never: 0.5 } } }) },
    { why: 'a thirteenth month', change: question({ likely: { gpus: { months: [{ month: '2026-13', parts: 1_000_000 }] } } }) },
    { why: 'a year beyond the calendar', change: question({ likely: { gpus: { ...guess, nine_tenth: '2201-01-01' } } }) },
    { why: 'both a guess and a range', warns: true, change: question({ likely: { gpus: { ...guess, to: '2026-12-31', from: '2026-10-01' } } }) },
    { why: 'slipping sideways', change: question({ slipping: 'sideways' }) },
    { why: 'a price below nothing', change: question({ elsewhere: { price: '-6.00' } }) },
    { why: 'a price finer than is reckoned', change: question({ elsewhere: { price: '6.12345' } }) },
    { why: 'a gap of nothing', change: question({ elsewhere: { gap_days: 30 } }) },
    { why: 'a misspelt key of the scenario', warns: true, change: at(inScenario('notice'), {}) },
  ]),
];

/** Leases and cases that are unusual but right. */
export const unusual = [
  ...by('lease', [
    { why: '29 February of a leap year', change: at('information_day', '2024-02-29') },
    { why: 'a right with nothing but what it needs',
      change: (lease) => lease.rights.push({ id: 'last', holder: 'third_party', trigger: { on: 'never' } }) },
    { why: 'an amount without decimals, and one below zero',
      change: (lease) => lease.amounts.push({ id: 'low', is: { sum: ['1000', '-0.01'] } }) },
    { why: 'a source with an empty address', change: at('sources/0/url', '') },
    { why: 'a clause in the middle of a rule',
      change: at('dates/0/is/after', { is: { is: 'gpus.due' }, clause: 'late' }) },
    { why: 'as many clauses as there may be',
      change: (lease) => lease.clauses.push(...clauses(256 - lease.clauses.length)) },
    { why: 'ids that no rule uses begin with a digit', change: (lease) => {
      lease.parties[0].id = '1';
      lease.sources.push({ ...lease.sources[0], id: '8-k' });
    } },
    { why: 'conventions of rungs and of last chances', change: (lease) => {
      Object.assign(lease.conventions, { rungs: 'add', meanwhile: byReading({ same_day: 'ended', whole: 'suspended' }) });
      delete lease.remedies[0].mode;
      delete lease.rights[1].last_chance.meanwhile;
    } },
    { why: 'a last chance of which the meanwhile is disputed',
      change: at('rights/1/last_chance/meanwhile', byReading({ same_day: 'ended', whole: 'suspended' })) },
    { why: 'a setting that is disputed',
      change: at('dates/0/is/unit', byReading({ same_day: 'month', whole: 'full_month' })) },
  ]),
  ...by('case', [
    { why: 'nothing but the terms of a case', change: at('lease/readings/0/question') },
    { why: 'answers by the parts of their names', change: at('expect/dates', { gpus: { due: '2026-09-30' } }) },
    { why: 'a guess by months', change: question({
      likely: { gpus: { months: [{ month: '2026-11', parts: 900_000 }], never: 100_000 } } }) },
    { why: 'a guess from others, and a price', change: question({
      likely: { gpus: { late: [0, { from: 31, to: 45 }] } }, slipping: 'apart', elsewhere: { price: '0' } }) },
    { why: 'days of delay of which only the number is known',
      change: delay({ undated: { from: 1, to: 3 } }) },
    { why: 'a path in one key',
      change: at('expect', { 'dates.gpus.due': '2026-09-30', rights: { 'late-delivery.arises': true } }) },
  ]),
];

/** What the schema refuses and the reader takes without a word: it changes no answer. */
export const harmless = [
  ...by('lease', [
    { why: 'a trigger on a day, "by" another that nothing reads', change: at('rights/4/trigger/by', '2026-12-31') },
  ]),
  ...by('case', [
    { why: 'a notice received on a day, and a channel that nothing reads',
      change: notice({ day: '2026-11-02', by: 'mail' }) },
    { why: 'a "because" that is a number: it is for readers', change: at('other_readings/0/because', 7) },
  ]),
];

const strangers = [null, true, 7, -1, '', 'zzz zzz', 'gpus.due', '2026-02-30', '2026-10-05', '1.00', [], {}];

/** What keys and types a value has, all the way down. */
function shape(value) {
  if (typeof value !== 'object' || value === null) return typeof value;
  if (Array.isArray(value)) return `[${value.map(shape)}]`;
  return `{${Object.keys(value).map((key) => `${key}:${shape(value[key])}`)}}`;
}

/** The texts of all documents that differ from one in one place: another value, each word that the
    key may have, a key gone, a key misspelt. `places` are where to begin, as [object, key]. Of
    values of one shape that stand under the same keys only the first is changed. With `parts` of 2
    every other value is tried in one place, and those between in the next. */
export function* changed(document, words, places, parts = 1) {
  const seen = new Set();
  function* walk(parent, key, path) {
    const value = parent[key];
    const place = `${path} ${shape(value)}`;
    if (seen.has(place)) return;
    seen.add(place);
    const tried = strangers.filter((_, i) => (i + seen.size) % parts === 0);
    for (const other of [...tried, ...(words[key] ?? [])]) {
      parent[key] = other;
      yield JSON.stringify(document);
    }
    parent[key] = value;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i += 1) yield* walk(value, i, `${path}/*`);
    } else if (typeof value === 'object' && value !== null) {
      for (const child of Object.keys(value)) yield* walk(value, child, `${path}/${child}`);
      for (const child of Object.keys(value)) {
        const { [child]: moved, ...rest } = value;
        parent[key] = rest;
        yield JSON.stringify(document);
        parent[key] = { ...rest, [`${child}x`]: moved };
        yield JSON.stringify(document);
      }
      parent[key] = value;
    }
  }
  const all = places ?? Object.keys(document).map((key) => [document, key]);
  for (const [parent, key] of all) yield* walk(parent, key, key);
}
