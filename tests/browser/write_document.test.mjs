// "Write a lease" begins with everyday clauses, and whatever holds the focus shows the document: what
// changes it, and what is removed, loses neither the focus nor anything that was typed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { idle, open, pill, start } from './lib/harness.mjs';
import {
  drop, fieldAt, isSettled, leaseOf, openFrom, opening, read, root,
} from './lib/writer.mjs';

let world;
let page;
before(async () => {
  world = await start();
  page = await open(world, 'write.html', { wait: false });
  await isSettled(page);
});
after(() => world.close());

const at = (pointer) => fieldAt(page, pointer);

test('Each everyday clause is a lease without findings, opens from its card, and answers what the card says', async () => {
  const cards = await page.locator('[data-start]').evaluateAll((links) => links.map((link) => ({
    id: link.dataset.start, title: link.textContent, pill: link.closest('li').querySelector('.pill').textContent,
  })));
  assert.deepEqual(cards.map(({ id }) => id),
    ['late-delivery', 'outside-date', 'exit-on-notice', 'exit-with-fee', 'renewal']);
  for (const { id, title, pill: said } of cards) {
    const file = join(root, 'assets', 'starts', `${id}.json`);
    assert.equal(execFileSync(join(root, 'build', 'native', 'offramp'), ['validate', file], { encoding: 'utf8' }), '', id);
    await opening(page, () => page.getByRole('link', { name: title, exact: true }).click());
    const made = await leaseOf(page);
    assert.deepEqual(made, JSON.parse(readFileSync(file, 'utf8')), id);
    assert.match(made.title, /^Example: /, id);
    assert.deepEqual(made.parties.map(({ name }) => name), ['Landlord', 'Tenant'], id);
    assert.equal(await page.locator('#findings p').textContent(), 'Nothing to say.', id);
    assert.match(await page.locator('#status').textContent(), /^Not ready: /, 'no source of an example has an address');
    // On a phone the form is long; the answer comes first.
    assert.equal(await page.evaluate(() => document.activeElement.id), 'shown', id);
    await page.waitForFunction((name) => document.querySelector('lease-explorer')?.exhibit?.lease === name, made.id);
    await idle(page);
    assert.equal(await pill(page), said, id);
    const { verdict } = await page.evaluate(() => document.querySelector('lease-explorer').exhibit);
    const sentence = await page.locator('lease-explorer').getByText(verdict.sentence).first().boundingBox();
    assert.ok(0 <= sentence.y && sentence.y + sentence.height <= page.viewportSize().height, id);
  }
});

const longerThanTyping = 700; // milliseconds; the page takes over what is typed after 500

// [what changes the document and leaves the focus where it is, the lease that is there then]
const other = read('spacex-anthropic-2026.json');
const changes = [
  ['a file is dropped', () => opening(page, () => drop(page, 'other.json', JSON.stringify(other))), other],
  ['a file is chosen', () => opening(page, () => page.locator('#upload').setInputFiles(
    { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) })), other],
  ['a lease of the library is opened', () => opening(page, async () => {
    await page.locator('#from').evaluate((list) => { list.value = 'spacex-anthropic-2026'; });
    await page.locator('#start').evaluate((form) => form.requestSubmit());
  }), other],
  ['an everyday clause is opened', () => opening(page, () => page.locator('[data-start=renewal]').evaluate((link) => link.click())),
    JSON.parse(readFileSync(join(root, 'assets', 'starts', 'renewal.json'), 'utf8'))],
  ['Undo is pressed until all is as it was', async () => {
    const shown = () => page.locator('#json').inputValue();
    const whole = JSON.stringify(read('spacex-google-2026.json'), null, 2);
    for (let count = 0; count < 3 && await shown() !== whole; count += 1) {
      await page.locator('#undo').evaluate((button) => button.click());
    }
  }, read('spacex-google-2026.json')],
];
// [what has the focus, what is typed there and not left]
const holders = [
  ['#json', null], ['#json', (text) => text.replace('"SpaceX', '"Typed')], ['#json', () => '{'],
  ['[id="at/title"]', () => 'Typed'], ['[id="at/fees/1/per_month"]', () => '1,234.00'],
  ['[id="at/fees/1/to"]', () => '{'],
];
for (const [what, change, then] of changes) {
  test(`When ${what}, what holds the focus shows the lease as well, and it is what is saved`, async () => {
    await page.setViewportSize({ width: 1200, height: 400 }); // the exhibit is out of sight, undrawn
    for (const [holder, typed] of holders) {
      const why = `${holder} ${typed ?? ''}`;
      await openFrom(page, 'spacex-google-2026');
      await at('/presentation/question').fill('Another question');
      await page.evaluate(() => { document.querySelectorAll('details').forEach((each) => { each.open = true; }); });
      const field = page.locator(holder);
      await field.focus();
      if (typed) await field.fill(typed(await field.inputValue()));
      await change();
      await isSettled(page);
      if (holder === '#json' && typed) await page.waitForTimeout(longerThanTyping);
      assert.deepEqual(await leaseOf(page), then, why);
      assert.equal(await at('/title').inputValue(), then.title, why);
      assert.equal(await page.locator('#json-finding').textContent(), '', why);
      const saving = page.waitForEvent('download');
      await page.locator('#download').evaluate((button) => button.click());
      assert.deepEqual(JSON.parse(readFileSync(await (await saving).path(), 'utf8')), then, why);
      assert.notEqual(await page.evaluate(() => document.activeElement.localName), 'body', why);
    }
    await page.setViewportSize({ width: 1200, height: 900 });
  });
}

test('Entries stay as they were opened, and what is typed in one stays with it, whatever its neighbours do', async () => {
  await openFrom(page, 'spacex-google-2026');
  const isOpen = (index) => page.locator(`[data-entry="/fees/${index}"]`).evaluate(({ open: is }) => is);
  const focus = () => page.evaluate(() => document.activeElement.id);
  assert.deepEqual([await isOpen(0), await isOpen(1), await isOpen(2)], [false, false, false]);
  await page.locator('#entry-fees-2').click();
  await at('/fees/2/to').fill('{"earliest": [');
  await at('/fees/2/to').blur();
  await page.locator('#entry-fees-0').click();
  await page.locator('#remove-fees-0').click();
  assert.equal(await focus(), 'entry-fees-0');
  assert.deepEqual([await isOpen(0), await isOpen(1)], [false, true]);
  assert.equal(await at('/fees/1/to').inputValue(), '{"earliest": [');
  assert.match(await at('/fees/1/to:finding').textContent(), /^Not taken over/);
  await page.locator('#up-fees-1').click();
  assert.deepEqual([await isOpen(0), await isOpen(1)], [true, false]);
  assert.equal(await at('/fees/0/to').inputValue(), '{"earliest": [');
  // A third entry closes none of the first two, which were open as there were only two.
  assert.deepEqual([await page.locator('#entry-rights-0').count(), await page.locator('#entry-rights-2').count()], [1, 0]);
  await page.locator('#add-rights-1').click();
  await page.locator('#add-rights-2').click();
  assert.deepEqual(await page.locator('[data-entry^="/rights/"]').evaluateAll((all) => all.map(({ open: is }) => is)),
    (await leaseOf(page)).rights.map(() => true));
  await isSettled(page);
  await at('/fees/0/to').fill(''); // no rule waits any more
  await at('/fees/0/to').blur();
});

test('A removed entry or finding leaves the focus near; Undo keeps it to the end', async () => {
  await openFrom(page, '');
  const focus = () => page.evaluate(() => document.activeElement.id);
  for (let count = 0; count < 3; count += 1) await page.locator('#add-clauses-0').click();
  await page.locator('#entry-clauses-2').scrollIntoViewIfNeeded();
  await page.locator('#remove-clauses-2').click();
  assert.equal(await focus(), 'entry-clauses-1');
  // The field that has the focus goes away with its entry.
  await at('/clauses/1/text').focus();
  await page.evaluate(() => {
    const json = document.querySelector('#json');
    const made = JSON.parse(json.value);
    made.clauses = [];
    json.value = JSON.stringify(made);
    json.dispatchEvent(new Event('input'));
    json.dispatchEvent(new Event('change'));
  });
  assert.equal(await focus(), 'add-clauses-0');
  await isSettled(page);
  for (let count = 0; count < 60 && !await page.locator('#undo[aria-disabled]').count(); count += 1) {
    await page.locator('#undo').click();
  }
  assert.equal(await page.locator('#undo[aria-disabled]').count(), 1);
  assert.equal(await focus(), 'undo');
});

test('One-off fees, months of their own, repeats, renewals, credits and their caps are written without JSON', async () => {
  await opening(page, () => page.locator('[data-start=late-delivery]').click());
  const add = (name) => page.getByRole('button', { name, exact: true }).click();
  const asRule = async (pointer, text) => {
    if (!await at(pointer).evaluate((field) => field.matches('.rule'))) await page.locator(`[id="at${pointer}:rule"]`).click();
    await at(pointer).fill(text);
    await at(pointer).blur();
  };
  const named = (pointer) => at(pointer).selectOption('term');
  await at('/fees/0/billing_day').fill('15');
  for (const name of ['billing_day', 'repeat']) { // the format takes a number and no rule
    assert.equal(await page.locator(`[id="at/fees/0/${name}:rule"]`).count(), 0, name);
  }
  await add('Add a fee that is paid once');
  await at('/fees/1/amount').fill('50,000.00');
  await at('/fees/1/repeat').fill('4');
  await asRule('/fees/1/on', '{"n": {"product": ["#", 3]}, "unit": "month", "after": "term.first_day", "month_end": "corresponding_date"}');
  await named('/fees/1/clause');
  for (const [index, amount] of ['10,000.00', '5000.00'].entries()) {
    await add('Add a credit for each day of delay');
    await at(`/remedies/${index}/rungs/0/per_day`).fill(amount);
    await named(`/remedies/${index}/clause`);
  }
  await add('Add a cap that credits share');
  await at('/caps/0/amount').fill('600000.00');
  for (const name of ['credit', 'credit-2']) await page.locator(`[data-field="/caps/0/remedies"] [value=${name}]`).check();
  await named('/caps/0/clause');
  await add('The tenant may renew');
  await at('/rights/1/trigger/on').fill('2031-06-30');
  await at('/rights/1/window/last').fill('2031-09-30');
  await named('/rights/1/clause');
  await add('The tenant may leave on notice');
  await asRule('/rights/2/trigger/after', '{"n": "#", "unit": "year", "after": "term.first_day", "month_end": "corresponding_date"}');
  await at('/rights/2/repeat').fill('3');
  await named('/rights/2/clause');
  await isSettled(page);
  assert.deepEqual(await page.locator('#findings li').allTextContents(), []);
  const { fees, remedies, caps, rights } = await leaseOf(page);
  assert.equal(fees[0].billing_day, 15);
  assert.deepEqual(fees[1], { id: 'fee-2-#', label: 'Prepayment', amount: '50000.00', clause: 'term', repeat: 4,
    on: { n: { product: ['#', 3] }, unit: 'month', after: 'term.first_day', month_end: 'corresponding_date' } });
  assert.deepEqual(remedies.map(({ rungs }) => rungs), [[{ per_day: '10000.00' }], [{ per_day: '5000.00' }]]);
  assert.deepEqual([caps[0].amount, caps[0].remedies], ['600000.00', ['credit', 'credit-2']]);
  assert.deepEqual([rights[1].exercise, rights[1].window], ['renewal', { last: '2031-09-30' }]);
  assert.deepEqual([rights[2].id, rights[2].effect.after, rights[2].repeat], ['convenience-#', 'convenience-#.notice', 3]);
  await at('/rights/2/repeat').fill('');
  const [, , once] = (await leaseOf(page)).rights;
  assert.deepEqual([once.id, once.effect.after, once.repeat], ['convenience', 'convenience.notice', undefined]);
});

test('Nothing on the way broke a rule of the page or threw an error', () => {
  assert.deepEqual(page.complaints, []);
});
