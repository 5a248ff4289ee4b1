// What the picture does not say: money, who may leave, what may be supposed and how it is read, key
// dates, reasons, and the words behind them. Real text below the picture, to be read, found,
// selected and translated. Computes nothing; every text comes from the Exhibit.
import { Changing, Table, element, reasons } from './dom.mjs';

const section = (heading, open, ...parts) => element('details', { open },
  element('summary', {}, element('h3', {}, heading)), ...parts);

export class Words {
  #operate;
  #comparison = new Table('', ['What', 'A', 'B', 'Difference']);
  #money = new Table('', ['What', 'Amount', 'Meaning']);
  #rights = new Table('', ['Who', 'Right', 'Window for notice', 'Notice', 'Earliest end', 'Exit fee',
    'On that day']);
  #dates = new Table('', ['Date', 'What', 'How it is found']);
  #disputed = new Table('Days on which the readings differ', ['What', 'Days']);
  #regimes = new Table('', ['Outcome', 'Days']);
  #map = new Table('Outcomes by units delivered', ['Units', 'Outcomes, from the first day on']);
  #suppose = element('form', { class: 'controls', 'aria-label': 'Suppose' });
  #read = element('form', { class: 'controls', 'aria-label': 'Readings' });
  #explain = element('form', { class: 'controls', 'aria-label': 'Explain' });
  #unpin = element('form', { class: 'controls', 'aria-label': 'Compare' });
  #others = new Changing('div');
  #range = element('p');
  #why = new Changing('div', { class: 'why' });
  #sections;

  /** `operate(control, value)` as of Mirror. */
  constructor(operate) {
    this.#operate = operate;
    this.#sections = {
      comparison: section('A, as pinned, and B, as it is now', true, this.#comparison.root,
        this.#unpin),
      money: section('What is firm?', true, this.#money.root),
      rights: section('Who may leave?', true, this.#rights.root),
      suppose: section('Suppose', true, this.#suppose),
      read: section('How do you read it?', true, this.#range, this.#read,
        element('details', { class: 'others' }, element('summary', {}, 'If read otherwise'),
          this.#others.root, this.#disputed.root)),
      regimes: section('What follows from each day', false, this.#regimes.root, this.#map.root),
      dates: section('Key dates', false, this.#dates.root),
      why: section('Why?', true, this.#explain, this.#why.root),
    };
    const { comparison, money, rights, suppose, read, regimes, dates, why } = this.#sections;
    this.root = element('div', { class: 'words' },
      element('div', { class: 'whole' }, comparison, rights),
      element('div', {}, money, suppose), element('div', {}, read, regimes, dates, why));
    this.root.addEventListener('submit', (event) => event.preventDefault());
    this.root.addEventListener('click', ({ target }) => {
      const subject = target.closest('button[data-explain]')?.dataset.explain;
      if (subject === undefined) return;
      this.#operate('explain', subject);
      why.open = true;
      why.scrollIntoView({ block: 'nearest' });
    });
    // One that is wider than its place is scrolled by keys; the others hold what can be pressed, or
    // are never so wide.
    for (const { root } of [this.#comparison, this.#rights]) root.tabIndex = 0;
  }

  /** Paper shows everything; what was folded is folded again after it. */
  set isOnPaper(isOnPaper) {
    for (const one of this.root.querySelectorAll(isOnPaper ? 'details:not([open])' : '[data-folded]')) {
      one.open = isOnPaper;
      one.toggleAttribute('data-folded', isOnPaper);
    }
  }

  /** The list that a control belongs to. */
  formOf(control) {
    return control === 'explain' ? this.#explain
      : control === 'unpin' ? this.#unpin
        : control.startsWith('reading.') ? this.#read : this.#suppose;
  }
  get forms() { return [this.#suppose, this.#read, this.#explain, this.#unpin]; }

  show(exhibit) {
    const was = (text) => (text ? ` (${exhibit.baseline}: ${text})` : '');
    const asked = exhibit.controls.find(({ id }) => id === 'explain')?.options ?? [];
    const named = (text, id) =>
      (asked.some((one) => one.id === id) ? { text, explain: id } : text);
    const has = (id) => exhibit.controls.some((one) => one.id === id && one.enabled);
    this.#comparison.show(exhibit.comparison.map((row) => [row.what, row.a, row.b,
      row.difference]), 0);
    this.#money.show(exhibit.money.map((row) => [named(row.label, row.id),
      row.exact + was(row.was), row.note]), 0);
    this.#rights.show(exhibit.rights.map((row) => [row.holder,
      row.right + (row.alternative ? `, or instead: ${row.alternative}` : ''),
      row.window + was(row.was), row.notice, row.effect, row.price, row.status]), 0);
    this.#dates.show(exhibit.key_dates.map((row) => [row.date + was(row.was),
      named(row.what, row.id), row.how]), 1);
    this.#regimes.show(exhibit.timeline.band.map((span) => [span.label, span.details]), 0);
    this.#map.show((exhibit.map?.rows ?? []).map((row) =>
      [row.label, row.spans.map(({ label }) => label).join(', then ')]), 0);
    this.#disputed.show(exhibit.timeline.lanes.flatMap((lane) =>
      lane.disputed.map(({ details }) => [lane.label, details])), 0);
    if (this.#range.textContent !== exhibit.readings_range) {
      this.#range.textContent = exhibit.readings_range;
    }
    this.#others.show(exhibit.readings, (rows) => rows.map((row) => element('p', { class: 'other' },
      `${row.question} “${row.label}”: ${row.consequence}`
      + (row.difference ? ` Firm money ${row.difference}.` : ''))));
    this.#showWhy(exhibit);
    const { comparison, money, rights, suppose, read, regimes, dates, why } = this.#sections;
    comparison.hidden = !has('unpin');
    money.hidden = exhibit.money.length === 0;
    rights.hidden = exhibit.rights.length === 0;
    suppose.hidden = this.#suppose.childElementCount === 0;
    read.hidden = this.#read.childElementCount === 0;
    regimes.hidden = exhibit.timeline.band.length === 0;
    dates.hidden = exhibit.key_dates.length === 0;
    why.hidden = exhibit.why.length === 0;
  }

  #showWhy(exhibit) {
    const tree = exhibit.why.find((one) => one.id === exhibit.explained);
    this.#why.show([tree, exhibit.contrasts], () => (tree ? [
      element('h4', {}, tree.title), reasons(tree.rows),
      ...clauses(exhibit, tree.clauses),
      ...(exhibit.contrasts.length ? [element('h4', {}, 'What would change this'),
        element('ul', {}, ...exhibit.contrasts.map((one) => element('li', {}, one)))] : []),
    ] : []));
  }
}

/** The clauses behind the reasons, marked as quotation or paraphrase, with their sources. */
function clauses(exhibit, ids) {
  const cited = exhibit.clauses.filter(({ id }) => ids.includes(id));
  return cited.length === 0 ? [] : [element('h4', {}, 'The words behind it'), ...cited.map((clause) => {
    const sources = exhibit.sources.filter(({ id }) => clause.sources.includes(id));
    return element('p', {}, element('strong', {}, `${clause.wording}, ${clause.title}: `),
      clause.text, ...sources.flatMap((source) => [' ', link(source)]));
  })];
}

function link({ title, date, url }) {
  const words = title + (date ? `, ${date}` : '');
  return /^https?:/.test(url)
    ? element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words) : words;
}
