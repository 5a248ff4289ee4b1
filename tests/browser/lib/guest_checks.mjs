// What a guest in an article may not do. Each check takes a tab on the article and gives a list of
// complaints; guest_kill_table.test.mjs proves that none of them is blind.
import { framesPass, until } from './wait.mjs';

/** Before the article loads: notes whatever is done to window, document and storage. */
export const watchTraces = (page) => page.addInitScript(() => {
  const names = () => Object.fromEntries([
    ['window', window], ['document', document], ...[Object, Array, Function, String, Promise, Map,
      EventTarget, Node, Element, HTMLElement, Event, Document]
      .map((type) => [`${type.name}.prototype`, type.prototype]),
  ].map(([name, one]) => [name, Object.getOwnPropertyNames(one)]));
  const traces = { listeners: [], stores: [], tags: [], moves: [], names };
  window[Symbol.for('traces')] = traces;

  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function add(type, ...more) {
    const on = new Map([[undefined, 'window'], [window, 'window'], [document, 'document'],
      [document.documentElement, 'html'], [document.body, 'body'], [document.head, 'head']]);
    // What the browser's driver puts in has no address.
    if (on.has(this) && /https?:/.test(new Error().stack)) traces.listeners.push(`${type} on ${on.get(this)}`);
    return addEventListener.call(this ?? window, type, ...more);
  };
  const { define } = CustomElementRegistry.prototype;
  CustomElementRegistry.prototype.define = function defined(tag, ...more) {
    traces.tags.push(tag);
    return define.call(this, tag, ...more);
  };
  // Elements that ask for the reader's attention.
  for (const name of ['focus', 'scrollIntoView', 'scrollTo', 'scrollBy']) {
    const owner = name === 'focus' ? HTMLElement.prototype : Element.prototype;
    const real = owner[name];
    owner[name] = function moved(...words) {
      traces.moves.push(`${name} of ${this.localName}`);
      return real.apply(this, words);
    };
  }
  for (const [owner, kept] of [[window, ['localStorage', 'sessionStorage', 'indexedDB', 'caches']],
    [Document.prototype, ['cookie']], [Navigator.prototype, ['serviceWorker']]]) {
    for (const name of kept) {
      const found = Object.getOwnPropertyDescriptor(owner, name);
      if (!found) continue;
      const noted = (action) => action && function touched(...words) {
        traces.stores.push(name);
        return action.apply(this, words);
      };
      Object.defineProperty(owner, name, { ...found, get: noted(found.get), set: noted(found.set) });
    }
  }
  traces.before = names();
});

/** Nothing is left on the host's window, document, prototypes and stores. */
export function traces(page) {
  return page.evaluate(() => {
    const seen = window[Symbol.for('traces')];
    const found = [...seen.listeners.map((one) => `listens to ${one}`),
      ...seen.stores.map((one) => `touches ${one}`),
      ...seen.tags.filter((tag) => tag !== 'lease-explorer').map((tag) => `defines ${tag}`)];
    for (const [owner, now] of Object.entries(seen.names())) {
      const added = now.filter((name) => !seen.before[owner].includes(name)
        && !/^\d+$/.test(name)); // frames have a number
      if (added.length) found.push(`${owner} has got ${added}`);
    }
    for (const [name, one] of Object.entries({ window, document, body: document.body })) {
      for (const key in one) if (/^on/.test(key) && one[key]) found.push(`${key} of ${name}`);
    }
    return [...new Set(found)];
  });
}

/** All that was fetched is the article, or a file of the site that its embeds are made of. */
export async function requests(page, { base, embedded }) {
  const host = new URL(page.url()).origin;
  const file = new RegExp(`^/(${['(offramp|element\\.\\w+|page\\.\\w+)\\.m?js', 'page\\.\\w+\\.css',
    'engine\\.\\w+\\.wasm', 'inter-\\w+\\.\\w+\\.woff2'].join('|')})$`);
  const isKnown = (url) => {
    const { origin, pathname } = new URL(url);
    const id = /^\/(?:leases|embed)\/([\w-]+)\.(?:json|html)$/.exec(pathname)?.[1];
    return url.startsWith('data:') || (origin === host && url === page.url())
      || (origin === base && (embedded.includes(id) || file.test(pathname)));
  };
  const found = page.requests.filter((request) => !isKnown(request.url()))
    .map((request) => `fetches ${request.url()}`);
  for (const request of page.requests) {
    if (request.method() !== 'GET') found.push(`${request.method()} ${request.url()}`);
    if ((await request.allHeaders()).cookie) found.push(`a cookie goes to ${request.url()}`);
  }
  return found;
}

/** Every key goes into the host's own fields, and Tab leads from each to the next. */
export async function typing(page) {
  const found = [];
  const textOf = (id) => page.locator(id).evaluate((one) => one.value ?? one.innerText);
  const expect = async (id, wanted) => {
    const text = (await textOf(id)).trimEnd();
    if (text === wanted) return;
    found.push(`${id} holds ${JSON.stringify(text)}, not ${JSON.stringify(wanted)}`);
  };
  const keys = async (...all) => { for (const key of all) await page.keyboard.press(key); };
  // A browser that has just scrolled shows the mouse to what was there before.
  await until(async () => {
    await page.locator('#line').click();
    return page.evaluate(() => document.activeElement.id === 'line' && document.hasFocus());
  });
  await page.keyboard.type('zoom 1+1=2, [f] /?');
  await keys('Backspace', 'Home', 'ArrowRight', 'Delete', 'End', 'Shift+ArrowLeft', 'Escape', 'x');
  await expect('#line', 'zom 1+1=2, [f] x');
  await keys('Tab');
  await page.keyboard.type('Two words');
  await keys('Enter', 'a', 'PageUp', 'b', 'Control+z');
  await expect('#area', 'Two words\na');
  await keys('Tab');
  await page.keyboard.type('rich text');
  await keys('Backspace', 'Backspace', 'Space', 'z');
  await expect('#rich', 'rich te z');
  await keys('Tab');
  const active = await page.evaluate(() => document.activeElement.id);
  if (active !== 'after-fields') found.push(`Tab leads from the fields to “${active}”`);
  return found;
}

/** Tab goes from one link through every embed to another, and back, within so many presses. */
export async function tabWalk(page, { from, to, most }) {
  const found = [];
  const walked = {};
  const at = () => page.evaluate(() => document.activeElement.id);
  for (const [key, first, last] of [['Tab', from, to], ['Shift+Tab', to, from]]) {
    await page.locator(`#${first}`).focus();
    const stops = new Set();
    let presses = 0;
    do {
      await page.keyboard.press(key);
      presses += 1;
      const here = await at();
      stops.add(here);
      if (here === last) break;
    } while (presses < most);
    if (await at() !== last) found.push(`${key}: ${most} presses do not lead from ${first} to ${last}`);
    for (const embed of ['element', 'frame']) {
      if (!stops.has(embed)) found.push(`${key} passes by the ${embed}`);
    }
    walked[key] = presses;
  }
  console.log(`# Tab through both embeds: ${JSON.stringify(walked)} presses`);
  return found;
}

/** An explorer, in the article or in a frame of it, as the mouse sees it. */
export async function picture(where) {
  const box = await where.locator('lease-explorer .glass').first().boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
const facePicture = async (page, where) => {
  await facing(page, where);
  return picture(where);
};
const linkOf = (where) => where.evaluate(() => document.querySelector('lease-explorer').exhibit.link);
const daysShown = (where) => where.evaluate(() => {
  const { first_day: first, last_day: last } = document.querySelector('lease-explorer').exhibit.timeline;
  return last - first;
});
const scrolled = (page) => page.evaluate(() => scrollY);
const zoomed = (page) => page.evaluate(() =>
  [devicePixelRatio, visualViewport.scale, innerWidth].join());
const rest = (where) => where.evaluate(() => document.querySelector('lease-explorer').idle);

/**
 * Brings what `measure` finds (a point of the window) into view, moves the mouse there until the
 * explorer hears it, and gives the point. A browser that has just scrolled sends mouse and fingers
 * to the document that was there before, and a frame is a document of its own. What lies above may
 * still have grown since the last look: each try measures again.
 */
export async function pointAt(page, where, measure) {
  await where.evaluate(() => {
    window.isReached = false;
    document.querySelector('lease-explorer').addEventListener('pointermove', () => {
      window.isReached = true;
    }, { once: true });
  });
  let side = 0;
  let point;
  const isReached = await until(async () => {
    side = 1 - side;
    point = await measure();
    await page.mouse.move(point.x + side, point.y);
    await framesPass(page);
    return where.evaluate(() => window.isReached);
  });
  if (!isReached) throw new Error('the mouse does not reach the explorer');
  await page.mouse.move(point.x, point.y);
  return point;
}

/** The middle of what is drawn for an item, in the window, once it is brought into view. */
export async function middle(page, where, item) {
  const rect = await where.evaluate((words) =>
    document.querySelector('lease-explorer').itemRect(...words).toJSON(), item);
  await facing(page, where, rect);
  const box = await where.locator('lease-explorer canvas').first().boundingBox();
  return { x: box.x + rect.x + rect.width / 2, y: box.y + rect.y + rect.height / 2 };
}

/** Notes in the explorer's document how each event of a kind ended; `ended` waits for so many. */
async function watchEnds(where, types) {
  await where.evaluate((wanted) => {
    window.ends = [];
    for (const type of wanted) {
      addEventListener(type, (event) => window.ends.push(type === 'wheel'
        ? { type, isTaken: event.defaultPrevented } : { type }));
    }
  }, types);
  return async (count) => {
    const all = () => where.evaluate(() => window.ends);
    await until(async () => count <= (await all()).length);
    const seen = await all();
    await where.evaluate(() => { window.ends = []; });
    return seen;
  };
}

/** Brings the picture of an explorer, or what is drawn there, to the middle of a window at rest. */
export async function facing(page, where, rect) {
  await where.evaluate((what) => {
    const explorer = document.querySelector('lease-explorer');
    const { y, height } = what ?? explorer.itemRect('picture');
    const line = document.createElement('i');
    line.style.cssText = `position: absolute; top: ${y + height / 2}px`;
    explorer.canvas.parentNode.append(line);
    line.scrollIntoView({ block: 'center' });
    line.remove();
  }, rect);
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    for (let still = 0, last; still < 5; last = scrollY) {
      await frame();
      still = last === scrollY ? still + 1 : 0;
    }
  });
  await rest(where);
}

/** The wheel scrolls the page; with Ctrl it zooms the picture, and never the page. */
export async function wheel(page, where = page) {
  const found = [];
  await pointAt(page, where, () => facePicture(page, where));
  const link = await linkOf(where);
  const top = await scrolled(page);
  const ended = await watchEnds(where, ['wheel']);
  await page.mouse.wheel(0, 120);
  const [plain] = await ended(1);
  const isScrolled = !plain?.isTaken && await until(async () => await scrolled(page) >= top + 100);
  if (!isScrolled) found.push('the wheel does not scroll');
  await facing(page, where);
  const before = {
    zoom: await zoomed(page), top: await scrolled(page), days: await daysShown(where),
  };
  await pointAt(page, where, () => picture(where));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  const turned = await ended(1);
  await page.keyboard.up('Control');
  await rest(where);
  await framesPass(page, 5); // were the page to zoom or to scroll, it would by now
  const isZoomed = Math.abs(await daysShown(where) - before.days) > 5;
  if (!isZoomed) found.push('Ctrl and the wheel do not zoom the picture');
  if (await zoomed(page) !== before.zoom) found.push('Ctrl and the wheel zoom the page');
  if (await scrolled(page) !== before.top) found.push('Ctrl and the wheel scroll the page');
  if (turned.some(({ isTaken }) => !isTaken)) found.push('the wheel is left to the page');
  if (await linkOf(where) !== link) found.push('the wheel changes what is supposed');
  return found;
}

/** Touches as a phone gives them. */
async function touch(session, type, ...points) {
  await session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
}

/** One finger up or down over the picture scrolls the page and changes nothing, wherever it lands. */
export async function swipe(page, where = page) {
  const found = [];
  const session = await page.context().newCDPSession(page);
  const link = await linkOf(where);
  for (const [part, ...item] of [
    ['picture', 'picture'], ['handle', 'deliver', 'handle'], ['chip', 'regime', '2026-10-01']]) {
    const { x, y } = await pointAt(page, where, () => middle(page, where, item));
    await page.mouse.move(3, 3);
    await rest(where);
    const top = await scrolled(page);
    const ended = await watchEnds(where, ['pointerup', 'pointercancel']);
    await touch(session, 'touchStart', { x, y });
    for (let step = 1; step <= 10; step += 1) {
      await touch(session, 'touchMove', { x, y: y - 20 * step });
    }
    await touch(session, 'touchEnd');
    // The browser takes a finger that scrolls away from the page.
    const [end] = await ended(1);
    const isScrolled = end?.type === 'pointercancel'
      && await until(async () => await scrolled(page) >= top + 100);
    if (!isScrolled) found.push(`a swipe from the ${part} does not scroll`);
    await rest(where);
    // Whatever a finger left behind shows when something else comes by.
    await where.evaluate(() => document.querySelector('lease-explorer').canvas.dispatchEvent(
      new PointerEvent('pointermove', { isPrimary: true, pointerId: 1, clientX: 1, clientY: 1 })));
    await rest(where);
    if (await linkOf(where) !== link) found.push(`a swipe from the ${part} changes what is supposed`);
  }
  await session.detach();
  return found;
}

/** Two fingers on the picture zoom it, and not the page. */
export async function pinch(page, where = page) {
  const found = [];
  const session = await page.context().newCDPSession(page);
  // Where the mouse is heard, fingers are.
  const { x, y } = await pointAt(page, where, () => facePicture(page, where));
  await page.mouse.move(3, 3);
  await rest(where);
  const before = {
    zoom: await zoomed(page), top: await scrolled(page), days: await daysShown(where),
  };
  const ended = await watchEnds(where, ['pointerup', 'pointercancel']);
  const fingers = (apart) => [{ x: x - apart, y, id: 0 }, { x: x + apart, y, id: 1 }];
  await touch(session, 'touchStart', fingers(40)[0]); // one finger after the other, as people do
  await touch(session, 'touchStart', ...fingers(40));
  for (let step = 1; step <= 8; step += 1) {
    await touch(session, 'touchMove', ...fingers(40 + 10 * step));
  }
  await touch(session, 'touchEnd', fingers(120)[0]);
  await touch(session, 'touchEnd');
  await ended(2);
  await rest(where);
  const isZoomed = Math.abs(await daysShown(where) - before.days) >= 5;
  if (!isZoomed) found.push('two fingers do not zoom the picture');
  if (await zoomed(page) !== before.zoom) found.push('two fingers zoom the page');
  if (await scrolled(page) !== before.top) found.push('two fingers scroll the page');
  await session.detach();
  return found;
}

/** What has the keyboard and how far the page is scrolled, over the load of its embeds. */
export async function attention(page) {
  const seen = await page.evaluate(() => ({
    active: document.activeElement.id, top: scrollY,
    moves: window[Symbol.for('traces')].moves, events: window.attention ?? [],
  }));
  const found = [];
  if (seen.active !== 'line') found.push(`the keyboard is at “${seen.active}”`);
  if (seen.top !== 300) found.push(`the page is scrolled to ${seen.top}`);
  for (const frame of page.frames().slice(1)) {
    seen.moves.push(...await frame.evaluate(() => window[Symbol.for('traces')].moves));
    if (await frame.evaluate(() => document.hasFocus())) found.push('a frame has the keyboard');
  }
  return [...found, ...seen.moves, ...seen.events];
}
