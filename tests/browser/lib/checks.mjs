// Our own checks of accessibility. Each takes a page of Chromium and gives a list of complaints;
// kill_table.test.mjs proves that none of them is blind.
import { idle, middleOf } from './harness.mjs';
import { framesPass, quiet } from './wait.mjs';

/** The canvas says what it shows, or is hidden, and nothing inside it takes the keyboard. */
export function canvasIsNamed(page) {
  return page.evaluate(() => {
    const { canvas, exhibit } = document.querySelector('lease-explorer');
    const found = [];
    if (canvas.getAttribute('aria-hidden') !== 'true') {
      if (canvas.getAttribute('role') !== 'img') found.push('the canvas is no image');
      if (!canvas.getAttribute('aria-label')?.includes(exhibit.verdict.sentence)) {
        found.push('the name of the canvas does not hold the verdict');
      }
    }
    if (canvas.tabIndex >= 0 || canvas.querySelector('a, button, input, select, [tabindex]')) {
      found.push('the canvas takes the keyboard');
    }
    return found;
  });
}

/** The Exhibit's controls, the native inputs and what is drawn are one list. */
export function parity(page) {
  return page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const handles = explorer.exhibit.timeline.handles.map(({ control }) => control);
    const native = new Map([...explorer.shadowRoot.querySelectorAll('[data-item]')]
      .filter((one) => one.localName !== 'a').map((one) => [one.dataset.item, one]));
    const types = { day: 'date', number: 'range', toggle: 'checkbox', button: 'button' };
    const nameOf = (one) => one.getAttribute('aria-label')
      ?? (one.labels?.length ? [...one.labels].map((label) => label.textContent).join(' ')
        : one.textContent);
    const found = [];
    const compare = (item, what, actual, expected) => {
      if (String(actual) !== String(expected)) found.push(`${item}: ${what} ${actual}, not ${expected}`);
    };

    const check = (control, part, label, expected) => {
      const item = `${control.id}/${part}`;
      const one = native.get(item);
      native.delete(item);
      if (!one) {
        found.push(`${item}: no native input`);
        return;
      }
      if (!nameOf(one).includes(label)) found.push(`${item}: named “${nameOf(one)}”, not “${label}”`);
      compare(item, 'enabled', !one.disabled, control.enabled);
      for (const [property, value] of Object.entries(expected)) {
        compare(item, property, one[property], value);
      }
      const isDrawn = explorer.itemRect(control.id, part) !== null;
      // The words below the picture are what they are; over the picture lies what is drawn.
      if (one.matches('.over')) compare(item, 'drawn', isDrawn, control.enabled);
    };
    const ends = ({ min, max, step }) => ({ min, max, step });

    for (const control of explorer.exhibit.controls) {
      const { id, kind, label, value, number, options } = control;
      if (kind === 'choice' && native.has(`${id}/field`)) {
        check(control, 'field', label, { type: 'select-one', value });
        compare(id, 'options', [...explorer.shadowRoot.querySelector(`[data-item="${id}/field"]`).options]
          .map((one) => one.value), options.map((one) => one.id));
      } else if (kind === 'choice') {
        for (const option of options) {
          check(control, option.id, option.label,
            { type: 'radio', value: option.id, checked: option.id === value });
        }
      } else if (kind === 'day') {
        check(control, 'field', label, { type: 'date', value: /^\d/.test(value) ? value : '' });
        if (handles.includes(id)) {
          check(control, 'handle', label, { type: 'range', value: number, ...ends(control) });
        }
      } else if (kind === 'number') {
        check(control, 'field', label, { type: 'range', value: number, ...ends(control) });
        check(control, 'number', label,
          { type: 'number', value: value === 'open' ? '' : number, ...ends(control) });
      } else {
        check(control, 'field', label,
          { type: types[kind], ...(kind === 'toggle' ? { checked: number === 1 } : {}) });
      }
    }
    for (const item of native.keys()) found.push(`${item}: stands for no control`);
    return found;
  });
}

/** A long drag is spoken of one to three times, at last by the final answer, from one region. */
export async function announcements(page) {
  await page.evaluate(() => {
    const root = document.querySelector('lease-explorer').shadowRoot;
    window.region = root.querySelector('[role=status]');
    window.said = [];
    new MutationObserver(() => window.said.push(root.querySelector('[role=status]').textContent))
      .observe(root, { childList: true, characterData: true, subtree: true });
    window.earlier = window.region.textContent;
  });
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 100; step += 1) await page.mouse.move(x + 3 * step, y);
  await page.mouse.up();
  await idle(page);
  await quiet(page); // no timer is left that could say more
  return page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    // Other parts of the page change as well: only what the region says anew is spoken.
    const spoken = window.said.filter((text, index) =>
      text !== (index ? window.said[index - 1] : window.earlier));
    const found = [];
    if (spoken.length < 1 || 3 < spoken.length) found.push(`spoken ${spoken.length} times`);
    if (!spoken.at(-1)?.includes(explorer.exhibit.verdict.sentence)) {
      found.push('the last words are not the final answer');
    }
    if (explorer.shadowRoot.querySelector('[role=status]') !== window.region) {
      found.push('the region is another one than before');
    }
    return found;
  });
}

/** Whatever is pressed is at least as large as a pointer needs: 24 CSS pixels, a finger 44. */
export function targets(page) {
  return page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const least = matchMedia('(pointer: coarse)').matches ? 44 : 24;
    const found = [];
    const measure = (what, width, height) => {
      if (Math.min(width, height) < least - 0.01) {
        found.push(`${what}: ${width.toFixed(1)} × ${height.toFixed(1)}, less than ${least}`);
      }
    };
    for (const one of explorer.shadowRoot.querySelectorAll('[data-item], .share-toggle')) {
      if (one.localName === 'a') continue; // within running text
      if (!one.checkVisibility()) continue; // in a part that has nothing to show
      const item = one.dataset.item ?? 'share-toggle';
      if (!one.matches('.over')) {
        // A label is pressed for its input.
        const boxes = [one, ...(one.labels ?? [])].map((each) => each.getBoundingClientRect());
        const span = (from, to) => Math.max(...boxes.map((box) => box[to]))
          - Math.min(...boxes.map((box) => box[from]));
        measure(item, span('left', 'right'), span('top', 'bottom'));
      } else {
        const slash = item.lastIndexOf('/');
        const rect = explorer.itemRect(item.slice(0, slash), item.slice(slash + 1));
        if (rect) measure(item, rect.width, rect.height);
      }
    }
    return found;
  });
}

/** Text of the picture against what is behind it: 4.5 to 1. */
export const contrast = async (page) => (await pixels(page)).text;
/** Edges of controls against the paper around them: 3 to 1. */
export const edges = async (page) => (await pixels(page)).edges;

async function pixels(page) {
  const areas = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const box = explorer.canvas.getBoundingClientRect();
    const [left, top] = [box.left + scrollX, box.top + scrollY];
    const all = [];
    for (const { id, kind, options } of explorer.exhibit.controls) {
      for (const part of ['field', ...options.map((option) => option.id)]) {
        const rect = explorer.itemRect(id, part);
        const hasEdge = ['day', 'button', 'choice'].includes(kind);
        if (rect) {
          all.push({ what: `${id}/${part}`, x: left + rect.x, y: top + rect.y, width: rect.width,
            height: rect.height, hasEdge, least: kind === 'number' ? 3 : 4.5 });
        }
      }
    }
    all.push({ what: 'answer', x: left, y: top, hasEdge: false, least: 4.5, width: box.width,
      height: explorer.itemRect('picture').top });
    return all;
  });
  const image = (await page.screenshot({ fullPage: true })).toString('base64');
  const reader = await page.context().newPage(); // a page without a content policy reads the pixels
  const ratio = await page.evaluate(() => devicePixelRatio);
  const found = await reader.evaluate(async ({ image: encoded, areas: wanted, ratio: scale }) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const linear = (value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const lights = (x, y, width, height) => {
      const { data } = context.getImageData(Math.round(x * scale), Math.round(y * scale),
        Math.max(Math.round(width * scale), 1), Math.max(Math.round(height * scale), 1));
      return Array.from({ length: data.length / 4 }, (_, i) => 0.2126 * linear(data[4 * i])
        + 0.7152 * linear(data[4 * i + 1]) + 0.0722 * linear(data[4 * i + 2]));
    };
    const between = (one, other) =>
      (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const complaints = { text: [], edges: [] };
    for (const { what, x, y, width, height, hasEdge, least } of wanted) {
      const inside = lights(x, y, width, height);
      const text = between(inside.reduce((a, b) => Math.max(a, b)), inside.reduce((a, b) => Math.min(a, b)));
      if (text < least) complaints.text.push(`${what}: ${text.toFixed(2)} to 1`);
      if (!hasEdge) continue;
      const [paper] = lights(x - 3, y + height / 2, 1, 1);
      const edge = Math.max(...lights(x - 1, y + height / 2, 4, 1).map((light) => between(light, paper)));
      if (edge < 3) complaints.edges.push(`${what}: ${edge.toFixed(2)} to 1`);
    }
    return complaints;
  }, { image, areas, ratio });
  await reader.close();
  return found;
}

/** The Tab key comes to every enabled control once, and each shows that it has the keyboard. */
export async function focus(page) {
  const wanted = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const stops = new Set();
    for (const one of explorer.shadowRoot.querySelectorAll('[data-item]:not(:disabled)')) {
      if (!one.checkVisibility()) continue; // folded
      stops.add(one.type === 'radio' ? one.name : one.dataset.item);
    }
    return [...stops];
  });
  const now = () => page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const one = explorer.shadowRoot.activeElement;
    if (!one) return null;
    // What is no control, as a heading that folds or a link, is known by its place.
    const item = one.dataset.item
      ?? `${one.localName} ${[...explorer.shadowRoot.querySelectorAll('*')].indexOf(one)}`;
    const slash = item.lastIndexOf('/');
    const rect = explorer.itemRect(item.slice(0, slash), item.slice(slash + 1));
    const canvas = explorer.canvas.getBoundingClientRect();
    const own = one.getBoundingClientRect();
    const [left, top, width, height] = rect
      ? [canvas.left + rect.x, canvas.top + rect.y, rect.width, rect.height]
      : [own.left, own.top, own.width, own.height];
    return {
      stop: one.type === 'radio' ? one.name : item,
      clip: { x: Math.max(left + scrollX - 6, 0), y: top + scrollY - 6, width: width + 12, height: height + 12 },
    };
  });
  const shot = async (clip) => {
    await idle(page);
    return (await page.screenshot({ fullPage: true, clip })).toString('base64');
  };
  const found = [];
  const reached = [];
  let last;
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    await idle(page);
    const here = await now();
    if (here?.stop === last?.stop) {
      if (!here && reached.length) break;
      continue; // the next segment of a date field
    }
    if (last && last.shot === await shot(last.clip)) found.push(`${last.stop}: no visible focus`);
    if (here) {
      reached.push(here.stop);
      here.shot = await shot(here.clip);
    }
    last = here;
    if (!here) break;
  }
  for (const stop of wanted) if (!reached.includes(stop)) found.push(`${stop}: not reached`);
  for (const stop of new Set(reached)) {
    const times = reached.filter((one) => one === stop).length;
    if (times > 1) found.push(`${stop}: reached ${times} times`);
  }
  return found;
}

/** Nothing goes on moving after a deed. */
export async function stillness(page) {
  await page.mouse.move(5, 5);
  await idle(page);
  const shot = async () => (await page.screenshot()).toString('base64');
  const before = await shot();
  await framesPass(page, 30);
  return before === await shot() ? [] : ['something moves by itself'];
}

/** The page is never wider than its window. */
export function reflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? [] : [`${scrollWidth - clientWidth} pixels too wide`];
  });
}
