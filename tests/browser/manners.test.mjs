// An element among other people's things: leases that change under it, pages with rules of their own,
// talk that is not meant for it, and keys that somebody else waits for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { originOf } from '../../web/frame/messages.mjs';
import { liveFrame, serveArticle } from './lib/article.mjs';
import {
  drag, exhibit, google, idle, input, middleOf, open, pill, ready, start,
} from './lib/harness.mjs';
import { until } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const shown = (page) => page.evaluate(() => document.querySelector('lease-explorer').exhibit?.lease);
const set = (page, name, value) => page.evaluate(([attribute, text]) =>
  document.querySelector('lease-explorer').setAttribute(attribute, text), [name, value]);
const notice = (page) => page.locator('lease-explorer .notice');

test('Of two leases asked for, the last one is shown, however long the first takes', async () => {
  const page = await open(world, google);
  let release;
  const isHeld = new Promise((resolve) => { release = resolve; });
  await page.route('**/spacex-anthropic-2026.json', async (route) => {
    await isHeld;
    await route.continue();
  });
  await set(page, 'src', 'leases/spacex-anthropic-2026.json');
  await set(page, 'src', 'leases/spacex-reflection-2026.json');
  await until(async () => await shown(page) === 'spacex-reflection-2026');
  const answered = page.waitForResponse('**/spacex-anthropic-2026.json');
  release();
  await answered;
  await idle(page);
  assert.equal(await shown(page), 'spacex-reflection-2026');
  await page.context().close();
});

test('After a lease that is not there, a good one is shown, by itself', async () => {
  const page = await open(world, google, {
    wait: false,
    prepare: (one) => one.route('**/leases/spacex-google-2026.json', (route) => route.fulfill({ status: 404 })),
  });
  await notice(page).filter({ hasText: 'could not be fetched' }).waitFor();
  await set(page, 'src', 'leases/spacex-anthropic-2026.json');
  await ready(page);
  assert.equal(await shown(page), 'spacex-anthropic-2026');
  assert.equal(await notice(page).isVisible(), false);
  await page.context().close();
});

test('What is supposed of one lease is not supposed of the next; from another day it stays', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15`);
  await set(page, 'as-of', '2026-11-05');
  await until(async () => (await exhibit(page)).as_of === 'As of 5 November 2026');
  assert.equal(await pill(page), 'Yes');
  assert.match((await exhibit(page)).link, /deliver=2026-11-15/);
  await set(page, 'src', 'leases/spacex-anthropic-2026.json');
  await until(async () => await shown(page) === 'spacex-anthropic-2026');
  assert.equal((await exhibit(page)).link, '');
  assert.deepEqual((await exhibit(page)).notes, []);
  await page.context().close();
});

test('A day to look from that is none is named, and today is taken', async () => {
  const page = await open(world, `${google}?as-of=2026-02-30`);
  assert.match(await notice(page).innerText(), /“2026-02-30” is no day to look from/);
  assert.equal(await page.evaluate(() => {
    const now = new Date();
    return document.querySelector('lease-explorer').exhibit.as_of.includes(String(now.getFullYear()));
  }), true);
  await page.context().close();
});

test('The attribute state sets the scenario', async () => {
  const page = await open(world, google);
  await set(page, 'state', 'deliver=2026-11-15');
  await until(async () => (await exhibit(page)).link === 'deliver=2026-11-15');
  await page.context().close();
});

test('A theme that is asked for is that of the whole page, and no page paints what is inside', async () => {
  const page = await open(world, `${google}?theme=dark`, { colorScheme: 'light' });
  const colours = () => page.evaluate(() => {
    const root = document.querySelector('lease-explorer').shadowRoot.querySelector('.root');
    return [document.documentElement, root].map((one) => getComputedStyle(one).backgroundColor);
  });
  const [around, inside] = await colours();
  assert.equal(around, inside);
  assert.notEqual(inside, 'rgb(255, 255, 255)');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet(); // a rule of an article, which our policy would not let in
    sheet.replaceSync('lease-explorer, [data-theme] { background: rgb(255, 0, 0) !important; color: rgb(255, 0, 0); }');
    document.adoptedStyleSheets = [sheet];
  });
  assert.equal((await colours())[1], inside);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('lease-explorer')
    .shadowRoot.querySelector('input[type=radio]')).colorScheme), 'dark');
  await page.context().close();
});

test('A host is known by its origin, however its address is written', () => {
  for (const [written, origin, why] of [
    ['https://news.example', 'https://news.example', 'as it is'],
    ['https://news.example/', 'https://news.example', 'with a slash'],
    ['https://News.example/politics/2026?x=1#y', 'https://news.example', 'the address of a page'],
    ['https://news.example:443', 'https://news.example', 'with the port that it has anyway'],
    ['news.example', '', 'no address'],
    [null, '', 'nothing'],
  ]) assert.equal(originOf(written), origin, why);
});

test('What others say to each other does not keep our messages out', async () => {
  const article = await serveArticle(() => `<!doctype html><title>Article</title>
<iframe src="${world.base}/embed/${google}" width="640" height="600"></iframe>`);
  const page = await open({ browser: world.browser, base: article.origin }, '', { wait: false });
  await liveFrame(page);
  const answer = await page.evaluate(() => {
    const frame = document.querySelector('iframe').contentWindow;
    for (let count = 0; count < 200; count += 1) frame.postMessage({ chatter: count }, '*');
    frame.postMessage({ type: 'offramp:ping', v: 1 }, '*');
    return new Promise((resolve) => {
      addEventListener('message', ({ data }) => {
        if (data.type === 'offramp:pong') resolve(data.type);
      });
    });
  });
  assert.equal(answer, 'offramp:pong');
  await page.context().close();
  article.close();
});

test('An anchor of the page is no scenario', async () => {
  const page = await open(world, `${google}#origin`);
  assert.deepEqual((await exhibit(page)).notes, []);
  await page.context().close();
});

test('A file by itself has an address for its links', async () => {
  const page = await open(world, `single/${google}`);
  const { link, wikitext } = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    return { link: explorer.exported('link'), wikitext: explorer.exported('wikitext') };
  });
  assert.ok(link.startsWith(`${world.base}/single/${google}#v=1.`), link);
  assert.ok(wikitext.includes(`url=${world.base}/single/${google}#v=1.`), wikitext);
  await page.context().close();
});

test('Escape in a drag ends the drag, and no dialog round it; the next one does', async () => {
  const page = await open(world, google);
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.append(document.querySelector('main'));
    Object.assign(dialog.style, { width: '90vw', maxWidth: 'none' });
    dialog.showModal();
  });
  await idle(page);
  await drag(page, 'deliver', 'handle', 120, { release: false });
  await page.keyboard.press('Escape');
  await idle(page);
  const isOpen = () => page.evaluate(() => document.querySelector('dialog').open);
  assert.equal(await isOpen(), true);
  assert.equal((await exhibit(page)).link, '');
  await page.mouse.up();
  await idle(page); // the hand has let go as soon as the picture has seen it
  await page.keyboard.press('Escape');
  assert.equal(await isOpen(), false);
  await page.context().close();
});

test('Fonts are brought once, however often the engine starts anew', async () => {
  const page = await open(world, google);
  const fonts = () => page.evaluate(() => document.fonts.size);
  const before = await fonts();
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(async () => {
      const explorer = document.querySelector('lease-explorer');
      const parent = explorer.parentNode;
      explorer.remove();
      await new Promise((resolve) => { setTimeout(resolve); });
      parent.append(explorer);
      await explorer.start();
      await explorer.idle;
    });
  }
  assert.equal(await fonts(), before);
  await page.context().close();
});

test('The keyboard stays on a button that can do nothing any more', async () => {
  const page = await open(world, google);
  await input(page, 'zoom.in', 'field').focus();
  await page.keyboard.press('Enter');
  await idle(page);
  const out = input(page, 'zoom.out', 'field');
  await out.focus();
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('Enter');
  await idle(page);
  assert.equal(await out.getAttribute('aria-disabled'), 'true');
  assert.equal(await out.evaluate((one) => one.getRootNode().activeElement === one), true);
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.move(x, y);
  await page.context().close();
});
