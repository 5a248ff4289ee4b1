// The view of the library: every lease with its answers, and the deals of which too little is public
// for a lease. The rows come from a book over all leases.
import { leaseRows, pages } from './view.mjs';

const orders = [['firm', 'firm share'], ['', 'name'], ['headline', 'size'], ['exit', 'first exit']];
const kinds = ['late delivery', 'on notice', 'by itself'];

const select = (name, label, options, chosen) => ['p', {},
  ['label', { for: `filter-${name}` }, label], ' ',
  ['select', { id: `filter-${name}`, name, 'data-chosen': chosen },
    ...options.map(([value, words]) => ['option', { value, selected: value === chosen }, words])]];

const named = (deals, who) => [['', 'anybody'],
  ...[...new Set(deals.map((deal) => deal[who]))].sort().map((name) => [name, name])];

/** The values of the form. */
export function viewFrom(form) {
  if (!form) return { order: 'firm' };
  const value = (name) => form.elements[name].value;
  return { words: value('words'), landlord: value('landlord'), tenant: value('tenant'),
    site: value('site'), kind: value('kind'), order: value('order'), soon: form.elements.soon.checked };
}

function filterForm({ deals, sites }, {
  words = '', landlord = '', tenant = '', site = '', kind = '', order = 'firm', soon,
}) {
  return ['form', { class: 'filter', role: 'search' },
    ['p', {}, ['label', { for: 'filter-words' }, 'Search '],
      ['input', { id: 'filter-words', name: 'words', type: 'search', value: words }]],
    select('landlord', 'Landlord', named(deals, 'landlord'), landlord),
    select('tenant', 'Tenant', named(deals, 'tenant'), tenant),
    select('site', 'Site', [['', 'any'], ...sites.map((name) => [name, name])], site),
    select('kind', 'Off-ramp', [['', 'any'], ...kinds.map((one) => [one, one])], kind),
    select('order', 'Order', orders, order),
    ['p', {}, ['label', {}, ['input', { type: 'checkbox', name: 'soon', checked: soon }],
      ' Somebody may give notice within 90 days']]];
}

const list = (title, all) => (all.length === 0 ? []
  : [['dt', {}, title], ...all.map((one) => ['dd', {}, one])]);

const standing = { known: 'known', disputed: 'disputed', unknown: 'not public' };

function entry(deal) {
  return ['li', {},
    ['h3', {}, deal.title],
    ['p', { class: 'who' }, `${deal.landlord} → ${deal.tenant} · ${deal.site.text} (${standing[deal.site.is]})`],
    ['p', {}, deal.summary],
    deal.outcome && ['p', { class: 'outcome' }, deal.outcome],
    deal.why_no_lease && ['p', { class: 'remark' }, deal.why_no_lease],
    ['details', {}, ['summary', {}, 'What is known, what is not, and where it comes from'],
      ['dl', {}, list('Known', deal.known), list('Not public', deal.unknown),
        list('Disputed', deal.disputed)],
      ['ol', { class: 'sources' }, ...deal.sources.map((source) => ['li', {},
        ['a', { href: source.url, rel: 'noopener' }, source.title],
        ` (${source.kind}${source.date ? `, ${source.date}` : ''})`])]]];
}

/** The whole library; `known` has the deals and the names of the sites. */
export function libraryView(exhibit, known, { isLive = false, filter = {} } = {}) {
  const asOf = exhibit.controls.find(({ id }) => id === 'as-of');
  const { row_count: count } = exhibit;
  return [
    ['h1', {}, exhibit.title],
    ['p', { class: 'introduction' }, exhibit.introduction],
    isLive && filterForm(known, filter),
    !isLive && ['p', { class: 'as-of' }, exhibit.as_of],
    isLive && ['p', { class: 'day' }, ['label', { for: 'as-of' }, 'As of '],
      ['input', { id: 'as-of', type: 'date', value: asOf.value, 'data-control': 'as-of' }]],
    ['h2', {}, 'The leases'],
    ['p', { class: 'count', role: 'status' }, `${count} ${count === 1 ? 'lease' : 'leases'}.`],
    leaseRows(exhibit.rows, false),
    pages(exhibit),
    ['section', {}, ['h2', {}, 'What each deal’s sources say'],
      ['p', {}, 'Every deal that the library knows, with what is known, disputed and not public of it.'],
      ['ol', { class: 'leases' }, ...known.deals.map(entry)]],
  ];
}
