// What the form shows of a document, as plain data: steps, entries and fields, each with its value
// and a widget that shows it without loss. If no widget can, the field shows the value as JSON.
import { at, isObject, listAt } from './document.mjs';
import {
  clauseOptions, entryName, lists, periodParts, steps,
} from './fields.mjs';
import { pointerOf, scan, written } from './json.mjs';

const isDate = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const isTexts = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const isText = (value) => value === undefined || typeof value === 'string';

function isPeriod(value, after) {
  if (value === undefined) return true;
  if (!isObject(value)) return false;
  const { n, unit, after: anchor, ...others } = value;
  return Number.isSafeInteger(n) && 0 <= n && typeof unit === 'string' && anchor === after
    && Object.entries(others).every(([name, part]) =>
      ['month_end', 'calendar'].includes(name) && typeof part === 'string');
}

/** The widget for a value of a kind; the writer can ask for dates and literals as rules. */
function widgetOf(kind, value, after, asRule) {
  const isEmpty = value === undefined || value === '';
  const fits = isEmpty || (isText(value) && isDate(value));
  switch (kind) {
    case 'line': case 'words': return isText(value) ? kind : 'rule';
    case 'amount': return isText(value) && !asRule ? 'line' : 'rule';
    case 'date': return fits ? 'date' : isText(value) ? 'line' : 'rule';
    case 'day': return !asRule && fits ? 'date' : 'rule';
    case 'count': return !asRule && (isEmpty || typeof value === 'number') ? 'number' : 'rule';
    case 'choice': case 'clause': return isText(value) ? 'choice' : 'rule';
    case 'flag': return value === undefined || typeof value === 'boolean' ? 'flag' : 'rule';
    case 'picks': return value === undefined || isTexts(value) ? 'picks' : 'rule';
    case 'period': return !asRule && isPeriod(value, after) ? 'period' : 'rule';
    default: return 'rule';
  }
}

// The bounds of an unknown have the kind of the unknown.
const bounds = { day: 'day', count: 'count', amount: 'amount' };
const canBeRule = ['amount', 'day', 'count', 'period'];

/** The options, and the present value if it is not among them, so that showing it changes nothing. */
export function withPresent(options, value) {
  const known = options.filter(([id]) => typeof id === 'string');
  return !value || known.some(([id]) => id === value) ? known : [...known, [value, value]];
}

const jsonField = (document, path, label, name = pointerOf(path)) => ({
  key: pointerOf(path), name, path, label, kind: 'json', widget: 'rule', help: '', options: [],
  value: at(document, path),
});

/** `entry` is the name of the entry that the field is part of. */
function fieldOf(document, base, [path, label, asked, help = '', more = {}], rules, entry = '') {
  const whole = [...base, ...path];
  const nameOf = (place) => (entry ? entry + pointerOf(place.slice(base.length)) : pointerOf(place));
  // If the document has something else than an object here, show that instead.
  const blocked = whole.findIndex((_, depth) => {
    const part = at(document, whole.slice(0, depth));
    return part !== undefined && (part === null || typeof part !== 'object');
  });
  if (0 < blocked) {
    const short = whole.slice(0, blocked);
    return jsonField(document, short, String(short.at(-1)), nameOf(short));
  }
  const value = at(document, whole);
  const key = pointerOf(whole);
  const name = nameOf(whole);
  const item = at(document, base);
  const kind = asked === 'bound' ? bounds[item.kind] ?? 'json' : asked;
  const after = more.after?.(item);
  const widget = widgetOf(kind, value, after, rules.has(name));
  const options = kind === 'clause' ? clauseOptions(document)
    : typeof more.options === 'function' ? more.options(document) : more.options ?? [];
  return {
    key, name, path: whole, label, kind, help, widget, value, after,
    type: more.type, size: more.size, also: more.also, none: more.none,
    isOptional: more.optional ?? ['clause', 'flag', 'period'].includes(kind),
    options: kind === 'picks'
      ? (isTexts(value) ? value : []).reduce(withPresent, options)
      : withPresent(options, typeof value === 'string' ? value : ''),
    mayBeRule: canBeRule.includes(kind) && widget !== 'rule' && !more.isPlain,
  };
}

const once = (fields) => [...new Map(fields.map((field) => [field.key, field])).values()];

function entryOf(document, list, index, rules, uid) {
  const base = [list, index];
  const item = at(document, base);
  const key = pointerOf(base);
  const fields = isObject(item)
    ? lists[list].fields.filter(([, , , , more]) => more?.when?.(item) ?? true)
      .map((field) => fieldOf(document, base, field, rules, uid)) : [];
  return {
    key, uid, list, index,
    name: entryName(list, item, index),
    id: isObject(item) && typeof item.id === 'string' ? item.id : '',
    isLast: index === listAt(document, [list]).length - 1,
    fields: once(fields),
    whole: jsonField(document, base, 'The whole entry as JSON', uid),
  };
}

/**
 * The steps of the form. A field has a `key`, the pointer of its value, and a `name`, which stays with
 * its entry. `names` names the entries; `rules` are the names of fields that are edited as rules.
 */
export function planOf(document, names, rules) {
  return steps.map(({ id, legend, help, fields = [], list }) => ({
    id, legend, help, list,
    fields: once([...fields.map((field) => fieldOf(document, [], field, rules)),
      // Not a list, although it should be.
      ...(list && !Array.isArray(at(document, [list]) ?? [])
        ? [fieldOf(document, [list], [['x'], '', 'json'], rules)] : [])]),
    entries: list ? names.of(list, listAt(document, [list])).map((uid, index) =>
      entryOf(document, list, index, rules, uid)) : [],
    add: list ? lists[list].add.map(([label]) => label) : [],
  }));
}

/** The parts of the document that no step shows; they are shown as JSON. */
export const besides = (document) => {
  const shown = new Set(['schema_version', ...steps.flatMap(({ fields = [], list }) =>
    [...fields.map(([path]) => path[0]), list])]);
  return Object.keys(document).filter((name) => !shown.has(name));
};

/** Names and dates are written without quotes in a rule; everything else as JSON. */
export const ruleText = (value) => (value === undefined ? ''
  : typeof value === 'string' && !/^\s*[{["]/.test(value) && value.trim() === value
    ? value : written(value));

/** `{ value }` of the text of a rule, or `{ error }`. */
export function ruleOf(text, kind) {
  const bare = text.trim();
  if (bare === '') return { value: undefined };
  const isLiteral = !['amount', 'day', 'line', 'words'].includes(kind)
    && /^(true|false|null|-?\d+)$/.test(bare);
  return /^[{["]/.test(bare) || kind === 'json' || isLiteral ? scan(bare) : { value: bare };
}

/** A period with one part changed; undefined without a number. */
export function periodWith(value, part, text, after) {
  if (part === 'n') {
    return text === '' ? undefined : { unit: 'day', after, ...value, n: Number(text) };
  }
  if (value === undefined && text === 'day') return undefined; // unchanged
  const changed = { n: 1, unit: 'day', after, ...value, [part]: text };
  for (const [name, , options, isFor] of periodParts) {
    if (isFor(changed)) changed[name] ??= options[0][0];
    else delete changed[name];
  }
  return changed;
}
