// "Make a story", alive: what the exhibit shows becomes the scenario of the step that is written. Nothing
// leaves the page except the file that the author saves. The build replaces DAYS with the day of each
// lease's information.
import { h, render } from 'preact';
import { History, withMoved, withoutItem } from '../write/document.mjs';
import { RecorderView } from './record_view.mjs';
import { figuresIn, filled, readStory, written } from './story_file.mjs';

const mostSteps = 20;
const place = document.querySelector('#recorder');
const explorer = document.querySelector('lease-explorer');
const byId = (id) => document.getElementById(id);
const leases = [...byId('lease').options].map(({ value, textContent }) => ({ id: value, title: textContent }));

const blank = () => ({ title: '', text: '', look_at: '' });
const history = new History({ lease: byId('lease').value, title: '', steps: [] });
let draft = blank();
let editing = -1; // the step that is being changed
let said = '';

/** What the exhibit shows, with the day of view in it: what is true on one day may not be on another. */
function scenario() {
  const { exhibit } = explorer;
  if (!exhibit) return '';
  const link = new URLSearchParams(explorer.state);
  const day = exhibit.controls.find(({ id }) => id === 'as-of');
  if (day && !link.has('as-of')) link.set('as-of', day.value);
  return link.toString();
}

function draw() {
  const { exhibit } = explorer;
  const figures = explorer.figures ?? {};
  const unknown = exhibit ? figuresIn(draft.text).filter((name) => !Object.hasOwn(figures, name)) : [];
  const empty = exhibit ? figuresIn(draft.text).filter((name) => figures[name] === '–') : [];
  render(h(RecorderView, {
    story: history.state, leases, said, canUndo: history.canUndo, act, draft, editing, scenario: scenario(),
    figures: (exhibit?.figures ?? []).filter(({ text }) => text !== '–'),
    controls: (exhibit?.controls ?? []).filter(({ kind }) => kind !== 'button'),
    preview: figuresIn(draft.text).length > 0 && filled(draft.text, figures),
    complaint: [...unknown.map((name) => `There is no figure “${name}”.`),
      ...empty.map((name) => `“${name}” says nothing in this scenario.`)].join(' '),
  }), place);
}

function set(story, words, what) {
  history.set(story, what);
  said = words;
  draw();
}

/** Shows what a step shows; the lease first, if it is another. */
function show({ lease }, state) {
  const src = `leases/${lease}.json`;
  if (explorer.getAttribute('src') !== src) {
    explorer.setAttribute('as-of', DAYS[lease]);
    explorer.setAttribute('page', `${lease}.html`);
    explorer.setAttribute('src', src);
  }
  explorer.state = state;
}

function startAnew() {
  draft = blank();
  editing = -1;
}

const move = (by) => (index) => {
  startAnew();
  set(withMoved(history.state, ['steps'], index, by), `Moved ${by < 0 ? 'up' : 'down'}.`);
  byId(`entry-${index + by}`).focus();
};

const act = {
  write(key, value) {
    draft = { ...draft, [key]: value };
    draw();
  },
  name: ({ currentTarget }) => set({ ...history.state, title: currentTarget.value }, '', 'title'),
  tell({ currentTarget }) {
    const story = { ...history.state, lease: currentTarget.value };
    set(story, '');
    show(story, '');
  },
  insert({ currentTarget }) {
    const field = byId('step-text');
    const { value, selectionStart: from, selectionEnd: to } = field;
    const name = currentTarget.value && `{${currentTarget.value}}`;
    currentTarget.value = '';
    if (!name || 1000 < value.length + name.length) return;
    act.write('text', value.slice(0, from) + name + value.slice(to));
    field.focus();
    field.setSelectionRange(from + name.length, from + name.length);
  },
  record(event) {
    event.preventDefault();
    const { steps } = history.state;
    const index = editing < 0 ? steps.length : editing;
    if (index === mostSteps) {
      said = `A story has at most ${mostSteps} steps.`;
      draw();
      return;
    }
    const step = { ...steps[index], ...draft, scenario: scenario() };
    startAnew();
    set({ ...history.state, steps: [...steps.slice(0, index), step, ...steps.slice(index + 1)] },
      `Step ${index + 1} is recorded.`);
    byId('step-text').focus();
  },
  edit(index) {
    draft = { ...blank(), ...history.state.steps[index] };
    editing = index;
    said = '';
    draw();
    show(history.state, draft.scenario);
    byId('step-text').focus();
  },
  leave() {
    startAnew();
    draw();
  },
  up: move(-1),
  down: move(1),
  remove(index) {
    startAnew();
    set(withoutItem(history.state, ['steps'], index), `Removed step ${index + 1}. Undo brings it back.`);
    (byId(`entry-${Math.min(index, history.state.steps.length - 1)}`) ?? byId('step-text')).focus();
  },
  undo() {
    if (!history.canUndo) return;
    startAnew();
    history.undo();
    said = 'Undone.';
    draw();
    show(history.state, explorer.state);
  },
  save() {
    const link = document.createElement('a');
    link.href = `data:application/json;charset=utf-8,${encodeURIComponent(written(history.state))}`;
    link.download = 'story.json';
    link.click();
    said = 'Saved as story.json, if this page may save.';
    draw();
  },
  async open({ currentTarget }) {
    const [file] = currentTarget.files;
    if (!file) return;
    try {
      const story = readStory(await file.text(), leases.map(({ id }) => id));
      startAnew();
      set(story, `${file.name} is open. Undo brings back what was here.`);
      show(story, story.steps[0].scenario);
    } catch (error) {
      said = `${file.name} was not opened. ${error.message}.`;
      draw();
    }
    byId('open').value = '';
  },
};

for (const type of ['ready', 'change']) explorer.addEventListener(type, draw);
addEventListener('beforeunload', (event) => {
  if (history.state.steps.length || draft.text) event.preventDefault();
});
place.replaceChildren();
draw();
