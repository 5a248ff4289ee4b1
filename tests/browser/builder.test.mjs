// "Put an exhibit into your page": one preview at the width that the author chooses, and beside it the
// codes for what is chosen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import { google, open, start } from './lib/harness.mjs';
import { framesPass, until } from './lib/wait.mjs';

let world;
let page;
before(async () => {
  world = await start();
  page = await builder();
});
after(() => world.close());

const builder = (options = {}, query = '') => open(world, `builder.html${query}`, { wait: false, ...options });

const frame = (each = page) => each.frames().find((one) => one.url().includes('/embed/'));
/** When the preview is alive and the reference has come from it. */
async function shown(each = page) {
  await each.locator('.preview iframe').scrollIntoViewIfNeeded();
  await until(async () => (await each.locator('#wikitext').inputValue()).includes('<ref>'));
}
const width = () => page.locator('.preview iframe').evaluate((one) => one.getBoundingClientRect().width);

// [width of the window, pixels of height]; the page of three previews took 19,559
const heights = [[1200, 1600], [640, 2400], [360, 2700]];
test('The page is at most so high, whichever lease, width and view is shown', async (t) => {
  const each = await builder();
  const leases = await each.locator('#lease option').evaluateAll((all) => all.map(({ value }) => value));
  assert.ok(20 < leases.length);
  for (const [wide, most] of heights) {
    await each.setViewportSize({ width: wide, height: 900 });
    let highest = 0;
    const measure = async (what) => {
      await shown(each);
      await framesPass(each, 2);
      const [height, over] = await each.evaluate(() => {
        const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
        return [scrollHeight, scrollWidth - clientWidth];
      });
      assert.equal(over, 0, `${what} at ${wide} pixels is wider than the window`);
      assert.ok(height <= most, `${what} at ${wide} pixels is ${height} pixels high`);
      highest = Math.max(highest, height);
    };
    for (const lease of leases.slice(0, 3)) {
      await each.selectOption('#lease', lease);
      await measure(lease);
    }
    await each.selectOption('#view', 'full');
    await measure('everything');
    await each.selectOption('#view', '');
    t.diagnostic(`builder.html at ${wide} pixels: at most ${highest} pixels high`);
  }
  await each.context().close();
});

test('One preview has the width that is chosen, by keyboard too, and is not loaded again', async () => {
  assert.equal(await page.locator('iframe').count(), 1);
  await shown();
  await frame().evaluate(() => { window.isSame = true; });
  const full = await width();
  await page.getByLabel('Full width').focus();
  await page.keyboard.press('ArrowUp');
  assert.equal(await width(), 640);
  assert.equal(await page.evaluate(() => document.activeElement.value), '640');
  await page.keyboard.press('ArrowUp');
  assert.equal(await width(), 360);
  await page.getByLabel('Full width').check();
  assert.equal(await width(), full);
  assert.equal(await frame().evaluate(() => window.isSame), true);
});

test('The codes are for what is chosen, and Back leaves the page', async () => {
  const steps = await page.evaluate(() => history.length);
  const code = (id) => page.locator(`#${id}`).inputValue();
  await page.selectOption('#lease', google.replace('.html', ''));
  await page.selectOption('#theme', 'dark');
  await page.selectOption('#view', 'full');
  await shown();
  await page.locator('#host').pressSequentially('https://news');
  // What a preview reports while somebody types draws the page again and takes away no letter.
  await frame().evaluate(() => parent.postMessage({ v: 1, type: 'offramp:height', height: 345 }, '*'));
  await page.locator('.preview iframe[height="345"]').waitFor();
  await page.locator('#host').pressSequentially('.example');
  await page.locator('#host').blur();
  assert.match(await code('frame-code'), /^<iframe src="[^"]*\/embed\/spacex-google-2026\.html\?theme=dark&#38;view=full&#38;host=https%3A%2F%2Fnews\.example" title="Can Google walk away\?"/);
  assert.match(await code('element-code'), /<lease-explorer src="[^"]*\/leases\/spacex-google-2026\.json" theme="dark" view="full">/);
  assert.match(await page.locator('#single').getAttribute('href'), /^single\/spacex-google-2026\.html$/);
  await shown();
  assert.match(frame().url(), /spacex-google-2026\.html\?theme=dark&view=full/);
  assert.match(await code('wikitext'), /^Google may .*<ref>\{\{cite web /);
  // The reference is for what is supposed in the preview.
  await frame().evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    explorer.state = 'deliver=2026-11-15';
    explorer.dispatchEvent(new CustomEvent('move'));
  });
  await until(async () => (await code('wikitext')).includes('Supposed: GPUs delivered on: 15 November 2026'));
  assert.equal(await page.evaluate(() => history.length), steps);
});

test('What is copied is what is shown, and a line says so', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const [id, name] of [['frame-code', 'As a frame'], ['element-code', 'As an element'], ['wikitext', 'As a wikitext reference']]) {
    await page.selectOption('#theme', { 'frame-code': 'dark', 'element-code': '', wikitext: 'light' }[id]);
    assert.equal(await page.locator('#said').textContent(), '');
    await shown();
    await page.getByRole('button', { name: `Copy: ${name}` }).click();
    await page.locator('#said', { hasText: 'Copied.' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator(`#${id}`).inputValue());
    assert.equal(await page.evaluate(() => document.activeElement.id), `copy-${id}`);
  }
  assert.deepEqual(page.complaints, []);
});

test('A link from an exhibit brings its lease and its scenario', async () => {
  const each = await builder({}, '?lease=spacex-google-2026#deliver=2026-11-15');
  assert.equal(await each.locator('#lease').inputValue(), 'spacex-google-2026');
  assert.match(await each.locator('#frame-code').inputValue(), /spacex-google-2026\.html#deliver=2026-11-15"/);
  await shown(each);
  assert.match(await each.locator('#wikitext').inputValue(), /Supposed: GPUs delivered on: 15 November 2026/);
  await each.context().close();
});

test('axe finds nothing on a phone, and every target takes a finger', async () => {
  const each = await builder({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });
  await shown(each);
  assert.deepEqual(await axe(each), []);
  assert.deepEqual(await each.evaluate(() =>
    [...document.querySelectorAll('main :is(button, select, input:not([type=radio]), .widths label)')]
      .filter((one) => one.getBoundingClientRect().height < 43.9).map((one) => one.id || one.textContent)), []);
  await each.context().close();
});

test('Without scripts the page says what it needs and where the snippets are', async () => {
  const each = await builder({ javaScriptEnabled: false });
  assert.match(await each.locator('.notice').textContent(), /without one, the guide has every snippet/);
  assert.equal((await fetch(`${world.base}/${await each.locator('.notice a').getAttribute('href')}`)).status, 200);
  await each.context().close();
});
