// "How likely, and worth it?" on the page of a lease: nothing is claimed before a guess, hands and keys
// move the hill, and a link holds the question.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import { google, idle, open, ready, start } from './lib/harness.mjs';
import { until } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const guess = 'likely.gpus=2027-01-15,2027-02-28,2%25';
const asOf = 'as-of=2026-09-27';

/** The page with its part opened, and alive. */
async function asking(fragment = '', options = {}) {
  const page = await open(world, `${google}?${asOf}${fragment && `#${fragment}`}`, options);
  if (!await page.locator('#ask[open]').count()) await page.locator('#ask > summary').click();
  await page.locator('.ask').waitFor();
  return page;
}
const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const supposed = (page) => page.locator('.ask .supposed').first().textContent();
const fields = (page) => page.locator('.guess input').evaluateAll((all) => all.map(({ value }) => value));
const rows = (page, caption) => page.locator('.ask table', { hasText: caption }).locator('tbody tr').allInnerTexts();

test('Nothing is fetched before it is opened, and nothing claimed before a guess or a price', async () => {
  const fetched = [];
  const page = await open(world, google, {
    prepare: (one) => one.on('request', (request) => fetched.push(request.url())),
  });
  await idle(page);
  assert.deepEqual(fetched.filter((url) => /\/(desk|ask)\./.test(url)), []);
  await page.locator('#ask > summary').click();
  await page.locator('.ask').waitFor();
  assert.equal(fetched.filter((url) => /\/(desk|ask)\./.test(url)).length, 3);
  assert.equal(await page.locator('.ask .supposed, .hill').count(), 0);
  assert.doesNotMatch(await page.locator('.ask').innerText(), /\d+ in 100|saves/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Three answers make the hill, the chances and a link; a price says where leaving pays', async () => {
  const page = await asking();
  await page.getByLabel('Even odds by').fill('2026-10-15');
  assert.equal(await page.locator('.hill').count(), 0);
  await page.getByLabel('Nine in ten by').fill('2026-11-30');
  await page.getByLabel('Never, in 100').fill('2');
  await page.getByLabel('Never, in 100').blur();
  await until(async () => (await hash(page)).includes('2%'));
  await until(async () => /2 % never/.test(await supposed(page)));
  assert.match(await page.locator('.hill img').getAttribute('alt'),
    /11 in 100: On time\. 53 in 100: Late\. 32 in 100: Google may leave\. 4 in 100: Either side may leave\./);
  assert.match((await rows(page, 'Who may leave'))[0], /Google\s+Late delivery\s+36 in 100/);
  assert.match((await rows(page, 'One in ten at most'))[0], /\$890,322,580\.65\s+\$5,520,000,000\.00/);
  await page.getByLabel('Elsewhere: USD a GPU-hour').fill('6');
  await page.getByLabel('Elsewhere: USD a GPU-hour').blur();
  // 27 months of $920 million, less 110,000 × 24 × 822 days × $6, as on the command line.
  await until(async () => (await rows(page, 'Stay or leave')).some((row) => row.includes('$11,819,520,000.00')));
  assert.equal(await hash(page), '#likely.gpus=2026-10-15,2026-11-30,2%&elsewhere=6');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('A link brings the question; what is supposed in the picture changes beside it, and both stay', async () => {
  const page = await asking(`${guess}&elsewhere=9&deliver=2026-12-01`);
  assert.deepEqual(await fields(page), ['2027-01-15', '2027-02-28', '2']);
  assert.equal(await page.locator('lease-explorer').evaluate((one) => one.state), 'deliver=2026-12-01');
  await page.locator('lease-explorer').evaluate((one) => { one.state = 'deliver=2026-10-20'; });
  await idle(page);
  await until(async () => /deliver=2026-10-20/.test(await hash(page)));
  assert.match(await hash(page), /likely\.gpus=2027-01-15,2027-02-28,2%&elsewhere=9$/);
  await page.reload();
  await ready(page);
  await page.locator('.ask .supposed').first().waitFor();
  assert.deepEqual(await fields(page), ['2027-01-15', '2027-02-28', '2']);
  await page.context().close();
});

test('Keys move the middle with the width, and the width behind the middle', async () => {
  const page = await asking(guess);
  const handle = (name) => page.locator('.hill').getByLabel(name);
  await handle('even odds by').focus();
  await page.keyboard.press('ArrowRight');
  await until(async () => (await fields(page))[0] === '2027-01-16');
  assert.deepEqual(await fields(page), ['2027-01-16', '2027-03-01', '2']);
  await handle('nine in ten by').focus();
  for (let i = 0; i < 60; i += 1) await page.keyboard.press('ArrowLeft');
  await until(async () => (await fields(page))[1] === '2027-01-16');
  await until(async () => /even odds by 16 January 2027, nine in ten by 16 January 2027/.test(await supposed(page)));
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'GPUs delivered on, nine in ten by');
  await page.context().close();
});

test('A hand drags the hill’s middle; its days hold still meanwhile', async (t) => {
  const page = await asking(guess);
  await page.locator('.hill').scrollIntoViewIfNeeded();
  const box = await page.locator('.hill input').first().boundingBox();
  const at = await page.locator('.hill input').first().evaluate(({ value, min, max }) => (value - min) / (max - min));
  const y = box.y + box.height / 2;
  const x = box.x + 12 + (box.width - 24) * at;
  await page.mouse.move(x, y);
  await page.mouse.down();
  const [least, most] = await page.locator('.hill input').first().evaluate(({ min, max }) => [min, max]);
  const times = [];
  for (let i = 1; i <= 30; i += 1) {
    await page.evaluate(() => {
      window.drawn = new Promise((resolve) => {
        const begun = performance.now();
        new MutationObserver((_, one) => { one.disconnect(); resolve(performance.now() - begun); })
          .observe(document.querySelector('.hill img'), { attributes: true });
        setTimeout(() => resolve(null), 400);
      });
    });
    await page.mouse.move(x + i * 6, y);
    const time = await page.evaluate(() => window.drawn);
    if (time !== null) times.push(time);
    if (i < 30) assert.deepEqual(await page.locator('.hill input').first().evaluate(({ min, max }) => [min, max]), [least, most]);
  }
  await page.mouse.up();
  assert.ok(times.length > 10, `${times.length} of 30 moves were drawn`);
  times.sort((a, b) => a - b);
  t.diagnostic(`from a move to the hill: median ${times[times.length >> 1].toFixed(1)} ms, of ${times.length} moves`);
  await until(async () => (await fields(page))[0] > '2027-01-20');
  const [even, nine] = await fields(page);
  assert.equal((Date.parse(nine) - Date.parse(even)) / 86_400_000, 44);
  assert.match(await hash(page), new RegExp(even));
  await page.context().close();
});

// [what the address asks, what is said, why]
const bad = [
  ['likely.gpus=soon', /is not/, 'no guess'],
  ['likely.gpus=2026-12-30,2026-10-01', /before even odds/, 'the ninth decile before the median'],
  ['likely.gpus=2026-10:0', /\w/, 'weights that weigh nothing'],
  ['likely.hall=2026-10-15,2026-11-30', /no delivery “hall”/, 'a delivery that is not there'],
  ['elsewhere=-3', /price of one unit/, 'a price below zero'],
];
for (const [fragment, said, why] of bad) {
  test(`A question that cannot be answered is said in a sentence: ${why}`, async () => {
    const page = await asking(fragment);
    assert.match(await page.locator('.ask [role=alert]').first().textContent(), said);
    assert.equal(await page.locator('lease-explorer').evaluate((one) => one.exhibit !== null), true);
    assert.match(await hash(page), new RegExp(fragment.split('=')[0].replace('.', '\\.')));
    await page.context().close();
  });
}

test('As late as others were: a guess with its table, which is no preset of ours', async () => {
  const page = await asking();
  await page.getByRole('button', { name: 'As late as others were' }).click();
  await page.locator('.hill').waitFor();
  assert.match(await supposed(page), /as late as/);
  await page.locator('.ask summary', { hasText: 'How late others were' }).click();
  assert.ok(8 <= (await rows(page, 'Days late')).length);
  await page.getByRole('button', { name: 'No guess' }).click();
  await until(async () => await page.locator('.hill').count() === 0);
  assert.equal(await hash(page), '');
  await page.context().close();
});

for (const [width, colorScheme] of [[1200, 'light'], [360, 'dark']]) {
  test(`axe finds nothing at ${width} pixels in the ${colorScheme}, and nothing is wider than the window`, async () => {
    const page = await asking(`${guess}&elsewhere=6`, {
      viewport: { width, height: 800 }, colorScheme, hasTouch: width < 600, isMobile: width < 600,
    });
    await page.locator('.hill').waitFor();
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.context().close();
  });
}

test('Without scripts the page says what it needs, and the methodology has the table', async () => {
  const page = await open(world, google, { wait: false, javaScriptEnabled: false });
  await page.locator('#ask > summary').click();
  assert.match(await page.locator('#ask').innerText(), /Guesses need scripts/);
  await page.goto(`${world.base}/methodology.html`);
  assert.match(await page.locator('main').innerText(), /Days late/);
  await page.context().close();
});
