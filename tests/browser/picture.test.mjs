// What is drawn, when and how sharply, in a real browser.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  anthropic, drag, exhibit, google, idle, input, middleOf, open, pill, pixelsPerDay, ready, shots, start,
} from './lib/harness.mjs';
import { framesPass, quiet } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

test('The page is photographed at three widths, light and dark, before and after a drag', async () => {
  for (const width of [1200, 720, 360]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await open(world, google, { viewport: { width, height: 900 }, colorScheme });
      const name = `google-${width}-${colorScheme}`;
      await page.screenshot({ path: join(shots, `${name}-before.png`), fullPage: true });
      await drag(page, 'deliver', 'handle', 46 * await pixelsPerDay(page));
      await page.mouse.move(5, 5);
      await idle(page);
      await page.screenshot({ path: join(shots, `${name}-after.png`), fullPage: true });
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    }
  }
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
  assert.equal(await pill(page), 'Only if late');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Anthropic\'s lease is dragged by its notice', async () => {
  const page = await open(world, `${anthropic}`);
  const before = (await exhibit(page)).verdict.sentence;
  await drag(page, 'notice.convenience', 'handle', 500);
  const after = (await exhibit(page)).verdict.sentence;
  assert.notEqual(after, before);
  assert.match(after, /Notice was given on|would end the lease on/);
  await page.screenshot({ path: join(shots, 'anthropic-1200-light.png'), fullPage: true });
  await page.context().close();
});

/** Google's lease with other words in its tenant's name, which stands in the picture. */
const withWords = (words) => (page) => page.route('**/leases/spacex-google-2026.json',
  async (route) => {
    const lease = await (await route.fetch()).json();
    lease.parties.find(({ role }) => role === 'tenant').name = `Google ${words}`;
    await route.fulfill({ json: lease });
  });

test('Letters that no font of ours has are drawn by the reader\'s own', async () => {
  const page = await open(world, google, {
    prepare: withWords('Société Ελλάδα договор 租賃契約 リース 임대차'),
  });
  const stage = page.locator('lease-explorer .stage');
  assert.equal(await stage.evaluate((one) => one.classList.contains('hidden')), false);
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
        ...lease, parties: lease.parties.map((one) => (one.role === 'tenant' ? { ...one, name: `A${letter}` } : one)),
      });
      await explorer.idle;
      if (explorer.exhibit.verdict.holder !== `A${letter}`) throw new Error(`${letter} is not shown`);
      const { canvas } = explorer;
      const top = new OffscreenCanvas(canvas.width, 40);
      top.getContext('2d').drawImage(canvas, 0, 0);
      return top.getContext('2d').getImageData(0, 0, canvas.width, 40).data.join();
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

test('Writing that a canvas cannot set stands in a picture that stays still, and follows', async () => {
  const page = await open(world, google, { prepare: withWords('חוזה') });
  const still = page.locator('lease-explorer .still:visible');
  const isStill = () => still.locator('img').isVisible();
  const picture = () => still.locator('img').getAttribute('src');
  assert.equal(await isStill(), true);
  assert.equal(await page.locator('lease-explorer canvas').isVisible(), false);
  assert.match(await still.innerText(), /writing that a picture to drag cannot set/);
  const before = await picture();
  await input(page, 'deliver', 'field').fill('2026-11-15');
  await idle(page);
  assert.equal(await pill(page), 'Not yet');
  assert.notEqual(await picture(), before);
  await page.screenshot({ path: join(shots, 'google-hebrew.png') });
  await page.evaluate(() =>
    document.querySelector('lease-explorer').setAttribute('src', 'leases/spacex-anthropic-2026.json'));
  await page.waitForFunction(() =>
    document.querySelector('lease-explorer').exhibit.lease === 'spacex-anthropic-2026');
  await idle(page);
  assert.equal(await isStill(), false, 'the next lease is a picture to drag again');
  assert.equal(await page.locator('lease-explorer canvas').isVisible(), true);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('A picture of hundreds of lanes is one canvas that a browser holds, drawn to its end', async () => {
  const lease = readFileSync(new URL('../leases/sixty-rights.json', import.meta.url), 'utf8');
  const page = await open(world, google, {
    viewport: { width: 360, height: 800 }, deviceScaleFactor: 3,
    prepare: (one) => one.route('**/leases/*.json', (route) => route.fulfill({ body: lease })),
  });
  const { side, colours } = await page.evaluate(() => {
    const { canvas } = document.querySelector('lease-explorer');
    const row = new OffscreenCanvas(canvas.width, 300);
    row.getContext('2d').drawImage(canvas, 0, 300 - canvas.height);
    const { data } = row.getContext('2d').getImageData(0, 0, canvas.width, 300);
    return { side: Math.max(canvas.width, canvas.height), colours: new Set(new Uint32Array(data.buffer)).size };
  });
  assert.ok(side <= 8192, `${side} device pixels`);
  assert.ok(5 < colours, `${colours} colours at its end`);
  await page.context().close();
});

test('The home page leads to every lease', async () => {
  const page = await open(world, 'index.html', { wait: false });
  await page.screenshot({ path: join(shots, 'index-1200-light.png'), fullPage: true });
  const links = await page.locator('#leases tbody a').evaluateAll((all) => all.map((one) => one.href));
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
