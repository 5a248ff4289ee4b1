// A book of ten thousand leases under a hand: what a page holds of it, and how long a step takes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open, start } from './lib/harness.mjs';
import { framesPass } from './lib/wait.mjs';

const cli = fileURLToPath(new URL('../../build/native/offramp', import.meta.url));

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** A book of so many generated leases, of which those that wait for a delivery come first. */
function bookOf(size) {
  const leases = execFileSync(cli, ['generate', String(size), '--seed', '1'], {
    encoding: 'utf8', maxBuffer: 2 ** 30,
  }).trim().split('\n').map((line) => JSON.parse(line).lease);
  leases.sort((a, b) => Number(!a.tranches) - Number(!b.tranches));
  return {
    book: JSON.stringify({ schema_version: 1, id: 'spacex', title: 'Many leases', introduction: 'All.',
      landlord: 'Landlord', currency: 'USD', information_day: '2026-11-22',
      leases: leases.map(({ id }) => ({ lease: id })) }),
    leases: leases.map((lease) => JSON.stringify(lease)).join('\n'),
  };
}

async function openBook({ book, leases }) {
  const page = await open(world, 'spacex.html', {
    wait: false,
    async prepare(one) {
      await one.route('**/books/spacex.json', (route) =>
        route.fulfill({ body: book, contentType: 'application/json' }));
      await one.route('**/books/spacex.ndjson', (route) =>
        route.fulfill({ body: leases, contentType: 'application/x-ndjson' }));
    },
  });
  await page.waitForFunction(() => document.querySelector('main').dataset.shown
    || document.querySelector('#state').textContent, null, { timeout: 120_000 });
  assert.equal(await page.locator('#state').innerText(), '');
  return page;
}

/** Drags the first day that can be dragged; from each event to the end of its frame, sorted. */
async function dragged(page) {
  await page.evaluate(() => {
    window.steps = [];
    document.addEventListener('input', ({ timeStamp }) => requestAnimationFrame(() =>
      requestAnimationFrame(() => window.steps.push(performance.now() - timeStamp))), true);
  });
  const slider = page.locator('input[type=range][data-lease]').first();
  await slider.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await slider.boundingBox();
  await page.mouse.move(x + width / 4, y + height / 2);
  await page.mouse.down();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(x + width / 4 + (step * width) / 150, y + height / 2);
    await framesPass(page);
  }
  await page.mouse.up();
  await framesPass(page, 3); // the last figure is taken two frames after its event
  return (await page.evaluate(() => window.steps)).sort((a, b) => a - b);
}

test('Of ten thousand leases a page holds as much as of a hundred', { timeout: 300_000 }, async () => {
  const nodes = (page) => page.evaluate(() => document.querySelectorAll('main .leases *').length);
  const few = await openBook(bookOf(100));
  const held = await nodes(few);
  const fewSteps = await dragged(few);
  await few.context().close();
  const many = await openBook(bookOf(10_000));
  assert.ok(await nodes(many) <= held * 1.5, 'only the rows of one page');
  assert.match(await many.locator('.pages').innerText(), /of 10000/);
  const steps = await dragged(many);
  assert.ok(10 < steps.length, 'the drag was followed');
  const at = (all, share) => all[Math.floor(all.length * share)].toFixed(0);
  for (const [what, all] of [['100', fewSteps], ['10,000', steps]]) {
    console.log(`# pointer to the frame after, ${what} leases: median ${at(all, 0.5)} ms, `
      + `p95 ${at(all, 0.95)} ms, ${all.length} steps`);
  }
  assert.deepEqual(many.complaints, []);
  await many.locator('[data-page="1"]').click();
  await many.waitForFunction(() => /26 to 50/.test(document.querySelector('.pages').textContent));
  await many.context().close();
});
