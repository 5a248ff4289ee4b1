// A story alive: by buttons, keys, swipes and scrolling; left in the middle and taken up again; guesses
// first; moving, and at once for those who prefer less motion.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { drag, exhibit, idle, start } from './lib/harness.mjs';
import {
  answer, at, current, hash, path, phone, proseOf, openStory as openIn, state, told, visible,
} from './lib/story.mjs';
import { framesPass, until } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const openStory = (...words) => openIn(world, ...words);

test('All steps by keyboard, to the end and back, by the buttons and by the arrows', async () => {
  const page = await openStory();
  assert.equal(await state(page), told.steps[0].link);
  assert.equal(await visible(page), 1);
  await page.getByRole('button', { name: 'Next →' }).focus();
  for (let number = 2; number <= told.steps.length; number += 1) {
    await page.keyboard.press(number % 2 ? 'Enter' : 'ArrowRight');
    await until(() => hash(page) === `#step-${number}`);
    if (await current(page).locator('.answer').count()) {
      await current(page).getByRole('button', { name: 'Skip the question' }).focus();
      await page.keyboard.press('Enter');
      await until(() => current(page).locator('.prose').evaluate((prose) => prose === document.activeElement));
      await page.getByRole('button', { name: 'Next →' }).focus();
    }
    await at(page, number);
    assert.equal(await current(page).locator('.prose').innerText(), proseOf(told.steps[number - 1]));
    assert.equal(await page.getByRole('status').filter({ hasText: 'Step' }).innerText(), `Step ${number} of 7`);
  }
  assert.ok(await page.getByRole('button', { name: 'Next →' }).isDisabled());
  assert.equal(await page.evaluate(() => document.activeElement.className), 'back', 'the focus is on what can be pressed');
  await page.keyboard.press('ArrowLeft');
  await at(page, 6);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight'); // there is no eighth step
  await at(page, 7);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Arrow keys belong to the exhibit and to fields while these have the focus', async () => {
  const page = await openStory({}, '#step-2');
  await at(page, 2);
  await page.locator('lease-explorer [data-item="deliver/handle"]').focus();
  await page.keyboard.press('ArrowRight');
  await idle(page);
  assert.equal(hash(page), '#step-2');
  assert.match(await state(page), /deliver=2026-10-01/);
  await page.goto(`${world.base}/${path}#step-4`);
  await page.reload();
  await page.getByRole('radio', { name: 'Yes', exact: true }).first().focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(hash(page), '#step-4');
  assert.equal(await page.getByRole('radio', { name: 'Not yet' }).isChecked(), true);
  await page.context().close();
});

test('The step is in the address: Back goes back, and a link leads to its step', async () => {
  const page = await openStory();
  const next = page.getByRole('button', { name: 'Next →' });
  await next.click();
  await at(page, 2);
  await next.click();
  await answer(page);
  await at(page, 3);
  await page.goBack();
  await at(page, 2);
  await page.goBack();
  await until(async () => hash(page) === '' && await state(page) === told.steps[0].link);
  await page.goForward();
  await at(page, 2);
  await page.context().close();
  const linked = await openStory({}, '#step-6');
  await at(linked, 6);
  assert.equal(await current(linked).locator('.prose').innerText(), proseOf(told.steps[5]));
  await linked.context().close();
});

test('Left in the middle, dragged, and taken up again', async () => {
  const page = await openStory({}, '#step-5');
  await at(page, 5);
  const comeBack = page.getByRole('button', { name: 'Back to step 5' });
  assert.equal(await comeBack.count(), 0);
  await drag(page, 'deliver', 'handle', 40);
  const dragged = await exhibit(page);
  assert.notEqual(dragged.link, told.steps[4].link);
  await comeBack.waitFor();
  // The figures in the words follow; the words are the author's.
  const words = await current(page).locator('.prose').innerText();
  const { figures } = dragged;
  const textOf = (id) => figures.find((figure) => figure.id === id).text;
  assert.equal(words, told.steps[4].text.map(({ figure, text }) => (figure ? textOf(figure) : text)).join(''));
  assert.notEqual(words, proseOf(told.steps[4]));
  await comeBack.click();
  await at(page, 5);
  await until(async () => await current(page).locator('.prose').innerText() === proseOf(told.steps[4]));
  assert.equal(await page.locator('.return:visible').count(), 0);
  // From a dragged picture the story goes on as it is told.
  await drag(page, 'deliver', 'handle', 40);
  await page.getByRole('button', { name: 'Next →' }).click();
  await at(page, 6);
  await page.getByRole('button', { name: '← Previous' }).click();
  await at(page, 5);
  await until(async () => await current(page).locator('.prose').innerText() === proseOf(told.steps[4]));
  await page.context().close();
});

test('A question comes first, gives nothing away, and the guess is compared', async () => {
  const rows = [
    [3, '2026-10-15', '15 days too early: it is 30 October 2026.', 'a day before the answer'],
    [3, '2026-10-31', '1 day too late: it is 30 October 2026.', 'a day after it'],
    [3, '2026-10-30', 'Right: 30 October 2026.', 'the day itself'],
    [4, 'Not yet', 'You said “Not yet”. The answer is “Yes”.', 'a wrong choice'],
    [4, 'Yes', 'Right: Yes.', 'the right choice'],
  ];
  for (const [number, guess, said, why] of rows) {
    const page = await openStory({}, `#step-${number}`);
    const step = current(page);
    assert.equal(await step.locator('.told:visible, .compared:visible').count(), 0, why);
    await until(async () => await state(page) === told.steps[number - 2].link);
    if (number === 3) await step.getByLabel('Your guess').fill(guess);
    else await step.getByRole('radio', { name: guess, exact: true }).check();
    await step.getByRole('button', { name: 'See the answer' }).click();
    assert.equal(await step.locator('.compared').innerText(), said, why);
    assert.ok(await step.locator('.compared').evaluate((one) => one === document.activeElement));
    await at(page, number);
    assert.equal(await step.locator('.prose').innerText(), proseOf(told.steps[number - 1]));
    const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie]);
    assert.deepEqual(stored, [0, 0, '']);
    await page.context().close();
  }
});

test('Without a guess nothing is revealed, and a step that has been told stays so', async () => {
  const page = await openStory({}, '#step-4');
  await current(page).getByRole('button', { name: 'See the answer' }).click(); // the browser asks for a choice
  assert.equal(await current(page).locator('.told:visible').count(), 0);
  await answer(page);
  await at(page, 4);
  await page.getByRole('button', { name: 'Next →' }).click();
  await at(page, 5);
  await page.getByRole('button', { name: '← Previous' }).click();
  await at(page, 4);
  assert.equal(await current(page).locator('.told:visible').count(), 1);
  await page.context().close();
});

/** A finger over the words, by so many pixels. */
async function swipe(page, dx, dy = 0) {
  await current(page).locator('.prose').evaluate((prose) => prose.scrollIntoView({ block: 'end' }));
  await framesPass(page, 2);
  const box = await current(page).locator('.prose').boundingBox();
  const from = { x: 180, y: box.y + box.height - 20 };
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  for (let step = 1; step <= 8; step += 1) {
    await touch('touchMove', { x: from.x + (dx * step) / 8, y: from.y + (dy * step) / 8 });
  }
  await touch('touchEnd');
  await session.detach();
}

test('All steps by swipes over the words; up and down is the page’s', async () => {
  const page = await openStory(phone);
  for (let number = 2; number <= told.steps.length; number += 1) {
    await swipe(page, -120, 10);
    await until(() => hash(page) === `#step-${number}`);
    // The words begin under the picture, which stays in sight.
    await until(() => page.evaluate(() => {
      const [words, picture] = ['.step.current h2', '.beside'].map((one) => document.querySelector(one).getBoundingClientRect());
      return picture.bottom <= words.top && words.bottom < innerHeight;
    }));
    await answer(page);
    await at(page, number);
  }
  await swipe(page, 120);
  await at(page, 6);
  await swipe(page, -30);
  const before = await page.evaluate(() => scrollY);
  await swipe(page, 20, 150);
  await until(async () => await page.evaluate(() => scrollY) < before);
  assert.equal(hash(page), '#step-6', 'a short way or an upright one turns nothing');
  await page.context().close();
});

test('Scrolling through all steps drives the exhibit, and nobody’s scroll is taken', async () => {
  for (const options of [{}, phone]) {
    const page = await openStory(options, '?scroll');
    assert.equal(await visible(page), told.steps.length);
    for (const number of [2, 5, 6, 7, 5, 1]) {
      await page.evaluate((id) => {
        const box = document.getElementById(id).getBoundingClientRect();
        scrollBy({ top: box.top + 20 - innerHeight * 0.62, behavior: 'instant' });
      }, `step-${number}`);
      await at(page, number);
      const top = () => current(page).evaluate((step) => step.getBoundingClientRect().top);
      const y = await top();
      await framesPass(page, 3);
      assert.ok(Math.abs(await top() - y) < 2, 'the words stay where the reader put them');
    }
    assert.equal(await page.evaluate(() => history.length), 2, 'scrolling fills no history');
    await page.context().close();
  }
});

test('The reader changes between one step and all of them, and keeps the place', async () => {
  const page = await openStory({}, '#step-5');
  await at(page, 5);
  const mode = page.getByRole('button', { name: 'All steps, by scrolling' });
  await mode.click();
  assert.equal(await mode.getAttribute('aria-pressed'), 'true');
  assert.equal(await visible(page), told.steps.length);
  await at(page, 5);
  await mode.click();
  assert.equal(await visible(page), 1);
  await at(page, 5);
  await page.context().close();
});

test('The picture moves from day to day, and at once for those who prefer less motion', async () => {
  for (const [reducedMotion, least, most] of [['no-preference', 3, 60], ['reduce', 1, 2]]) {
    const page = await openStory({ reducedMotion }, '#step-2');
    await at(page, 2);
    await page.evaluate(() => {
      window.seen = new Set();
      document.querySelector('lease-explorer').addEventListener('move', ({ detail }) => window.seen.add(detail));
    });
    await page.getByRole('button', { name: 'Next →' }).click();
    await answer(page);
    await at(page, 3);
    const seen = await page.evaluate(() => [...window.seen]);
    assert.ok(least <= seen.length && seen.length <= most, `${reducedMotion}: ${seen}`);
    for (const link of seen) assert.match(link, /^deliver=2026-(09-30|10-\d\d)&as-of=2026-10-15$/);
    await page.context().close();
  }
});
