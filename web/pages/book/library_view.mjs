// The view of the library: every lease with its answers, and the deals of which too little is public
// for a lease. The rows come from a book over all leases.
import { Fragment, h } from 'preact';
import { Field } from './field.mjs';
import { leaseRows, pages } from './view.mjs';

const orders = [['firm', 'firm share'], ['', 'name'], ['headline', 'size'], ['exit', 'first exit']];
const kinds = ['late delivery', 'on notice', 'by itself'];

const select = (name, label, options, chosen) => h('p', null,
  h('label', { for: `filter-${name}` }, label), ' ',
  h('select', { id: `filter-${name}`, name },
    options.map(([value, words]) => h('option', { value, selected: value === chosen }, words))));

const named = (deals, who) => [['', 'anybody'],
  ...[...new Set(deals.map((deal) => deal[who]))].sort().map((name) => [name, name])];

/** The values of the form. */
export function viewFrom(form) {
  if (!form) return { order: 'firm' };
  const value = (name) => form.elements[name].value;
  return { words: value('words'), landlord: value('landlord'), tenant: value('tenant'),
    site: value('site'), kind: value('kind'), order: value('order'), soon: form.elements.soon.checked };
}

const filterForm = ({ deals, sites }, {
  words = '', landlord = '', tenant = '', site = '', kind = '', order = 'firm', soon = false,
}) => h('form', { class: 'filter', role: 'search' },
  h('p', null, h('label', { for: 'filter-words' }, 'Search '),
    h(Field, { id: 'filter-words', name: 'words', type: 'search', value: words })),
  select('landlord', 'Landlord', named(deals, 'landlord'), landlord),
  select('tenant', 'Tenant', named(deals, 'tenant'), tenant),
  select('site', 'Site', [['', 'any'], ...sites.map((name) => [name, name])], site),
  select('kind', 'Off-ramp', [['', 'any'], ...kinds.map((one) => [one, one])], kind),
  select('order', 'Order', orders, order),
  h('p', null, h('label', null, h('input', { type: 'checkbox', name: 'soon', checked: soon }),
    ' Somebody may give notice within 90 days')));

const list = (title, all) => (all.length === 0 ? null
  : [h('dt', null, title), all.map((one) => h('dd', null, one))]);

const standing = { known: 'known', disputed: 'disputed', unknown: 'not public' };

const entry = (deal) => h('li', { key: deal.id },
  h('h3', null, deal.title),
  h('p', { class: 'who' },
    `${deal.landlord} → ${deal.tenant} · ${deal.site.text} (${standing[deal.site.is]})`),
  h('p', null, deal.summary),
  deal.outcome ? h('p', { class: 'outcome' }, deal.outcome) : null,
  deal.why_no_lease ? h('p', { class: 'remark' }, deal.why_no_lease) : null,
  h('details', null, h('summary', null, 'What is known, what is not, and where it comes from'),
    h('dl', null, list('Known', deal.known), list('Not public', deal.unknown),
      list('Disputed', deal.disputed)),
    h('ol', { class: 'sources' }, deal.sources.map((source) => h('li', null,
      h('a', { href: source.url, rel: 'noopener' }, source.title),
      ` (${source.kind}${source.date ? `, ${source.date}` : ''})`)))));

/** The whole library; `known` has the deals and the names of the sites. */
export function libraryView(exhibit, known, { isLive = false, filter = {} } = {}) {
  const asOf = exhibit.controls.find(({ id }) => id === 'as-of');
  const { row_count: count } = exhibit;
  return h(Fragment, null,
    h('h1', null, exhibit.title),
    h('p', { class: 'introduction' }, exhibit.introduction),
    isLive ? filterForm(known, filter) : null,
    isLive ? h('p', { class: 'day' }, h('label', { for: 'as-of' }, 'As of '),
      h(Field, { id: 'as-of', type: 'date', value: asOf.value, 'data-control': 'as-of' }))
      : h('p', { class: 'as-of' }, exhibit.as_of),
    h('h2', null, 'The leases'),
    h('p', { class: 'count', role: 'status' }, `${count} ${count === 1 ? 'lease' : 'leases'}.`),
    leaseRows(exhibit.rows, false),
    pages(exhibit),
    h('section', null, h('h2', null, 'What each deal’s sources say'),
      h('p', null, 'Every deal that the library knows, with what is known, disputed and not public of it.'),
      h('ol', { class: 'leases' }, known.deals.map(entry))));
}
