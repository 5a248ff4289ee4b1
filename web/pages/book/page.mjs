// The live page of a book: passes the reader's input to the engine, and shows the result. The static
// page stays until the engine has loaded the book, and also if loading fails.
import { render } from 'preact';
import { startDesk } from '../desk.mjs';
import { latenessIn, latenessOf } from './chances.mjs';
import { bookView } from './view.mjs';

const main = document.querySelector('main[data-book]');
const line = document.querySelector('#state');
const say = (text) => { if (line.textContent !== text) line.textContent = text; };

const rowsOfPage = 25;

class BookPage {
  #engine;
  #deeds = new Map(); // assumptions by "lease:control", as in the address
  #moved = []; // changes settled since the page was last drawn
  #first = 0;
  #isAsked = false;
  #exhibit;
  #month; // that is read out of the picture of the months
  #late = latenessIn(); // a guess, as it is typed

  constructor(engine) {
    this.#engine = engine;
    this.#follow(location.hash);
    for (const type of ['input', 'change', 'click']) {
      main.addEventListener(type, (event) => this.#on(type, event));
    }
    main.addEventListener('pointermove', ({ target }) =>
      this.#read(target.closest('[data-month]')?.dataset.month));
    addEventListener('hashchange', () => {
      if (location.hash === this.#hash()) return;
      this.#engine.set('', 'reset', '');
      this.#deeds.clear();
      this.#follow(location.hash);
      this.show();
    });
  }

  show() {
    this.#exhibit = this.#engine.exhibit(this.#first, rowsOfPage);
    this.#draw();
    this.#keep(this.#exhibit);
    main.dataset.shown = String(Number(main.dataset.shown ?? 0) + 1);
  }

  #draw() {
    render(bookView(this.#exhibit, {
      isLive: true, month: this.#month, late: this.#late, others: main.dataset.others,
    }), main);
  }

  #read(month) {
    if (!month || month === this.#month) return;
    this.#month = month;
    this.#draw();
  }

  /** Once for each frame, however many events arrive. */
  #ask() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      this.show();
    });
  }

  #on(type, { target }) {
    if (type === 'click') {
      const button = target.closest('button');
      if (button?.dataset.page) this.#turn(Number(button.dataset.page));
      if (button && 'reset' in button.dataset) this.#reset();
      if (button?.dataset.value) this.#operate(button.dataset, button.dataset.value, 'change');
      return;
    }
    if (target.dataset.months) {
      const { months } = this.#exhibit.money.find(({ currency }) => currency === target.dataset.months);
      this.#read(months[Number(target.value)].iso);
      return;
    }
    if (target.dataset.late && type === 'change') {
      this.#late[target.dataset.late] = target.value;
      this.#guess(latenessOf(this.#late));
      return;
    }
    if (!target.dataset.control || (type === 'input' && target.type !== 'range')) return;
    const value = valueOf(target);
    if (value !== '') this.#operate(target.dataset, value, type);
  }

  /** Half a guess is none yet. */
  #guess(text) {
    if (text || this.#exhibit.chances) this.#operate({ control: 'likely' }, text || 'none', 'change');
  }

  #operate({ control, lease }, value, type) {
    const refusal = this.#engine.set(lease, control, value, type === 'input');
    say(refusal);
    if (!refusal && control === 'likely' && value === 'none') this.#late = latenessIn();
    if (!refusal && type === 'change') this.#moved.push({ lease, control, value });
    this.#ask();
  }

  /** Writes the address so that a person can read it: a slider's number becomes a date. */
  #keep({ controls, rows, echo }) {
    if (this.#moved.length === 0) return;
    for (const { lease, control, value } of this.#moved.splice(0)) {
      const all = lease ? rows.find(({ id }) => id === lease)?.controls : controls;
      const day = all?.find(({ id }) => id === control)?.value;
      this.#deeds.set(`${lease ?? ''}:${control}`, value.startsWith('#') && day ? day : value);
    }
    history.replaceState(null, '', this.#hash() || location.pathname);
    say(echo); // once, when the control is released
  }

  #turn(pages) {
    this.#first = Math.max(0, this.#first + pages * rowsOfPage);
    this.#ask();
  }

  #reset() {
    this.#engine.set('', 'reset', '');
    this.#deeds.clear();
    history.replaceState(null, '', location.pathname);
    say('Everything is as published.');
    this.#ask();
  }

  #hash() {
    const parts = [...this.#deeds].map(([name, value]) =>
      `${encodeURIComponent(name).replace('%3A', ':')}=${encodeURIComponent(value)}`);
    return parts.length ? `#${parts.join('&')}` : '';
  }

  /** Applies an address; reports the parts that cannot be applied. */
  #follow(hash) {
    const refused = [];
    for (const part of hash.slice(1).slice(0, 4000).split('&').filter(Boolean)) {
      try {
        const [name, value = ''] = part.split('=').map(decodeURIComponent);
        const colon = name.indexOf(':');
        const [lease, control] = [name.slice(0, Math.max(colon, 0)), name.slice(colon + 1)];
        const refusal = this.#engine.set(lease, control, value);
        if (refusal) refused.push(refusal);
        else this.#deeds.set(`${lease}:${control}`, value);
        if (!refusal && control === 'likely') this.#late = latenessIn(value);
      } catch {
        refused.push(`“${part}” is no part of an address that this page writes.`);
      }
    }
    if (refused.length) say(refused.join(' '));
  }
}

/** The value of an input for the engine: a slider over days gives the number of the day. */
function valueOf({ type, checked, value, dataset }) {
  if (type === 'checkbox') return checked ? 'on' : 'off';
  return type === 'range' && !['slip', 'line'].includes(dataset.control) ? `#${value}` : value;
}

const text = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched (${response.status})`);
  return response.text();
};

try {
  if (typeof WebAssembly !== 'object') throw new Error('this browser has no WebAssembly');
  const { book, leases } = main.dataset;
  const [engine, bookText, leaseLines] = await Promise.all([startDesk(), text(book), text(leases)]);
  engine.open(bookText, leaseLines);
  const page = new BookPage(engine);
  // The printed elements are taken over. What the reader has opened in them stays open.
  const opened = [...main.querySelectorAll('details')].map(({ open }) => open);
  page.show();
  main.querySelectorAll('details').forEach((part, i) => { part.open = opened[i]; });
} catch (error) {
  say(`What is printed here stands; it cannot be moved: ${error.message.replace(/[.\s]+$/, '')}.`);
}
