// The page of a story: without scripts, on paper, how high and wide it is, what axe finds, and what links
// to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import { reflow } from './lib/checks.mjs';
import { google, open, start } from './lib/harness.mjs';
import {
  answer, at, hash, path, phone, proseOf, openStory as openIn, told, visible,
} from './lib/story.mjs';
import { framesPass, until } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const openStory = (...words) => openIn(world, ...words);

test('The printed story has every step in words and in pictures, without scripts', async () => {
  const page = await open(world, path, { wait: false, javaScriptEnabled: false });
  assert.equal(await visible(page), told.steps.length);
  assert.deepEqual(await page.locator('.prose').allTextContents(), told.steps.map(proseOf));
  assert.deepEqual(await page.locator('figcaption').allTextContents(), told.steps.map(({ verdict }) => verdict));
  assert.equal(await page.locator('.step svg:visible').count(), told.steps.length);
  assert.equal(await page.locator('lease-explorer:visible, .story button:visible, form:visible').count(), 0,
    'nothing to press that would do nothing');
  assert.equal(await page.locator('.question:visible').count(), 2);
  // Each picture is that of its step: the status in it is the answer under it.
  const pills = await page.locator('.step svg:visible').evaluateAll((all) => all.map((svg) => svg.textContent));
  told.steps.forEach(({ verdict }, i) => assert.ok(pills[i].includes(verdict.split('.')[0]), pills[i]));
  await page.setViewportSize({ width: 360, height: 780 });
  assert.equal(await page.locator('.step svg:visible').count(), told.steps.length);
  assert.deepEqual(await reflow(page), []);
  await page.context().close();
});

test('On paper every step has its words and its picture, whatever was answered', async () => {
  const page = await openStory({}, '#step-4');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.prose:visible').count(), told.steps.length);
  assert.equal(await page.locator('.step svg:visible').count(), told.steps.length);
  assert.equal(await page.locator('.story button:visible, lease-explorer:visible').count(), 0);
  await page.context().close();
});

test('The story is linked from its lease and from the home page', async () => {
  for (const [from, name] of [[google, 'Read it step by step'], ['index.html', 'be led through it']]) {
    const page = await open(world, from, { wait: false });
    await page.getByRole('link', { name }).click();
    await page.waitForURL(`**/${path}`);
    await page.context().close();
  }
});

test('On a phone a link to a step shows its words below the exhibit, and not under it', async () => {
  for (const number of [1, 2, 4, 7]) {
    const page = await openStory(phone, `#step-${number}`);
    await until(() => page.evaluate((step) => {
      const words = document.querySelector(`${step} h2`).getBoundingClientRect();
      const { bottom } = document.querySelector('.beside').getBoundingClientRect();
      return document.querySelector('main.steady') && bottom <= words.top + 1 && words.bottom < innerHeight;
    }, `#step-${number}`));
    await page.context().close();
  }
});

// [window, pixels of height at most]
const sizes = [[{ width: 1200, height: 900 }, 1150], [{ width: 360, height: 780 }, 1700]];
test('No step is too high or too wide, nothing moves on going live, and axe finds nothing', async (t) => {
  for (const colorScheme of ['light', 'dark']) {
    for (const [viewport, most] of sizes) {
      const page = await openStory({ viewport, colorScheme, prepare: (each) => each.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      }) });
      await framesPass(page, 5);
      const shift = await page.evaluate(() => window.shift);
      assert.ok(shift < 0.01, `layout shift ${shift} at ${viewport.width}`);
      let highest = 0;
      for (let number = 1; number <= told.steps.length; number += 1) {
        if (1 < number) await page.getByRole('button', { name: 'Next →' }).click();
        await until(() => number === 1 || hash(page) === `#step-${number}`);
        if (number === 4) assert.deepEqual(await axe(page), [], `question, ${colorScheme}, ${viewport.width}`);
        await answer(page);
        if (1 < number) await at(page, number);
        await framesPass(page, 2);
        const [height, over] = await page.evaluate(() => {
          const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
          return [scrollHeight, scrollWidth - clientWidth];
        });
        highest = Math.max(highest, height);
        assert.equal(over, 0);
        assert.ok(height <= most, `step ${number} at ${viewport.width}: ${height}`);
        if (number === 5) assert.deepEqual(await axe(page), [], `${colorScheme}, ${viewport.width}`);
      }
      t.diagnostic(`at ${viewport.width} pixels, ${colorScheme}: at most ${highest} pixels high`);
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    }
  }
});
