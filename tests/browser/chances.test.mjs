// "How likely is the income?" of a book: a guess of how late all comes, a line that is dragged, and what
// an address keeps of both.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import { open, start } from './lib/harness.mjs';
import { until } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

async function openBook(fragment = '', options = {}) {
  const page = await open(world, `spacex.html${fragment}`, { wait: false, ...options });
  await page.waitForFunction(() => document.querySelector('main').dataset.shown);
  return page;
}
const guessed = '#:as-of=2026-06-10&:likely=30%2C90%2C2%25';
const row = (page, months) => page.locator('.chances tr', { hasText: months }).innerText();

test('Nothing is claimed before a guess, and half a guess is none', async () => {
  const page = await openBook();
  assert.doesNotMatch(await page.locator('.chances').innerText(), /\d in 100|certain|Median/);
  await page.getByLabel('Even odds by').fill('30');
  await page.getByLabel('Even odds by').blur();
  assert.equal(await page.locator('.chances table').count(), 0);
  assert.equal(await page.getByLabel('Even odds by').inputValue(), '30');
  await page.getByLabel('Nine in ten by').fill('90');
  await page.getByLabel('Nine in ten by').blur();
  await page.locator('.chances table').waitFor();
  assert.match(await page.locator('.chances').innerText(), /Supposed: even odds by 30 days late, nine in ten by 90 days late; all by the same days\. A guess, not a fact\./);
  await page.getByRole('button', { name: 'No guess' }).click();
  await until(async () => await page.locator('.chances table').count() === 0);
  assert.equal(await page.getByLabel('Even odds by').inputValue(), '');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('An address brings the guess; the line is dragged by keys, and what is not public stays open', async () => {
  const page = await openBook(`${guessed}&:line=1000000000`);
  assert.match(await row(page, 'Nov 2026'), /49 in 100\s+\$150 million\s+\$1\.07 billion/);
  assert.match(await row(page, 'Jun 2026'), /not known\s+an unknown amount/);
  assert.equal(await page.getByLabel('Never, in 100').inputValue(), '2');
  await page.locator('#line').focus();
  await page.keyboard.press('Home');
  await until(async () => /no chance/.test(await row(page, 'Nov 2026')));
  await until(async () => (await page.evaluate(() => decodeURIComponent(location.hash))).includes(':line=0'));
  await page.getByLabel('each lease by itself').check();
  await until(async () => /each lease by itself\. A guess/.test(await page.locator('.chances').innerText()));
  await page.context().close();
});

test('A guess that is none is refused in words, and the last one stays', async () => {
  const page = await openBook(guessed);
  await page.getByLabel('Nine in ten by').fill('10');
  await page.getByLabel('Nine in ten by').blur();
  await until(async () => /comes before even odds/.test(await page.locator('#state').innerText()));
  assert.match(await page.locator('.chances').innerText(), /nine in ten by 90 days late/);
  await page.context().close();
});

test('As late as others were is a guess, too', async () => {
  const page = await openBook('#:as-of=2026-06-10');
  await page.getByRole('button', { name: 'As late as others were' }).click();
  await page.locator('.chances table').waitFor();
  assert.match(await page.locator('.chances').innerText(), /as late as \d+ other deliveries of the library/);
  await page.context().close();
});

for (const [width, colorScheme] of [[1200, 'light'], [360, 'dark']]) {
  test(`axe finds nothing at ${width} pixels in the ${colorScheme}`, async () => {
    const page = await openBook(guessed, { viewport: { width, height: 800 }, colorScheme });
    await page.locator('.chances table').waitFor();
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  });
}
