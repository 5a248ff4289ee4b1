// Waits for what is to come, however busy the machine is. Nothing here lets time pass and hopes: a
// condition is asked for until it holds, frames of the browser are counted, and only what has not
// come in a minute has failed.

/** Milliseconds; after these whatever was waited for is not coming. */
export const patience = 60_000;
const pause = 20; // milliseconds between two questions

/** The first answer that is true; after a minute the last one, or what was thrown last. */
export async function until(question) {
  const end = Date.now() + patience;
  for (;;) {
    let answer;
    let error;
    try {
      answer = await question();
    } catch (thrown) { // a frame may be on its way to its page
      error = thrown;
    }
    if (answer) return answer;
    if (end < Date.now()) {
      if (error) throw error;
      return answer;
    }
    await new Promise((resolve) => { setTimeout(resolve, pause); });
  }
}

/** Lets so many frames of the browser pass; what a frame was asked for is drawn in the first. */
export const framesPass = (where, count = 1) => where.evaluate(async (number) => {
  const ask = window[Symbol.for('pending')]?.frame ?? requestAnimationFrame;
  for (let i = 0; i < number; i += 1) await new Promise((resolve) => { ask(resolve); });
}, count);

/** Before the page loads: counts the timers and frames that it has asked for and that are to come. */
export const watchPending = (page) => page.addInitScript(() => {
  const frame = window.requestAnimationFrame.bind(window);
  const waiting = new Set();
  window[Symbol.for('pending')] = { frame, waiting };
  const watch = (kind, ask, cancel, isOnce) => {
    const [real, end] = [window[ask].bind(window), window[cancel].bind(window)];
    window[ask] = (action, ...more) => {
      const id = real((...words) => {
        if (isOnce) waiting.delete(`${kind} ${id}`);
        return typeof action === 'function' ? action(...words) : undefined;
      }, ...more);
      waiting.add(`${kind} ${id}`);
      return id;
    };
    window[cancel] = (id) => {
      waiting.delete(`${kind} ${id}`);
      end(id);
    };
  };
  watch('timer', 'setTimeout', 'clearTimeout', true);
  watch('interval', 'setInterval', 'clearInterval', false);
  watch('frame', 'requestAnimationFrame', 'cancelAnimationFrame', true);
});

/** Waits until no timer and no frame of a watched page is to come: by itself it does no more. */
export async function quiet(where) {
  const left = () => where.evaluate(() => [...window[Symbol.for('pending')].waiting]);
  if (!await until(async () => (await left()).length === 0)) {
    throw new Error(`after a minute there is still to come: ${await left()}`);
  }
}

/** The day that pages take for today: the answers of untouched pages are told as of it. */
const today = '2026-11-22T12:00:00Z';

/** Runs in the page: its clock goes on, but from another day. */
function turnClock(noon) {
  const late = Date.now() - Date.parse(noon);
  globalThis.Date = new Proxy(Date, {
    construct: (Real, words, asked) =>
      (words.length ? Reflect.construct(Real, words, asked) : new Real(Real.now() - late)),
    get: (Real, key) => (key === 'now' ? () => Real.now() - late : Reflect.get(Real, key)),
  });
}

/**
 * Contexts and pages of this browser wait a minute for whatever they are told to wait for, and take
 * one day for today, whenever the tests run.
 */
export function patient(browser) {
  const make = browser.newContext.bind(browser);
  browser.newContext = async (...words) => {
    const context = await make(...words);
    context.setDefaultTimeout(patience);
    context.setDefaultNavigationTimeout(patience);
    await context.addInitScript(turnClock, today);
    return context;
  };
  return browser;
}
