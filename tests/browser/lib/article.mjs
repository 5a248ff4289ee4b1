// An article of somebody else: a page of another origin, with whatever a test puts into it.
import { createServer } from 'node:http';
import { framesPass, until } from './wait.mjs';

/** Serves the page that `make(origin)` writes at any address of an origin; `close` ends it. */
export async function serveArticle(make, headers = {}) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
      .end(make(article.origin));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  server.unref(); // a test that failed before it closed it must not wait for it
  const article = {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
  };
  return article;
}

/** The frame of the site in a page, once it is live. */
export async function liveFrame(page, index = 0) {
  const element = page.locator('iframe').nth(index);
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.waitForFunction(() => {
    const explorer = document.querySelector('lease-explorer');
    return explorer?.exhibit && explorer.shadowRoot.querySelector('.stage:not(.hidden)');
  });
  await frame.evaluate(() => document.querySelector('lease-explorer').idle);
  return frame;
}

export const pillIn = (frame) =>
  frame.evaluate(() => document.querySelector('lease-explorer').exhibit.verdict.pill);

/** Drags what is drawn for a control in a frame, by a real mouse over the page around it. */
export async function dragIn(page, frame, control, pixels, { release = true } = {}) {
  const at = await frame.evaluate((id) => {
    const explorer = document.querySelector('lease-explorer');
    explorer.canvas.scrollIntoView({ block: 'start' });
    const rect = explorer.itemRect(id, 'handle');
    const box = explorer.canvas.getBoundingClientRect();
    return { x: box.left + rect.x + rect.width / 2, y: box.top + rect.y + rect.height / 2 };
  }, control);
  const element = await frame.frameElement();
  let x;
  let y;
  // A browser that has just scrolled shows the mouse to what was there before.
  let side = 0;
  await until(async () => {
    const box = await element.boundingBox();
    [x, y] = [box.x + at.x, box.y + at.y];
    side = 1 - side;
    await page.mouse.move(x + side, y);
    await framesPass(page);
    const cursor = await frame.evaluate(async () => {
      const explorer = document.querySelector('lease-explorer');
      await explorer.idle;
      return explorer.canvas.style.cursor;
    });
    return cursor === 'pointer'; // as it is over a handle
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(x + (pixels * step) / 8, y);
  if (release) await page.mouse.up();
  await frame.evaluate(() => document.querySelector('lease-explorer').idle);
}
