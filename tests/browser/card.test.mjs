// How much room an exhibit takes, as a card and whole, and that it takes no more when it goes live.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { drag, exhibit, google, idle, open, ready, start } from './lib/harness.mjs';
import { framesPass } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const leases = readdirSync(new URL('../../assets/leases', import.meta.url))
  .map((file) => file.replace('.json', ''));
/** Of a card, in CSS pixels, before anybody opens anything. */
const most = { 320: 720, 360: 680, 640: 600, 760: 600, 1200: 600 };

const heights = (page) => page.evaluate(() => {
  const root = document.querySelector('lease-explorer').shadowRoot;
  return {
    page: document.body.offsetHeight,
    picture: root.querySelector('.picture').offsetHeight,
    cut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
});

test('A card leaves an article its room, at every width, for every lease, untouched and late', async () => {
  const rows = [];
  for (const [width, allowed] of Object.entries(most)) {
    const page = await open(world, `embed/${google}`, { viewport: { width: Number(width), height: 900 } });
    // The two widths that articles have most see every lease.
    for (const lease of ['360', '640'].includes(width) ? leases : ['spacex-google-2026']) {
      for (const scenario of lease === 'spacex-google-2026' ? ['', '#deliver=2026-11-15', '#deliver=never'] : ['']) {
        await page.goto('about:blank');
        await page.goto(`${world.base}/embed/${lease}.html${scenario}`);
        await ready(page);
        const { page: height, picture, cut } = await heights(page);
        rows.push({ lease: lease + scenario, width, height, picture });
        assert.ok(height <= allowed, `${lease}${scenario} at ${width}: ${height} pixels high`);
        assert.ok(picture <= (width < 600 ? 480 : 420), `${lease} at ${width}: picture ${picture}`);
        assert.ok(cut <= 0, `${lease} at ${width}: ${cut} pixels too wide`);
      }
    }
    await page.context().close();
  }
  for (const width of Object.keys(most)) {
    const own = rows.filter((row) => row.width === width);
    const google_ = own.find(({ lease }) => lease === 'spacex-google-2026');
    console.log(`# card at ${width}: Google ${google_.height} (picture ${google_.picture}), `
      + `the highest ${Math.max(...own.map(({ height }) => height))} px`);
  }
});

test('Details open the words below, and the card grows by them', async () => {
  const page = await open(world, `embed/${google}`, { viewport: { width: 640, height: 900 } });
  const before = await heights(page);
  await page.locator('lease-explorer summary:visible', { hasText: 'Details' }).click();
  await idle(page);
  const open_ = await heights(page);
  assert.ok(before.page + 800 < open_.page, `${before.page} to ${open_.page}`);
  assert.ok(await page.getByText('How do you read it?').filter({ visible: true }).isVisible());
  await page.context().close();
});

test('The first screen holds question, answer and picture, on a desk and on a phone', async () => {
  for (const [width, height] of [[1200, 800], [360, 740]]) {
    const page = await open(world, google, { viewport: { width, height } });
    const bottoms = await page.evaluate(() => {
      const root = document.querySelector('lease-explorer').shadowRoot;
      return ['h2', '.verdict', '.picture'].map((one) => root.querySelector(one).getBoundingClientRect().bottom);
    });
    for (const bottom of bottoms) assert.ok(bottom <= height, `${bottoms} in ${width} × ${height}`);
    await page.context().close();
  }
});

test('Nothing moves when the page goes live', async () => {
  for (const [path, width, height] of [[google, 1200, 800], [google, 360, 740],
    [`embed/${google}`, 640, 600], [`embed/${google}`, 360, 680]]) {
    let live;
    const goLive = new Promise((resolve) => { live = resolve; });
    const page = await open(world, path, {
      viewport: { width, height },
      wait: false,
      prepare: async (one) => {
        // A reader reads the printed answer in its own font before a script comes.
        await one.route('**/*.mjs', async (route) => { await goLive; await route.continue(); });
        await one.addInitScript(() => {
          window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries()
            .map(({ value, sources }) => ({ value, what: sources.map(({ node }) => node?.className ?? node?.nodeName) }))))
            .observe({ type: 'layout-shift', buffered: true });
        });
      },
    });
    await page.evaluate(() => document.fonts.ready);
    await framesPass(page, 2);
    const early = await page.evaluate(() => window.shifts.splice(0).reduce((sum, { value }) => sum + value, 0));
    live();
    await ready(page);
    await idle(page);
    const shifts = await page.evaluate(() => window.shifts);
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    console.log(`# layout shift, ${path} at ${width}: on going live ${sum.toFixed(3)}, by late fonts ${early.toFixed(3)}`);
    assert.ok(sum < 0.0005, `${path} at ${width}: ${JSON.stringify(shifts)}`);
    await page.context().close();
  }
});

test('What is said can be selected, found and copied as text', async () => {
  const page = await open(world, google);
  await drag(page, 'deliver', 'handle', 200);
  const { sentence } = (await exhibit(page)).verdict;
  const copied = await page.evaluate(() => {
    const root = document.querySelector('lease-explorer').shadowRoot;
    const selection = getSelection();
    selection.setBaseAndExtent(root.querySelector('h2'), 0, root.querySelector('[data-section=dates]'), 1);
    return selection.toString();
  });
  for (const part of ['Can Google walk away?', sentence, 'Who may leave?']) {
    assert.ok(copied.includes(part), part);
  }
  // Find in page reaches what is folded, too.
  assert.equal(await page.evaluate(() => window.find('grace', false, false, true)), true);
  await page.context().close();
});
