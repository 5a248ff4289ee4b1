// The guest's manners: an article of somebody else, on another origin, keeps its keys, its wheel,
// its swipes, its focus and its globals, with explorers in it as elements and as frames.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  attention, facing, middle, picture, pinch, pointAt, requests, swipe, tabWalk, traces, typing,
  watchTraces, wheel,
} from './lib/guest_checks.mjs';
import { idle } from './lib/harness.mjs';
import {
  allLive, article, elementOf, frameOf, framesOf, leases, prose, scriptOf, startHost, visit,
} from './lib/hosts.mjs';

let world;
let address;
let shared; // a tab with both explorers running, for whoever needs nothing else
before(async () => {
  world = await startHost();
  address = world.publish('article', articleWith(world.base));
  shared = await live();
});
after(() => world.close());

/** Fields of the host, an element, a frame, and links before and after each. */
const articleWith = (base) => article(`
<p><a id="top" href="#rich">To the fields</a></p>
<p><input id="line"></p><p><textarea id="area" rows="3"></textarea></p>
<div id="rich" contenteditable="true">&nbsp;</div>
<p><a id="after-fields" href="#top">Up</a></p>
${elementOf(base, leases[0], 'id="element"')}
<p><a id="between" href="#top">Up</a></p>
${frameOf(base, leases[0], 'id="frame"')}
${prose(20)}<p><a id="footer" href="#top">Up</a></p>`, scriptOf(base));

/** The article with both of its explorers running. */
async function live(options) {
  const page = await visit(world, address, options);
  await allLive(page);
  const [frame] = framesOf(page);
  await page.evaluate(() => document.querySelector('#frame').scrollIntoView());
  await allLive(frame);
  const height = await frame.evaluate(() => document.body.offsetHeight);
  await page.evaluate((own) => {
    document.querySelector('#frame').height = own; // or it would scroll for itself
    scrollTo(0, 0);
  }, height);
  return page;
}
/** The shared tab as it was at first. */
async function again() {
  for (const where of [shared, framesOf(shared)[0]]) {
    await where.evaluate(() => {
      const explorer = document.querySelector('lease-explorer');
      explorer.state = '';
      return explorer.idle;
    });
  }
  await shared.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await shared.mouse.move(3, 3);
  return shared;
}
const exhibitOf = (where) => where.evaluate(() => document.querySelector('lease-explorer').exhibit);

test('Nothing is left on the host: no listener, global, prototype, store or foreign request', async () => {
  const page = await live({ prepare: watchTraces });
  assert.deepEqual(await traces(page), []);
  assert.deepEqual(await requests(page, { base: world.base, embedded: [leases[0]] }), []);
  // What does stay: the hint that lets the browser check a module, and our letters by their names.
  assert.deepEqual(await page.evaluate(() => [...document.head.children].map((one) =>
    one.localName + (one.rel ? ` ${one.rel}` : ''))),
  ['meta', 'title', 'meta', 'link icon', 'script', 'link modulepreload']);
  assert.deepEqual(await page.evaluate(() => [...document.fonts].map(({ family }) =>
    /^"?Offramp Inter/.test(family))), [true, true, true]);
  for (const frame of framesOf(page)) {
    assert.deepEqual(await frame.evaluate(() => window[Symbol.for('traces')].stores), []);
  }
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.dialogs, []);
  await page.context().close();
});

test('The helper for the page around listens to messages, moves and clicks, and to no key', async () => {
  const page = await visit(world, world.publish('helped', article(
    `${frameOf(world.base, leases[0])}`, `<script src="${world.base}/offramp-parent.js" defer></script>`,
  )), { prepare: watchTraces });
  assert.deepEqual(await traces(page), ['message', 'move', 'click'].map((type) =>
    `listens to ${type} on window`));
  await page.context().close();
});

test('Typing in the host\'s fields gives the exact text, with two explorers running', async () => {
  const page = await again();
  const [frame] = framesOf(page);
  for (const where of [page, frame]) { // each has been in use
    await facing(page, where);
    const { x, y } = await picture(where);
    await page.mouse.click(x, y);
    await idle(where);
  }
  const before = [await exhibitOf(page), await exhibitOf(frame)];
  assert.deepEqual(await typing(page), []);
  assert.deepEqual([await exhibitOf(page), await exhibitOf(frame)], before);
});

test('Tab walks through both embeds and out, in both directions', async () => {
  const page = await again();
  assert.deepEqual(await tabWalk(page, { from: 'top', to: 'footer', most: 200 }), []);
});

test('Five embeds that load take neither the keyboard nor the page\'s place', async () => {
  const { base } = world;
  const page = await visit(world, world.publish('five', article(`${prose(8)}<input id="line">
    ${elementOf(base, leases[0])}${elementOf(base, leases[1])}${elementOf(base, leases[0])}
    ${frameOf(base, leases[0])}${frameOf(base, leases[1])}`)), { prepare: watchTraces });
  await page.locator('#line').focus();
  await page.evaluate(() => {
    scrollTo(0, 300);
    window.attention = [];
    for (const type of ['focusin', 'focusout', 'blur']) {
      addEventListener(type, () => window.attention.push(type), true);
    }
  });
  await page.addScriptTag({ url: `${base}/offramp.js` });
  await allLive(page);
  for (const frame of framesOf(page)) await allLive(frame);
  assert.deepEqual(await attention(page), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('The wheel scrolls the article; with Ctrl it zooms the picture: element and frame', async () => {
  const page = await again();
  assert.deepEqual(await wheel(page), []);
  assert.deepEqual(await wheel(page, framesOf(page)[0]), []);
});

test('One finger scrolls the article, two zoom the picture: element and frame', async () => {
  for (const embed of ['element', 'frame']) {
    // A tab of its own: after two fingers, Chromium's emulation sends the next to the same frame.
    const page = await live({ hasTouch: true });
    const where = embed === 'element' ? page : framesOf(page)[0];
    assert.deepEqual(await swipe(page, where), [], embed);
    assert.deepEqual(await pinch(page, where), [], embed);
    await page.context().close();
  }
});

test('A drag that leaves the explorer goes on, ends where it is let go, and marks no text', async () => {
  const page = await again();
  for (const where of [page, framesOf(page)[0]]) {
    // What a field before has marked of its own text is no mark of this drag.
    await page.evaluate(() => { document.activeElement.blur(); getSelection().removeAllRanges(); });
    const { x, y } = await pointAt(page, where, () => middle(page, where, ['deliver', 'handle']));
    await page.mouse.down();
    await page.mouse.move(x + 200, y - 30);
    await page.mouse.move(x + 250, -40); // out of the explorer, and of the window
    await page.mouse.up();
    await idle(where);
    const { link } = await exhibitOf(where);
    assert.match(link, /^deliver=/);
    await page.mouse.move(x + 20, y); // nobody holds it any more
    await idle(where);
    assert.equal((await exhibitOf(where)).link, link);
    assert.equal(await page.evaluate(() => String(getSelection())), '');
  }
});

test('What is pressed and left before it is let go does nothing', async () => {
  const page = await again();
  for (const where of [page, framesOf(page)[0]]) {
    const { link } = await exhibitOf(where);
    for (const [control, part] of [['regime', '2026-10-01'], ['regime', '2026-11-01']]) {
      const { x, y } = await middle(page, where, [control, part]);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + 8);
      await page.mouse.move(3, 3);
      await page.mouse.up();
      await idle(where);
      assert.equal((await exhibitOf(where)).link, link, `${control}/${part}`);
    }
  }
});

test('Escape stays in the article, takes back a drag, and is the host\'s to hear as well', async () => {
  const page = await again();
  await page.evaluate(() => {
    window.heard = [];
    document.addEventListener('keydown', (event) =>
      window.heard.push([event.key, event.defaultPrevented]));
  });
  const { link } = await exhibitOf(page);
  const { x, y } = await middle(page, page, ['deliver', 'handle']);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await idle(page);
  assert.equal((await exhibitOf(page)).link, link);
  // Heard by the host, as one that a drag has taken: it closes no dialog. The next are the host's alone.
  assert.deepEqual(await page.evaluate(() => window.heard), [['Escape', true]]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  assert.deepEqual(await page.evaluate(() => window.heard.slice(1)), [['Escape', false], ['Escape', false]]);
  assert.equal(page.url(), address);
  assert.equal(await page.evaluate(() => history.length), 2);
  await page.keyboard.press('Tab'); // and the keyboard goes on from where it was
  assert.equal(await page.evaluate(() => document.activeElement.id), 'element');
});
