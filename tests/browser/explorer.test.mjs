// What a reader does with a mouse, in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  drag, exhibit, google, idle, middleOf, open, pill, pixelsPerDay, start,
} from './lib/harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

test('Dragging the delivery date with a mouse turns the verdict from no to yes', async () => {
  for (const width of [1200, 360]) {
    const page = await open(world, google, { viewport: { width, height: 900 } });
    assert.equal(await pill(page), 'No');
    await drag(page, 'deliver', 'handle', 46 * await pixelsPerDay(page));
    const after = await exhibit(page);
    assert.equal(after.verdict.pill, 'Yes');
    assert.equal(after.controls.find(({ id }) => id === 'deliver').value, '2026-11-15');
    assert.match(after.verdict.sentence, /from 31 October 2026 until 14 November 2026/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('The date follows the pointer while it is dragged', async () => {
  const page = await open(world, google);
  const day = await pixelsPerDay(page);
  await drag(page, 'deliver', 'handle', 20 * day, { release: false });
  const during = await exhibit(page);
  assert.equal(during.timeline.handles[0].value, '20 Oct 2026');
  assert.match(during.verdict.sentence, /within the grace/);
  await page.mouse.up();
  await page.context().close();
});

test('Escape during a drag puts everything back', async () => {
  const page = await open(world, google);
  await drag(page, 'deliver', 'handle', 300, { release: false });
  assert.equal(await pill(page), 'Yes');
  await page.keyboard.press('Escape');
  await idle(page);
  assert.equal(await pill(page), 'No');
  await page.mouse.move(900, 300);
  await page.mouse.up();
  await idle(page);
  assert.equal(await pill(page), 'No');
  assert.equal((await exhibit(page)).controls.find(({ id }) => id === 'undo').enabled, false);
  await page.context().close();
});

test('A pointer that leaves the canvas and comes back goes on dragging', async () => {
  const page = await open(world, google);
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, -50);
  await page.mouse.move(x + 300, y);
  await page.mouse.up();
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.context().close();
});

test('A click on the track moves the delivery there', async () => {
  const page = await open(world, google);
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.click(x + 300, y + 25);
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.context().close();
});

test('The as-of day is dragged on its own and changes no verdict', async () => {
  const page = await open(world, google);
  const before = await exhibit(page);
  await drag(page, 'as-of', 'handle', 200);
  const after = await exhibit(page);
  assert.notEqual(after.as_of, before.as_of);
  assert.equal(after.verdict.sentence, before.verdict.sentence);
  await page.context().close();
});
