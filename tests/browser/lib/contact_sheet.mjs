// Every look of the built site in pictures: node tests/browser/lib/contact_sheet.mjs
// Writes build/web/shots/<lease>-<state>-<width>-<theme>.png, and one sheet a theme of their tops.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drag, exhibit, google, idle, open, shots, site, start } from './harness.mjs';

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

const hard = fileURLToPath(new URL('../../leases', import.meta.url));
const pages = [
  ...readdirSync(join(site, 'leases')).map((file) => basename(file, '.json')).map((name) =>
    ({ name, path: `${name}.html`, states: Object.keys(states) })),
  // A lease that no layout likes takes the place of another on its page.
  ...readdirSync(hard).filter((name) => name.endsWith('.json')).map((file) => ({
    name: basename(file, '.json'),
    path: google,
    states: ['untouched', 'form'],
    prepare: (page) => page.route('**/leases/*.json', (route) =>
      route.fulfill({ body: readFileSync(join(hard, file), 'utf8') })),
  })),
];

async function takeAll(world, colorScheme) {
  const taken = [];
  for (const { name, path, states: wanted, prepare } of pages) {
    for (const state of wanted) {
      for (const width of widths) {
        const page = await open(world, path,
          { viewport: { width, height: 900 }, colorScheme, prepare });
        const { timeline } = await exhibit(page);
        if (state !== 'late' || timeline.handles.some(({ control }) => control === 'deliver')) {
          await states[state](page);
          await page.mouse.move(2, 2);
          await idle(page);
          const file = `${name}-${state}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: join(shots, file), fullPage: true });
          taken.push(file);
        }
        if (page.complaints.length) console.log(`${name} ${state} ${width}: ${page.complaints}`);
        await page.context().close();
      }
    }
  }
  return taken;
}

async function sheetOf(world, taken, colorScheme) {
  const sheet = await world.browser.newPage({ viewport: { width: 1800, height: 1200 } });
  const figures = taken.map((name) => `<figure><img src="data:image/png;base64,${
    readFileSync(join(shots, name)).toString('base64')}"><figcaption>${name}</figcaption></figure>`);
  await sheet.setContent(`<style>
    body { margin: 12px; display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px;
      font: 11px sans-serif; background: ${colorScheme === 'dark' ? '#777' : '#ccc'} }
    figure { margin: 0; overflow-wrap: anywhere }
    img { width: 100%; height: 380px; object-fit: cover; object-position: top }
    </style>${figures.join('')}`);
  const path = join(shots, `contact-sheet-${colorScheme}.png`);
  await sheet.screenshot({ path, fullPage: true });
  await sheet.close();
  console.log(`${taken.length} pictures, ${path}`);
}

const world = await start();
for (const colorScheme of themes) {
  await sheetOf(world, await takeAll(world, colorScheme), colorScheme);
}
await world.close();
