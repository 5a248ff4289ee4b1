// The home page: one lease alive, and every lease as one table that is searched, sorted and filtered.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { axe } from './lib/axe.mjs';
import { reflow } from './lib/checks.mjs';
import { drag, exhibit, open, pill, site, start } from './lib/harness.mjs';
import { until } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const home = 'index.html';
const cli = fileURLToPath(new URL('../../build/native/offramp', import.meta.url));
const openHome = (options = {}) => open(world, home, { wait: false, ...options });
const phone = { viewport: { width: 360, height: 780 } };
const count = readdirSync(join(site, 'leases')).length;

/** The rows in sight: what each says. */
const rows = (page) => page.locator('#leases tbody tr:visible').evaluateAll((all) => all.map((row) => {
  const text = (name) => row.querySelector(name).textContent;
  return {
    who: row.querySelector('b').textContent, question: text('.question'), answer: text('.answer'),
    out: text('.out'), firm: text('.firm'), id: row.querySelector('a').getAttribute('href'),
  };
}));
/** The exhibit that the build printed of a lease. */
const exhibitOf = (id) => JSON.parse(execFileSync(cli,
  ['render', join(site, 'leases', `${id}.json`), '--to', 'json'], { encoding: 'utf8' }));
const said = (page) => page.locator('#leases [role=status]').innerText();
const answerOf = (page) => page.getByRole('combobox', { name: 'Answer' });
const heading = (page, name) => page.getByRole('columnheader', { name });

test('The example on top becomes live, and its answer follows a drag', async () => {
  const page = await open(world, home);
  assert.equal((await exhibit(page)).lease, 'spacex-google-2026');
  assert.equal(await page.locator('lease-explorer').getAttribute('view'), 'card');
  const before = await pill(page);
  await drag(page, 'deliver', 'handle', 300);
  assert.notEqual(await pill(page), before);
  assert.equal(new URL(page.url()).hash, '', 'the address stays that of the page');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Every lease has a row, and those with an answer come first', async () => {
  const page = await openHome();
  const all = await rows(page);
  assert.equal(all.length, count);
  const depends = all.map(({ answer }) => answer === 'It depends');
  assert.ok(depends.includes(false));
  assert.deepEqual(depends, [...depends].sort(), 'what no source states comes last');
  await page.context().close();
});

test('A row says what the exhibit of its lease says', async () => {
  const page = await openHome({ javaScriptEnabled: false });
  let withMoney = 0;
  for (const row of await rows(page)) {
    const { question, verdict, summary, money } = exhibitOf(row.id.replace('.html', ''));
    const [{ value }] = summary;
    assert.equal(row.question, question);
    assert.equal(row.answer, verdict.pill);
    // "No" alone would be no way out in words.
    assert.equal(row.out, value === verdict.pill ? verdict.sentence : value);
    const [headline, firm] = ['headline', 'firm'].map((id) => money.find((one) => one.id === id).amount);
    if (/\d/.test(headline)) {
      assert.ok(row.firm.startsWith(`${firm} `) && row.firm.endsWith(`of ${headline}`), row.firm);
      withMoney += 1;
    } else {
      assert.equal(row.firm, 'not known');
    }
  }
  assert.ok(3 <= withMoney);
  await page.context().close();
});

test('A band has the outcomes of its lease, each as wide as its days', async () => {
  const page = await openHome({ javaScriptEnabled: false });
  const bands = await page.locator('#leases tbody tr').evaluateAll((all) => all.map((row) => ({
    id: row.querySelector('a').getAttribute('href').replace('.html', ''),
    said: row.querySelector('.bar').getAttribute('aria-label'),
    pieces: [...row.querySelectorAll('.bar rect')].map((one) =>
      [one.getAttribute('class'), Number(one.getAttribute('x')), Number(one.getAttribute('width'))]),
  })));
  for (const { id, said, pieces } of bands) {
    const { first_day: first, band } = exhibitOf(id).timeline;
    assert.deepEqual(pieces, band.map((one) =>
      [`tone-${one.tone}`, one.first_day - first, one.last_day - one.first_day + 1]), id);
    for (const { details } of band) assert.ok(said.includes(details), id);
  }
  await page.context().close();
});

test('A row is 44 pixels high at the most, and two lines on a phone', async () => {
  const wide = await openHome();
  const heights = (page) => page.locator('#leases tbody tr').evaluateAll((all) =>
    all.map((row) => row.getBoundingClientRect().height));
  for (const height of await heights(wide)) assert.ok(height <= 44, `${height} pixels`);
  await wide.context().close();
  const narrow = await openHome(phone);
  const lines = await narrow.locator('#leases tbody tr').evaluateAll((all) => all.map((row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const middles = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      if (walker.currentNode.parentElement.closest('.unseen')) continue;
      for (const { top, height } of range.getClientRects()) if (height) middles.push(top + height / 2);
    }
    middles.sort((one, other) => one - other);
    return middles.filter((middle, i) => i === 0 || 8 < middle - middles[i - 1]).length;
  }));
  assert.deepEqual(new Set(lines), new Set([2]));
  await narrow.context().close();
});

test('By mouse the table is searched, filtered and sorted, and says how many rows there are', async () => {
  const page = await openHome();
  assert.equal(await said(page), `${count} leases`);
  await page.getByRole('searchbox', { name: 'Search' }).fill('google GPUS');
  assert.deepEqual((await rows(page)).map(({ id }) => id), ['spacex-google-2026.html']);
  assert.equal(await said(page), `1 of ${count} leases`);
  await page.getByRole('searchbox', { name: 'Search' }).fill('Nowhere');
  assert.equal(await said(page), `0 of ${count} leases`);
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
  const options = await answerOf(page).locator('option').evaluateAll((all) =>
    all.map(({ value, textContent }) => [value, textContent]));
  let together = 0;
  for (const [answer, words] of options.slice(1)) {
    await answerOf(page).selectOption(answer);
    const left = await rows(page);
    assert.deepEqual([...new Set(left.map((row) => row.answer))], [answer]);
    assert.equal(words, `${answer} (${left.length})`);
    together += left.length;
  }
  assert.equal(together, count);
  await answerOf(page).selectOption('');
  await heading(page, 'Firm').getByRole('button').click();
  assert.equal(await heading(page, 'Firm').getAttribute('aria-sort'), 'descending');
  assert.equal(await heading(page, 'Answer').getAttribute('aria-sort'), null);
  assert.match((await rows(page))[0].firm, /18\.3%/);
  await heading(page, 'Firm').getByRole('button').click();
  assert.equal(await heading(page, 'Firm').getAttribute('aria-sort'), 'ascending');
  assert.match((await rows(page))[0].firm, /5\.2%/, 'what is not known stays last');
  await heading(page, 'Next way out').getByRole('button').click();
  assert.match((await rows(page))[0].out, /20 Feb 2027/);
  assert.match((await rows(page))[2].out, /1 Apr 2027/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('By keyboard it is the same, and the focus stays where it is', async () => {
  const page = await openHome();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.focus();
  await page.keyboard.type('nebius');
  await page.keyboard.press('Enter');
  const nebius = await rows(page);
  assert.ok(nebius.every(({ who }) => who.startsWith('Nebius')) && 2 <= nebius.length);
  await page.keyboard.press('Tab');
  await page.keyboard.press('n'); // the select goes to “No”
  assert.deepEqual((await rows(page)).map(({ answer }) => answer), ['No']);
  await answerOf(page).selectOption('');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Who to whom');
  await search.fill('');
  await heading(page, 'Who to whom').getByRole('button').focus();
  for (const [key, direction] of [['Enter', 1], ['Space', -1]]) {
    await page.keyboard.press(key);
    const names = (await rows(page)).map(({ who }) => who);
    const sorted = [...names].sort((one, other) => direction * one.localeCompare(other, 'en'));
    assert.equal(names[0], sorted[0]);
    assert.equal(names.at(-1), sorted.at(-1));
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Who to whom');
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Without scripts everything can be read, and no control is shown that would do nothing', async () => {
  for (const options of [{}, phone]) {
    const page = await openHome({ javaScriptEnabled: false, ...options });
    const text = await page.locator('main').innerText();
    for (const words of [/Can Google walk away\?/, /\$80\.41 billion/, /on notice today, out on 20 Feb 2027/,
      /Oracle drops an expansion/]) assert.match(text, words);
    assert.equal((await rows(page)).length, count);
    assert.equal(await page.locator('#leases :is(form, button):visible').count(), 0);
    await page.context().close();
  }
});

test('Nothing moves when the controls of the table come', async () => {
  for (const options of [{}, phone, { ...phone, hasTouch: true, isMobile: true }]) {
    let go;
    let page;
    const held = new Promise((resolve) => { go = resolve; });
    const opening = openHome({ ...options, prepare: async (one) => {
      page = one;
      await one.route('**/home.*.mjs', async (route) => { await held; await route.continue(); });
      await one.route('**/offramp.js', (route) => route.abort()); // the example is not what is asked of
    } });
    const rowsAt = () => page.locator('#leases tbody tr').evaluateAll((all) =>
      all.map((row) => row.getBoundingClientRect().top + scrollY));
    await until(() => page?.locator('footer.site').isVisible()); // a page loads until its scripts have come
    await page.evaluate(() => document.fonts.ready);
    const before = await rowsAt();
    go();
    await opening;
    await page.getByRole('searchbox', { name: 'Search' }).waitFor();
    assert.deepEqual(await rowsAt(), before);
    await page.context().close();
  }
});

test('The book is one bar with its figures in words, and leads to the book', async () => {
  const page = await openHome({ javaScriptEnabled: false });
  const sum = page.locator('.sum');
  const printed = readFileSync(join(site, 'spacex.html'), 'utf8');
  const amounts = [...(await sum.innerText()).matchAll(/\$[\d.]+ billion/g)].map(([amount]) => amount);
  assert.equal(amounts.length, 5);
  for (const amount of amounts) assert.ok(printed.includes(amount), amount);
  const widths = await sum.locator('.bar rect').evaluateAll((all) =>
    all.map((one) => Number(one.getAttribute('width'))));
  assert.equal(widths.reduce((total, width) => total + width, 0), 1000);
  await sum.getByRole('link').click();
  assert.match(page.url(), /spacex\.html$/);
  await page.context().close();
});

test('axe finds nothing in light and dark, and nothing is wider than a small window', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1200, 640, 320]) {
      const page = await open(world, home, { viewport: { width, height: 800 }, colorScheme });
      assert.deepEqual(await axe(page), [], `${colorScheme}, ${width}`);
      assert.deepEqual(await reflow(page), [], `${colorScheme}, ${width}`);
      await page.context().close();
    }
  }
});
