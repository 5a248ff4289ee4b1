// What many explorers are asked: where their text is, how many graphics contexts live, what each
// supposes. many.test.mjs says what is right; guest_kill_table.test.mjs that none of it is blind.

import { framesPass } from './wait.mjs';

/** In every frame of a page: remembers each WebGL context that was made. */
export const watchContexts = (page) => page.addInitScript(() => {
  const made = [];
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function get(kind, ...more) {
    const context = getContext.call(this, kind, ...more);
    if (/webgl/.test(kind) && context && !made.some((one) => one.deref() === context)) {
      made.push(new WeakRef(context)); // whoever counts must not keep
    }
    return context;
  };
  window[Symbol.for('contexts')] = () => 
    made.filter((one) => one.deref()?.isContextLost() === false).length;
});

/** Live contexts of all frames of a page together. */
export async function liveContexts(page) {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(() =>
    window[Symbol.for('contexts')]?.() ?? 0)));
  return all.reduce((sum, one) => sum + one, 0);
}

/** The words that a reader sees in every explorer. */
export async function census(frames) {
  const all = await Promise.all(frames.map((frame) => frame.evaluate(() =>
    [...document.querySelectorAll('lease-explorer')].map((one) => ({
      id: /([\w-]+)\.json/.exec(one.getAttribute('src'))[1],
      text: one.innerText,
      isVisible: one.querySelector('.verdict')?.checkVisibility() ?? false,
    })))));
  return all.flat();
}

export async function stateOf(frames) {
  const all = await Promise.all(frames.map((frame) => frame.evaluate(() =>
    [...document.querySelectorAll('lease-explorer')].map(({ state }) => state))));
  return all.flat();
}

/** How often all explorers together have drawn themselves. */
export async function framesDrawn(frames) {
  const all = await Promise.all(frames.map((frame) => frame.evaluate(() =>
    [...document.querySelectorAll('lease-explorer')].reduce((sum, one) => sum + one.frames, 0))));
  return all.reduce((sum, one) => sum + one, 0);
}

/** Supposes something in three of the explorers; gives what all of them are to suppose. */
export async function scenarios(frames) {
  const wanted = await stateOf(frames);
  const chosen = { 2: 'deliver=2026-11-15', 14: 'deliver=2026-12-01', 28: 'units=96000' };
  for (const [index, state] of Object.entries(chosen)) {
    wanted[index] = state;
    const frame = frames[frames.length === 1 ? 0 : index];
    await frame.evaluate(([at, text]) => {
      document.querySelectorAll('lease-explorer')[at].state = text;
    }, [frames.length === 1 ? index : 0, state]);
  }
  return wanted;
}

/** Scrolls from one explorer to the next, to the end and back; each is waited for on the way down. */
export async function scrollThrough(page, frames) {
  let most = 0;
  let live = 0;
  const count = async () => { most = Math.max(most, await liveContexts(page)); };
  const isOne = frames.length === 1;
  const total = await page.evaluate(() => document.querySelectorAll('lease-explorer, iframe').length);
  for (let i = 0; i < total; i += 1) {
    await page.evaluate((at) => document.querySelectorAll('lease-explorer, iframe')[at]
      .scrollIntoView(), i);
    const isLive = await frames[isOne ? 0 : i].waitForFunction((at) => {
      const one = document.querySelectorAll('lease-explorer')[at];
      return one.frames > 0 && one.shadowRoot.querySelector('.stage:not(.hidden)');
    }, isOne ? i : 0, { polling: 30 }).then(() => true, () => false);
    live += isLive ? 1 : 0;
    await count();
  }
  for (let i = total - 1; i >= 0; i -= 3) { // back in haste
    await page.evaluate((at) => document.querySelectorAll('lease-explorer, iframe')[at]
      .scrollIntoView(), i);
    await framesPass(page);
    await count();
  }
  await page.evaluate(() => scrollTo(0, 0));
  for (let before = -1, now = 0; now !== before;) { // what has come into sight draws itself
    before = now;
    await framesPass(page, 10); // what is in sight now is known
    await Promise.all(frames.map((frame) => frame.evaluate(() =>
      Promise.all([...document.querySelectorAll('lease-explorer')]
        .filter(({ exhibit }) => exhibit).map((one) => one.idle)))));
    now = await framesDrawn(frames);
  }
  await count();
  return { most, live };
}

/** Remembers the engine's memory, to see how large it has become. */
export const watchMemory = (page) => page.addInitScript(() => {
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...words) => {
      const result = await real.apply(WebAssembly, words);
      window[Symbol.for('memory')] = Object.values(result.instance.exports)
        .find((one) => one instanceof WebAssembly.Memory);
      return result;
    };
  }
});

async function measured(page, session) {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => metrics.find((one) => one.name === name).value;
  return {
    nodes: of('Nodes'), listeners: of('JSEventListeners'), documents: of('Documents'),
    heap: of('JSHeapUsedSize'), contexts: await liveContexts(page),
    memory: await page.evaluate(() => window[Symbol.for('memory')].buffer.byteLength),
  };
}

/**
 * Takes an explorer out of its page and puts it in again, or another like it in its place; nothing
 * may be more after the last round than after the first fifth.
 */
export async function churn(page, rounds) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const rows = [];
  for (let done = 0; done < rounds; done += rounds / 5) {
    await page.evaluate(async (times) => {
      const later = () => new Promise((resolve) => { setTimeout(resolve); });
      for (let i = 0; i < times; i += 1) {
        const one = document.querySelector('lease-explorer');
        const next = i % 2 ? one : one.cloneNode(true);
        const home = one.parentNode;
        one.remove();
        await later();
        home.append(next);
        await next.idle;
      }
    }, rounds / 5);
    rows.push({ rounds: done + rounds / 5, seen: await measured(page, session) });
  }
  const [first, last] = [rows[0].seen, rows.at(-1).seen];
  const complaints = [];
  // What one explorer more would be: some hundred nodes, some dozen listeners, 300 kB.
  for (const [what, slack] of Object.entries({
    nodes: 60, listeners: 10, documents: 0, heap: 150_000, contexts: 0, memory: 0,
  })) {
    if (last[what] > first[what] + slack) complaints.push(`${what}: ${first[what]}, then ${last[what]}`);
  }
  return { complaints, rows };
}
