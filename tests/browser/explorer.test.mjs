// What a reader does with a mouse, in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  drag, exhibit, google, idle, inTime, middleOf, open, pill, pixelsPerDay, start,
} from './lib/harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

test('An untouched page supposes nothing; a touch and a drag turn the answer, and Reset opens it again', async () => {
  for (const width of [1200, 360]) {
    const page = await open(world, `${google}#as-of=2026-11-05`, { viewport: { width, height: 900 } });
    const day = await pixelsPerDay(page);
    assert.equal(await pill(page), 'Only if late');
    assert.equal((await exhibit(page)).timeline.handles[0].value, 'not recorded');
    const { x, y } = await middleOf(page, 'deliver', 'handle');
    await page.mouse.click(x, y);
    await idle(page);
    assert.equal((await exhibit(page)).controls.find(({ id }) => id === 'deliver').value, '2026-09-30');
    assert.equal(await pill(page), 'Not yet');
    await drag(page, 'deliver', 'handle', 46 * day);
    const after = await exhibit(page);
    assert.equal(after.verdict.pill, 'Yes');
    assert.equal(after.controls.find(({ id }) => id === 'deliver').value, '2026-11-15');
    assert.match(after.verdict.sentence, /at once: notice given today, 5 November 2026/);
    const reset = await middleOf(page, 'reset', 'field');
    await page.mouse.click(reset.x, reset.y);
    await idle(page);
    assert.equal(await pill(page), 'Only if late');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('The date follows the pointer while it is dragged', async () => {
  const page = await open(world, inTime);
  const day = await pixelsPerDay(page);
  await drag(page, 'deliver', 'handle', 20 * day, { release: false });
  const during = await exhibit(page);
  assert.equal(during.timeline.handles[0].value, '20 Oct 2026');
  assert.match(during.verdict.sentence, /within the month of grace/);
  await page.mouse.up();
  await page.context().close();
});

test('Escape during a drag puts everything back', async () => {
  const page = await open(world, inTime);
  await drag(page, 'deliver', 'handle', 300, { release: false });
  assert.equal(await pill(page), 'Yes');
  await page.keyboard.press('Escape');
  await idle(page);
  assert.equal(await pill(page), 'Not yet');
  await page.mouse.move(900, 300);
  await page.mouse.up();
  await idle(page);
  assert.equal(await pill(page), 'Not yet');
  assert.equal((await exhibit(page)).controls.find(({ id }) => id === 'undo').enabled, false);
  await page.context().close();
});

test('A pointer that leaves the canvas and comes back goes on dragging', async () => {
  const page = await open(world, inTime);
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
  const page = await open(world, inTime);
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.click(x + 300, y + 25);
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.context().close();
});

test('The as-of day is dragged on its own, and the answer is told as of that day', async () => {
  const page = await open(world, `${google}#as-of=2026-06-10`);
  const before = await exhibit(page);
  assert.match(before.verdict.sentence, /only if SpaceX is late/);
  await drag(page, 'as-of', 'handle', 300);
  const after = await exhibit(page);
  assert.ok('2026-10-30' < after.as_of, after.as_of);
  assert.match(after.verdict.sentence, /only if SpaceX was late/);
  assert.equal(after.controls.find(({ id }) => id === 'deliver').value, 'open');
  await page.context().close();
});
