// The home page: one lease, alive; one book as a bar; and every lease as one table.
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { bookBar, dealList, leaseTable } from '../pages/home/view.mjs';
import { bookExhibit } from './books.mjs';
import {
  fetchLinks, fontLinks, footerLinks, moduleLinks, moduleScript, pageOf, policyAt, siteHeader, styleLink,
} from './layout.mjs';
import { twinOf } from './twin.mjs';

/** The lease that is shown first. */
export const example = 'spacex-google-2026';
const book = 'spacex';

/** The first day on which notice could end the lease, as its clauses are read; may be empty. */
const endsOf = ({ exits }, id) => exits
  .filter(({ lease, reading, ends_iso: ends }) => lease === id && reading === 'as chosen' && ends)
  .map(({ ends_iso: ends }) => ends).sort()[0] ?? '';

/** `leases` has of each its exhibit, and `stillOf(width)`: its picture as SVG; `story` is an address. */
export function writeHome(site, kit, { offramp, modules, books, deals, leases, story }) {
  const all = bookExhibit(offramp, books, 'library', 'firm');
  const leaseOf = (id) => leases.find(({ exhibit }) => exhibit.lease === id);
  const missing = leases.filter(({ exhibit }) => !all.rows.some(({ id }) => id === exhibit.lease));
  if (missing.length) {
    throw new Error(`not in the book library: ${missing.map(({ exhibit }) => exhibit.lease)}`);
  }
  const rows = all.rows.map((row) =>
    ({ row, exhibit: leaseOf(row.id).exhibit, ends: endsOf(all, row.id) }));
  const { exhibit, stillOf } = leaseOf(example);
  site.write('index.html', pageOf(join(kit.pages, 'index.html'), {
    policy: policyAt(kit.address),
    assets: [fontLinks(kit.fonts), moduleLinks([modules.element]), fetchLinks([kit.engine, `leases/${example}.json`]),
      ...[kit.pageStyle, kit.homeStyle].map(styleLink), '<script src="offramp.js" defer></script>',
      moduleScript(modules.home.name)].join('\n'),
    header: siteHeader('Offramp'),
    links: footerLinks({ more: { 'builder.html': 'Put one into your page' } }),
    example,
    story,
    twin: twinOf(exhibit, 'card', stillOf, `${example}.html`),
    sum: renderToString(bookBar(bookExhibit(offramp, books, book))),
    leases: renderToString(leaseTable(rows, all.as_of)),
    deals: renderToString(dealList(deals.filter(({ lease }) => !lease))),
  }));
}
