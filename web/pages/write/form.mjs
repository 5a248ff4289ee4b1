// The form of "Write a lease": steps with fields and with entries of a list. The browser keeps which
// entries are open.
import { Component, h } from 'preact';
import { Field } from './widgets.mjs';

const mostOpen = 2; // entries of a list that are open when they are first shown

const fieldsOf = (fields, { drafts, findings, host }) => fields.map((field) => h(Field, {
  key: field.name, field, host,
  draft: drafts.get(field.name)?.text,
  finding: findings.get(field.name),
}));

class Entry extends Component {
  #isOpen = this.props.isOpen; // at first

  render({ entry, form }) {
    const { key, list, index, isLast, name, id, fields, whole } = entry;
    const tool = (label, act) => h('button', {
      type: 'button', id: `${act}-${list}-${index}`, 'aria-label': `${label}: ${name}`,
      onClick: () => form.host[act](list, index),
    }, label);
    const summary = `entry-${list}-${index}`;
    return h('details', { class: 'entry', 'data-entry': key, 'data-near': summary, open: this.#isOpen },
      h('summary', { id: summary }, h('span', { class: 'name' }, name), ' ', h('code', { class: 'id' }, id)),
      fieldsOf(fields, form),
      h('details', { class: 'whole' }, h('summary', {}, 'More, as JSON'), fieldsOf([whole], form)),
      h('p', { class: 'tools' }, index > 0 && tool('Move up', 'up'),
        !isLast && tool('Move down', 'down'), tool('Remove', 'remove')));
  }
}

function Step({ step, number, form }) {
  const { id, legend, help, list, fields, entries, add } = step;
  return h('fieldset', {
    class: 'step', id, disabled: form.isWaiting,
    'data-near': list ? `add-${list}-0` : undefined,
  },
  h('legend', {}, h('b', {}, number), ` ${legend}`),
  h('p', { class: 'help' }, help),
  fieldsOf(fields, form),
  entries.map((entry) => h(Entry, {
    key: entry.uid, entry, form,
    isOpen: entries.length <= mostOpen || entry.key === form.added,
  })),
  add.length > 0 && h('p', { class: 'adds' }, add.map((label, index) => h('button', {
    type: 'button', id: `add-${list}-${index}`, onClick: () => form.host.add(list, index),
  }, label))));
}

/**
 * `form` has the `drafts` and `findings` of fields by name, `isWaiting` while nothing may be changed,
 * the key of the entry that was just `added`, and the `host` that takes what the writer does:
 * `edit`, `leave`, `rule`, `clause`, `add`, `up`, `down`, `remove`.
 */
export const Form = ({ plan, form }) => h('form', {
  id: 'form', 'aria-label': 'The lease', autocomplete: 'off', onSubmit: (event) => event.preventDefault(),
}, plan.map((step, index) => h(Step, { key: step.id, step, number: index + 1, form })));
