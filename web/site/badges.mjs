// Badges as small SVG files, drawn from what the repository says: the licences, the version and the
// number of cases. The build writes them to the site; the README shows the copies in assets/badges,
// and tests/cli/documents.mjs fails if a copy is out of date.
//
//   node web/site/badges.mjs     writes assets/badges
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escaped, read } from './files.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// Widths of Verdana at 11 pixels, rounded up: no text runs into its neighbour in another font.
const widthOf = (text) => Math.ceil([...text].reduce((sum, letter) =>
  sum + (/[il.,:'|! ]/.test(letter) ? 4.2 : 7.4), 12));

/** One badge: a name on dark grey, and its value. White on `#235d8c` has a contrast of about 7. */
export function badge(name, value) {
  const [left, right] = [widthOf(name), widthOf(value)];
  const text = (x, width, content) => `<text x="${x + width / 2}" y="14" `
    + `textLength="${width - 12}" lengthAdjust="spacingAndGlyphs">${escaped(content)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" `
    + `aria-label="${escaped(`${name}: ${value}`)}"><title>${escaped(`${name}: ${value}`)}</title>`
    + `<rect width="${left + right}" height="20" rx="3" fill="#444"/>`
    + `<path fill="#235d8c" d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${left}z"/>`
    + '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" '
    + `text-anchor="middle">${text(0, left, name)}${text(left, right, value)}</g></svg>\n`;
}

/** Every badge, by file name. Each value is read from the file that decides it. */
export function badges() {
  const { version, license } = JSON.parse(read(join(root, 'package.json')));
  const [data] = /CC BY [\d.]+/.exec(read(join(root, 'assets', 'LICENSE')));
  const cases = readdirSync(join(root, 'tests', 'cases')).filter((name) => name.endsWith('.json'));
  return {
    'licence.svg': badge('licence', license),
    'data.svg': badge('data', data),
    'version.svg': badge('version', version),
    'cases.svg': badge('cases worked by hand', String(cases.length)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(root, 'assets', 'badges');
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(badges())) writeFileSync(join(folder, name), svg);
}
