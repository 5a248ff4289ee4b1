// What stays when something is missing: the static twin, and one line that says what.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { google, open, shots, start } from './harness.mjs';

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

async function readTwin(page) {
  const text = await page.locator('lease-explorer').innerText();
  assert.match(text, /nobody may leave for late delivery/);
  assert.match(text, /\$30,360,000,000\.00/);
  assert.match(text, /31 October 2026/);
  assert.ok(await page.locator('lease-explorer svg').isVisible());
}

test('With JavaScript switched off the answer, the tables and the picture are there', async () => {
  for (const [width, colorScheme] of [[1200, 'light'], [360, 'dark']]) {
    const page = await open(world, google, {
      wait: false, javaScriptEnabled: false, viewport: { width, height: 900 }, colorScheme,
    });
    await readTwin(page);
    await page.screenshot({ path: join(shots, `twin-${width}-${colorScheme}.png`), fullPage: true });
    await page.context().close();
  }
});

test('The page holds the answer before any script has run', async () => {
  const html = await (await fetch(`${world.base}/${google}`)).text();
  assert.ok(html.indexOf('nobody may leave for late delivery') > 0);
  assert.ok(html.includes('<svg'));
});

const missing = [
  ['WebGL', () => flat, undefined, /no WebGL 2/],
  ['WebAssembly', () => world,
    (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }), /no WebAssembly/],
  ['the engine', () => world,
    (page) => page.route('**/engine.wasm', (route) => route.abort()), /could not|failed|Failed/i],
  ['a whole engine', () => world,
    (page) => page.route('**/engine.wasm', (route) => route.fulfill({ body: 'not wasm' })), /./],
  ['a canvas that tells the truth', () => world,
    (page) => page.addInitScript(() => {
      const read = CanvasRenderingContext2D.prototype.getImageData;
      CanvasRenderingContext2D.prototype.getImageData = function noisy(...area) {
        const pixels = read.apply(this, area);
        pixels.data[0] ^= 1;
        return pixels;
      };
    }), /hides what a canvas holds/],
  ['the element', () => world,
    (page) => page.route('**/element.mjs', (route) => route.abort()), /could not be loaded/],
];
for (const [what, where, prepare, said] of missing) {
  test(`Without ${what} the twin stays, and one line says what is missing`, async () => {
    const page = await open(where(), google, { wait: false, prepare });
    const notice = page.locator('lease-explorer p.notice:visible');
    await notice.waitFor();
    assert.match(await notice.innerText(), said);
    assert.equal(await notice.count(), 1);
    await readTwin(page);
    await page.context().close();
  });
}

test('A lost graphics context shows the twin, and the restored one the same state', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15`);
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => {
      const { canvas } = document.querySelector('lease-explorer');
      window.lose = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      window.lose.loseContext();
    });
    await page.locator('lease-explorer .poster:visible').waitFor();
    await page.evaluate(() => window.lose.restoreContext());
    await page.locator('lease-explorer .poster').waitFor({ state: 'hidden' });
    await page.evaluate(() => document.querySelector('lease-explorer').idle);
  }
  const shot = await page.locator('lease-explorer canvas').screenshot();
  assert.ok(shot.length > 20_000, 'the canvas is blank');
  assert.equal(await page.evaluate(() =>
    document.querySelector('lease-explorer').exhibit.verdict.pill), 'Yes');
  await page.context().close();
});

test('The strict content policy is never violated', async () => {
  const page = await open(world, google, {
    prepare: (one) => one.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    }),
  });
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await page.context().close();
});
