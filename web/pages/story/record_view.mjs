// "Make a story": the step that is being written, and the steps that are there. The build prints it for
// its place; the live page keeps it up to date.
import { h } from 'preact';

const Field = ({ id, label, hint, children }) => h('p', { class: 'field' },
  h('label', { for: id }, label), children, hint && h('small', { id: `${id}-hint` }, hint));

const Select = ({ id, label, options, value, ...attributes }) => h(Field, { id, label },
  h('select', { id, value, ...attributes }, options.map(([each, text]) =>
    h('option', { value: each, selected: each === value }, text))));

/** What is being written. `complaint` names figures that do not exist. */
function Draft({ draft, scenario, figures, controls, preview, complaint, editing, act }) {
  const typed = (key) => ({ currentTarget }) => act.write(key, currentTarget.value);
  return h('form', { class: 'draft', autocomplete: 'off', 'aria-labelledby': 'draft', onSubmit: act.record },
    h('h2', { id: 'draft' }, editing < 0 ? 'A new step' : `Step ${editing + 1}`),
    h(Field, { id: 'step-title', label: 'Heading' },
      h('input', { id: 'step-title', maxLength: 120, value: draft.title ?? '', onInput: typed('title') })),
    h(Field, { id: 'step-text', label: 'A few sentences', hint: 'Choose days and amounts below, so that they follow the exhibit.' },
      h('textarea', {
        id: 'step-text', rows: 5, maxLength: 1000, required: true, value: draft.text, 'aria-describedby': 'step-text-hint step-text-complaint',
        'aria-invalid': complaint ? 'true' : undefined, onInput: typed('text'),
      })),
    h(Select, { id: 'figure', label: 'Put in a figure', value: '', disabled: !figures.length, onChange: act.insert,
      options: [['', 'Choose…'], ...figures.map(({ id, text }) => [id, `${id}: ${text}`])] }),
    h('p', { id: 'step-text-complaint', class: 'complaint', role: 'status' }, complaint),
    preview && h('p', { class: 'preview' }, preview),
    h(Select, { id: 'look-at', label: 'Look at', value: draft.look_at ?? '', onChange: typed('look_at'),
      options: [['', 'nothing in particular'], ...controls.map(({ id, label }) => [id, label])] }),
    h('p', { class: 'scenario' }, 'The exhibit shows: ', h('code', {}, scenario || 'it comes with the exhibit')),
    h('p', { class: 'deeds' },
      h('button', { type: 'submit', class: 'answer', disabled: !scenario }, editing < 0 ? 'Next step' : `Change step ${editing + 1}`), ' ',
      editing >= 0 && h('button', { type: 'button', onClick: act.leave }, 'Leave it as it was')));
}

/** A step in the list, by its heading or its first words. */
function Entry({ step, index, count, act }) {
  const name = step.title || `${step.text.slice(0, 40)}${40 < step.text.length ? '…' : ''}`;
  const deed = (text, press, isPossible = true) => h('button', {
    type: 'button', 'aria-label': `${text}: step ${index + 1}`, 'aria-disabled': isPossible ? undefined : 'true',
    onClick: () => isPossible && press(index),
  }, text);
  return h('li', { id: `entry-${index}`, tabIndex: -1 },
    h('span', { class: 'name' }, name),
    h('span', { class: 'deeds' }, deed('Edit', act.edit), deed('Up', act.up, 0 < index),
      deed('Down', act.down, index < count - 1), deed('Remove', act.remove)));
}

/**
 * `story` has its `lease`, `title` and `steps`; `leases` those that can be told, by `id` and `title`. `act`
 * has what can be done; without it nothing can be pressed.
 */
export const RecorderView = ({ story, leases, said = '', canUndo, act = {}, ...draft }) => [
  h(Select, { id: 'lease', label: 'Lease', value: story.lease, disabled: story.steps.length > 0, onChange: act.tell,
    options: leases.map(({ id, title }) => [id, title]) }),
  h(Field, { id: 'title', label: 'Title of the story' },
    h('input', { id: 'title', maxLength: 120, value: story.title, onInput: act.name })),
  h(Draft, { ...draft, act }),
  h('h2', {}, 'Steps'),
  h('p', { id: 'said', role: 'status' }, said),
  h('ol', { class: 'entries' }, story.steps.map((step, index) =>
    h(Entry, { step, index, count: story.steps.length, act }))),
  h('p', { class: 'deeds' },
    h('button', { type: 'button', 'aria-disabled': canUndo ? undefined : 'true', onClick: act.undo }, 'Undo'), ' ',
    h('button', { type: 'button', class: 'answer', disabled: !story.steps.length || !story.title, onClick: act.save }, 'Save as story.json')),
  h(Field, { id: 'open', label: 'Open a story' },
    h('input', { id: 'open', type: 'file', accept: '.json,application/json', onChange: act.open })),
];
