// The DOM mirror: a native control for every control of the Exhibit, its tables and its reasons as
// real elements, and one polite live region. Computes nothing; every text is the Exhibit's.

const mostRadios = 6; // a choice of more options is a list to open
const announceAfter = 600; // milliseconds of quiet before the live region speaks

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** Rows of a table, rebuilt only when they differ. */
class Table {
  #body;
  #seen = '';

  constructor(caption, headings) {
    this.#body = element('tbody');
    this.root = element('table', {}, element('caption', {}, caption),
      element('thead', {}, element('tr', {},
        ...headings.map((heading) => element('th', { scope: 'col' }, heading)))), this.#body);
  }

  /** Each row is a list of texts; the cell at `header` names the row. */
  show(rows, header) {
    const seen = JSON.stringify(rows);
    this.root.hidden = rows.length === 0;
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#body.replaceChildren(...rows.map((row) => element('tr', {},
      ...row.map((text, index) =>
        element(index === header ? 'th' : 'td', index === header ? { scope: 'row' } : {}, text)))));
  }
}

/** An element whose content is made anew when what it shows has changed. */
class Changing {
  #seen = '';

  constructor(tag, attributes) { this.root = element(tag, attributes); }

  show(what, make) {
    const seen = JSON.stringify(what);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.root.replaceChildren(...make(what));
  }
}

/** Rows with a depth as nested lists. */
function reasons(rows) {
  const root = element('ul');
  const lists = [root];
  for (const row of rows) {
    lists.length = Math.min(lists.length, row.depth + 1);
    const item = element('li', {}, row.text, row.wording ? ` (${row.wording})` : '');
    lists[lists.length - 1].append(item);
    const deeper = element('ul');
    item.append(deeper);
    lists.push(deeper);
  }
  root.querySelectorAll('ul:empty').forEach((empty) => empty.remove());
  return root;
}

/** The native twin of one control: its inputs, by the part of the canvas that each stands for. */
class ControlView {
  parts = new Map();
  #control;
  #operate;
  #hint;
  #inputs = {};

  constructor(control, handle, operate) {
    this.#operate = operate;
    const id = `offramp-${control.id.replaceAll('.', '-')}`;
    this.#hint = element('small', { id: `${id}-hint`, hidden: true });
    const build = {
      day: () => this.#buildDay(id, control, handle),
      number: () => this.#buildNumber(id, control),
      choice: () => this.#buildChoice(control),
      toggle: () => this.#buildToggle(id, control),
      button: () => this.#buildButton(control),
    };
    this.root = build[control.kind]();
    this.root.dataset.control = control.id;
    this.root.append(this.#hint);
    this.show(control, handle);
  }

  #add(part, input) {
    this.parts.set(part, input);
    input.dataset.item = `${this.root?.dataset.control ?? ''}/${part}`;
    return input;
  }

  #labelled(id, text, ...inputs) {
    return element('div', { class: 'control' }, element('label', { for: id }, text), ...inputs);
  }

  #buildDay(id, control, handle) {
    const field = this.#add('field', element('input', { type: 'date', id }));
    field.addEventListener('change', () => this.#send(field.value, field));
    this.#inputs.field = field;
    if (!handle) return this.#labelled(id, control.label, field);
    const slider = this.#add('handle', this.#slider(`${control.label}, on the timeline`, 30));
    this.#inputs.slider = slider;
    return this.#labelled(id, control.label, field, slider);
  }

  #buildNumber(id, control) {
    const slider = this.#add('field', this.#slider(control.label, Math.ceil(control.max / 10)));
    const field = this.#add('number', element('input', { type: 'number', id, inputmode: 'numeric' }));
    field.addEventListener('change', () => this.#send(field.value, field));
    this.#inputs.slider = slider;
    this.#inputs.field = field;
    return this.#labelled(id, control.label, field, slider);
  }

  /** A range whose Page keys move by `page`. A slider is done when it is let go. */
  #slider(label, page) {
    const slider = element('input', { type: 'range', 'aria-label': label });
    const value = () => (this.#control.kind === 'day' ? `#${slider.value}` : slider.value);
    slider.addEventListener('input', () => this.#operate(this.#control.id, value(), true));
    slider.addEventListener('change', () => this.#operate(this.#control.id, value()));
    slider.addEventListener('keydown', (event) => {
      const step = { PageUp: page, PageDown: -page }[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      slider.value = String(Number(slider.value) + step);
      this.#operate(this.#control.id, value());
    });
    return slider;
  }

  #buildChoice(control) {
    return control.options.length > mostRadios ? this.#buildSelect(control)
      : this.#buildRadios(control);
  }

  #buildSelect(control) {
    const id = `offramp-${control.id.replaceAll('.', '-')}`;
    const list = this.#add('field', element('select', { id }));
    list.addEventListener('change', () => this.#send(list.value, list));
    this.#inputs.list = list;
    return this.#labelled(id, control.label, list);
  }

  #buildRadios(control) {
    const group = element('fieldset', { class: 'control' }, element('legend', {}, control.label));
    this.root = group;
    group.dataset.control = control.id;
    for (const option of control.options) {
      const radio = this.#add(option.id, element('input', {
        type: 'radio', name: `offramp-${control.id}`, value: option.id,
      }));
      radio.addEventListener('change', () => this.#send(option.id, radio));
      const explanation = option.explanation ? element('small', {}, ` ${option.explanation}`) : '';
      group.append(element('label', {}, radio, ` ${option.label}`, explanation));
    }
    return group;
  }

  #buildToggle(id, control) {
    const box = this.#add('field', element('input', { type: 'checkbox', id }));
    box.addEventListener('change', () => this.#send(box.checked ? 'on' : 'off', box));
    this.#inputs.box = box;
    return element('div', { class: 'control' }, box, element('label', { for: id }, control.label));
  }

  #buildButton(control) {
    const button = this.#add('field', element('button', { type: 'button' }, control.label));
    button.addEventListener('click', () => this.#operate(control.id, 'press'));
    this.#inputs.button = button;
    return element('div', { class: 'control' }, button);
  }

  /** Sends a typed value; what is refused stays in the field with the reason beside it. */
  #send(value, input) {
    const refusal = this.#operate(this.#control.id, value);
    input.toggleAttribute('aria-invalid', Boolean(refusal));
    if (refusal) {
      input.setAttribute('aria-describedby', this.#hint.id);
      this.#hint.setAttribute('role', 'alert');
    } else {
      input.removeAttribute('aria-describedby');
      this.#hint.removeAttribute('role');
    }
    this.#hint.textContent = refusal || this.#control.hint;
    this.#hint.hidden = !this.#hint.textContent;
  }

  show(control, handle) {
    this.#control = control;
    for (const [part, input] of this.parts) {
      input.dataset.item = `${control.id}/${part}`;
      input.disabled = !control.enabled;
    }
    const { field, slider, box, button } = this.#inputs;
    const set = (input, name, value) => {
      if (input[name] !== value) input[name] = value;
    };
    if (control.kind === 'day') {
      set(field, 'value', control.value === 'never' ? '' : control.value);
    } else if (control.kind === 'number') {
      field.min = control.min;
      field.max = control.max;
      field.step = control.step;
      set(field, 'value', control.value);
    }
    if (slider) {
      slider.min = control.min;
      slider.max = control.max;
      slider.step = control.step;
      set(slider, 'value', String(control.number));
      slider.setAttribute('aria-valuetext', control.value_text);
    }
    if (box) set(box, 'checked', control.number === 1);
    if (button) set(button, 'textContent', control.label);
    if (control.kind === 'choice') this.#showOptions(control);
    if (!this.#hint.hasAttribute('role')) {
      this.#hint.textContent = control.kind === 'choice' ? '' : control.hint;
      this.#hint.hidden = !this.#hint.textContent;
    }
    this.kind = kindOf(control, handle);
  }

  #showOptions(control) {
    const { list } = this.#inputs;
    if (!list) {
      for (const option of control.options) {
        const radio = this.parts.get(option.id);
        if (radio.checked !== (option.id === control.value)) {
          radio.checked = option.id === control.value;
        }
      }
      return;
    }
    const texts = JSON.stringify(control.options);
    if (list.dataset.texts !== texts) {
      list.dataset.texts = texts;
      list.replaceChildren(...control.options.map((option) =>
        element('option', { value: option.id }, option.label)));
    }
    if (list.value !== control.value) list.value = control.value;
  }
}

/** Controls of one kind keep their inputs; radios belong to their options. */
const kindOf = (control, handle) => JSON.stringify([control.kind, Boolean(handle),
  control.options.length > mostRadios ? 'list' : control.options.map(({ id, label }) => [id, label])]);

export class Mirror {
  #views = new Map();
  #operate;
  #onFocus;
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
  #range = element('p');
  #why = new Changing('div', { class: 'why' });
  #links = new Map(); // by "clause/source"
  #announced = '';
  #timer = 0;

  /** `operate(control, value, isDragging)` gives a refusal's text, or nothing. */
  constructor(operate, onFocus) {
    this.#operate = operate;
    this.#onFocus = onFocus;
    this.status = element('p', { role: 'status', class: 'status' });
    this.root = element('section', { class: 'mirror' }, this.#question, this.#verdict,
      this.#summary.root, this.#lines, this.#form, this.#comparison.root, this.#regimes.root,
      this.#rights.root, this.#money.root, this.#dates.root, this.#range, this.#readings.root,
      this.#why.root);
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    // A ring is for those who came by keyboard; a pointer shows by itself where it is.
    this.root.addEventListener('focusin', ({ target }) =>
      this.#onFocus(target.matches(':focus-visible') ? target.dataset?.item ?? '' : ''));
    this.root.addEventListener('focusout', () => this.#onFocus(''));
  }

  get controls() { return [...this.#views.keys()]; }

  input(control, part) { return this.#views.get(control)?.parts.get(part); }

  /** While a hand is on the picture, `isPassing`, nobody reads the tables: values are enough. */
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
    this.#rights.show(exhibit.rights.map((row) => [row.holder, row.right,
      row.window + was(row.was), row.notice, row.effect, row.price, row.status]), 0);
    this.#money.show(exhibit.money.map((row) => [row.label, row.exact + was(row.was),
      row.note]), 0);
    this.#dates.show(exhibit.key_dates.map((row) => [row.date + was(row.was), row.what,
      row.how]), 1);
    text(this.#range, exhibit.readings_range);
    this.#readings.show(exhibit.readings.map((row) =>
      [row.question, row.label, row.consequence, row.firm]), 1);
    this.#regimes.show(exhibit.timeline.band.map((span) => [span.label, span.details]), 0);
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
      ...(exhibit.contrasts.length ? [element('h3', {}, 'What would turn it'),
        element('ul', {}, ...exhibit.contrasts.map((one) => element('li', {}, one)))] : []),
    ] : []));
  }

  /** The words that the reasons rest on, marked for what they are, with their sources. */
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

  /** Says what the last deed changed, once, when the hands have come to rest. */
  #announce(exhibit) {
    const message = [exhibit.echo, exhibit.verdict.sentence].filter(Boolean).join(' ');
    clearTimeout(this.#timer);
    if (!exhibit.echo || message === this.#announced) return;
    this.#timer = setTimeout(() => {
      this.#announced = message;
      this.status.textContent = message;
    }, announceAfter);
  }

  /** Where tables are seen, keys scroll those that are wider than the window. */
  letTablesScroll(areSeen) {
    for (const table of this.root.querySelectorAll('table')) {
      table.toggleAttribute('tabindex', areSeen);
      if (areSeen) table.tabIndex = 0;
    }
  }

  /** Lays each native input over its drawn twin. */
  place(items) {
    for (const { control, part, left, top, width, height } of items) {
      // A number is typed where its slider is drawn.
      const twins = [part === 'link' ? this.#links.get(control) : this.input(control, part),
        part === 'field' && this.input(control, 'number')];
      for (const input of twins.filter(Boolean)) {
        // Custom properties, because the form view lays the same inputs out by itself.
        for (const [name, length] of Object.entries({ left, top, width, height })) {
          input.style.setProperty(`--${name}`, `${length}px`);
        }
      }
    }
  }

  destroy() { clearTimeout(this.#timer); }
}
