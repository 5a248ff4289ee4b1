// "How likely, and worth it?" of a lease's page, alive: begun when a reader opens it. Keeps its question in
// the address, beside what is supposed.
import { h, render } from 'preact';
import { dayOf } from '../../element/lease_text.mjs';
import { startDesk } from '../desk.mjs';
import { answersIn, guessOf, moved, numberOf } from './guess.mjs';
import { AskView } from './view.mjs';
import { fragmentOf, questionOf, wordsIn } from './words.mjs';

const explorer = document.querySelector('lease-explorer');
const section = document.getElementById('ask');
const place = section.querySelector('.own');
const dark = matchMedia('(prefers-color-scheme: dark)');

let desk;
let lease; // its text
let slips; // of the library
let answer = null;
let hill = null;
let axis = null; // of the hill while a hand is on it
const words = new Map();
const partial = new Map(); // answers that are no guess yet, by tranche
let asked = 0; // a frame that will ask

const isDark = () => {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : dark.matches;
};

/** The tranche that the hill's handles move: the first that is guessed by three answers. */
const inHand = () => answer.deliveries.map(({ tranche }) => tranche)
  .find((tranche) => answersIn(words.get(`likely.${tranche}`))?.even);

function handles() {
  const tranche = inHand();
  if (tranche === undefined) return [];
  const { even, nine } = answersIn(words.get(`likely.${tranche}`));
  const { label } = answer.deliveries.find((one) => one.tranche === tranche);
  return [
    { part: 'even', label: `${label}, even odds by`, text: even, number: numberOf(even) },
    { part: 'nine', label: `${label}, nine in ten by`, text: nine, number: numberOf(nine) },
  ];
}

function draw() {
  if (answer) render(h(AskView, { words, partial, answer, hill, handles: handles(), slips, act }), place);
}

/** The hill at the width that there is; on a phone as wide as the phone. */
function drawHill() {
  const width = Math.min(place.clientWidth, 960);
  hill = answer.prospect && width > 0 ? desk.hill(width, isDark(), axis?.first, axis?.last) : null;
}

function ask() {
  const shown = explorer.exhibit;
  if (!shown) return;
  answer = desk.ask(explorer.lease ?? lease, dayOf(explorer).day,
    explorer.getAttribute('locale') ?? navigator.language, shown.link, questionOf(words));
  // A link may leave out which delivery is meant, where there is one.
  const only = answer.deliveries.length === 1 && words.get('likely');
  if (only) {
    words.delete('likely');
    words.set(`likely.${answer.deliveries[0].tranche}`, only);
  }
  drawHill();
  draw();
}

/** Once for each frame, however often a hand moves meanwhile. */
function askSoon() {
  asked ||= requestAnimationFrame(() => { asked = 0; ask(); });
}

function keep() {
  const question = fragmentOf(questionOf(words));
  const { link, permalink } = explorer.exhibit;
  const fragment = [link && permalink, question].filter(Boolean).join('&');
  history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
}

const act = {
  set(name, value) {
    partial.delete(name.replace('likely.', ''));
    words.set(name, value);
    keep();
    askSoon();
  },
  answer(tranche, part, text) {
    const name = `likely.${tranche}`;
    const answers = { ...(partial.get(tranche) ?? answersIn(words.get(name))), [part]: text };
    const guess = guessOf(answers);
    act.set(name, guess);
    if (!guess) partial.set(tranche, answers);
  },
  drag(part, number, isPassing) {
    const name = `likely.${inHand()}`;
    axis = isPassing ? axis ?? hill : null; // its days stay while it is held
    words.set(name, guessOf(moved(answersIn(words.get(name)), part, number)));
    if (!isPassing) keep();
    askSoon();
  },
};

/** What an address asks. */
function follow() {
  words.clear();
  partial.clear();
  for (const [name, value] of wordsIn(location.hash.slice(1))) words.set(name, value);
}

async function textAt(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched (${response.status})`);
  return response.text();
}

async function start() {
  follow();
  [desk, lease, slips] = await Promise.all([startDesk(), textAt(section.dataset.lease),
    textAt('slips.json').then(JSON.parse), explorer.idle]);
  ask();
  explorer.addEventListener('change', askSoon);
  addEventListener('hashchange', () => { follow(); askSoon(); });
  new ResizeObserver(() => { drawHill(); draw(); }).observe(place);
  dark.addEventListener('change', () => { drawHill(); draw(); });
}

start().catch((error) => {
  const line = section.querySelector('.notice');
  line.textContent = `This part could not start: ${error.message}. The command line answers the same.`;
  line.hidden = false;
});
