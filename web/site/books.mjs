// The pages of books, each landlord's, and of the library: what the sources of each deal say.
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { libraryView } from '../pages/book/library_view.mjs';
import { bookView } from '../pages/book/view.mjs';
import { escaped, read } from './files.mjs';
import {
  fetchLinks, fontLinks, footerLinks, moduleScript, pageOf, policyAt, styleLink, textPolicy,
} from './layout.mjs';

const books = ['spacex'];
const library = 'library.html';

export const bookPages = [...books.map((id) => `${id}.html`), library];

/** The exhibit of a book, as of the day of its sources. */
export const bookExhibit = (offramp, folder, id, order = 'book') =>
  JSON.parse(offramp('show', join(folder, `${id}.json`), '--json', '--order', order));

/** Writes books/<id>.json, its leases (one a line), and the page; and the library of all deals. */
export function writeBooks(site, kit, { offramp, modules, leases, books: folder, deals, slips }) {
  const styles = [kit.pageStyle, kit.bookStyle].map(styleLink);
  const more = { [library]: 'What sources say', 'write.html': 'Write a lease', 'STREAM.txt': 'A million leases' };
  for (const id of books) {
    const document = JSON.parse(read(join(folder, `${id}.json`)));
    const exhibit = bookExhibit(offramp, folder, id);
    site.write(`books/${id}.json`, JSON.stringify(document));
    site.write(`books/${id}.ndjson`, document.leases.map(({ lease }) =>
      `${JSON.stringify(JSON.parse(read(join(leases, `${lease}.json`))))}\n`).join(''));
    site.write(`${id}.html`, pageOf(join(kit.pages, 'book', 'book.html'), {
      policy: policyAt(kit.address),
      assets: [fontLinks(kit.fonts), ...styles, moduleScript(modules.book.name),
        fetchLinks([modules.desk.name, `books/${id}.json`, `books/${id}.ndjson`])].join('\n'),
      links: footerLinks({ more }),
      id,
      title: escaped(exhibit.title),
      introduction: escaped(exhibit.introduction),
      others: escaped(slips.guess),
      twin: renderToString(bookView(exhibit)),
    }));
  }
  site.write(library, pageOf(join(kit.pages, 'book', library), {
    policy: textPolicy,
    assets: styles.join('\n'),
    links: footerLinks({ self: library, more }),
    deals: renderToString(libraryView(deals)),
  }));
}
