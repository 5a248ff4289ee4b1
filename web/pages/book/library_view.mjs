// The view of the library: what the sources of each deal say. Only the build prints it.
import { h } from 'preact';

const list = (title, all) => (all.length === 0 ? null
  : [h('dt', null, title), all.map((one) => h('dd', null, one))]);

const entry = (deal) => h('li', { id: deal.id },
  h('h2', null, deal.lease ? h('a', { href: `${deal.lease}.html` }, deal.title) : deal.title),
  h('p', { class: 'who' }, `${deal.landlord} → ${deal.tenant}. Site: ${deal.site.text}`,
    deal.site.is === 'disputed' ? ' The site is disputed.' : null),
  h('p', { class: 'summary' }, deal.summary),
  deal.outcome ? h('p', { class: 'outcome' }, deal.outcome) : null,
  deal.why_no_lease ? h('p', { class: 'remark' }, deal.why_no_lease) : null,
  h('details', null, h('summary', null, 'What is known, what is not, and where it comes from'),
    h('dl', null, list('Known', deal.known), list('Not public', deal.unknown),
      list('Disputed', deal.disputed)),
    h('ol', { class: 'sources' }, deal.sources.map((source) => h('li', null,
      h('a', { href: source.url, rel: 'noopener' }, source.title),
      ` (${source.kind}${source.date ? `, ${source.date}` : ''})`)))));

export const libraryView = (deals) => h('ol', { class: 'leases' }, deals.map(entry));
