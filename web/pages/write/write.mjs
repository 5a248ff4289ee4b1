// "Write a lease": one document, a form and a text that both show it, and the engine that checks it.
// Nothing leaves the page except what the writer downloads or copies. The build replaces ELEMENT
// with the name of the element's module.
import { copyFrom } from '../../element/codes.mjs';
import { Beside } from './beside.mjs';
import {
  History, at, empty, freeId, idFrom, listAt, withAdded, withAt, withMoved, withoutItem,
} from './document.mjs';
import { lists } from './fields.mjs';
import { pointerOf, scanLease, written } from './json.mjs';
import { besides, planOf } from './plan.mjs';
import { fileName, findingsIn, readiness } from './ready.mjs';
import { bindStart } from './start.mjs';
import { FormView } from './view.mjs';
import { isNewClause } from './widgets.mjs';

const quiet = 500; // milliseconds after the last edit until the engine reads the lease
const byId = (id) => document.getElementById(id);

const stateOf = (lease, text = written(lease)) => ({ lease, text });
const history = new History(stateOf(empty()));
const asRules = new Set(); // values that the writer edits as rules
const json = byId('json');
let isEdited = false; // since it was opened or saved
let keepsState = false; // the exhibit's scenario is of the same lease
let broken = null; // the error in the text, while it cannot be parsed
let checked = null; // the engine's answer to `checked.text`
let trouble = null; // why the engine gave no answer
let isReady = false;
let timer = 0;
let typing = 0; // a timer, while the text has changes that are not applied yet

// The element loads the engine. Without it the form still works, and says so.
const engine = import(new URL(ELEMENT, import.meta.url).href)
  .then(({ LeaseExplorer }) => LeaseExplorer);
engine.catch(() => {}); // reported when something must be checked

const view = new FormView(byId('form'), {
  edited(field, value) {
    asRules.delete(field.key);
    set(isNewClause(field, value) ? withNewClause(field) : withEdit(field, value), field.key);
  },
  drafted: () => soon(),
  pressed: (what) => acts[what.act](what),
});
const beside = new Beside(lead);

// ---- Changes

function withEdit({ path, also }, value) {
  const { lease } = history.state;
  const changed = withAt(lease, path, value);
  if (also && typeof at(lease, path) === 'string' && typeof value === 'string') {
    const entry = path.slice(0, 2);
    return withAt(changed, entry, also(at(changed, entry), at(lease, path), value));
  }
  // The id follows the title until the writer changes it.
  return path.length === 1 && path[0] === 'title' && typeof (lease.title ?? '') === 'string'
    && (lease.id ?? '') === idFrom(lease.title ?? '')
    ? { ...changed, id: idFrom(value ?? '') } : changed;
}

function withNewClause({ path }) {
  const { lease } = history.state;
  const [, make] = lists.clauses.add[0];
  const clause = make(lease);
  return withAt(withAdded(lease, ['clauses'], clause), path, clause.id);
}

/** Applies a document; successive edits of one field are one step of undo. */
function set(lease, what, text, wait) {
  history.set(stateOf(lease, text), what);
  isEdited = true;
  say('');
  show(wait);
}

function show(wait) {
  const { lease, text } = history.state;
  byId('undo').disabled = !history.canUndo;
  if (json !== document.activeElement && !broken) json.value = text;
  view.show(planOf(lease, asRules));
  const kept = besides(lease);
  byId('besides').textContent = kept.length === 0 ? ''
    : `Only here, and kept as they are: ${kept.join(', ')}.`;
  soon(wait);
}

const step = (by) => ({ list, index }) => {
  const from = Number(index);
  set(withMoved(history.state.lease, [list], from, by));
  view.opened(pointerOf([list, from + by]));
  byId(`entry-${list}-${from + by}`).focus();
  say(`Moved ${by < 0 ? 'up' : 'down'}.`);
};

const acts = {
  up: step(-1),
  down: step(1),
  add({ list, index }) {
    const { lease } = history.state;
    const [, make] = lists[list].add[Number(index)];
    const item = make(lease);
    const key = pointerOf([list, listAt(lease, [list]).length]);
    view.opened(key);
    const added = withAdded(lease, [list], item);
    const handle = { tranches: `${item.id}.delivered`, rights: `${item.id}.notice` }[list];
    set(handle && !at(lease, ['presentation', 'handle'])
      ? withAt(added, ['presentation', 'handle'], handle) : added);
    const [path] = lists[list].fields[0];
    view.focus(`${key}${pointerOf(path)}`);
  },
  remove({ list, index }) {
    const name = byId(`entry-${list}-${index}`).querySelector('.name').textContent;
    const last = listAt(history.state.lease, [list]).length - 2;
    set(withoutItem(history.state.lease, [list], Number(index)));
    (byId(`entry-${list}-${Math.min(index, last)}`) ?? byId(`add-${list}-0`)).focus();
    say(`Removed ${name}. Undo brings it back.`);
  },
  rule({ rule }) {
    asRules.add(rule);
    view.show(planOf(history.state.lease, asRules));
    view.focus(rule);
  },
};

// ---- What the engine says

function soon(wait = quiet) {
  byId('findings').setAttribute('aria-busy', 'true');
  clearTimeout(timer);
  timer = setTimeout(read, wait);
}

async function read() {
  const { lease, text } = history.state;
  try {
    const LeaseExplorer = await engine;
    const { isGood, findings } = await LeaseExplorer.check(text);
    if (text !== history.state.text) return; // a later check is running
    trouble = null;
    checked = { isGood, findings: findingsIn(findings, lease) };
  } catch (error) {
    checked = null;
    trouble = `Not read: ${error.message.replace(/[.\s]+$/, '')}. `
      + 'The form and its JSON work all the same.';
  }
  report();
  if (checked) beside.exhibit(text, checked.isGood, { keepsState });
  keepsState = true;
}

function report() {
  const findings = (checked?.findings ?? []).map((finding) => {
    const key = view.keyFor(finding.pointer);
    return { ...finding, key, place: key ? view.placeOf(key) : `JSON, line ${finding.line}` };
  });
  view.markAll(findings);
  const needs = readiness(history.state.lease, checked, [...view.drafts.keys()]);
  if (broken) needs.push({ text: 'JSON that can be read', isMet: false, at: '#json' });
  isReady = beside.show(needs, findings, trouble);
  if (!typing) byId('findings').setAttribute('aria-busy', 'false');
  byId('file').textContent = fileName(history.state.lease, isReady);
}

/** Moves the focus to a field, an element, or the position of a finding in the text. */
function lead(place) {
  const pointer = place.pointer ?? place;
  if (pointer.startsWith('#')) {
    if (pointer === '#json') byId('document').open = true;
    const found = byId(pointer.slice(1));
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: 'center' });
    return;
  }
  const key = view.keyFor(pointer);
  if (key && view.focus(key)) return;
  const span = scanLease(json.value).places?.get(pointer) ?? { from: 0, to: 0 };
  byId('document').open = true;
  json.focus();
  json.setSelectionRange(span.from, span.to);
  json.scrollTop = (json.scrollHeight * span.from) / Math.max(json.value.length, 1) - 60;
}

// ---- The document as JSON

function tellBroken(error) {
  broken = error;
  for (const each of byId('form').querySelectorAll('.step')) each.disabled = Boolean(error);
  byId('json-finding').textContent = error
    ? `Line ${error.line}, column ${error.column}: ${error.message}. `
      + 'The form waits, and shows the last good state.' : '';
  byId('json-back').hidden = !error;
  if (error) json.setAttribute('aria-invalid', 'true');
  else json.removeAttribute('aria-invalid');
}

json.addEventListener('input', () => {
  byId('findings').setAttribute('aria-busy', 'true');
  clearTimeout(typing);
  typing = setTimeout(takeText, quiet);
});
json.addEventListener('change', () => takeText());

function takeText() {
  clearTimeout(typing);
  typing = 0;
  const text = json.value;
  const { value, error } = scanLease(text);
  if (error) isEdited = true;
  tellBroken(error ?? null);
  if (error) report();
  else if (text !== history.state.text) set(value, 'json', text, 0);
  else report();
}

byId('json-back').addEventListener('click', () => {
  tellBroken(null);
  show();
  json.value = history.state.text;
  json.focus();
});

// ---- In and out

function say(text) { byId('said').textContent = text; }

/** Replaces this lease with another; undo brings it back. */
function open(lease, text, name) {
  view.forget();
  asRules.clear();
  tellBroken(null);
  keepsState = false;
  set(lease, undefined, text, 0);
  isEdited = false;
  say(`Opened ${name}.`);
}

bindStart({ open, say, empty: () => open(empty(), undefined, 'an empty lease') });

byId('undo').addEventListener('click', () => {
  history.undo();
  view.forget();
  tellBroken(null);
  json.value = history.state.text;
  isEdited = true;
  show();
  say('Undone.');
});
byId('copy').addEventListener('click', async () => {
  json.value = broken ? json.value : history.state.text;
  byId('document').open = true;
  say(await copyFrom(json) ? `Copied${isReady ? '' : ', as a draft'}.`
    : 'This page may not copy. The text is selected: copy it yourself.');
});
byId('download').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([json.value], { type: 'application/json' }));
  link.download = fileName(history.state.lease, isReady);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  isEdited = false;
  say(`Saved as ${link.download}, if this page may save.`);
});
addEventListener('beforeunload', (event) => { if (isEdited) event.preventDefault(); });

byId('wants').hidden = typeof WebAssembly === 'object';
byId('desk').hidden = false;
byId('start').hidden = false;
show();
