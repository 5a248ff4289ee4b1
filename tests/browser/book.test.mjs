// The landlord's book, printed without scripts and live under a hand; and what sources say of each deal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import { reflow } from './lib/checks.mjs';
import { open, start } from './lib/harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const book = 'spacex.html';
const google = 'spacex-google-2026';

const live = (page) => page.waitForFunction(() => document.querySelector('main').dataset.shown);
async function openBook(path, options = {}) {
  const page = await open(world, path, { wait: false, ...options });
  await live(page);
  return page;
}

const openStatic = (path, options) => open(world, path, { wait: false, ...options });

/** Waits until the page has shown what `deed` asked for. */
async function afterShown(page, deed) {
  const shown = await page.evaluate(() => document.querySelector('main').dataset.shown);
  await deed();
  await page.waitForFunction((was) => document.querySelector('main').dataset.shown !== was, shown);
}

const fact = (page, label) => page.locator('main .money .facts > div', { hasText: label }).first()
  .locator('dd').innerText();
const leaseOf = (page, title) => page.locator('main .leases > li', { hasText: title }).first();
const control = (page, lease, id, type) =>
  page.locator(`[data-lease="${lease}"][data-control="${id}"][type=${type}]`);

test('Without scripts the book stands as it is printed', async () => {
  const page = await openStatic(book, { javaScriptEnabled: false });
  assert.match(await page.locator('main').innerText(), /\$80\.41 billion/);
  assert.equal(await page.locator('main input').count(), 0);
  await page.context().close();
});

test('What is live says what was printed', async () => {
  const printed = await open(world, book, { wait: false, javaScriptEnabled: false });
  const page = await openBook(book);
  for (const label of ['Headline', 'Firm', 'Conditional', 'Cancellable']) {
    assert.equal(await fact(page, label), await fact(printed, label));
  }
  assert.deepEqual(page.complaints, []);
  await printed.context().close();
  await page.context().close();
});

test('A delivery that is dragged late moves income, exits and answer together', async () => {
  const page = await openBook(book);
  const exits = () => page.locator('table', { hasText: 'by reading' }).first().innerText();
  const before = await exits();
  const slider = control(page, google, 'deliver', 'range');
  const box = await slider.boundingBox();
  await slider.scrollIntoViewIfNeeded();
  const place = await slider.boundingBox();
  await afterShown(page, async () => {
    await page.mouse.move(place.x + 20, place.y + place.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 8; step += 1) {
      await page.mouse.move(place.x + 20 + (step * box.width) / 20, place.y + place.height / 2);
    }
    await page.mouse.up();
  });
  await page.waitForFunction(() => location.hash.includes('deliver='));
  assert.doesNotMatch(await leaseOf(page, 'Google').innerText(), /Only if late/);
  assert.notEqual(await exits(), before);
  assert.match(await exits(), /Google/);
  await afterShown(page, () => page.getByRole('button', { name: 'Suppose no day' }).click());
  assert.equal(await exits(), before);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('By keyboard a day is moved, kept in the address, and there again after it', async () => {
  const page = await openBook(book);
  const field = control(page, google, 'deliver', 'date');
  await afterShown(page, async () => {
    await field.fill('2026-11-15');
    await page.keyboard.press('Tab');
  });
  await page.waitForFunction(() => location.hash.includes('2026-11-15'));
  const [address, firm] = [page.url(), await fact(page, 'Firm')];
  const again = await openBook(address.slice(world.base.length + 1));
  assert.equal(await fact(again, 'Firm'), firm);
  assert.match(await leaseOf(again, 'Google').innerText(), /could have left from 31 October/);
  await afterShown(again, () => again.locator('[data-reset]').click());
  assert.equal(new URL(again.url()).hash, '');
  assert.match(await leaseOf(again, 'Google').innerText(), /Only if late/);
  assert.deepEqual([...page.complaints, ...again.complaints], []);
  await page.context().close();
  await again.context().close();
});

test('What a deed did is said once, when it is settled', async () => {
  const page = await openBook(book);
  const line = page.locator('#state');
  assert.equal(await line.getAttribute('role'), 'status');
  assert.equal(await line.innerText(), '');
  await afterShown(page, () => control(page, google, 'deliver', 'date').fill('2026-11-15'));
  assert.match(await line.innerText(),
    /^SpaceX leases 110,000 GPUs to Google: Not yet\. Of \$80\.4 billion in all, \$.* are firm\.$/);
  await afterShown(page, () => page.getByRole('radio', { name: 'Colossus 1' }).check());
  assert.match(await line.innerText(), /Where are Google’s GPUs\? Colossus 1\./);
  await page.context().close();
});

test('The day seen from is dragged, and stands in the address as a date', async () => {
  const page = await openBook(book);
  const slider = page.locator('[data-control="as-of"][type=range]');
  await slider.focus();
  await afterShown(page, () => page.keyboard.press('ArrowRight'));
  await page.waitForFunction(() => location.hash.endsWith('as-of=2026-11-23'));
  assert.equal(await page.locator('[data-control="as-of"][type=date]').inputValue(), '2026-11-23');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** The lanes of the picture, as they are drawn. */
const lanesOf = (page) => page.locator('.plot li').evaluateAll((all) => all.map((lane) => ({
  name: lane.querySelector('.name').textContent,
  leads: lane.querySelector('.name').getAttribute('href'),
  ways: [...lane.querySelectorAll('.way')].map((way) => way.textContent),
  outcomes: [...lane.querySelectorAll('.outcome')].map((one) => one.title.split(': ')[0]),
  marks: [...lane.querySelectorAll('.lane .exit')].map((mark) => mark.firstChild.getBoundingClientRect())
    .map(({ left, width }) => left + width / 2),
})));

/** The rows of the table of exits that are read as chosen: lease, then "who answer". */
const exitsOf = async (page) => (await page.locator('table', { hasText: 'by reading' }).first()
  .locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))))
  .filter(([, , reading]) => reading === 'as chosen').map(([lease, who, , answer]) => [lease, `${who} ${answer}`]);

test('One picture has a lane for each lease, with its outcomes and its exits, printed and alive', async () => {
  const printed = await openStatic(book, { javaScriptEnabled: false });
  const page = await openBook(book);
  const lanes = await lanesOf(page);
  assert.deepEqual(lanes, await lanesOf(printed));
  assert.deepEqual(lanes.map(({ name }) => name),
    await page.locator('main .leases h3 a').allTextContents());
  for (const { name, leads } of lanes) {
    assert.equal(await page.locator('main .leases h3 a', { hasText: name }).first().getAttribute('href'), leads);
  }
  assert.deepEqual(lanes[1].outcomes, ['On time', 'Late', 'Google may leave', 'Either side may leave']);
  assert.deepEqual(lanes.flatMap(({ name, ways }) => ways.map((way) => [name, way])), await exitsOf(page));
  assert.match(await printed.locator('.plot .scale').evaluate((one) => one.textContent),
    /As of 22 November 2026/);
  await printed.context().close();
  await page.context().close();
});

test('All lanes have one axis: what falls on one day stands on one line', async () => {
  const page = await openBook(book);
  const [anthropic, landlord, reflection] = await lanesOf(page);
  assert.equal(anthropic.marks[0], reflection.marks[0], 'both end on 20 February 2027');
  const april = await page.locator('.lanes line.tick').evaluateAll((lines) =>
    lines.map((line) => line.getBoundingClientRect().left));
  assert.ok(april.some((x) => Math.abs(x - landlord.marks[0]) < 1), '1 April 2027 is the end, and a line');
  const thumb = page.locator('.lanes input[type=range]');
  const line = await page.locator('.lanes line.now').boundingBox();
  const { box, part } = await thumb.evaluate((one) => ({ box: one.getBoundingClientRect(),
    part: (one.value - one.min) / (one.max - one.min) }));
  const middle = box.left + 12 + part * (box.width - 24);
  assert.ok(Math.abs(middle - line.x) < 1.5, `the handle at ${middle}, its line at ${line.x}`);
  await page.context().close();
});

test('The day of view is dragged in the picture, and line, field, address, exits and income follow', async () => {
  const page = await openBook(book);
  const due = await fact(page, 'of it due');
  const thumb = page.locator('.lanes input[type=range]');
  const box = await thumb.boundingBox();
  const line = page.locator('.lanes line.now');
  const { x } = await line.boundingBox();
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) {
    await page.mouse.move(x + 20 * step, box.y + box.height / 2);
  }
  await page.waitForFunction(() => document.querySelector('[data-control="as-of"][type=date]').value > '2027-01-31');
  await page.mouse.up();
  await page.waitForFunction(() => location.hash.includes('as-of='));
  const day = await page.locator('[data-control="as-of"][type=date]').inputValue();
  assert.equal(new URL(page.url()).hash, `#:as-of=${day}`);
  assert.ok(Math.abs((await line.boundingBox()).x - x - 200) < 3, 'the line is under the pointer');
  assert.match(await page.locator('.lanes text.now').textContent(), /^As of \d+ \w+ 2027$/);
  assert.match(await thumb.getAttribute('aria-valuetext'), /^\d+ \w+ 2027$/);
  assert.notEqual(await fact(page, 'of it due'), due);
  assert.deepEqual((await lanesOf(page)).flatMap(({ name, ways }) => ways.map((way) => [name, way])),
    await exitsOf(page));
  assert.notEqual(await page.locator('#state').innerText(), '');
  assert.equal((await thumb.boundingBox()).y, box.y, 'what is said moves nothing');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('An exit after the days of the picture is an arrow at its edge, and a day outside it is said', async () => {
  const page = await openBook(`${book}#as-of=2027-06-01`);
  const path = (where) => page.locator(where).first().getAttribute('d');
  const edge = await page.locator('.plot .scale').boundingBox();
  const [{ marks: [mark], ways }] = await lanesOf(page);
  assert.match(ways[0], /out on 30 Aug 2027/);
  assert.ok(Math.abs(mark - edge.x - edge.width) < 8, 'at the edge');
  assert.notEqual(await path('.lanes .lane .exit path'), await path('.lanes .legend .exit path'));
  assert.equal(await path('.lanes .lane .exit path'), await path('.lanes .way .exit path'));
  await afterShown(page, () => page.locator('[data-control="as-of"][type=date]').fill('2028-05-01'));
  assert.equal(await page.locator('.lanes line.now').count(), 0);
  assert.equal(await page.locator('.lanes text.now').textContent(), 'As of 1 May 2028, not in this picture');
  await page.context().close();
});

/** What in the picture is cut without a sign, or lies over something else. */
const covered = (page) => page.evaluate(() => {
  const found = [];
  const texts = [...document.querySelectorAll('.lanes :is(.name, .way, text, figcaption, .legend li, .lane)')]
    .map((one) => ({ one, box: one.getBoundingClientRect() }));
  texts.forEach(({ one, box }, i) => {
    const what = one.textContent.slice(0, 40);
    if (box.left < 0 || innerWidth < box.right) found.push(`${what}: leaves the window`);
    for (const other of texts.slice(i + 1)) {
      if (box.left < other.box.right - 1 && other.box.left < box.right - 1
        && box.top < other.box.bottom - 1 && other.box.top < box.bottom - 1) {
        found.push(`${what}: lies over ${other.one.textContent.slice(0, 40)}`);
      }
    }
  });
  for (const one of document.querySelectorAll('.lanes .outcome')) {
    const label = one.firstChild;
    if (one.clientWidth < one.scrollWidth && getComputedStyle(label).display !== 'none'
      && (getComputedStyle(one).textOverflow !== 'ellipsis' || !one.title.includes(label.textContent))) {
      found.push(`${label.textContent}: cut without a sign`);
    }
  }
  return found;
});

test('In the picture no word is cut without a sign, and none lies over another', async () => {
  for (const width of [1200, 640, 360]) {
    const page = await openBook(book, { viewport: { width, height: 900 } });
    await page.evaluate(() => document.fonts.ready);
    for (const day of ['2026-05-02', '2026-11-22', '2027-06-29']) {
      await page.locator('[data-control="as-of"][type=date]').fill(day);
      await page.waitForFunction((one) => location.hash.includes(one), day);
      assert.deepEqual(await covered(page), [], `${width} px, ${day}`);
    }
    const [name, lane] = [await page.locator('.lanes .name').first().boundingBox(),
      await page.locator('.lanes .lane').first().boundingBox()];
    if (width === 1200) assert.ok(name.x + name.width < lane.x, 'names stand beside');
    else assert.ok(name.y + name.height <= lane.y, 'names stand above');
    await page.context().close();
  }
});

test('The engine, the book and its leases are asked for by the page itself, and once', async () => {
  const page = await openBook(book);
  const asked = await page.evaluate(() => performance.getEntriesByType('resource')
    .filter(({ name }) => /\.(wasm|json|ndjson)$/.test(name))
    .map(({ name, initiatorType }) => [name.split('.').at(-1), initiatorType]).sort());
  assert.deepEqual(asked, [['json', 'link'], ['ndjson', 'link'], ['wasm', 'link']]);
  await page.context().close();
});

test('Going live moves nothing in the window', async () => {
  for (const width of [1200, 360]) {
    const page = await openBook(book, {
      viewport: { width, height: 900 },
      prepare: (one) => one.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.shift += value;
        }).observe({ type: 'layout-shift', buffered: true });
      }),
    });
    await page.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
    }));
    assert.equal(await page.evaluate(() => window.shift), 0, `${width} px`);
    await page.context().close();
  }
});

test('A day written without a colon is the same day: it stands in the address once', async () => {
  const page = await openBook(`${book}#as-of=2026-12-01`);
  assert.equal(await page.locator('[data-control="as-of"][type=date]').inputValue(), '2026-12-01');
  await page.locator('.lanes input[type=range]').focus();
  await afterShown(page, () => page.keyboard.press('ArrowRight'));
  await page.waitForFunction(() => location.hash === '#:as-of=2026-12-02');
  await page.context().close();
});

test('A notice is told, moves no money before its day, and can be taken back', async () => {
  const page = await openBook(book);
  const firm = await fact(page, 'Firm');
  const lease = 'spacex-anthropic-2026';
  const row = leaseOf(page, 'Anthropic');
  await afterShown(page, () => control(page, lease, 'notice.convenience', 'date').fill('2026-12-01'));
  assert.match(await row.innerText(), /Notice on 1 December 2026 \(supposed\) would end the lease on 1 March 2027/);
  assert.equal(await fact(page, 'Firm'), firm);
  await afterShown(page, () => control(page, lease, 'notice.convenience', 'date').fill('2026-11-01'));
  assert.match(await row.innerText(), /Notice was given on 1 November 2026/);
  assert.notEqual(await fact(page, 'Firm'), firm);
  await afterShown(page, () => control(page, lease, 'notice.convenience.on', 'checkbox').uncheck());
  assert.equal(await fact(page, 'Firm'), firm);
  await page.context().close();
});

test('A month is read by pointer and by keyboard, over lines at round amounts', async () => {
  const page = await openBook(book);
  const said = page.locator('.reading p');
  assert.match(await said.innerText(), /^Nov 2026: due/, 'the month of the day of view');
  assert.deepEqual(await page.locator('.grid text').allTextContents(),
    ['$500 million', '$1 billion', '$1.5 billion', '$2 billion']);
  await page.locator('[data-month="2027-03"]').hover();
  assert.match(await said.innerText(), /^Mar 2027: .*conditional \$920\.00 million/);
  const slider = page.getByRole('slider', { name: 'Month, USD' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await said.innerText(), /^Apr 2027: /);
  assert.equal(await slider.getAttribute('aria-valuetext'), await said.innerText());
  assert.equal(await page.locator('.columns .read').getAttribute('data-month'), '2027-04');
  assert.equal(new URL(page.url()).hash, '', 'to read supposes nothing');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('A site, a value and a slip are read otherwise', async () => {
  const page = await openBook(book);
  assert.doesNotMatch(await page.locator('main').innerText(), /over-committed/);
  await afterShown(page, () => page.getByRole('radio', { name: 'Colossus 1' }).check());
  assert.match(await page.locator('main').innerText(), /over-committed by at least 100,000 GPUs/);
  await afterShown(page, () => page.getByRole('radio', { name: 'One blog' }).check());
  assert.match(await page.locator('main').innerText(), /\$2\.100 trillion ÷ \$27\.84 billion/);
  await afterShown(page, async () => {
    await page.locator('#own-value').fill('278400000000');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  });
  assert.match(await page.locator('main').innerText(), /10\.0 times/);
  await afterShown(page, async () => {
    await page.locator('#slip').focus();
    for (let day = 0; day < 32; day += 1) await page.keyboard.press('ArrowRight');
  });
  await page.waitForFunction(() => /32 days/.test(document.querySelector('main').innerText));
  const slip = page.locator('section', { has: page.getByRole('heading', { name: 'The same slip' }) });
  assert.match(await slip.innerText(), /could have left/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('What is opened and what has the focus outlast going live and every change', async () => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  const page = await open(world, book, {
    wait: false,
    prepare: (one) => one.route('**/book.*.wasm', async (route) => { await held; await route.continue(); }),
  });
  const months = page.locator('details', { hasText: 'The same months' });
  const link = page.locator('main .leases a', { hasText: 'Google' });
  const isThere = async (when) => {
    assert.equal(await months.evaluate((one) => one.open), true, `${when}: the months are open`);
    assert.equal(await link.evaluate((one) => one === document.activeElement), true, `${when}: focus`);
  };
  await months.locator('summary').click();
  await link.focus();
  go();
  await live(page);
  await isThere('live');
  await afterShown(page, () => page.evaluate((lease) => {
    location.hash = `${lease}:deliver=2026-11-15`;
  }, google));
  await isThere('changed');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('An input in use is left alone until it is released', async () => {
  const page = await openBook(book);
  const field = control(page, google, 'deliver', 'date');
  const suppose = (day) => afterShown(page, () => page.evaluate((hash) => { location.hash = hash; },
    `${google}:deliver=${day}`));
  await suppose('2026-11-15');
  assert.equal(await field.inputValue(), '2026-11-15');
  await field.focus();
  await suppose('2026-12-01');
  assert.equal(await field.inputValue(), '2026-11-15');
  await field.blur();
  await suppose('2026-12-02');
  assert.equal(await field.inputValue(), '2026-12-02');
  await page.context().close();
});

test('An address that cannot be taken is refused in words, and the rest is taken', async () => {
  const page = await openBook(`${book}#moon:deliver=2026-11-15&%ZZ=1&${google}:deliver=2026-11-15`);
  assert.match(await page.locator('#state').innerText(), /no such lease/);
  assert.match(await page.locator('#state').innerText(), /no part of an address/);
  assert.match(await leaseOf(page, 'Google').innerText(), /could have left/);
  await page.context().close();
});

test('The library says of each deal what is known, what is not, and from where', async () => {
  const { deals } = JSON.parse(readFileSync(new URL('../../assets/library.json', import.meta.url), 'utf8'));
  const page = await openStatic('library.html', { javaScriptEnabled: false });
  assert.equal(await page.locator('.leases > li').count(), deals.length);
  for (const { id, lease, known, unknown, sources } of deals) {
    const entry = page.locator(`#${id}`);
    const text = await entry.evaluate((one) => one.textContent);
    for (const line of [...known, ...unknown]) assert.ok(text.includes(line), `${id}: ${line}`);
    assert.equal(await entry.locator('.sources a').count(), sources.length, id);
    if (lease) assert.equal(await entry.locator('h2 a').getAttribute('href'), `${lease}.html`);
  }
  assert.equal(await page.locator('.introduction a').getAttribute('href'), 'index.html#leases');
  await page.context().close();
});

test('When the engine never comes the page stands and one line says why', async () => {
  const page = await open(world, book, {
    wait: false, prepare: (one) => one.route('**/*.wasm', (route) => route.abort()),
  });
  await page.waitForFunction(() => document.querySelector('#state').textContent !== '');
  assert.match(await page.locator('#state').innerText(), /stands; it cannot be moved/);
  assert.match(await page.locator('main').innerText(), /\$80\.41 billion/);
  await page.context().close();
});

test('axe finds nothing, and nothing is wider than a small window', async () => {
  for (const [path, opened] of [[book, openBook], ['library.html', openStatic]]) {
    const page = await opened(path, { viewport: { width: 360, height: 800 } });
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await reflow(page), []);
    await page.context().close();
  }
});
