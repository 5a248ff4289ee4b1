// What the form does to a document besides setting a value: values that follow others, new entries.
import { at, idFrom, listAt, withAdded, withAt } from './document.mjs';
import { lists } from './fields.mjs';
import { pointerOf } from './json.mjs';

/** The lease with another value of a field, and with what follows it. */
export function withEdit(lease, { path, also }, value) {
  const changed = withAt(lease, path, value);
  if (also) {
    const entry = path.slice(0, 2);
    return withAt(changed, entry, also(at(changed, entry), at(lease, path), value));
  }
  // The id follows the title until the writer changes it.
  return path.length === 1 && path[0] === 'title' && typeof (lease.title ?? '') === 'string'
    && (lease.id ?? '') === idFrom(lease.title ?? '')
    ? { ...changed, id: idFrom(value ?? '') } : changed;
}

/** The lease with a new clause, which a field names. */
export function withNewClause(lease, { path }) {
  const [, make] = lists.clauses.add[0];
  const clause = make(lease);
  return withAt(withAdded(lease, ['clauses'], clause), path, clause.id);
}

/** The lease with a new entry in a list, the entry's key and that of its first field. */
export function withEntry(lease, list, index) {
  const [, make] = lists[list].add[index];
  const item = make(lease);
  const key = pointerOf([list, listAt(lease, [list]).length]);
  const made = withAdded(lease, [list], item);
  const handle = { tranches: `${item.id}.delivered`, rights: `${item.id}.notice` }[list];
  const [path] = lists[list].fields[0];
  return {
    key,
    first: `${key}${pointerOf(path)}`,
    lease: handle && !at(lease, ['presentation', 'handle'])
      ? withAt(made, ['presentation', 'handle'], handle) : made,
  };
}
