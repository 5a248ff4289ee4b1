// What the browser tests share: the site on a port of its own, Debian's Chromium, pages that are
// at rest before anything is asked of them.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { listen } from '../../../web/site/serve.mjs';
import { framesPass, patient, watchPending } from './wait.mjs';
import { chromium as chromiumPath } from '../../../web/site/machine.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const site = join(root, 'build', 'web', 'site');
export const shots = join(root, 'build', 'web', 'shots');
mkdirSync(shots, { recursive: true });

export const google = 'spacex-google-2026.html';
/** Supposed to have come in time, seen while lateness still matters. */
export const inTime = `${google}#deliver=2026-09-30&as-of=2026-11-05`;
export const anthropic = 'spacex-anthropic-2026.html';

/** A server and a browser for one test file; `close` ends both. */
export async function start({ args = [] } = {}) {
  const server = await listen(site, 8300);
  const browser = patient(await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', ...args],
  }));
  return {
    server,
    browser,
    base: `http://localhost:${server.address().port}`,
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Opens a page and waits for the live explorer. Errors of the page are collected on it. */
export async function open({ browser, base }, path, options = {}) {
  const { wait = true, prepare, ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 }, colorScheme: 'light', locale: 'en-GB', ...contextOptions,
  });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => {
    // A software renderer remarks on its own slowness; everything else is about us.
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('GPU stall')) {
      page.complaints.push(message.text());
    }
  });
  await watchPending(page);
  if (prepare) await prepare(page);
  await page.goto(`${base}/${path}`);
  if (wait) await ready(page);
  return page;
}

/** Waits for the answer and the picture. */
export async function ready(page) {
  await page.waitForFunction(() => document.querySelector('lease-explorer')?.exhibit);
  await idle(page);
}

export const idle = (page) =>
  page.evaluate(() => document.querySelector('lease-explorer').idle);

export const exhibit = (page) =>
  page.evaluate(() => document.querySelector('lease-explorer').exhibit);

export const pill = async (page) => (await exhibit(page)).verdict.pill;

/** The middle of what is drawn for a control, or of its input, in the page's own coordinates. */
export async function middleOf(page, control, part) {
  return page.evaluate(([id, which]) => {
    const explorer = document.querySelector('lease-explorer');
    const rect = explorer.itemRect(id, which);
    if (!rect) {
      const input = explorer.shadowRoot.querySelector(`[data-item="${id}/${which ?? 'field'}"]`);
      input.scrollIntoView({ block: 'center' });
      const own = input.getBoundingClientRect();
      return { x: own.left + own.width / 2, y: own.top + own.height / 2 };
    }
    explorer.canvas.scrollIntoView({ block: 'start' });
    const box = explorer.canvas.getBoundingClientRect();
    return { x: box.left + rect.x + rect.width / 2, y: box.top + rect.y + rect.height / 2 };
  }, [control, part]);
}

/** How many pixels of the timeline one day takes. */
export async function pixelsPerDay(page) {
  const suppose = async (state) => {
    await page.evaluate((text) => { document.querySelector('lease-explorer').state = text; }, state);
    await idle(page);
    return { x: (await middleOf(page, 'deliver', 'handle')).x,
      day: (await exhibit(page)).timeline.handles[0].day };
  };
  const state = await page.evaluate(() => document.querySelector('lease-explorer').state);
  const before = await suppose('deliver=2026-09-30');
  const after = await suppose('deliver=2027-01-08');
  await suppose(state);
  return (after.x - before.x) / (after.day - before.day);
}

/** Drags what is drawn for a control by a number of pixels, with a real mouse; each step is seen. */
export async function drag(page, control, part, pixels, { release = true } = {}) {
  const { x, y } = await middleOf(page, control, part);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step += 1) {
    await page.mouse.move(x + (pixels * step) / 10, y + step / 3);
    await framesPass(page);
  }
  if (release) await page.mouse.up();
  await idle(page);
}

/** Chooses a radio button as a keyboard does: by focus and the space bar. */
export async function choose(page, control, option) {
  await input(page, control, option).focus();
  await page.keyboard.press('Space');
  await idle(page);
}

export const input = (page, control, part) =>
  page.locator(`lease-explorer [data-item="${control}/${part}"]`);
