// What a reader does, in a real browser with a real mouse and real keys.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  anthropic, choose, drag, exhibit, google, idle, input, middleOf, open, pill, pixelsPerDay, ready, shots,
  start,
} from './lib/harness.mjs';
import { framesPass, quiet } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

test('Dragging the delivery date with a mouse turns the verdict from no to yes', async () => {
  for (const width of [1200, 720, 360]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open(world, google, { viewport: { width, height: 900 }, colorScheme });
      const name = `google-${width}-${colorScheme}`;
      assert.equal(await pill(page), 'No');
      await page.screenshot({ path: join(shots, `${name}-before.png`), fullPage: true });
      const day = await pixelsPerDay(page);
      await drag(page, 'deliver', 'handle', 46 * day);
      const after = await exhibit(page);
      assert.equal(after.verdict.pill, 'Yes');
      assert.equal(after.controls.find(({ id }) => id === 'deliver').value, '2026-11-15');
      assert.match(after.verdict.sentence, /from 31 October 2026 until 14 November 2026/);
      await page.mouse.move(5, 5);
      await idle(page);
      await page.screenshot({ path: join(shots, `${name}-after.png`), fullPage: true });
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    }
  }
});

test('The date follows the pointer while it is dragged', async () => {
  const page = await open(world, google);
  const day = await pixelsPerDay(page);
  await drag(page, 'deliver', 'handle', 20 * day, { release: false });
  const during = await exhibit(page);
  assert.equal(during.timeline.handles[0].value, '20 Oct 2026');
  assert.match(during.verdict.sentence, /within the grace/);
  await page.mouse.up();
  await page.context().close();
});

test('Escape during a drag puts everything back', async () => {
  const page = await open(world, google);
  await drag(page, 'deliver', 'handle', 300, { release: false });
  assert.equal(await pill(page), 'Yes');
  await page.keyboard.press('Escape');
  await idle(page);
  assert.equal(await pill(page), 'No');
  await page.mouse.move(900, 300);
  await page.mouse.up();
  await idle(page);
  assert.equal(await pill(page), 'No');
  assert.equal((await exhibit(page)).controls.find(({ id }) => id === 'undo').enabled, false);
  await page.context().close();
});

test('A pointer that leaves the canvas and comes back goes on dragging', async () => {
  const page = await open(world, google);
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, -50);
  await page.mouse.move(x + 300, y);
  await page.mouse.up();
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.context().close();
});

test('A click on the track moves the delivery there', async () => {
  const page = await open(world, google);
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.click(x + 300, y + 25);
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.context().close();
});

test('The as-of day is dragged on its own and changes no verdict', async () => {
  const page = await open(world, google);
  const before = await exhibit(page);
  await drag(page, 'as-of', 'handle', 200);
  const after = await exhibit(page);
  assert.notEqual(after.as_of, before.as_of);
  assert.equal(after.verdict.sentence, before.verdict.sentence);
  await page.context().close();
});

test('The keyboard alone turns the verdict, day by day and month by month', async () => {
  const page = await open(world, google);
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
  assert.equal(await pill(page), 'Yes');
  assert.equal(await slider.getAttribute('aria-valuetext'), '1 November 2026');
  await page.keyboard.press('Home');
  await idle(page);
  assert.equal(await pill(page), 'No');
  await page.keyboard.press('Control+z');
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.context().close();
});

test('The mirror\'s date field does the same, in the form view and beside the picture', async () => {
  for (const view of ['form', 'picture']) {
    const page = await open(world, google);
    if (view === 'form') {
      await page.getByRole('button', { name: 'Form view' }).click();
      await idle(page);
    }
    await input(page, 'deliver', 'field').fill('2026-11-15');
    await idle(page);
    assert.equal(await pill(page), 'Yes');
    await choose(page, 'reading.month-count', 'whole_month');
    assert.match((await exhibit(page)).verdict.sentence, /from 1 November 2026/);
    if (view === 'form') {
      await page.screenshot({ path: join(shots, 'google-form.png'), fullPage: true });
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('Canvas and mirror show the same controls with the same values', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15&event.accept=2026-11-10`);
  const differences = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const found = [];
    for (const control of explorer.exhibit.controls) {
      const inputs = [...explorer.shadowRoot.querySelectorAll('[data-item]')]
        .filter((one) => one.dataset.item.startsWith(`${control.id}/`));
      if (inputs.length === 0) found.push(`${control.id} has no native control`);
      if (control.enabled && !explorer.itemRect(control.id)) found.push(`${control.id} is not drawn`);
      for (const one of inputs) {
        const value = one.type === 'radio' ? one.value : one.type === 'checkbox'
          ? (one.checked ? 'on' : 'off') : one.type === 'range' ? one.value : one.value;
        const expected = one.type === 'range' ? String(control.number)
          : one.type === 'radio' ? (one.checked ? control.value : value)
            : control.value === 'never' ? '' : control.value;
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

test('The native inputs lie over what is drawn for them', async () => {
  const page = await open(world, google);
  const apart = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const canvas = explorer.canvas.getBoundingClientRect();
    const found = [];
    for (const one of explorer.shadowRoot.querySelectorAll('.mirror [data-item]')) {
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
    assert.equal(verdict.pill, 'No');
    assert.ok((await page.locator('lease-explorer .mirror').innerText()).includes(named));
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
    assert.equal(await pill(page), 'Yes');
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

test('Nothing is drawn while nothing happens', async () => {
  const page = await open(world, google);
  await quiet(page);
  // No timer and no frame is to come. Whatever else might draw would do so in a frame of the browser.
  const seen = await page.evaluate(async () => {
    const explorer = document.querySelector('lease-explorer');
    const { frame, waiting } = window[Symbol.for('pending')];
    const before = explorer.frames;
    const asked = new Set();
    for (let count = 0; count < 120; count += 1) {
      await new Promise((resolve) => { frame(resolve); });
      waiting.forEach((one) => asked.add(one));
    }
    return { drawn: explorer.frames - before, asked: [...asked] };
  });
  assert.deepEqual(seen, { drawn: 0, asked: [] });
  console.log('# frames drawn in 120 untouched frames of the browser: 0; timers: 0');
  await page.context().close();
});

test('Each pointer move is drawn, with the handle under the pointer; the figures are printed', async () => {
  const page = await open(world, google);
  const day = await pixelsPerDay(page);
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.evaluate(() => {
    window.delays = [];
    document.querySelector('lease-explorer').addEventListener('pointermove', () => {
      const at = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() =>
        window.delays.push(performance.now() - at)));
    });
  });
  // What is drawn of the track on which the handle is, and where the handle is said to be.
  const look = () => page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const { canvas } = explorer;
    const rect = explorer.itemRect('deliver', 'handle');
    const row = new OffscreenCanvas(canvas.width, Math.ceil(rect.height));
    const context = row.getContext('2d');
    context.drawImage(canvas, 0, -rect.y);
    const { data } = context.getImageData(0, 0, row.width, row.height);
    return {
      frames: explorer.frames,
      handle: canvas.getBoundingClientRect().left + rect.x + rect.width / 2,
      picture: data.reduce((sum, value) => (Math.imul(sum, 31) + value) | 0, 0),
    };
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await idle(page);
  const steps = 40;
  let before = await look();
  for (let step = 1; step <= steps; step += 1) {
    const to = x + step * 2 * day;
    await page.mouse.move(to, y);
    await framesPass(page);
    const seen = await look();
    assert.ok(before.frames < seen.frames, `move ${step} is not drawn`);
    // A handle snaps to a day on which the outcome turns: it may be off by some pixels.
    assert.ok(Math.abs(seen.handle - to) <= Math.max(2 * day, 12),
      `the pointer is at ${to}, the handle at ${seen.handle}`);
    if (1 < Math.abs(seen.handle - before.handle)) {
      assert.notEqual(seen.picture, before.picture, `move ${step} shows nothing new`);
    }
    before = seen;
  }
  assert.ok(before.handle > x + steps * day, 'the handle has come along');
  await page.mouse.up();
  await idle(page);
  await page.waitForFunction((count) => count <= window.delays.length, steps);
  const delays = (await page.evaluate(() => window.delays)).sort((a, b) => a - b);
  const at = (share) => delays[Math.floor((delays.length - 1) * share)].toFixed(1);
  console.log(`# pointer to the frame after: median ${at(0.5)} ms, p95 ${at(0.95)} ms `
    + `(software renderer, ${delays.length} moves)`);
  await page.context().close();
});

test('Resizing, zooming and a new pixel ratio redraw the same answer sharply', async () => {
  const page = await open(world, google);
  const session = await page.context().newCDPSession(page);
  for (const [width, deviceScaleFactor] of [[900, 1], [500, 2], [320, 3], [1400, 1.25], [1200, 1]]) {
    await session.send('Emulation.setDeviceMetricsOverride',
      { width, height: 900, deviceScaleFactor, mobile: false });
    await page.waitForFunction(([w, ratio]) => {
      const { canvas } = document.querySelector('lease-explorer');
      return innerWidth === w && Math.abs(canvas.width / canvas.clientWidth - ratio) < 0.02;
    }, [width, deviceScaleFactor]);
    await idle(page);
    const overflow = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `${width}: ${overflow}`);
  }
  assert.equal(await pill(page), 'No');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Anthropic\'s lease is dragged by its notice', async () => {
  const page = await open(world, `${anthropic}`);
  const before = (await exhibit(page)).verdict.sentence;
  await drag(page, 'notice.convenience', 'handle', 100);
  const after = (await exhibit(page)).verdict.sentence;
  assert.notEqual(after, before);
  assert.match(after, /ends the lease on/);
  await page.screenshot({ path: join(shots, 'anthropic-1200-light.png'), fullPage: true });
  await page.context().close();
});

/** Google's lease with other words before its question. */
const withWords = (words) => (page) => page.route('**/leases/spacex-google-2026.json',
  async (route) => {
    const lease = await (await route.fetch()).json();
    lease.presentation.question = `${words} ${lease.presentation.question}`;
    await route.fulfill({ json: lease });
  });

test('Letters that no font of ours has are drawn by the reader\'s own', async () => {
  const page = await open(world, google, {
    prepare: withWords('Société Ελλάδα договор 租賃契約 リース 임대차'),
  });
  const stage = page.locator('lease-explorer .stage');
  assert.equal(await stage.evaluate((one) => one.classList.contains('form')), false);
  await page.screenshot({ path: join(shots, 'google-letters.png') });
  // Letters of one writing are other pictures where the reader has them: a letter that is left out,
  // or drawn as the same box as every other, is the same picture.
  const writings = ['éñŁ', 'λΞψ', 'дЖф', '租契約', 'リスア', '임대차'];
  const { drawn, own } = await page.evaluate(async (rows) => {
    const explorer = document.querySelector('lease-explorer');
    const lease = await (await fetch(explorer.src)).json();
    const distinct = async (letters, picture) => {
      const pictures = new Set();
      for (const letter of letters) pictures.add(await picture(letter));
      return pictures.size;
    };
    const inPicture = async (letter) => {
      explorer.lease = JSON.stringify({
        ...lease, presentation: { ...lease.presentation, question: letter },
      });
      await explorer.idle;
      if (explorer.exhibit.question !== letter) throw new Error(`${letter} is not shown`);
      const { canvas } = explorer;
      const top = new OffscreenCanvas(canvas.width, 300);
      top.getContext('2d').drawImage(canvas, 0, 0);
      return top.getContext('2d').getImageData(0, 0, canvas.width, 300).data.join();
    };
    const byTheBrowser = (letter) => {
      const context = new OffscreenCanvas(80, 80).getContext('2d');
      context.font = '40px system-ui, sans-serif';
      context.fillText(letter, 10, 60);
      return context.getImageData(0, 0, 80, 80).data.join();
    };
    const all = { drawn: [], own: [] };
    for (const letters of rows) {
      all.drawn.push(await distinct(letters, inPicture));
      all.own.push(await distinct(letters, byTheBrowser));
    }
    return all;
  }, writings);
  assert.deepEqual(own.slice(0, 3), [3, 3, 3], 'every reader has Latin, Greek and Cyrillic letters');
  assert.deepEqual(drawn, own, 'what the reader\'s fonts tell apart, the picture does');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Writing that a picture cannot set is shown as a form, unless the picture is asked for',
  async () => {
    const page = await open(world, google, { prepare: withWords('חוזה') });
    const stage = page.locator('lease-explorer .stage');
    const bar = page.locator('lease-explorer .bar');
    const isForm = () => stage.evaluate((one) => one.classList.contains('form'));
    assert.equal(await isForm(), true);
    assert.match(await bar.innerText(),
      /This lease has writing that a picture cannot set; it is shown as a form\./);
    await input(page, 'deliver', 'field').fill('2026-11-15');
    await idle(page);
    assert.equal(await pill(page), 'Yes');
    await page.screenshot({ path: join(shots, 'google-hebrew.png') });
    await page.getByRole('button', { name: 'Show the picture' }).click();
    await idle(page);
    assert.equal(await isForm(), false);
    assert.doesNotMatch(await bar.innerText(), /writing/);
    await page.evaluate(() => {
      const explorer = document.querySelector('lease-explorer');
      explorer.removeAttribute('view');
      explorer.setAttribute('src', 'leases/spacex-anthropic-2026.json');
    });
    await page.waitForFunction(() =>
      document.querySelector('lease-explorer').exhibit.lease === 'spacex-anthropic-2026');
    await idle(page);
    assert.equal(await isForm(), false, 'the next lease is a picture again');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

test('The chooser leads to every lease', async () => {
  const page = await open(world, 'index.html', { wait: false });
  await page.screenshot({ path: join(shots, 'index-1200-light.png'), fullPage: true });
  const links = await page.locator('.cards a').evaluateAll((all) => all.map((one) => one.href));
  const leases = readdirSync(new URL('../../assets/leases', import.meta.url));
  assert.deepEqual(links.map((link) => basename(link, '.html')).sort(),
    leases.map((file) => basename(file, '.json')).sort());
  for (const link of links) {
    await page.goto(link);
    await ready(page);
    assert.equal((await exhibit(page)).lease, basename(link, '.html'));
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
