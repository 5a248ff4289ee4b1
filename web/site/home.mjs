// The home page: one lease, alive; one book as a bar; and every lease as one table.
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { bookBar, dealList, leaseTable } from '../pages/home/view.mjs';
import { bookExhibit } from './books.mjs';
import {
  footerLinks, moduleScript, pageOf, policyAt, siteHeader, styleLink,
} from './layout.mjs';

const example = 'spacex-google-2026';
const book = 'spacex';

/** The first day on which notice could end the lease, as its clauses are read; may be empty. */
const endsOf = ({ exits }, id) => exits
  .filter(({ lease, reading, ends_iso: ends }) => lease === id && reading === 'as chosen' && ends)
  .map(({ ends_iso: ends }) => ends).sort()[0] ?? '';

/** `exhibits` are those of all leases, `twins` what is printed of each, by the lease's id. */
export function writeHome(site, kit, { offramp, modules, books, deals, exhibits, twins }) {
  const all = bookExhibit(offramp, books, 'library', 'firm');
  const missing = exhibits.filter(({ lease }) => !all.rows.some(({ id }) => id === lease));
  if (missing.length) throw new Error(`not in the book library: ${missing.map(({ lease }) => lease)}`);
  const leases = all.rows.map((row) => ({
    row,
    exhibit: exhibits.find(({ lease }) => lease === row.id),
    ends: endsOf(all, row.id),
  }));
  site.write('index.html', pageOf(join(kit.pages, 'index.html'), {
    policy: policyAt(kit.address),
    assets: [...[kit.pageStyle, kit.homeStyle].map(styleLink), '<script src="offramp.js" defer></script>',
      moduleScript(modules.home.name)].join('\n'),
    header: siteHeader('Offramp'),
    links: footerLinks({ more: { 'builder.html': 'Put one into your page' } }),
    example,
    twin: twins[example],
    sum: renderToString(bookBar(bookExhibit(offramp, books, book))),
    leases: renderToString(leaseTable(leases, all.as_of)),
    deals: renderToString(dealList(deals.filter(({ lease }) => !lease))),
  }));
}
