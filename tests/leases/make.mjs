// Leases that no layout likes, written into this folder: node tests/leases/make.mjs
// They are kept beside it, because the tests of two languages read them.
import { writeFileSync } from 'node:fs';

const count = (number, make) => Array.from({ length: number }, (_, index) => make(index));
const day = (offset) => new Date(Date.UTC(2026, 8, 30) + offset * 86_400_000)
  .toISOString().slice(0, 10);
const long = (words) => `${words} ${'of the second part, its successors and assigns, '.repeat(7)}`
  .slice(0, 299);

/** `handle`: what the reader drags. */
const lease = (id, question, parts, handle) => ({
  schema_version: 1,
  id,
  title: `A lease that nobody signed: ${id}`,
  terms_version: '1',
  currency: 'USD',
  information_day: '2026-11-22',
  presentation: { question, introduction: 'Made up, to see what the page does with it.', handle },
  parties: [
    { id: 'landlord', name: 'Landlord', role: 'landlord' },
    { id: 'tenant', name: 'Tenant', role: 'tenant' },
  ],
  term: { first_day: '2026-10-01', last_day: '2029-06-30', clause: 'all' },
  rights: [],
  clauses: [{
    id: 'all', title: 'All of it', text: 'Made up for a test.', is: 'paraphrase', sources: ['us'],
  }],
  sources: [{
    id: 'us', title: 'Our own tests', url: 'https://example.org/', date: '2026-11-22', kind: 'test',
  }],
  ...parts,
});

const tranche = (id, due, more = {}) => ({
  id, label: `Hall ${id}`, unit: 'GPU', units: 1000, due, clause: 'all', ...more,
});
const late = (id, tranche_id, more = {}) => ({
  id,
  label: `Late ${tranche_id}`,
  holder: 'tenant',
  trigger: { missed: `${tranche_id}.delivered`, by: `${tranche_id}.due` },
  grace: { n: 30, unit: 'day', after: `${tranche_id}.due` },
  effect: { n: 30, unit: 'day', after: `${id}.notice` },
  clause: 'all',
  ...more,
});
const fee = (id, amount) => ({
  id, label: `Fee ${id}`, from: 'term.first_day', to: 'term.last_day', per_month: amount, clause: 'all',
});
const after = (id, holder, date, more = {}) => ({
  id,
  label: `Exit ${id}`,
  holder,
  trigger: { after: date },
  effect: { n: 90, unit: 'day', after: `${id}.notice` },
  clause: 'all',
  ...more,
});

const leases = [
  lease('forty-tranches', 'What if one of forty halls is late?', {
    tranches: count(40, (i) => tranche(`h${i + 1}`, day(i * 14))),
    rights: [late('late-first', 'h1'), late('late-last', 'h40')],
    fees: [fee('rent', '920000000.00')],
  }, 'h1.delivered'),
  lease('sixty-rights', 'Which of sixty doors is open?', {
    tranches: [tranche('hall', '2026-09-30')],
    rights: count(60, (i) => after(`exit-${i + 1}`, ['tenant', 'landlord', 'either'][i % 3],
      day(i * 11))),
    fees: [fee('rent', '1000000.00')],
  }, 'exit-1.notice'),
  lease('long-names', long('May the tenant'), {
    title: long('A lease of machines'),
    parties: [
      { id: 'landlord', name: long('The landlord'), role: 'landlord' },
      { id: 'tenant', name: long('The tenant'), role: 'tenant' },
    ],
    tranches: [tranche('hall', '2026-09-30', { label: long('The hall'), unit: 'rack' })],
    rights: [late('late', 'hall', { label: long('The right to leave') }),
      after('later', 'either', '2026-12-31', { label: long('The right to leave later') })],
    fees: [{ ...fee('rent', '920000000.00'), label: long('The rent') }],
  }, 'hall.delivered'),
  lease('hundred-years', 'Who may leave within a hundred years?', {
    term: { first_day: '2026-10-01', last_day: '2126-09-30', clause: 'all' },
    presentation: {
      question: 'Who may leave within a hundred years?', introduction: 'Made up.',
      handle: 'hall.delivered', first_day: '2026-09-01', last_day: '2126-12-31',
    },
    tranches: [tranche('hall', '2050-01-31')],
    rights: [late('late', 'hall'), after('later', 'either', '2099-12-31')],
    fees: [fee('rent', '920000000.00')],
  }),
  lease('one-day', 'Who may leave on the one day?', {
    term: { first_day: '2026-10-01', last_day: '2026-10-01', clause: 'all' },
    tranches: [tranche('hall', '2026-09-30', { units: 1 })],
    rights: [late('late', 'hall')],
    fees: [fee('rent', '920000000.00')],
  }, 'hall.delivered'),
  lease('cent-to-quadrillion', 'What is the smallest fee, and what the largest?', {
    tranches: [tranche('hall', '2026-09-30', { units: 110000 })],
    presentation: {
      question: 'What is the smallest fee, and what the largest?', introduction: 'Made up.',
      handle: 'hall.delivered', first_day: '2026-09-01', last_day: '2027-05-31',
    },
    rights: [late('late', 'hall', { exit_fee: '0.01' }),
      after('later', 'either', '2026-12-31')],
    fees: [fee('cent', '0.01'), fee('quadrillion', '1000000000000000.00')],
  }),
  lease('no-rights', 'Who may leave a lease without exits?', {
    tranches: [tranche('hall', '2026-09-30')],
    fees: [fee('rent', '920000000.00')],
  }),
  lease('nothing', 'What is there when nothing is?', {}),
  lease('all-unknown', 'What is left when everything is unknown?', {
    unknowns: [
      { id: 'due', question: 'When is the hall due?', kind: 'day', clause: 'all' },
      { id: 'fee', question: 'What is the fee?', kind: 'amount', clause: 'all' },
      { id: 'last', question: 'When does it end?', kind: 'day', clause: 'all' },
    ],
    term: { first_day: '2026-10-01', last_day: { unknown: 'last' }, clause: 'all' },
    tranches: [tranche('hall', { unknown: 'due' })],
    rights: [late('late', 'hall')],
    fees: [fee('rent', { unknown: 'fee' })],
  }, 'hall.delivered'),
];

for (const one of leases) {
  writeFileSync(new URL(`${one.id}.json`, import.meta.url), `${JSON.stringify(one, null, 1)}\n`);
}
