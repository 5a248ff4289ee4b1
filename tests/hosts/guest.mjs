// What a reader does with the explorer in somebody else's page, with a real mouse and real keys, and
// what became of the text that the author pasted.
import { exhibit, idle, pill, pixelsPerDay, ready } from '../browser/lib/harness.mjs';
import { framesPass, patience, until } from '../browser/lib/wait.mjs';
import { linkAfter, linkBefore } from './support.mjs';

const frames = 'iframe[src*="/embed/"]';

/** The explorer's own document, and the frame's element in the host's page if there is one. */
async function find(page, { shows, link }) {
  if (shows === 'frame') {
    const element = await page.waitForSelector(frames, { state: 'attached' });
    await element.evaluate((frame) => frame.scrollIntoView({ block: 'start' }));
    const scope = await element.contentFrame();
    return { top: page, scope, element };
  }
  if (shows === 'link') {
    // A picture that the wiki could not make is no picture.
    await page.waitForFunction((css) =>
      document.querySelector(css)?.querySelector('img').naturalWidth > 0, link);
    // In a page of its own, or in the place of this one.
    const opened = Promise.race([page.context().waitForEvent('page'),
      page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()).then(() => page)]);
    await page.locator(link).first().click();
    const top = await opened;
    return { top, scope: top };
  }
  await page.locator('lease-explorer').first()
    .evaluate((explorer) => explorer.scrollIntoView({ block: 'start' }));
  return { top: page, scope: page };
}

/** Scrolls until the handle is in sight, and gives its middle in the coordinates of the window. */
async function handle({ top, scope, element }) {
  const inside = () => scope.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const box = explorer.canvas.getBoundingClientRect();
    const rect = explorer.itemRect('deliver', 'handle');
    return { x: box.left + rect.x + rect.width / 2, y: box.top + rect.y + rect.height / 2 };
  });
  const outside = () => (element ? element.evaluate((frame) => {
    const box = frame.getBoundingClientRect();
    return { x: box.left + frame.clientLeft, y: box.top + frame.clientTop };
  }) : { x: 0, y: 0 });
  if (element) {
    const { y } = await inside();
    await scope.evaluate((at) => {
      if (at < 40 || innerHeight - 40 < at) scrollBy({ top: at - innerHeight / 2, behavior: 'instant' });
    }, y);
  }
  const [item, frame] = [await inside(), await outside()];
  await top.evaluate((at) => scrollBy({ top: at - innerHeight / 2, behavior: 'instant' }), item.y + frame.y);
  const [nearer, moved] = [await inside(), await outside()];
  return { x: nearer.x + moved.x, y: nearer.y + moved.y };
}

/** Brings the mouse to the handle. A browser that has just scrolled shows it to what was there before. */
async function point(place) {
  let spot;
  let side = 0;
  await until(async () => {
    spot = await handle(place);
    side = 1 - side;
    await place.top.mouse.move(spot.x + side, spot.y);
    await framesPass(place.top);
    await idle(place.scope);
    const cursor = await place.scope.evaluate(() =>
      document.querySelector('lease-explorer').canvas.style.cursor);
    return cursor === 'pointer';
  });
  return spot;
}

async function dragTo(place, pixels) {
  const { top, scope } = place;
  const { x, y } = await point(place);
  await top.mouse.move(x, y);
  await top.mouse.down();
  for (let step = 1; step <= 5; step += 1) {
    await top.mouse.move(x + (pixels * step) / 5, y + step);
    await framesPass(top);
  }
  await top.mouse.up();
  await idle(scope);
}

/** Whether turning the wheel over the picture moves the host's page, in the end. */
async function wheelScrolls(place) {
  const { top } = place;
  const { x, y } = await handle(place);
  await top.mouse.move(x, y);
  const before = await top.evaluate(() => scrollY);
  return until(async () => {
    await top.mouse.wheel(0, 1200);
    await framesPass(top);
    return top.evaluate((from) => from + 20 < scrollY, before);
  });
}

/** Whether the focus comes to the explorer, or to a link of these words; between processes it takes a moment. */
const comesTo = (page, place) => page.waitForFunction(([where, frame]) => {
  let one = document.activeElement;
  while (one.shadowRoot?.activeElement && one.localName !== 'lease-explorer') one = one.shadowRoot.activeElement;
  return one.matches(`lease-explorer, ${frame}`) ? where === 'explorer' : one.textContent.trim() === where;
}, [place, frames]).then(() => true, () => false);

/** Whether Tab goes from the link before the explorer into it, and out of it to the link after it. */
async function tabPasses({ top }, isWholeWalk) {
  const link = (text) => top.locator('a', { hasText: text }).first();
  await link(linkBefore).focus();
  await top.keyboard.press('Tab');
  if (!await comesTo(top, 'explorer')) return 'Tab does not go into the explorer';
  if (isWholeWalk) {
    await link(linkAfter).evaluate((one) => {
      one.addEventListener('focus', () => { globalThis.isOut = true; });
    });
    for (let presses = 0; presses < 200 && !await top.evaluate(() => globalThis.isOut); presses += 1) {
      await top.keyboard.press('Tab');
    }
    return await top.evaluate(() => globalThis.isOut) ? '' : 'Tab does not come out of the explorer';
  }
  // In by its last control, and out again: the walk between the two is the same in every host.
  await link(linkAfter).focus();
  await top.keyboard.press('Shift+Tab');
  if (!await comesTo(top, 'explorer')) return 'Shift and Tab do not go into the explorer';
  await top.keyboard.press('Tab');
  return await comesTo(top, linkAfter) ? '' : 'Tab does not leave the last control of the explorer';
}

const heights = async ({ scope, element }) => {
  const content = await scope.evaluate((isFrame) => (isFrame
    ? document.documentElement.scrollHeight
    : document.querySelector('lease-explorer').offsetHeight), Boolean(element));
  const shown = element ? await element.evaluate((frame) => frame.clientHeight) : content;
  const isCutOff = element !== undefined && shown < content
    && await element.evaluate((frame) => frame.getAttribute('scrolling') === 'no');
  return { shown: Math.round(shown), content: Math.round(content), isCutOff };
};

/**
 * Opens a host's page and does it all, and keeps a picture of it; what it finds is for the report
 * and for the assertions.
 */
export async function visit(browser, { url, shows, link, isWholeWalk, survived: tell }, { base, shot }) {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 }, colorScheme: 'light', locale: 'en-GB',
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const errors = []; // of everybody
  const complaints = []; // about us
  const asked = []; // of our site, of what can run
  page.on('request', (request) => {
    const isRunning = ['document', 'script'].includes(request.resourceType());
    if (isRunning && request.url().startsWith(base)) asked.push(request.url());
  });
  // The host's own errors are its own affair, and a software renderer remarks on its slowness.
  page.on('pageerror', (error) => {
    errors.push(error.message);
    if (error.stack?.includes(base)) complaints.push(error.message);
  });
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(base) && !message.text().includes('GPU stall');
    if (message.type() === 'error') errors.push(message.text());
    if (isOurs && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  try {
    await page.goto(url);
    if (!shows) {
      // It has loaded. If it has asked for anything that runs, that is to come to life.
      if (asked.length) await until(() => isAlive(page));
      await page.screenshot({ path: shot });
      const left = typeof tell === 'function' ? await tell(page) : tell;
      return { isLive: await isAlive(page), survived: left, complaints };
    }
    const place = await find(page, { shows, link });
    await ready(place.scope);
    const tag = await tagOf(place, shows);
    const before = await pill(place.scope);
    await dragTo(place, 46 * await pixelsPerDay(place.scope));
    const after = await pill(place.scope);
    const day = (await exhibit(place.scope)).controls.find(({ id }) => id === 'deliver').value;
    const size = await heights(place);
    await place.top.screenshot({ path: shot });
    const isGuest = shows !== 'link';
    return {
      isLive: true, tag, before, after, day, size, complaints,
      wheel: isGuest && await wheelScrolls(place),
      tab: isGuest ? await tabPasses(place, isWholeWalk) : '',
    };
  } catch (error) {
    error.message += errors.map((text) => `\nThe browser says: ${text}`).join('');
    throw error;
  } finally {
    await context.close();
  }
}

/** A live explorer anywhere in the page or in a frame of it. */
async function isAlive(page) {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => Boolean(document.querySelector('lease-explorer')?.exhibit))) return true;
  }
  return false;
}

/** The tag as it stands in the reader's page, and whether the element still holds what it held. */
const tagOf = async ({ top, element }, shows) => {
  const opening = (one) => {
    const bare = one.cloneNode(false);
    bare.removeAttribute('data-theme'); // the explorer's own doing
    return bare.outerHTML.replace(/<\/.*$/, '');
  };
  if (shows === 'frame') return element.evaluate(opening);
  if (shows !== 'element') return '';
  const explorer = top.locator('lease-explorer').first();
  const holds = await explorer.evaluate((one) => one.querySelector('a') !== null);
  return `${await explorer.evaluate(opening)}${holds ? '' : ' but not what it holds'}`;
};
