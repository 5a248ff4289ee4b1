// Every look of the built site in pictures: node tests/browser/contact_sheet.mjs
// Writes build/web/shots/<lease>-<state>-<width>-<theme>.png and one sheet of them all a theme.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { drag, exhibit, idle, open, shots, site, start } from './harness.mjs';

const widths = [1200, 720, 360];
const themes = ['light', 'dark'];
const states = {
  untouched: async () => {},
  late: async (page) => { await drag(page, 'deliver', 'handle', 120); },
  form: async (page) => {
    await page.getByRole('button', { name: 'Form view' }).click();
    await idle(page);
  },
};

const leases = readdirSync(site).filter((name) => name.endsWith('.html') && name !== 'index.html');
const world = await start();
for (const colorScheme of themes) {
  const taken = [];
  for (const lease of leases) {
    for (const [state, make] of Object.entries(states)) {
      for (const width of widths) {
        const page = await open(world, lease, { viewport: { width, height: 900 }, colorScheme });
        const { timeline } = await exhibit(page);
        if (state !== 'late' || timeline.handles.some(({ control }) => control === 'deliver')) {
          await make(page);
          await page.mouse.move(2, 2);
          await idle(page);
          const name = `${basename(lease, '.html')}-${state}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: join(shots, name), fullPage: true });
          taken.push(name);
        }
        await page.context().close();
      }
    }
  }
  const sheet = await world.browser.newPage({ viewport: { width: 1800, height: 1200 } });
  const figures = taken.map((name) => `<figure><img src="data:image/png;base64,${
    readFileSync(join(shots, name)).toString('base64')}"><figcaption>${name}</figcaption></figure>`);
  await sheet.setContent(`<style>
    body { margin: 16px; display: grid; grid-template-columns: repeat(6, 1fr); gap: 16px; font: 11px sans-serif;
      color: ${colorScheme === 'dark' ? '#eee' : '#111'}; background: ${colorScheme === 'dark' ? '#444' : '#ccc'} }
    figure { margin: 0; overflow-wrap: anywhere } img { max-width: 100% }</style>${figures.join('')}`);
  const path = join(shots, `contact-sheet-${colorScheme}.png`);
  await sheet.screenshot({ path, fullPage: true });
  await sheet.close();
  console.log(`${taken.length} pictures, ${path}`);
}
await world.close();
