// Whether the checks of guest, many and hostile see: each is shown a build, or a browser, with one
// planted fault, and must complain.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { attention, pinch, requests, swipe, tabWalk, traces, typing, watchTraces, wheel }
  from './lib/guest_checks.mjs';
import { google, idle } from './lib/harness.mjs';
import { misses, onlyText, sharedIsHarmless } from './lib/hostile_checks.mjs';
import { lease, pagesOf, served, stand } from './lib/hostile_pages.mjs';
import { corpus, poisoned } from './lib/hostile_words.mjs';
import {
  allLive, article, elementOf, frameOf, framesOf, leases, plantAfter, plantInElement, prose,
  scriptOf, startHost, visit,
} from './lib/hosts.mjs';
import { census, churn, framesDrawn, scrollThrough, watchContexts, watchMemory }
  from './lib/many_checks.mjs';
import { framesPass } from './lib/wait.mjs';

let world;
before(async () => { world = await startHost(); });
after(() => world.close());

const fields = `<p><a id="top" href="#x">Top</a></p><p><input id="line"></p>
<p><textarea id="area" rows="3"></textarea></p><div id="rich" contenteditable="true">&nbsp;</div>
<p><a id="after-fields" href="#x">Up</a></p>`;
const page = (plant, { html, live = true, watch = watchTraces, ...options } = {}) =>
  visit(world, world.publish('planted', html ?? article(
    `<main>${fields}${elementOf(world.base, leases[0], 'id="element"')}
     <p><a id="footer" href="#x">Up</a></p>${prose(20)}</main>`, scriptOf(world.base),
  )), {
    ...options,
    async prepare(one) {
      await watch(one);
      await plant(one);
    },
  }).then(async (one) => {
    if (live) await allLive(one);
    return one;
  });
const on = (check, options) => async (plant) => {
  const one = await page(plant, options);
  return [await check(one), one];
};
/** Styles of the element as the build has made them. */
const restyled = (from, to) => plantInElement((code) => code.replaceAll(from, to));

const asksShare = async (plant) => {
  const { page: one, show } = await stand(world, plant);
  await show(poisoned(lease, [corpus[7]]));
  return [await sharedIsHarmless(one), one];
};
const asksText = (words) => async (plant) => {
  const { page: one, show } = await stand(world, plant);
  await show(poisoned(lease, words));
  return [await onlyText(one), one];
};

// How a page with a fault is asked; what is said of the page as it is does not count.
const asks = {
  traces: on(traces),
  requests: on((one) => requests(one, { base: world.base, embedded: [leases[0]] })),
  typing: on(typing),
  tab: on((one) => tabWalk(one, { from: 'top', to: 'footer', most: 70 })),
  attention: on(attention),
  wheel: on(wheel),
  swipe: on(swipe, { hasTouch: true }),
  pinch: on(pinch, { hasTouch: true }),
  census: on(async (one) => {
    // What is planted stands at the end of the element's module, which has run by then.
    await one.waitForFunction(() => customElements.get('lease-explorer'));
    return (await census([one])).filter(({ isVisible }) => !isVisible)
      .map(({ id }) => `${id} has no answer`);
  }, { live: false }),
  async contexts(plant) {
    const one = await page(plant, { live: false, watch: watchContexts,
      html: article(Array.from({ length: 12 }, () => frameOf(world.base, leases[0])).join('')) });
    const { most } = await scrollThrough(one, framesOf(one));
    return [most > 8 ? [`${most} contexts`] : [], one];
  },
  rest: on(async (one) => {
    await one.waitForFunction(() => document.querySelector('lease-explorer').frames > 0);
    await idle(one);
    const earlier = await framesDrawn([one]);
    await framesPass(one, 60);
    return await framesDrawn([one]) === earlier ? [] : ['it draws'];
  }, { live: false }),
  churn: on(async (one) => (await churn(one, 20)).complaints, { watch: async (one) => {
    await watchContexts(one);
    await watchMemory(one);
  } }),
  text: asksText([corpus[1]]),
  share: asksShare,
  misses: on(misses, {
    get html() {
      return article(`<main>${elementOf(world.base, leases[0])}${prose(8)}</main>`,
        `<style>main { transform: scale(.7); transform-origin: 0 0 }</style>${scriptOf(world.base)}`);
    },
    viewport: { width: 640, height: 800 },
  }),
  async single(plant) {
    const tree = poisoned(lease, [corpus[4]]);
    const name = `single/${google}`;
    const one = await visit(world, `${world.base}/${name}`, {
      prepare: served(name, plant(pagesOf(tree)[name]), tree),
    });
    await one.waitForLoadState();
    return [await onlyText(one), one];
  },
};
const sound = { single: (html) => html };
const said = new Map();
async function saidOf(name) {
  if (!said.has(name)) {
    const [complaints, one] = await asks[name](sound[name] ?? (() => {}));
    said.set(name, new Set(complaints));
    await one.context().close();
  }
  return said.get(name);
}

const faults = [
  ['a key listener on window', 'traces', plantAfter('addEventListener("keydown", () => {})')],
  ['a handler on document', 'traces', plantAfter('document.onkeyup = () => {}')],
  ['a global', 'traces', plantAfter('globalThis.offramp = 1')],
  ['an extension of Array.prototype', 'traces', plantAfter('Array.prototype.last = () => {}')],
  ['a note in the host\'s storage', 'traces', plantAfter('localStorage.setItem("seen", 1)')],
  ['a counter somewhere else', 'requests',
    plantAfter('fetch("https://stats.example/seen").catch(() => {})')],
  ['keys taken from the host', 'typing', plantAfter(`addEventListener('keydown', (event) => {
    if (['Backspace', 'Tab'].includes(event.key)) event.preventDefault();
  })`)],
  ['a trap for Tab', 'tab', plantAfter(`document.addEventListener('keydown', (event) => {
    if (event.target.localName === 'lease-explorer' && event.key === 'Tab') event.preventDefault();
  })`)],
  ['an explorer that takes the keyboard when it is ready', 'attention', plantAfter(`
    customElements.get('lease-explorer').prototype.dispatchEvent = function dispatch(event) {
      if (event.type === 'ready') this.shadowRoot.querySelector('input').focus();
      return EventTarget.prototype.dispatchEvent.call(this, event);
    }`)],
  ['a wheel that always zooms', 'wheel',
    plantInElement((code) => code.replace(/if\(!\w+\.ctrlKey\)return;/, ''))],
  ['a wheel whose Ctrl zooms the page too', 'wheel',
    plantInElement((code) => code.replace(/\w+\.preventDefault\(\);(?=let\[)/, ''))],
  ['touch-action: none', 'swipe', restyled(/touch-action:pan-y( pinch-zoom)?/g, 'touch-action:none')],
  ['two fingers that zoom the page', 'pinch', restyled(/touch-action:pan-y\b/g, 'touch-action:auto')],
  ['graphics that are never given up', 'contexts', plantInElement((code) =>
    code.replace(/\{(?=if\(!this\.#\w+\)return;let \w+=\[\.\.\.this\.#\w+\];)/, '{return;'))],
  ['a poster that the element throws away', 'census',
    plantAfter('document.querySelectorAll("lease-explorer").forEach((one) => one.replaceChildren())')],
  ['a picture that is never at rest', 'rest',
    plantAfter(`setInterval(() => document.querySelectorAll('lease-explorer').forEach((one) =>
      one.setAttribute('theme', one.getAttribute('theme') === 'dark' ? 'light' : 'dark')), 50)`)],
  ['a listener more for each time that it is put in', 'churn', plantAfter(`{
    const { prototype } = customElements.get('lease-explorer');
    const { start } = prototype;
    prototype.start = function begin() {
      window.addEventListener('resize', () => this);
      return start.call(this);
    };
  }`)],
  ['labels as HTML', 'text', plantInElement((code) => `
    Document.prototype.createTextNode = function put(text) {
      const made = this.createElement('span');
      Object.defineProperty(made, 'data', {
        set(later) { this.innerHTML = later; }, get() { return this.innerHTML; },
      });
      made.data = text;
      return made;
    };\n${code}`)],
  ['links to anywhere', 'text', plantInElement((code) => `const { parse } = JSON;
    JSON.parse = (text) => parse(text.replaceAll('https://', 'javascript:'));
    ${code.replace('/^https?:/.test(', '/./.test(')}`)],
  ['an embed code that is not escaped', 'share',
    plantInElement((code) => code.replace('/[&<>"]/g', '/[&]/g'))],
  ['a pointer that knows nothing of scaled ancestors', 'misses',
    plantInElement((code) => code.replace(/(\w+)\.width\?\w+\.clientWidth\/\1\.width:1/, '1'))],
  ['a lease that ends its script in a single file', 'single',
    (html) => html.replaceAll('\\u003c', '<')],
];
for (const [fault, name, plant] of faults) {
  test(`The checks complain of ${fault}`, async () => {
    const before = await saidOf(name);
    const [complaints, one] = await asks[name](plant);
    const fresh = complaints.filter((each) => !before.has(each));
    console.log(`# kill: ${fault} ${fresh.length ? 'caught' : 'MISSED'}: ${fresh[0]}`);
    assert.notDeepEqual(fresh, []);
    await one.context().close();
  });
}
