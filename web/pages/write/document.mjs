// The document behind "Write a lease". A change returns a new document and keeps everything else of
// the old one, so that values which the form does not know are never touched.

const most = 50; // steps of undo

export const empty = () => ({
  schema_version: 1,
  id: '',
  title: '',
  terms_version: '1',
  currency: 'USD',
  information_day: '',
  presentation: { question: '', introduction: '' },
  parties: [{ id: 'landlord', name: '', role: 'landlord' },
    { id: 'tenant', name: '', role: 'tenant' }],
  term: { first_day: '', last_day: '' },
  tranches: [],
  fees: [],
  rights: [],
  unknowns: [],
  clauses: [],
  sources: [],
});

export const isObject = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const at = (document, path) =>
  path.reduce((value, step) => (value !== null && typeof value === 'object'
    && Object.hasOwn(value, step) ? value[step] : undefined), document);

/** The document with another value at a path; `undefined` removes the value. */
export function withAt(document, [step, ...rest], value) {
  if (step === undefined) return value;
  const copy = Array.isArray(document) ? [...document] : { ...document };
  const inner = Object.hasOwn(copy, step) ? copy[step] : undefined;
  const made = rest.length === 0 ? value
    : withAt(inner ?? (typeof rest[0] === 'number' ? [] : {}), rest, value);
  if (made === undefined) delete copy[step];
  else copy[step] = made;
  return copy;
}

/** The members of a list, or an empty list if it is not one. */
export const listAt = (document, path) => {
  const found = at(document, path);
  return Array.isArray(found) ? found : [];
};

export const withAdded = (document, path, item) =>
  withAt(document, path, [...listAt(document, path), item]);

export const withoutItem = (document, path, index) =>
  withAt(document, path, listAt(document, path).filter((_, each) => each !== index));

export function withMoved(document, path, index, by) {
  const list = [...listAt(document, path)];
  list.splice(index + by, 0, ...list.splice(index, 1));
  return withAt(document, path, list);
}

/** An id made from a title. */
export const idFrom = (title) => title.normalize('NFKD').toLowerCase()
  .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 64).replace(/-+$/, '');

/** `base`, or `base-2` and so on if the lease already has that id. */
export function freeId(document, base) {
  const taken = new Set(Object.values(document).filter(Array.isArray).flat()
    .filter(isObject).map(({ id }) => id));
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * A name for each entry of a list, which stays with the entry while it or its neighbours are edited,
 * moved, removed or brought back.
 */
export class Names {
  #known = new Map();
  #next = 0;

  /** The names of `items`; `list` is the key of their list. */
  of(list, items) {
    const left = this.#known.get(list) ?? [];
    const names = [];
    const pass = (isSame) => items.forEach((item, index) => {
      const found = names[index] ? -1 : left.findIndex((one) => isSame(one, item, index));
      if (0 <= found) names[index] = left.splice(found, 1)[0].name;
    });
    pass((one, item) => one.item === item);
    pass((one, item) => isObject(item) && item.id !== undefined && one.item?.id === item.id);
    pass((one, _, index) => one.index === index);
    this.#known.set(list, items.map((item, index) => {
      names[index] ??= `${list}:${this.#next += 1}`;
      return { item, index, name: names[index] };
    }));
    return names;
  }

  /** Forgets all entries: what is shown next is another document. */
  forget() { this.#known.clear(); }
}

/** Texts with their documents, newest last; successive edits of one field are one step of undo. */
export class History {
  #past = [];
  #last = null;

  constructor(state) { this.state = state; }

  get canUndo() { return this.#past.length > 0; }

  set(state, what) {
    if (what === undefined || what !== this.#last) {
      this.#past = [...this.#past, this.state].slice(-most);
    }
    this.#last = what ?? null;
    this.state = state;
  }

  undo() {
    this.state = this.#past.pop() ?? this.state;
    this.#last = null;
  }
}
