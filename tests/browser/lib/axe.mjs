// axe-core in a page: its violations as lines of text.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function axe(page) {
  await page.evaluate(source);
  const { violations } = await page.evaluate((values) =>
    window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id}: ${target.flat().join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`));
}
