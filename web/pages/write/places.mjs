// Where things are in the form of "Write a lease": the field of a pointer, its name in words, and the
// focus, which is never lost.
import { scanLease } from './json.mjs';

/** The fields of a plan, each with the entry that it is part of; by their names and by their keys. */
export class Places {
  #byName = new Map();
  #byKey = new Map();

  constructor(plan) {
    for (const { fields, entries } of plan) {
      fields.forEach((field) => this.#keep(field));
      for (const entry of entries) [...entry.fields, entry.whole].forEach((field) => this.#keep(field, entry));
    }
  }

  #keep(field, entry) {
    const place = { field, entry };
    this.#byName.set(field.name, place);
    this.#byKey.set(field.key, place);
  }

  fieldNamed(name) { return this.#byName.get(name)?.field; }

  /** The innermost field that shows the value at a pointer, or nothing. */
  fieldAt(pointer) {
    for (let key = pointer; key; key = key.slice(0, key.lastIndexOf('/'))) {
      if (this.#byKey.has(key)) return this.#byKey.get(key).field;
    }
    return undefined;
  }

  /** The name of a field's place: “Delivery 1: GPUs, Due date”. */
  wordsFor({ name }) {
    const { field, entry } = this.#byName.get(name);
    if (!entry) return field.label;
    return field === entry.whole ? entry.name : `${entry.name}, ${field.label}`;
  }
}

const byId = (id) => document.getElementById(id);

/** Moves the focus to an element, and the element to the middle or to another part of the window. */
export function focusOn(id, block = 'center') {
  byId(id).focus({ preventScroll: true });
  byId(id).scrollIntoView({ block });
}

/** Moves the focus to the field with this key; says whether there is one. */
export function focusField(key) {
  const form = byId('form');
  const group = form.querySelector(`[data-field="${CSS.escape(key)}"]`);
  if (!group) return false;
  for (let each = group; each !== form; each = each.parentElement) {
    if (each.localName === 'details') each.open = true;
  }
  (group.querySelector('input, select, textarea') ?? group).focus({ preventScroll: true });
  group.scrollIntoView({ block: 'center' });
  return true;
}

/** Moves the focus to a pointer, to an id after a `#`, or to the position of a finding in the text. */
export function leadTo(places, place) {
  const pointer = place.key ?? place.pointer ?? place;
  if (pointer.startsWith('#')) {
    if (pointer === '#json') byId('document').open = true;
    focusOn(pointer.slice(1));
    return;
  }
  const field = places.fieldAt(pointer);
  if (field && focusField(field.key)) return;
  const json = byId('json');
  const span = scanLease(json.value).places?.get(pointer) ?? { from: 0, to: 0 };
  byId('document').open = true;
  json.focus();
  json.setSelectionRange(span.from, span.to);
  json.scrollTop = (json.scrollHeight * span.from) / Math.max(json.value.length, 1) - 60;
}

/** Draws; if that removes what has the focus, its place or the nearest one that is left gets it. */
export function keepingFocus(root, draw) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const near = [];
  for (let each = focused; each && each !== root; each = each.parentElement) {
    near.push(...(each === focused ? [each.id] : []), ...(each.dataset.near ? [each.dataset.near] : []));
  }
  draw();
  if (!focused || document.activeElement === focused) return;
  near.map(byId).find(Boolean)?.focus({ preventScroll: true });
}
