// The DOM mirror: a native control for every control of the Exhibit, its tables and reasons as real
// elements, and one polite live region. Computes nothing; every text comes from the Exhibit.
import { ControlView, kindOf } from './control_view.mjs';
import { Changing, Table, element, reasons } from './dom.mjs';

const announceAfter = 600; // milliseconds of quiet before the live region speaks

export class Mirror {
  #views = new Map();
  #operate;
  #onFocus;
  #paper = element('img', { class: 'paper', alt: '' }); // the timeline, for print only
  #form = element('form', { class: 'controls', 'aria-label': 'Suppose and read' });
  #question = element('h2');
  #verdict = element('p', { class: 'verdict' });
  #summary = new Changing('dl');
  #lines = element('div');
  #comparison = new Table('A, as pinned, and B, as it is now', ['What', 'A', 'B', 'Difference']);
  #rights = new Table('Who may leave',
    ['Who', 'Right', 'Window for notice', 'Notice', 'Earliest end', 'Exit fee', 'On that day']);
  #money = new Table('Money', ['What', 'Amount', 'Meaning']);
  #dates = new Table('Key dates', ['Date', 'What', 'How it is found']);
  #readings = new Table('If read otherwise', ['Question', 'Answer', 'Then', 'Firm money']);
  #regimes = new Table('What follows from each day', ['Outcome', 'Days']);
  #map = new Table('Outcomes by units delivered', ['Units', 'Outcomes, from the first day on']);
  #disputed = new Table('Days on which the readings differ', ['What', 'Days']);
  #range = element('p');
  #why = new Changing('div', { class: 'why' });
  #links = new Map(); // by "clause/source"
  #announced = '';
  #timer = 0;

  /** `operate(control, value, isDragging)` returns the reason for a refusal, or nothing. */
  constructor(operate, onFocus) {
    this.#operate = operate;
    this.#onFocus = onFocus;
    this.status = element('p', { role: 'status', class: 'status' });
    this.root = element('section', { class: 'mirror' }, this.#question, this.#verdict,
      this.#summary.root, this.#lines, this.#paper, this.#form, this.#comparison.root,
      this.#regimes.root, this.#map.root, this.#rights.root, this.#money.root, this.#dates.root, this.#range,
      this.#disputed.root, this.#readings.root, this.#why.root);
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    // The focus ring is for keyboard users; a mouse pointer shows where it is.
    this.root.addEventListener('focusin', ({ target }) =>
      this.#onFocus(target.matches(':focus-visible') ? target.dataset?.item ?? '' : ''));
    this.root.addEventListener('focusout', () => this.#onFocus(''));
  }

  get controls() { return [...this.#views.keys()]; }

  input(control, part) { return this.#views.get(control)?.parts.get(part); }

  /** The timeline as SVG for print; the canvas would print its buttons too. */
  set paper(svg) { this.#paper.src = `data:image/svg+xml,${encodeURIComponent(svg)}`; }

  /** During a drag (`isPassing`) only the values are updated; the tables follow at its end. */
  show(exhibit, { isSettled, isPassing }) {
    this.#showControls(exhibit);
    if (!isPassing) this.#showTables(exhibit);
    if (isSettled) this.#announce(exhibit);
  }

  #showTables(exhibit) {
    const text = (node, content) => {
      if (node.textContent !== content) node.textContent = content;
    };
    text(this.#question, exhibit.question);
    text(this.#verdict, `${exhibit.verdict.pill}. ${exhibit.verdict.sentence}`);
    const lines = [exhibit.verdict.contrast, exhibit.freshness, ...exhibit.notes]
      .filter(Boolean).join('\n');
    if (this.#lines.textContent !== lines.replaceAll('\n', '')) {
      this.#lines.replaceChildren(...lines.split('\n').map((line) => element('p', {}, line)));
    }
    this.#summary.show(exhibit.summary, (facts) => facts.flatMap(({ label, value }) =>
      [element('dt', {}, label), element('dd', {}, value)]));
    const was = (text) => (text ? ` (${exhibit.baseline}: ${text})` : '');
    this.#comparison.show(exhibit.comparison.map((row) => [row.what, row.a, row.b,
      row.difference]), 0);
    this.#rights.show(exhibit.rights.map((row) => [row.holder,
      row.right + (row.alternative ? `, or instead: ${row.alternative}` : ''),
      row.window + was(row.was), row.notice, row.effect, row.price, row.status]), 0);
    this.#money.show(exhibit.money.map((row) => [row.label, row.exact + was(row.was),
      row.note]), 0);
    this.#dates.show(exhibit.key_dates.map((row) => [row.date + was(row.was), row.what,
      row.how]), 1);
    text(this.#range, exhibit.readings_range);
    this.#readings.show(exhibit.readings.map((row) =>
      [row.question, row.label, row.consequence, row.firm]), 1);
    this.#regimes.show(exhibit.timeline.band.map((span) => [span.label, span.details]), 0);
    this.#map.show((exhibit.map?.rows ?? []).map((row) =>
      [row.label, row.spans.map(({ label }) => label).join(', then ')]), 0);
    this.#disputed.show(exhibit.timeline.lanes.flatMap((lane) =>
      lane.disputed.map(({ details }) => [lane.label, details])), 0);
    this.#showWhy(exhibit);
  }

  #showControls(exhibit) {
    const handles = new Set(exhibit.timeline.handles.map((handle) => handle.control));
    const wanted = [];
    for (const control of exhibit.controls) {
      const handle = handles.has(control.id);
      let view = this.#views.get(control.id);
      if (!view || view.kind !== kindOf(control, handle)) {
        view = new ControlView(control, handle, this.#operate);
        this.#views.set(control.id, view);
      } else {
        view.show(control, handle);
      }
      wanted.push(view.root);
    }
    const ids = new Set(exhibit.controls.map((control) => control.id));
    for (const id of this.#views.keys()) if (!ids.has(id)) this.#views.delete(id);
    const isSame = wanted.length === this.#form.children.length
      && wanted.every((root, index) => this.#form.children[index] === root);
    if (!isSame) this.#form.replaceChildren(...wanted);
  }

  #showWhy(exhibit) {
    const tree = exhibit.why.find((one) => one.id === exhibit.explained);
    this.#why.show([tree, exhibit.contrasts], () => (tree ? [
      element('h3', {}, tree.title), reasons(tree.rows),
      ...this.#clauses(exhibit, tree.clauses),
      ...(exhibit.contrasts.length ? [element('h3', {}, 'What would change this'),
        element('ul', {}, ...exhibit.contrasts.map((one) => element('li', {}, one)))] : []),
    ] : []));
  }

  /** The clauses behind the reasons, marked as quotation or paraphrase, with their sources. */
  #clauses(exhibit, ids) {
    this.#links.clear();
    if (!ids.length) return [];
    const cited = exhibit.clauses.filter(({ id }) => ids.includes(id));
    return [element('h3', {}, 'The words behind it'), ...cited.map((clause) => {
      const sources = exhibit.sources.filter(({ id }) => clause.sources.includes(id));
      return element('p', {}, element('strong', {}, `${clause.wording}, ${clause.title}: `),
        clause.text, ...sources.flatMap((source) => [' ', this.#link(clause, source)]));
    })];
  }

  #link(clause, source) {
    const words = source.title + (source.date ? `, ${source.date}` : '');
    if (!/^https?:/.test(source.url)) return words;
    const link = element('a', { href: source.url, target: '_blank', rel: 'noopener noreferrer' },
      words);
    link.dataset.item = `${clause.id}/${source.id}/link`;
    this.#links.set(`${clause.id}/${source.id}`, link);
    return link;
  }

  /** Announces what the last action changed, once, after a pause. */
  #announce(exhibit) {
    const message = [exhibit.echo, exhibit.verdict.sentence].filter(Boolean).join(' ');
    clearTimeout(this.#timer);
    if (!exhibit.echo || message === this.#announced) return;
    this.#timer = setTimeout(() => {
      this.#announced = message;
      this.status.textContent = message;
    }, announceAfter);
  }

  /** Visible tables that are wider than the window can be scrolled by keyboard. */
  letTablesScroll(areSeen) {
    for (const table of this.root.querySelectorAll('table')) {
      table.toggleAttribute('tabindex', areSeen);
      if (areSeen) table.tabIndex = 0;
    }
  }

  /** Places each native input over the control drawn on the canvas. */
  place(items) {
    for (const { control, part, left, top, width, height } of items) {
      // A number is typed where its slider is drawn.
      const twins = [part === 'link' ? this.#links.get(control) : this.input(control, part),
        part === 'field' && this.input(control, 'number')];
      for (const input of twins.filter(Boolean)) {
        // Custom properties, because the form view has its own layout for the same inputs.
        for (const [name, length] of Object.entries({ left, top, width, height })) {
          input.style.setProperty(`--${name}`, `${length}px`);
        }
      }
    }
  }

  destroy() { clearTimeout(this.#timer); }
}
