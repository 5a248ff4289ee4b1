// What a reader does with keys, native inputs and the address, in a real browser.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  choose, drag, exhibit, google, idle, input, open, pill, ready, shots, start,
} from './lib/harness.mjs';
import { quiet } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

test('The keyboard alone turns the verdict, day by day and month by month', async () => {
  const page = await open(world, `${google}#as-of=2026-11-05`);
  const slider = input(page, 'deliver', 'handle');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await idle(page);
  assert.equal((await exhibit(page)).controls.find(({ id }) => id === 'deliver').value,
    '2026-10-01');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await idle(page);
  assert.equal((await exhibit(page)).controls.find(({ id }) => id === 'deliver').value,
    '2026-11-01');
  assert.equal(await slider.getAttribute('aria-valuetext'), '1 November 2026');
  await page.keyboard.press('PageUp');
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.keyboard.press('Home');
  await idle(page);
  assert.equal(await pill(page), 'Not yet');
  await page.keyboard.press('Control+z');
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.context().close();
});

test('The date field does the same, with the picture closed and beside it', async () => {
  for (const view of ['form', 'full']) {
    const page = await open(world, google.replace('html', `html?view=${view}`));
    assert.equal(await page.locator('lease-explorer canvas').isVisible(), view === 'full');
    await input(page, 'deliver', 'field').fill('2026-11-15');
    await idle(page);
    assert.equal(await pill(page), 'Not yet');
    await choose(page, 'reading.month-count', 'whole_month');
    assert.match((await exhibit(page)).verdict.sentence, /from 1 November to 14|from 1 November 2026/);
    if (view === 'form') {
      await page.screenshot({ path: join(shots, 'google-form.png'), fullPage: true });
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('A date is typed segment by segment over the one that is there', async () => {
  const page = await open(world, `${google}#as-of=2026-11-05`);
  await input(page, 'as-of', 'field').focus();
  for (const digit of '12242026') { // month, day, year, as Debian's Chromium has them
    await page.keyboard.type(digit);
    await idle(page);
  }
  assert.equal((await exhibit(page)).controls.find(({ id }) => id === 'as-of').value, '2026-12-24');
  await page.context().close();
});

test('Picture and words show the same controls with the same values', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15&event.accept=2026-11-10`);
  const differences = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const found = [];
    for (const control of explorer.exhibit.controls) {
      const inputs = [...explorer.shadowRoot.querySelectorAll('[data-item]')]
        .filter((one) => one.dataset.item.startsWith(`${control.id}/`));
      if (inputs.length === 0) found.push(`${control.id} has no native control`);
      const isOver = inputs.some((one) => one.matches('.over'));
      if (control.enabled && isOver && !explorer.itemRect(control.id)) {
        found.push(`${control.id} is not drawn`);
      }
      for (const one of inputs) {
        const value = one.type === 'radio' ? one.value : one.type === 'checkbox'
          ? (one.checked ? 'on' : 'off') : one.type === 'range' ? one.value : one.value;
        const expected = one.type === 'range' ? String(control.number)
          : one.type === 'radio' ? (one.checked ? control.value : value)
            : ['never', 'open'].includes(control.value) ? '' : control.value; // an empty field
        if (value !== expected && one.type !== 'submit' && one.type !== 'button') {
          found.push(`${one.dataset.item}: ${value} for ${expected}`);
        }
      }
    }
    return found;
  });
  assert.deepEqual(differences, []);
  await page.context().close();
});

test('The sliders lie over the handles that are drawn for them', async () => {
  const page = await open(world, google);
  const apart = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const canvas = explorer.canvas.getBoundingClientRect();
    const found = [];
    for (const one of explorer.shadowRoot.querySelectorAll('.over')) {
      const [control, part] = one.dataset.item.split('/');
      const rect = explorer.itemRect(control, part);
      if (!rect) continue;
      const box = one.getBoundingClientRect();
      const left = Math.max(box.left, canvas.left + rect.left);
      const right = Math.min(box.right, canvas.left + rect.right);
      const top = Math.max(box.top, canvas.top + rect.top);
      const bottom = Math.min(box.bottom, canvas.top + rect.bottom);
      const shared = Math.max(right - left, 0) * Math.max(bottom - top, 0);
      if (shared < 0.5 * rect.width * rect.height) found.push(one.dataset.item);
    }
    return found;
  });
  assert.deepEqual(apart, []);
  await page.context().close();
});

test('The address holds the scenario, and brings it back', async () => {
  const page = await open(world, google);
  await input(page, 'deliver', 'field').fill('2026-11-15');
  await idle(page);
  await choose(page, 'reading.month-count', 'whole_month');
  const address = page.url();
  assert.match(address,
    /#v=1\.\w{4}&terms=2026-06-05&on=[-\d]{10}&deliver=2026-11-15&reading\.month-count=whole_month$/);
  const before = await exhibit(page);
  await page.reload();
  await ready(page);
  const after = await exhibit(page);
  assert.deepEqual(after.verdict, before.verdict);
  // What the last deed changed is marked before, and unknown to the link.
  const amounts = ({ money }) => money.map(({ id, exact }) => [id, exact]);
  assert.deepEqual(amounts(after), amounts(before));
  await page.evaluate(() => { location.hash = '#deliver=2026-12-01'; });
  await page.waitForFunction(() =>
    document.querySelector('lease-explorer').state === 'deliver=2026-12-01');
  await page.context().close();
});

test('A bad value in the address is left out and named on the page', async () => {
  for (const [fragment, named] of [['deliver=2026-02-30', '2026-02-30'],
    ['deliver=1850-01-01', '1850-01-01 is out of range'], ['nonsense=1', 'nonsense']]) {
    const page = await open(world, `${google}#${fragment}`);
    const { notes, verdict } = await exhibit(page);
    assert.equal(notes.length, 1);
    assert.ok(notes[0].includes(named), notes[0]);
    assert.equal(verdict.pill, 'Only if late');
    assert.ok((await page.locator('lease-explorer .answer:visible').innerText()).includes(named));
    await page.context().close();
  }
});

test('A lease that is missing or malformed is explained, and the last good state stays', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15`);
  const notice = page.locator('lease-explorer .notice');
  for (const [body, status, part] of [
    ['{"schema_version":1,"id":"x y"', 200, 'This is not JSON'],
    ['{"schema_version":2,"id":"x y"}', 200, 'Expected a whole number from 1 to 1'],
    ['gone', 404, 'the server answered 404'],
  ]) {
    await page.route('**/broken.json', (route) => route.fulfill({ status, body }));
    await page.evaluate(() =>
      document.querySelector('lease-explorer').setAttribute('src', 'leases/broken.json'));
    await notice.filter({ hasText: part }).waitFor();
    assert.equal(await pill(page), 'Not yet');
    await page.evaluate(() =>
      document.querySelector('lease-explorer').setAttribute('src', 'leases/other.json'));
    await notice.filter({ hasText: 'other.json' }).waitFor();
    await page.unroute('**/broken.json');
  }
  await page.context().close();
});

test('One live region speaks once for a whole drag, and last of all the final answer', async () => {
  const page = await open(world, google);
  await page.evaluate(() => {
    const status = document.querySelector('lease-explorer').shadowRoot.querySelector('[role=status]');
    window.said = [];
    new MutationObserver(() => window.said.push(status.textContent))
      .observe(status, { childList: true, characterData: true, subtree: true });
  });
  await drag(page, 'deliver', 'handle', 300);
  await page.waitForFunction(() => window.said.length > 0);
  await quiet(page);
  const said = await page.evaluate(() => window.said);
  assert.equal(said.length, 1);
  assert.ok(said[0].includes((await exhibit(page)).verdict.sentence));
  await page.context().close();
});
