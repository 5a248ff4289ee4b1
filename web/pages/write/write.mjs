// "Write a lease": one document, a form and a text that both show it, and the engine that checks it.
// Nothing leaves the page except what the writer downloads or copies. The build replaces ELEMENT
// with the name of the element's module.
import { h, render } from 'preact';
import { copyFrom } from '../../element/codes.mjs';
import { Desk } from './desk.mjs';
import { History, Names, empty, listAt, withMoved, withoutItem } from './document.mjs';
import { withEdit, withEntry, withNewClause } from './edits.mjs';
import { scanLease, written } from './json.mjs';
import { Places, focusField, focusOn, keepingFocus, leadTo } from './places.mjs';
import { besides, planOf, ruleOf } from './plan.mjs';
import { fileName, findingsIn, readiness } from './ready.mjs';
import { bindStart } from './start.mjs';
import { textOf, valueIn } from './widgets.mjs';

const quiet = 500; // milliseconds after the last edit until the engine reads the lease
const byId = (id) => document.getElementById(id);
const desk = byId('desk');

const stateOf = (lease, text = written(lease)) => ({ lease, text });
const history = new History(stateOf(empty()));
const names = new Names();
// By the names of fields: those edited as rules; those that the writer has been in; and what the
// writer has typed, with the value that it is typed over: it stands until the field has another.
const asRules = new Set();
const visited = new Set();
const drafts = new Map();
let typed = null; // the text in the JSON field, while it is not taken over
let broken = null; // the error in it
let typing = 0; // a timer, until it is taken over
let isEdited = false; // since it was opened or saved
let keepsState = false; // the exhibit's scenario is of the same lease
let checked = null; // the engine's answer to the last text that it has read
let trouble = null; // why it gave no answer
let exhibit = null; // the last lease without errors
let isReading = true;
let timer = 0;
let said = '';
let isDrawing = false; // a field that is removed may still send events
let places;
let plan;
let isReady;

// The element loads the engine. Without it the form still works, and says so.
const engine = import(new URL(ELEMENT, import.meta.url).href)
  .then(({ LeaseExplorer }) => LeaseExplorer);
engine.catch(() => {}); // reported when something must be checked

// ---- What is shown

/** The findings of each field. An empty field has them only after the writer has been there. */
function findingsByName(findings) {
  const texts = new Map();
  for (const { name, message } of findings) {
    const value = places.fieldNamed(name)?.value;
    if ((value !== undefined && value !== '') || visited.has(name)) {
      texts.set(name, texts.has(name) ? `${texts.get(name)} ${message}` : message);
    }
  }
  for (const [name, { error }] of drafts) if (error) texts.set(name, error);
  return texts;
}

function draw(added) {
  const { lease, text } = history.state;
  plan = planOf(lease, names, asRules);
  places = new Places(plan);
  for (const [name, { over }] of drafts) {
    const field = places.fieldNamed(name);
    if (!field || field.value !== over) drafts.delete(name);
  }
  const findings = (checked?.findings ?? []).map((finding) => {
    const field = places.fieldNamed(finding.name);
    return { ...finding, key: field?.key, place: field ? places.wordsFor(field) : `JSON, line ${finding.line}` };
  });
  const waiting = [...drafts].filter(([, { error }]) => error).map(([name]) => places.fieldNamed(name).key);
  const needs = readiness(lease, checked, waiting);
  if (broken) needs.push({ text: 'JSON that can be read', isMet: false, at: '#json' });
  isReady = !trouble && needs.every(({ isMet }) => isMet);
  isDrawing = true;
  keepingFocus(desk, () => render(h(Desk, {
    plan,
    form: { drafts, findings: findingsByName(findings), isWaiting: Boolean(broken), added, host },
    document: { text: typed ?? text, error: broken, besides: besides(lease), act },
    beside: {
      needs, findings, trouble, isReady, exhibit, said, act, isGood: Boolean(checked?.isGood),
      isReading: isReading || typing !== 0, canUndo: history.canUndo || Boolean(broken),
      file: fileName(lease, isReady),
    },
  }), desk));
  isDrawing = false;
}

function say(text) {
  said = text;
  draw();
}

// ---- Changes

/** Applies a document; successive edits of one field are one step of undo. */
function set(lease, { what, text, wait, added } = {}) {
  clearTimeout(typing);
  typing = 0;
  typed = null;
  broken = null;
  history.set(stateOf(lease, text), what);
  isEdited = true;
  said = '';
  soon(wait);
  draw(added);
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function apply(field, value) {
  if (isSame(value, field.value)) draw();
  else set(withEdit(history.state.lease, field, value), { what: field.name });
}

function takeRule(field, text) {
  drafts.delete(field.name);
  if (text === textOf(field)) {
    draw();
    return;
  }
  const { value, error } = ruleOf(text, field.kind);
  if (error) {
    drafts.set(field.name, { text, over: field.value,
      error: `Not taken over: line ${error.line}, column ${error.column}: ${error.message}.` });
    draw();
    return;
  }
  asRules.delete(field.name);
  apply(field, value ?? (field.isOptional ? undefined : ''));
}

const step = (by) => (list, from) => {
  set(withMoved(history.state.lease, [list], from, by));
  byId(`entry-${list}-${from + by}`).focus();
  say(`Moved ${by < 0 ? 'up' : 'down'}.`);
};

const host = {
  edit(field, control, isSettled) {
    if (isDrawing) return;
    if (field.widget === 'rule') {
      if (isSettled) takeRule(field, control.value);
      else {
        drafts.set(field.name, { ...drafts.get(field.name), text: control.value, over: field.value });
        draw();
      }
      return;
    }
    const value = valueIn(control, field);
    if (isSettled || control.dataset.part) drafts.delete(field.name);
    else drafts.set(field.name, { text: control.value, over: isSame(value, field.value) ? field.value : value });
    apply(field, value);
  },
  leave({ name }) {
    if (isDrawing || visited.has(name)) return;
    visited.add(name);
    draw();
  },
  rule({ name, key }) {
    asRules.add(name);
    draw();
    focusField(key);
  },
  clause(field) {
    set(withNewClause(history.state.lease, field));
    say('The new clause is among the clauses below.');
  },
  up: step(-1),
  down: step(1),
  add(list, index) {
    const { lease, key, first } = withEntry(history.state.lease, list, index);
    set(lease, { added: key });
    focusField(first);
  },
  remove(list, index) {
    const { name } = plan.find((each) => each.list === list).entries[index];
    const last = listAt(history.state.lease, [list]).length - 2;
    set(withoutItem(history.state.lease, [list], index));
    (byId(`entry-${list}-${Math.min(index, last)}`) ?? byId(`add-${list}-0`)).focus();
    say(`Removed ${name}. Undo brings it back.`);
  },
};

// ---- What the engine says

function soon(wait = quiet) {
  isReading = true;
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
    checked = { isGood, findings: findingsIn(findings, lease).map((finding) =>
      ({ ...finding, name: places.fieldAt(finding.pointer)?.name })) };
    if (isGood) {
      exhibit = { text, keepsState };
      keepsState = true;
    }
  } catch (error) {
    checked = null;
    trouble = `Not read: ${error.message.replace(/[.\s]+$/, '')}. `
      + 'The form and its JSON work all the same.';
  }
  isReading = false;
  draw();
}

// ---- The document as JSON, in and out

/** Takes over what is typed in the JSON field, if it can be read. */
function takeText() {
  clearTimeout(typing);
  typing = 0;
  if (typed === null) return;
  const text = typed;
  const { value, error } = scanLease(text);
  broken = error ?? null;
  if (error) isEdited = true;
  else typed = null;
  if (!error && text !== history.state.text) set(value, { what: 'json', text, wait: 0 });
  else draw();
}

/** Replaces this lease with another; undo brings it back. */
function open(lease, text, name) {
  names.forget();
  for (const each of [asRules, visited, drafts]) each.clear();
  keepsState = false;
  set(lease, { text, wait: 0 });
  isEdited = false;
  say(`Opened ${name}.`);
}

const act = {
  lead: (place) => leadTo(places, place),
  typed(text, isSettled) {
    if (isDrawing) return;
    typed = text;
    clearTimeout(typing);
    typing = setTimeout(takeText, quiet);
    if (isSettled) takeText();
    else draw();
  },
  back() {
    typed = null;
    broken = null;
    draw();
    byId('json').focus();
  },
  undo() {
    takeText();
    if (!broken && !history.canUndo) return;
    if (!broken) history.undo();
    typed = null;
    broken = null;
    isEdited = true;
    soon();
    say('Undone.');
  },
  async copy() {
    takeText();
    byId('document').open = true;
    say(await copyFrom(byId('json')) ? `Copied${isReady ? '' : ', as a draft'}.`
      : 'This page may not copy. The text is selected: copy it yourself.');
  },
  download() {
    takeText();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([typed ?? history.state.text], { type: 'application/json' }));
    link.download = fileName(history.state.lease, isReady);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    isEdited = false;
    say(`Saved as ${link.download}, if this page may save.`);
  },
};

addEventListener('beforeunload', (event) => { if (isEdited) event.preventDefault(); });
byId('wants').hidden = typeof WebAssembly === 'object';
bindStart({
  open,
  empty: () => open(empty(), undefined, 'an empty lease'),
  answer: () => focusOn('shown', 'start'),
});
soon();
draw();
