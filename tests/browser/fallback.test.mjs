// What is in the page without any script: the static twin. What else may be missing, and what
// happens then, is in failures.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { google, open, shots, start } from './lib/harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

async function readTwin(page) {
  const text = await page.locator('lease-explorer').innerText();
  assert.match(text, /Google may leave only if SpaceX was late/);
  assert.match(text, /\$30,360,000,000\.00/);
  assert.match(text, /31 October 2026/);
  assert.equal(await page.locator('lease-explorer svg:visible').count(), 1);
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
