// "Make a story": dragged, written, recorded; steps changed, moved, removed and brought back; saved as a
// file that the command line takes, and opened again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { axe } from './lib/axe.mjs';
import { drag, idle, open, start } from './lib/harness.mjs';
import { until } from './lib/wait.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const published = join(root, 'assets/stories/spacex-google-2026.json');
const folder = mkdtempSync(join(tmpdir(), 'offramp-record-'));
mkdirSync(join(folder, 'stories'));
symlinkSync(join(root, 'assets/leases'), join(folder, 'leases'));

let world;
before(async () => { world = await start(); });
after(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const openRecorder = (options = {}) => open(world, 'story.html', { reducedMotion: 'reduce', ...options });
const text = (page) => page.getByLabel('A few sentences');
const names = (page) => page.locator('.entries .name').allTextContents();
const said = (page) => page.locator('#said').innerText();
const press = (page, name) => page.locator('#recorder').getByRole('button', { name, exact: true }).click();
const state = (page) => page.evaluate(() => document.querySelector('lease-explorer').state);

async function record(page, words) {
  await text(page).fill(words);
  await press(page, 'Next step');
}

/** The file that the page saves, as an object; and what the command line says of it. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as story.json')]);
  const path = join(folder, 'stories', download.suggestedFilename());
  await download.saveAs(path);
  const { status, stderr } = spawnSync(join(root, 'build/native/offramp'), ['validate', path], { encoding: 'utf8' });
  return { story: JSON.parse(readFileSync(path, 'utf8')), status, stderr };
}

test('A story is recorded by dragging and writing, and the command line takes it', async () => {
  const page = await openRecorder();
  assert.ok(await page.locator('#recorder').getByRole('button', { name: 'Save as story.json' }).isDisabled());
  await page.getByLabel('Title of the story').fill('Three steps');
  await text(page).fill('Due on .');
  await text(page).evaluate((field) => field.setSelectionRange(7, 7));
  await page.getByLabel('Put in a figure').selectOption('gpus.due');
  assert.equal(await text(page).inputValue(), 'Due on {gpus.due}.');
  assert.equal(await page.locator('.preview').innerText(), 'Due on 30 September 2026.');
  await page.getByLabel('Look at', { exact: true }).selectOption('deliver');
  await press(page, 'Next step');
  await page.evaluate(() => { document.querySelector('lease-explorer').state = 'deliver=2026-10-20'; });
  await idle(page);
  await drag(page, 'deliver', 'handle', 60);
  const dragged = await state(page);
  assert.notEqual(dragged, 'deliver=2026-10-20');
  await page.getByLabel('Heading').fill('Later');
  await record(page, 'If they come on {deliver}.');
  assert.deepEqual(await names(page), ['Due on {gpus.due}.', 'Later']);
  assert.equal(await text(page).inputValue(), '', 'the next step is a new one');
  const { story, status, stderr } = await saved(page);
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(story, {
    schema_version: 1, id: 'spacex-google-2026', lease: 'spacex-google-2026', title: 'Three steps',
    steps: [{ text: 'Due on {gpus.due}.', scenario: 'as-of=2026-11-22', look_at: 'deliver' },
      { title: 'Later', text: 'If they come on {deliver}.', scenario: `${dragged}&as-of=2026-11-22` }],
  });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('A figure that does not exist, or says nothing, is named at once', async () => {
  const page = await openRecorder();
  await text(page).fill('From {gpus.deu} to {late-delivery.last_day}.');
  assert.equal(await page.locator('.complaint').innerText(),
    'There is no figure “gpus.deu”. “late-delivery.last_day” says nothing in this scenario.');
  assert.equal(await text(page).getAttribute('aria-invalid'), 'true');
  await text(page).fill('From {gpus.due}.');
  assert.equal(await page.locator('.complaint').innerText(), '');
  await page.context().close();
});

test('Steps are changed, moved, removed and brought back, by keyboard too', async () => {
  const page = await openRecorder();
  for (const words of ['One.', 'Two.', 'Three.']) await record(page, words);
  await page.getByRole('button', { name: 'Down: step 1' }).focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(page), ['Two.', 'One.', 'Three.']);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'entry-1', 'the focus goes with the step');
  await page.getByRole('button', { name: 'Up: step 1' }).focus(); // it is the first
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(page), ['Two.', 'One.', 'Three.']);
  await press(page, 'Remove: step 2');
  assert.deepEqual(await names(page), ['Two.', 'Three.']);
  assert.equal(await said(page), 'Removed step 2. Undo brings it back.');
  await press(page, 'Undo');
  assert.deepEqual(await names(page), ['Two.', 'One.', 'Three.']);
  await press(page, 'Undo');
  assert.deepEqual(await names(page), ['One.', 'Two.', 'Three.']);
  await page.evaluate(() => { document.querySelector('lease-explorer').state = 'deliver=2026-11-15'; });
  await idle(page);
  await press(page, 'Edit: step 2');
  await until(async () => await state(page) === '');
  await idle(page);
  await text(page).fill('Two, again.');
  await press(page, 'Change step 2');
  assert.deepEqual(await names(page), ['One.', 'Two, again.', 'Three.']);
  await press(page, 'Edit: step 1');
  await text(page).fill('Never mind.');
  await press(page, 'Leave it as it was');
  assert.deepEqual(await names(page), ['One.', 'Two, again.', 'Three.']);
  await page.context().close();
});

test('A story is opened with all that it has, and what is none changes nothing', async () => {
  const page = await openRecorder();
  const choose = (path) => page.getByLabel('Open a story').setInputFiles(path);
  await choose(published);
  await until(async () => (await names(page)).length === 7);
  const { story, status } = await saved(page);
  assert.equal(status, 0);
  assert.deepEqual(story, JSON.parse(readFileSync(published, 'utf8')), 'questions and all');
  const rows = [
    ['{', 'This is no JSON', 'a broken file'],
    ['null', 'This is no story', 'nothing'],
    [readFileSync(join(root, 'assets/leases/spacex-google-2026.json'), 'utf8'), 'This is no story', 'a lease'],
    [JSON.stringify({ ...story, lease: '<b>' }), 'This site has no lease “<b>”', 'a lease that is not here'],
    [JSON.stringify({ ...story, steps: [{ text: 7 }] }), 'Step 1 needs a text', 'a step of another kind'],
    [JSON.stringify({ ...story, steps: [] }), 'A story has 1 to 20 steps', 'no steps'],
    [' '.repeat(200_001), 'A story has at most 200000 bytes', 'a file that is too large'],
  ];
  for (const [content, words, why] of rows) {
    const path = join(folder, 'other.json');
    writeFileSync(path, content);
    await choose(path);
    await until(async () => (await said(page)).includes(words));
    assert.equal((await names(page)).length, 7, why);
  }
  await page.context().close();
});

test('Another lease is told as long as there are no steps', async () => {
  const page = await openRecorder();
  await page.getByLabel('Lease', { exact: true }).selectOption('spacex-anthropic-2026');
  await until(() => page.evaluate(() => document.querySelector('lease-explorer').exhibit?.lease === 'spacex-anthropic-2026'));
  await idle(page);
  await record(page, 'A step.');
  assert.ok(await page.getByLabel('Lease', { exact: true }).isDisabled());
  await page.getByLabel('Title of the story').fill('A title');
  assert.equal((await saved(page)).status, 0);
  await page.context().close();
});

test('axe finds nothing, and nothing is wider than the window', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [{ width: 1200, height: 900 }, { width: 360, height: 780 }]) {
      const page = await openRecorder({ colorScheme, viewport });
      await page.getByLabel('Open a story').setInputFiles(published);
      await until(async () => (await names(page)).length === 7);
      await text(page).fill('{no-such-figure}');
      assert.deepEqual(await axe(page), [], `${colorScheme}, ${viewport.width}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    }
  }
});
