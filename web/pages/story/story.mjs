// A story, alive: one step at a time beside one exhibit, by buttons, arrow keys, swipes, or by scrolling
// through all of them. The reader may drag the exhibit at any step, and come back. The step is in the
// address. Knows the exhibit by its public face alone.
import { ask, isAsking } from './guess.mjs';
import { travel } from './travel.mjs';

const main = document.querySelector('main.story');
const explorer = main.querySelector('lease-explorer');
const beside = main.querySelector('.beside');
const telling = main.querySelector('.telling');
const steps = [...main.querySelectorAll('.step')];
const [nav, back, next, comeBack, place, mode] = ['.turn', '.back', '.next', '.return', '.place', '.mode button']
  .map((selector) => main.querySelector(selector));
const ring = document.createElement('div');
ring.className = 'ring';
ring.hidden = true;
beside.append(ring);

const isWide = matchMedia('(min-width: 62rem)'); // the words are beside the exhibit, as in the style

let current = 0;
let stop = () => {}; // the exhibit's way to the step
let isTravelling = false;

const isScrolled = () => main.classList.contains('scrolled');

/** What the exhibit shows at a step; one that still asks does not give its answer away. */
const stateAt = (index) => steps[index < 1 || !isAsking(steps[index]) ? index : index - 1].dataset.state;

/** Figures in the words of the step in view follow the exhibit; the others keep their own. */
function follow() {
  const { figures } = explorer;
  for (const span of steps[current].querySelectorAll('.told [data-offramp]')) {
    const text = figures[span.dataset.offramp];
    if (text && span.textContent !== text) span.textContent = text;
  }
}

const ringSize = 34; // pixels: round a handle, and clear of what stands beside it

/** A ring round what the step is about, where the picture shows it. */
function point() {
  const control = explorer.exhibit && !isAsking(steps[current]) && steps[current].dataset.look;
  const rect = control && explorer.itemRect(control, 'handle');
  ring.hidden = !rect;
  if (!rect) return;
  const picture = explorer.canvas.getBoundingClientRect();
  const { left, top } = beside.getBoundingClientRect();
  ring.style.left = `${picture.left - left + rect.x + (rect.width - ringSize) / 2}px`;
  ring.style.top = `${picture.top - top + rect.y + (rect.height - ringSize) / 2}px`;
}

/** Whether the reader has left the step's scenario; then one button leads back. */
function compare() {
  const isAway = Boolean(explorer.exhibit) && !isTravelling && explorer.state !== stateAt(current);
  comeBack.hidden = !isAway;
  if (isAway) comeBack.textContent = `Back to step ${current + 1}`;
}

async function arrive() {
  isTravelling = false;
  await explorer.idle;
  if (isTravelling || !explorer.exhibit) return;
  if (!isAsking(steps[current])) follow();
  compare();
  point();
}

function go() {
  stop();
  isTravelling = true;
  ring.hidden = true;
  comeBack.hidden = true;
  stop = travel(explorer, stateAt(current), arrive);
}

/** Shows a step. `note` is what becomes of the address: pushState, replaceState, or nothing. */
function show(index, note) {
  if (index < 0 || steps.length <= index) return;
  steps[current].classList.remove('current');
  current = index;
  const step = steps[current];
  step.classList.add('current');
  back.disabled = current === 0;
  next.disabled = current === steps.length - 1;
  // A button that can do no more gives the focus to the other.
  const focused = document.activeElement;
  if (focused === next && next.disabled) back.focus();
  if (focused === back && back.disabled) next.focus();
  place.textContent = `Step ${current + 1} of ${steps.length}`;
  if (note) history[note](null, '', `#${step.id}`);
  go();
}

const stepInAddress = () => steps.findIndex(({ id }) => `#${id}` === location.hash);

function turn(by) {
  const index = current + by;
  if (!steps[index]) return;
  show(index, 'pushState');
  if (isScrolled()) steps[index].scrollIntoView({ block: 'center' });
  // On a phone the words of a step begin under the exhibit, wherever the last ones ended.
  else if (!isWide.matches && main.classList.contains('steady')) nav.scrollIntoView({ block: 'start' });
}

// ---- Ways through the story

back.addEventListener('click', () => turn(-1));
next.addEventListener('click', () => turn(1));
comeBack.addEventListener('click', () => {
  go();
  next.focus({ preventScroll: true });
});
addEventListener('popstate', () => show(Math.max(0, stepInAddress())));

document.addEventListener('keydown', (event) => {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const isCommand = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  if (!by || isCommand || event.defaultPrevented) return;
  // The exhibit's controls and every field need these keys themselves.
  if (event.composedPath().includes(explorer) || event.target.closest('input, select, textarea, [contenteditable]')) return;
  event.preventDefault();
  turn(by);
});

const farEnough = 48; // pixels of a swipe
let start = null;
telling.addEventListener('pointerdown', (event) => {
  start = event.pointerType === 'touch' && event.isPrimary ? event : null;
});
telling.addEventListener('pointerup', (event) => {
  if (!start || event.pointerId !== start.pointerId) return;
  const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
  start = null;
  if (farEnough < Math.abs(x) && 2 * Math.abs(y) < Math.abs(x)) turn(x < 0 ? 1 : -1);
});
telling.addEventListener('pointercancel', () => { start = null; });

/** All steps in the page: the one in the middle of the window is in view. Nobody's scroll is taken. */
const middle = new IntersectionObserver((entries) => {
  const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
  if (entry && isScrolled() && entry.target !== steps[current]) show(steps.indexOf(entry.target), 'replaceState');
}, { rootMargin: '-60% 0px -35% 0px' });

function setScrolled(isOn) {
  main.classList.toggle('scrolled', isOn);
  mode.setAttribute('aria-pressed', String(isOn));
  for (const step of steps) {
    if (isOn) middle.observe(step);
    else middle.unobserve(step);
  }
}
mode.addEventListener('click', () => {
  setScrolled(!isScrolled());
  steps[current].scrollIntoView({ block: 'center' });
});

// ---- The exhibit

explorer.addEventListener('move', () => {
  if (isTravelling) return;
  if (!isAsking(steps[current])) follow();
  compare();
  point();
});
explorer.addEventListener('ready', arrive);
// What was set before the element was known, its own attribute has taken away.
customElements.whenDefined('lease-explorer').then(go);
for (const type of ['pointerdown', 'keydown']) {
  // A hand on the exhibit ends its way.
  explorer.addEventListener(type, () => {
    if (!isTravelling) return;
    stop();
    isTravelling = false;
  });
}
let isPlaced = stepInAddress() < 0; // a link to a step is followed before the exhibit is as high as it will be
const most = 0.68; // of a window's height: with more, no room would be left for the words below

/** The exhibit stays in sight where it fits. On a phone what is above its picture may leave the window. */
function settle() {
  const { top, height } = beside.getBoundingClientRect();
  const picture = explorer.canvas?.getBoundingClientRect();
  const above = picture?.height ? Math.round(picture.top - top) : 0;
  beside.style.setProperty('--above', String(above));
  const isSteady = isWide.matches ? height < innerHeight : height - above < most * innerHeight;
  main.classList.toggle('steady', isSteady);
  // What the browser scrolls to, a field or a step, is not to lie under the exhibit.
  const isOver = isSteady && !isWide.matches;
  document.documentElement.style.scrollPaddingTop = isOver ? `${height - above}px` : '';
  if (isOver && !isPlaced) {
    isPlaced = true;
    nav.scrollIntoView({ block: 'start' });
  }
  point();
}
new ResizeObserver(settle).observe(explorer);
addEventListener('resize', settle);

for (const step of steps) ask(step, () => step === steps[current] && go());
main.classList.add('alive');
mode.hidden = false;
setScrolled(new URLSearchParams(location.search).has('scroll'));
show(Math.max(0, stepInAddress()));
