// One visit to a page by a browser of its own: how long, how much, and how soon a drag is seen.
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromium as executablePath } from '../../../../web/site/machine.mjs';

const settling = 2000; // milliseconds in which a new browser loads parts of its own
const idleTime = 3000; // milliseconds in which nothing is done
const moves = 40;
const stride = 6; // pixels of a move: more than a day in each of the pictures

/** Runs in the page before its own scripts: counts what fires, and notes when the picture is there. */
function watch() {
  const speed = { frames: 0, timers: 0, draws: 0, shift: 0 };
  window[Symbol.for('speed')] = speed;
  const frame = window.requestAnimationFrame.bind(window);
  const count = (name, kind) => {
    const real = window[name].bind(window);
    window[name] = (action, ...more) => real((...words) => {
      speed[kind] += 1;
      return typeof action === 'function' ? action(...words) : undefined;
    }, ...more);
  };
  count('requestAnimationFrame', 'frames');
  count('setTimeout', 'timers');
  count('setInterval', 'timers');
  for (const name of ['clearRect', 'drawImage', 'fillRect']) {
    const real = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...words) {
      if (this.canvas.isConnected) speed.draws += 1;
      return real.apply(this, words);
    };
  }
  // Vega-Embed draws elements of SVG.
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.closest?.('#chart svg'))) speed.draws += 1;
  }).observe(document, { attributes: true, childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) speed.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });

  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...words) => {
      const made = await real.apply(WebAssembly, words);
      speed.engine = Object.values(made.instance.exports)
        .find((one) => one instanceof WebAssembly.Memory);
      return made;
    };
  }

  /** The moment after the next frame has been handed over. */
  const painted = () => new Promise((resolve) => {
    frame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage('');
    });
  });
  speed.whenReady = new Promise((resolve) => {
    const isReady = async () => { resolve({ live: speed.live, ready: await painted() }); };
    document.addEventListener('drawn', isReady); // by the scripts of the others
    addEventListener('DOMContentLoaded', () => {
      const explorer = document.querySelector('lease-explorer');
      explorer?.addEventListener('move', () => { speed.live = performance.now(); }, { once: true });
      explorer?.addEventListener('ready', () => explorer.idle.then(isReady), { once: true });
    });
  });
  /** From the next move of the pointer to the first frame drawn for it, and to the last of them. */
  speed.nextMove = () => new Promise((resolve) => {
    addEventListener('pointermove', async ({ timeStamp }) => {
      let before = speed.draws;
      let first;
      let last;
      for (let tries = 0; tries < 60; tries += 1) {
        const now = await painted() - timeStamp;
        if (first !== undefined && speed.draws === before) break; // nothing more comes
        if (speed.draws !== before) {
          first ??= now;
          last = now;
        }
        before = speed.draws;
      }
      resolve({ first, last });
    }, { capture: true, once: true });
  });
}

const inPage = (page, what) => page.evaluate((name) => window[Symbol.for('speed')][name], what);

/** Where a hand takes hold: our handle of the day of view, or the slider's thumb. */
const grip = (page) => page.evaluate(() => {
  const explorer = document.querySelector('lease-explorer');
  if (explorer) {
    const item = explorer.itemRect('as-of', 'handle');
    const box = explorer.canvas.getBoundingClientRect();
    return { x: box.left + item.x + item.width / 2, y: box.top + item.y + item.height / 2 };
  }
  const slider = document.querySelector('input[type=range]');
  slider.scrollIntoView({ block: 'center' });
  const box = slider.getBoundingClientRect();
  const part = (slider.value - slider.min) / (slider.max - slider.min);
  return { x: box.left + 8 + part * (box.width - 16), y: box.top + box.height / 2 };
});

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

async function dragged(page) {
  const { x, y } = await grip(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const delays = [];
  for (let move = 0; move < moves; move += 1) {
    // To the right and back, so that every move stays in the picture.
    const at = move < moves / 2 ? move + 1 : moves - 1 - move;
    const delay = page.evaluate(() => window[Symbol.for('speed')].nextMove());
    await page.mouse.move(x + at * stride, y);
    delays.push(await delay);
  }
  await page.mouse.up();
  if (delays.some(({ first }) => first === undefined)) {
    throw new Error('a move of the pointer drew none of the next sixty frames');
  }
  return {
    first: median(delays.map(({ first }) => first)), last: median(delays.map(({ last }) => last)),
  };
}

/** Opens `address` in a new browser, and gives `look` its page when it is ready. */
export async function visit(base, path, look) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(`${base}/blank.html`);
    await pause(settling);
    const tools = await context.newCDPSession(page);
    const wire = { bytes: 0 };
    tools.on('Network.loadingFinished', ({ encodedDataLength }) => { wire.bytes += encodedDataLength; });
    await tools.send('Network.enable');
    await page.goto(`${base}/${path}`, { waitUntil: 'commit' });
    const { live, ready } = await inPage(page, 'whenReady');
    return await look({ page, tools, live: live ?? ready, ready, wire });
  } finally {
    await browser.close();
  }
}

/** All figures of one visit. */
export const measure = (base, path) => visit(base, path, async ({ page, tools, live, ready, wire }) => {
  await page.waitForLoadState('networkidle');
  const [frames, timers] = [await inPage(page, 'frames'), await inPage(page, 'timers')];
  await pause(idleTime);
  const idle = (await inPage(page, 'frames')) - frames + (await inPage(page, 'timers')) - timers;
  const shift = await inPage(page, 'shift');
  const memory = await page.evaluate(() =>
    window[Symbol.for('speed')].engine?.buffer.byteLength ?? 0);
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await tools.send('Runtime.getHeapUsage');
  const { first, last } = await dragged(page);
  return { live, ready, bytes: wire.bytes, idle, shift, heap, memory, first, last };
});
