// The form of "Write a lease" in the page. It is rebuilt only when its shape changes, so that focus
// and the browser's own undo are kept; everything else is updated in place.
import { element } from '../../element/dom.mjs';
import { partsOf } from './fields.mjs';
import { fieldElement, setField, valueIn } from './widgets.mjs';
import { ruleOf } from './plan.mjs';

const idOf = (key) => `at${key}`;
const button = (text, data, attributes = {}) => {
  const made = element('button', { type: 'button', ...attributes }, text);
  Object.assign(made.dataset, data);
  return made;
};

/** Everything that determines which elements the form has. */
const shapeOf = (plan) => JSON.stringify(plan.map(({ id, fields, entries, add }) => [id, add,
  fields.map(shapeOfField), entries.map((entry) => [entry.key, entry.isLast,
    entry.fields.map(shapeOfField)])]));
const shapeOfField = ({ key, widget, mayBeRule, value, options }) => [key, widget, mayBeRule,
  widget === 'period' ? partsOf(value).map(([name]) => name) : 0,
  widget === 'sources' ? options.map(([id]) => id) : 0];

export class FormView {
  /** Rules that cannot be parsed yet, by key: the text of the field, and the error. */
  drafts = new Map();
  #root;
  #host;
  #shape = '';
  #fields = new Map();
  #groups = new Map(); // their elements, by key
  #entries = new Map();
  #visited = new Set();
  #findings = [];
  #isBuilding = false; // removing a focused field fires a change event
  #open = new Map(); // entries that the writer opened or closed, by key

  /** `host` has `edited(field, value)`, `drafted()` and `pressed(what)`, a button's data. */
  constructor(root, host) {
    this.#root = root;
    this.#host = host;
    root.addEventListener('submit', (event) => event.preventDefault());
    root.addEventListener('input', ({ target }) => this.#edit(target, false));
    root.addEventListener('change', ({ target }) => this.#edit(target, true));
    root.addEventListener('focusout', ({ target }) => {
      const { key } = target.dataset;
      if (!key || this.#visited.has(key)) return;
      this.#visited.add(key);
      this.#mark();
    });
    root.addEventListener('toggle', ({ target }) => {
      if (target.dataset.entry) this.#open.set(target.dataset.entry, target.open);
    }, true);
    root.addEventListener('click', ({ target }) => {
      const pressed = target.closest('button[data-act]');
      if (pressed) host.pressed(pressed.dataset);
    });
  }

  show(plan) {
    const all = plan.flatMap(({ fields, entries }) =>
      [...fields, ...entries.flatMap((entry) => [...entry.fields, entry.whole])]);
    this.#fields = new Map(all.map((field) => [field.key, field]));
    for (const key of this.drafts.keys()) {
      if (this.#fields.get(key)?.widget !== 'rule') this.drafts.delete(key);
    }
    const shape = shapeOf(plan);
    if (shape !== this.#shape) {
      this.#shape = shape;
      this.#build(plan);
    }
    for (const { entries } of plan) {
      for (const { key, name, id } of entries) {
        const entry = this.#entries.get(key);
        entry.querySelector('.name').textContent = name;
        entry.querySelector('.id').textContent = id;
        entry.querySelectorAll('[data-names]').forEach((each) =>
          each.setAttribute('aria-label', `${each.textContent}: ${name}`));
      }
    }
    for (const field of all) this.#set(field);
  }

  /** Discards unfinished rules, because another document is shown. */
  forget() {
    this.drafts.clear();
    this.#visited.clear();
    this.#open.clear();
  }

  opened(key) { this.#open.set(key, true); }

  /** The key of the field for a finding's pointer, or nothing. */
  keyFor(pointer) {
    const keys = [...this.#fields.keys()].filter((key) =>
      pointer === key || pointer.startsWith(`${key}/`));
    return keys.sort((a, b) => b.length - a.length)[0];
  }

  /** The name of a place in the form: “Delivery 1: GPUs, Due date”. */
  placeOf(key) {
    const { label } = this.#fields.get(key);
    const entry = this.#group(key)?.closest('[data-entry]')?.querySelector('.name').textContent;
    return entry && !label.startsWith('The whole') ? `${entry}, ${label}` : entry ?? label;
  }

  focus(key) {
    const group = this.#group(key);
    if (!group) return false;
    for (let each = group; each && each !== this.#root; each = each.parentElement) {
      if (each.localName === 'details') each.open = true;
    }
    const control = group.querySelector('input, select, textarea') ?? group;
    control.focus({ preventScroll: true });
    group.scrollIntoView({ block: 'center' });
    return true;
  }

  /** Shows findings at their fields; for empty fields only after the writer has visited them. */
  markAll(findings) {
    this.#findings = findings;
    this.#mark();
  }

  #group(key) { return this.#groups.get(key); }

  #set(field) {
    const group = this.#group(field.key);
    if (group) setField(group, field, this.drafts.get(field.key)?.text);
  }

  #mark() {
    const texts = new Map();
    for (const { key, message } of this.#findings) {
      const value = this.#fields.get(key)?.value;
      const isEmpty = value === undefined || value === '';
      if (key && (!isEmpty || this.#visited.has(key))) {
        texts.set(key, [...(texts.get(key) ?? []), message]);
      }
    }
    for (const [key, { error }] of this.drafts) texts.set(key, [error]);
    for (const [key, group] of this.#groups) {
      const found = texts.get(key);
      const line = group.querySelector('.finding');
      const text = found?.join(' ') ?? '';
      if (line.textContent !== text) line.textContent = text;
      for (const control of group.querySelectorAll('[data-key]')) {
        if (text) control.setAttribute('aria-invalid', 'true');
        else control.removeAttribute('aria-invalid');
      }
    }
  }

  #edit(control, isSettled) {
    const { key } = control.dataset;
    const field = this.#fields.get(key);
    if (!field || this.#isBuilding) return;
    if (field.widget === 'rule') {
      if (isSettled) this.#editRule(field, control.value);
      return;
    }
    const value = valueIn(control, field);
    if (isSettled && field.kind === 'amount') control.value = value ?? '';
    this.#host.edited(field, value);
  }

  #editRule(field, text) {
    const { value, error } = ruleOf(text, field.kind);
    if (error) {
      this.drafts.set(field.key, {
        text,
        error: `Not taken over: line ${error.line}, column ${error.column}: ${error.message}.`,
      });
      this.#mark();
      this.#host.drafted();
      return;
    }
    this.drafts.delete(field.key);
    this.#host.edited(field, value ?? (field.isOptional ? undefined : ''));
  }

  #build(plan) {
    const focused = this.#root.contains(document.activeElement) ? document.activeElement.id : '';
    this.#isBuilding = true;
    this.#root.replaceChildren(...plan.map((step, index) => this.#step(step, index)));
    this.#isBuilding = false;
    const all = (name) => new Map([...this.#root.querySelectorAll(`[data-${name}]`)]
      .map((each) => [each.dataset[name], each]));
    this.#groups = all('field');
    this.#entries = all('entry');
    if (focused) document.getElementById(focused)?.focus();
    this.#mark();
  }

  #step({ id, legend, help, fields, entries, add, list }, index) {
    return element('fieldset', { class: 'step', id },
      element('legend', {}, element('b', {}, `${index + 1}`), ` ${legend}`),
      element('p', { class: 'help' }, help),
      ...fields.map((field) => fieldElement(field, idOf(field.key))),
      ...entries.map((entry) => this.#entry(entry, entries.length)),
      ...(add.length ? [element('p', { class: 'adds' },
        ...add.map((label, each) => button(label, { act: 'add', list, index: each },
          { id: `add-${list}-${each}` })))] : []));
  }

  #entry({ key, list, index, isLast, fields, whole }, count) {
    const tool = (label, act) =>
      button(label, { act, list, index, names: '' }, { id: `${act}-${list}-${index}` });
    const made = element('details', { class: 'entry', open: this.#open.get(key) ?? count <= 2 },
      element('summary', { id: `entry-${list}-${index}` },
        element('span', { class: 'name' }), ' ', element('code', { class: 'id' })),
      ...fields.map((field) => fieldElement(field, idOf(field.key))),
      element('details', { class: 'whole' }, element('summary', {}, 'More, as JSON'),
        fieldElement(whole, idOf(whole.key))),
      element('p', { class: 'tools' },
        ...(index ? [tool('Move up', 'up')] : []), ...(isLast ? [] : [tool('Move down', 'down')]),
        tool('Remove', 'remove')));
    made.dataset.entry = key;
    return made;
  }
}
