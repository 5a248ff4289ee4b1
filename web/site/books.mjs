// The pages of books: the library of all leases, and each landlord's book.
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { bookView } from '../pages/book/view.mjs';
import { libraryView } from '../pages/book/library_view.mjs';
import { escaped, minified, read } from './files.mjs';
import {
  footerLinks, moduleScript, pageOf, policyAt, styleLink,
} from './layout.mjs';

export const books = ['spacex.html', 'library.html'];

/** Writes books/<id>.json, its leases (one a line), and the page. */
export function writeBooks(site, kit, { offramp, modules, leases, books: folder }) {
  const bookStyle = site.writeHashed('book.css',
    minified(read(join(kit.pages, 'book', 'book.css')), { loader: 'css' })).name;
  const deals = JSON.parse(read(join(folder, '..', 'library.json')));
  site.write('books/deals.json', JSON.stringify(deals));
  for (const name of books) {
    const id = name.replace('.html', '');
    const path = join(folder, `${id}.json`);
    const isLibrary = id === 'library';
    const document = JSON.parse(read(path));
    const exhibit = JSON.parse(offramp('show', path, '--json', '--order', isLibrary ? 'firm' : 'book'));
    site.write(`books/${id}.json`, JSON.stringify(document));
    site.write(`books/${id}.ndjson`, document.leases.map(({ lease }) =>
      `${JSON.stringify(JSON.parse(read(join(leases, `${lease}.json`))))}\n`).join(''));
    site.write(name, pageOf(join(kit.pages, 'book', 'book.html'), {
      policy: policyAt(kit.address),
      assets: [styleLink(kit.pageStyle), styleLink(bookStyle), moduleScript(modules.book.name)].join('\n'),
      links: footerLinks({
        more: {
          'library.html': 'Library', 'write.html': 'Write a lease', 'STREAM.txt': 'A million leases',
        },
      }),
      id,
      title: escaped(exhibit.title),
      introduction: escaped(exhibit.introduction),
      deals: isLibrary ? ' data-deals="books/deals.json"' : '',
      twin: renderToString(isLibrary ? libraryView(exhibit, deals) : bookView(exhibit)),
    }));
  }
}
