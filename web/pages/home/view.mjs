// The parts of the home page below its example: one book as a bar, and every lease as one table. Only
// the build prints them. Every word, day and amount is an exhibit's; nothing here computes one.
import { h } from 'preact';

const unseen = (...words) => h('span', { class: 'unseen' }, words);

// ---- The book

const share = ({ tone, label, details }) => h('li', null,
  h('svg', { class: 'key', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    h('rect', { class: `tone-${tone}`, width: 10, height: 10 })),
  h('b', null, details), ` ${label}`);

/** What one landlord has let, as one bar of what is firm and what is not. */
export function bookBar(exhibit) {
  const [{ totals, bar: segments }] = exhibit.money;
  const total = (label) => totals.find((one) => one.label === label).value;
  const [{ landlord }] = exhibit.rows;
  return h('section', { class: 'sum', 'aria-labelledby': 'sum' },
    h('h2', { id: 'sum' }, `${landlord} has let capacity for ${total('Headline')}. `
      + `Firm: ${total('Firm')}.`),
    h('svg', { class: 'bar', viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      segments.map(({ tone, left, width }) =>
        h('rect', { class: `tone-${tone}`, x: left, width, height: 10 }))),
    h('ul', null, segments.map(share)),
    h('p', null, `${exhibit.as_of}. ${exhibit.notes.join(' ')} `,
      h('a', { href: `${exhibit.book}.html` }, `See ${landlord}’s book`), '.'));
}

// ---- The leases

/** In this order an answer is worth more to a reader; what nobody knows comes last. */
const tones = ['exit', 'either', 'notice', 'caution', 'calm', 'closed', 'unknown'];
const isPublic = ({ exhibit }) => exhibit.verdict.tone !== 'unknown';

/** Leases with an answer first; otherwise in the order that they are given in. */
const inOrder = (leases) => [...leases].sort((one, other) =>
  tones.indexOf(one.exhibit.verdict.tone) - tones.indexOf(other.exhibit.verdict.tone));

const meanings = {
  calm: 'on time',
  caution: 'late, or too early for notice',
  exit: 'the tenant may leave',
  either: 'either side may leave',
  unknown: 'not public',
};

function legend(leases) {
  const drawn = new Set(leases.flatMap(({ exhibit }) => exhibit.timeline.band.map(({ tone }) => tone)));
  for (const tone of drawn) if (!meanings[tone]) throw new Error(`no words for the tone ${tone}`);
  return h('ul', { class: 'legend' }, tones.filter((tone) => drawn.has(tone)).map((tone) =>
    h('li', null, h('svg', { class: 'key', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
      h('rect', { class: `tone-${tone}`, width: 10, height: 10 })), meanings[tone])));
}

/** The outcomes by the day of delivery or of notice, each as wide as its days. */
function band({ row, exhibit: { timeline } }) {
  const days = timeline.last_day - timeline.first_day + 1;
  return [
    h('svg', { class: 'bar', viewBox: `0 0 ${days} 10`, preserveAspectRatio: 'none', role: 'img',
      'aria-label': timeline.band.map(({ details }) => details).join('; ') },
    timeline.band.map((piece) => h('rect', { class: `tone-${piece.tone}`, height: 10,
      x: piece.first_day - timeline.first_day, width: piece.last_day - piece.first_day + 1 }))),
    h('span', { class: 'axis', 'aria-hidden': 'true' },
      h('span', null, row.first_text), h('span', null, row.last_text))];
}

/** How the party that the lease is asked about may leave. The word beside it is not shown twice. */
function wayOut({ verdict, summary: [{ value }] }) {
  if (value === verdict.pill) return verdict.sentence;
  const known = `${verdict.pill}: `;
  return value.startsWith(known) ? [unseen(known), value.slice(known.length)] : value;
}

function firm({ row, exhibit }) {
  const amount = (id) => exhibit.money.find((one) => one.id === id).amount;
  if (!/\d/.test(amount('headline'))) return h('span', { class: 'unsaid' }, row.firm);
  return [amount('firm'), ' ', h('small', null,
    row.firm_share ? `${row.firm_share} of ${amount('headline')}` : `of ${amount('headline')}`)];
}

/** `key` is what its column is sorted by; it is empty where nothing is known. */
const cell = (name, key, ...content) =>
  h('td', { role: 'cell', class: name, 'data-key': key }, content);

function leaseRow(lease) {
  const { row, exhibit, ends } = lease;
  const { verdict } = exhibit;
  return h('tr', { role: 'row', class: isPublic(lease) ? null : 'unsaid',
    'data-words': [row.title, ...row.sites].join(' ') },
  h('th', { role: 'rowheader', scope: 'row', class: 'who', 'data-key': `${row.landlord} ${row.tenant}` },
    h('a', { href: `${row.id}.html` },
      h('b', null, row.landlord, h('span', { class: 'arrow', 'aria-hidden': 'true' }, ' → '),
        unseen(' to '), row.tenant), ' ',
      h('span', { class: 'question' }, exhibit.question))),
  cell('answer', isPublic(lease) ? String(tones.indexOf(verdict.tone)) : '',
    h('span', { class: `pill pill-${verdict.tone}` }, verdict.pill)),
  cell('out', ends, wayOut(exhibit)),
  cell('days', undefined, band(lease)),
  cell('firm', row.firm_share ? String(row.share) : '', firm(lease)));
}

/** `sort` says which way a column is sorted at first; a column without it is not sorted. */
const heading = (name, words, sort) =>
  h('th', { role: 'columnheader', scope: 'col', class: name, 'data-sort': sort }, words);

function filterForm(leases) {
  const pills = leases.map(({ exhibit }) => exhibit.verdict.pill);
  const counted = [...new Set(pills)].map((pill) => [pill, pills.filter((one) => one === pill).length]);
  return h('form', { class: 'filter', role: 'search', hidden: true },
    h('p', null, h('label', { for: 'words' }, 'Search'),
      h('input', { id: 'words', type: 'search', autocomplete: 'off' })),
    h('p', null, h('label', { for: 'answer' }, 'Answer'),
      h('select', { id: 'answer', autocomplete: 'off' }, h('option', { value: '' }, 'any'),
        counted.map(([pill, count]) => h('option', { value: pill }, `${pill} (${count})`)))));
}

/**
 * Every lease as one table. Each of `leases` has its `row` in the book of all leases, its own
 * `exhibit`, and `ends`, the first day on which notice could end it, or an empty text.
 */
export function leaseTable(given, asOf) {
  const leases = inOrder(given);
  return h('section', { id: 'leases', 'aria-labelledby': 'all' },
    h('h2', { id: 'all' }, 'All leases: who can walk away?'),
    filterForm(leases),
    h('p', { class: 'count' }, h('span', { role: 'status' }, `${leases.length} leases`), `. ${asOf}.`),
    h('table', { role: 'table', 'aria-labelledby': 'all' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' },
        heading('who', 'Who to whom', 'ascending'), heading('answer', 'Answer', 'ascending'),
        heading('out', 'Next way out', 'ascending'), heading('days', 'What follows, by day'),
        heading('firm', 'Firm', 'descending'))),
      h('tbody', { role: 'rowgroup' }, leases.map(leaseRow))),
    legend(leases));
}

// ---- The deals without a lease

export const dealList = (deals) => h('ul', null, deals.map((deal) => h('li', null,
  h('a', { href: `library.html#${deal.id}` }, deal.title), `. ${deal.why_no_lease}`)));
