// A picture longer than any canvas: it is drawn where it is looked at, sharply and under the hand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { exhibit, google, idle, open, start } from './lib/harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const lease = readFileSync(new URL('../leases/sixty-rights.json', import.meta.url), 'utf8');
const longPicture = (options) => open(world, google, {
  viewport: { width: 360, height: 800 },
  prepare: (page) => page.route('**/leases/*.json', (route) => route.fulfill({ body: lease })),
  ...options,
});

/** How much of the window's part of the picture the canvas covers, and how finely. */
const cover = (page) => page.evaluate(() => {
  const { canvas, shadowRoot } = document.querySelector('lease-explorer');
  const stage = shadowRoot.querySelector('.drawn').getBoundingClientRect();
  const box = canvas.getBoundingClientRect();
  return {
    above: Math.max(stage.top, 0) - box.top,
    below: box.bottom - Math.min(stage.bottom, innerHeight),
    picture: stage.height,
    ratio: canvas.height / box.height,
    side: Math.max(canvas.width, canvas.height),
  };
});

/** Waits until the canvas is where the window is, and drawn. */
async function covered(page) {
  await page.waitForFunction(() => {
    const { canvas, shadowRoot } = document.querySelector('lease-explorer');
    const box = canvas.getBoundingClientRect();
    const stage = shadowRoot.querySelector('.drawn').getBoundingClientRect();
    return box.top <= Math.max(stage.top, 0)
      && Math.min(stage.bottom, innerHeight) <= box.bottom + 1;
  });
  await idle(page);
}

test('Wherever a long picture is scrolled to, it is drawn there, at the screen\'s own ratio', async () => {
  for (const deviceScaleFactor of [2, 3]) {
    const page = await longPicture({ deviceScaleFactor });
    const { picture } = await cover(page);
    assert.ok(8192 < picture * deviceScaleFactor, `${picture} pixels are no long picture`);
    for (const share of [0, 0.3, 0.95, 0.5, 0]) {
      await page.evaluate((to) => scrollTo(0, to), share * picture);
      await covered(page);
      const seen = await cover(page);
      assert.ok(Math.abs(seen.ratio - deviceScaleFactor) < 0.01, JSON.stringify(seen));
      assert.ok(seen.side <= 8192, JSON.stringify(seen));
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('A press far down a long picture reaches what is drawn there', async () => {
  const page = await longPicture({ viewport: { width: 360, height: 800 }, deviceScaleFactor: 3 });
  const rect = await page.evaluate(() => {
    const { x, y, width, height } = document.querySelector('lease-explorer').itemRect('zoom.in');
    return { x, y, width, height };
  });
  const days = ({ timeline }) => timeline.last_day - timeline.first_day;
  const before = days(await exhibit(page));
  await page.evaluate((y) => scrollTo(0, y), rect.y);
  await covered(page);
  const top = await page.evaluate(() => document.querySelector('lease-explorer').shadowRoot
    .querySelector('.drawn').getBoundingClientRect().top);
  await page.mouse.click(rect.x + rect.width / 2, top + rect.y + rect.height / 2);
  await idle(page);
  assert.ok(days(await exhibit(page)) < before);
  await page.context().close();
});
