// Whether our checks see: each is shown a page with one planted fault, and must complain.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import {
  announcements, canvasIsNamed, contrast, edges, focus, parity, reflow, stillness, targets,
} from './lib/checks.mjs';
import { google, idle, open, start } from './lib/harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

// What is planted runs in the page with the explorer and its shadow root.
const faults = [
  [canvasIsNamed, 'the canvas has no name', ({ canvas }) => canvas.removeAttribute('aria-label')],
  [canvasIsNamed, 'the name is an older one', ({ canvas }) => canvas.setAttribute('aria-label', 'A chart')],
  [canvasIsNamed, 'the canvas is no image', ({ canvas }) => canvas.removeAttribute('role')],
  [canvasIsNamed, 'a button hides in the canvas',
    ({ canvas }) => canvas.append(document.createElement('button'))],
  [parity, 'an input stands for another control',
    (_, root) => { root.querySelector('[data-item="undo/field"]').dataset.item = 'undone/field'; }],
  [parity, 'an input is missing', (_, root) => root.querySelector('[data-item="units/number"]').remove()],
  [parity, 'a slider ends elsewhere',
    (_, root) => { root.querySelector('[data-item="units/field"]').max = 200_000; }],
  [parity, 'a slider moves by other steps',
    (_, root) => { root.querySelector('[data-item="deliver/handle"]').step = 7; }],
  [parity, 'a field holds another value',
    (_, root) => { root.querySelector('[data-item="deliver/field"]').value = '2026-12-01'; }],
  [parity, 'a name is not what is written',
    (_, root) => root.querySelector('[data-item="deliver/handle"]').setAttribute('aria-label', 'Slider')],
  [parity, 'an input is of another kind',
    (_, root) => { root.querySelector('[data-item="deliver/field"]').type = 'text'; }],
  [parity, 'an enabled control is not drawn', (explorer) => {
    const { itemRect } = explorer;
    explorer.itemRect = (control, part) =>
      (control === 'deliver' ? null : itemRect.call(explorer, control, part));
  }],
  [announcements, 'every step is spoken of', ({ shadowRoot }, root) => {
    let step = 0;
    shadowRoot.addEventListener('pointermove', () => {
      step += 1;
      root.querySelector('[role=status]').textContent = `Step ${step}`;
    });
  }],
  [announcements, 'nothing is said', (_, root) => root.querySelector('[role=status]').remove()
    ?? root.append(Object.assign(document.createElement('p'), { role: 'status' }))],
  [announcements, 'the region is put in again', ({ shadowRoot }, root) =>
    shadowRoot.addEventListener('pointerup', () => {
      const region = root.querySelector('[role=status]');
      region.replaceWith(region.cloneNode(true));
    })],
  [targets, 'a drawn item is too small', (explorer) => {
    const { itemRect } = explorer;
    explorer.itemRect = (control, part) => {
      const rect = itemRect.call(explorer, control, part);
      return rect && control === 'as-of' ? new DOMRect(rect.x, rect.y, rect.width, 20) : rect;
    };
  }],
  [targets, 'a button of the page is too small', (_, root) => {
    Object.assign(root.querySelector('.share-toggle').style, { minHeight: '0', height: '18px' });
  }],
  [contrast, 'text is grey on grey', ({ canvas }) => { canvas.style.filter = 'contrast(0.2)'; }],
  [contrast, 'the picture is faint', ({ canvas }) => { canvas.style.opacity = '0.3'; }],
  [edges, 'edges fade', ({ canvas }) => { canvas.style.filter = 'contrast(0.2)'; }],
  [focus, 'no ring is drawn', (_, root) => {
    for (const type of ['focusin', 'focusout']) {
      root.addEventListener(type, (event) => event.stopPropagation(), true);
    }
  }],
  [focus, 'a control cannot be reached',
    (_, root) => { root.querySelector('[data-item="deliver/handle"]').tabIndex = -1; }],
  [stillness, 'the picture pulsates', ({ canvas }) =>
    canvas.animate([{ opacity: 1 }, { opacity: 0.5 }], { duration: 700, iterations: Infinity })],
  [reflow, 'something is wider than the window', () => {
    document.body.append(Object.assign(document.createElement('div'), { id: 'wide' }));
    Object.assign(document.querySelector('#wide').style, { width: '2000px', height: '1px' });
  }],
  [axe, 'an image has no name', () => {
    document.querySelector('main').append(Object.assign(document.createElement('div'), { role: 'img' }));
  }],
  [axe, 'a field has no label', () => {
    document.querySelector('main').append(document.createElement('input'));
  }],
];

// What a check says of the page as it is does not count.
const sound = new Map();
async function soundOf(check) {
  if (!sound.has(check)) {
    const page = await open(world, google, { reducedMotion: 'reduce' });
    sound.set(check, await check(page));
    await page.context().close();
  }
  return sound.get(check);
}

for (const [check, fault, plant] of faults) {
  test(`${check.name} complains when ${fault}`, async () => {
    const page = await open(world, google, { reducedMotion: 'reduce' });
    const before = new Set(await soundOf(check));
    await page.evaluate(`{
      const explorer = document.querySelector('lease-explorer');
      (${plant})(explorer, explorer.shadowRoot);
    }`);
    await idle(page);
    const complaints = (await check(page)).filter((one) => !before.has(one));
    console.log(`# kill: ${check.name} ${fault} ${complaints.length ? 'caught' : 'MISSED'}`);
    assert.notDeepEqual(complaints, []);
    await page.context().close();
  });
}
