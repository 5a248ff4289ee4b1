// Accessibility: axe-core over every page in every theme, and our own checks of what it cannot see.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import {
  announcements, canvasIsNamed, contrast, edges, focus, parity, reflow, stillness, targets,
} from './lib/checks.mjs';
import { anthropic, drag, google, idle, open, start } from './lib/harness.mjs';

let world;
let flat; // a browser without 3D
before(async () => {
  world = await start();
  flat = await start({ args: ['--disable-3d-apis'] });
});
after(async () => {
  await world.close();
  await flat.close();
});

const late = `${google}#deliver=2026-11-15&notice.convenience=2027-01-15`;
const themes = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['320 px', { viewport: { width: 320, height: 800 } }],
];
const form = async (page) => {
  await page.evaluate(() => document.querySelector('lease-explorer').setAttribute('view', 'form'));
  await idle(page);
};
const share = async (page) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('What to take away').selectOption('ics');
};
const finger = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

async function inPage(path, options, use) {
  const page = await open(world, path, { reducedMotion: 'reduce', ...options });
  try {
    return await use(page);
  } finally {
    await page.context().close();
  }
}

const noticeIsThere = (page) => page.locator('lease-explorer .notice:visible').waitFor();
const unreadable = (page) => page.route('**/leases/*.json', (route) => route.fulfill({ body: '{' }));
const pages = [
  ['the picture', () => world, google, {}, async () => {}],
  ['the picture of a late delivery', () => world, late, {}, async () => {}],
  ['the form', () => world, late, {}, form],
  ['a lease that cannot be read', () => world, google, { wait: false, prepare: unreadable }, noticeIsThere],
  ['the fallback without WebGL', () => flat, google, {}, async () => {}],
  ['the fallback without the engine', () => world, google,
    { wait: false, prepare: (page) => page.route('**/engine.*.wasm', (route) => route.abort()) }, noticeIsThere],
  ['what is shared', () => world, late, {}, share],
  ['the frame', () => world, `embed/${google}`, {}, async () => {}],
  ['the code for authors', () => world, 'builder.html', { wait: false }, async () => {}],
  ['the home page', () => world, 'index.html', {}, async () => {}],
  ['the statement', () => world, 'accessibility.html', { wait: false }, async () => {}],
  ['the methodology', () => world, 'methodology.html', { wait: false }, async () => {}],
];
for (const [what, where, path, options, make] of pages) {
  test(`axe finds nothing on ${what}`, async () => {
    const found = [];
    for (const [theme, themeOptions] of themes) {
      const page = await open(where(), path, { ...options, ...themeOptions });
      await make(page);
      found.push(...(await axe(page)).map((line) => `${theme}: ${line}`));
      await page.context().close();
    }
    assert.deepEqual(found, []);
  });
}

test('The canvas is named by the verdict and takes no keyboard', async () => {
  assert.deepEqual(await inPage(late, {}, canvasIsNamed), []);
});

test('Controls, native inputs and drawn items are one list', async () => {
  for (const path of [google, late, anthropic]) {
    assert.deepEqual(await inPage(path, {}, parity), [], path);
  }
});

test('A drag of a hundred steps is spoken of once to three times', async () => {
  assert.deepEqual(await inPage(google, {}, announcements), []);
});

test('Everything that is pressed is large enough, for a mouse and for a finger', async () => {
  for (const options of [{}, finger]) {
    assert.deepEqual(await inPage(late, options, targets), []);
    assert.deepEqual(await inPage(late, options, async (page) => {
      await form(page);
      return targets(page);
    }), []);
  }
});

for (const [what, check] of [['Text', contrast], ['Edges', edges]]) {
  test(`${what} of the picture against what is around`, async () => {
    for (const colorScheme of ['light', 'dark']) {
      assert.deepEqual(await inPage(late, { colorScheme }, check), [], colorScheme);
    }
  });
}

test('The Tab key reaches every control once, and each shows it', async () => {
  assert.deepEqual(await inPage(late, {}, focus), []);
});

test('Nothing moves by itself after a drag', async () => {
  assert.deepEqual(await inPage(google, {}, async (page) => {
    await drag(page, 'deliver', 'handle', 200);
    return stillness(page);
  }), []);
});

test('With text twice as large, and on the smallest screen, the page stays within its window', async () => {
  const large = (page) => page.evaluate(() => {
    document.documentElement.style.fontSize = '32px';
    return new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
  });
  for (const view of [async () => {}, form]) {
    assert.deepEqual(await inPage(late, {}, async (page) => {
      await view(page);
      await large(page);
      await idle(page);
      return reflow(page);
    }), [], 'large text');
    assert.deepEqual(await inPage(late, { viewport: { width: 320, height: 256 } }, async (page) => {
      await view(page);
      return reflow(page);
    }), [], `320 × 256, ${view === form ? 'form' : 'picture'}`);
  }
});
