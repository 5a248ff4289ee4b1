// "Write a lease" below its start: the form and the whole lease as JSON on the left, what is missing,
// the findings and the exhibit on the right.
import { h } from 'preact';
import { Beside } from './beside.mjs';
import { Form } from './form.mjs';

/** The lease as its text; an `error` says where it cannot be read. */
function Document({ text, error, besides, act }) {
  return h('details', { id: 'document', class: 'document' },
    h('summary', {}, 'The whole lease as JSON'),
    h('p', {}, h('label', { for: 'json' }, 'The same lease; what you change here changes the form.'), ' ',
      h('a', { href: 'WRITING.txt' }, 'Every word of it, by example')),
    h('textarea', {
      id: 'json', rows: 24, spellcheck: false, autocapitalize: 'off', autocomplete: 'off', value: text,
      'aria-describedby': 'json-finding besides', 'aria-invalid': error ? 'true' : undefined,
      onInput: ({ currentTarget }) => act.typed(currentTarget.value),
      onChange: ({ currentTarget }) => act.typed(currentTarget.value, true),
    }),
    h('p', { id: 'json-finding', class: 'finding', role: 'alert' }, error
      && `Line ${error.line}, column ${error.column}: ${error.message}. `
      + 'The form waits, and shows the last good state.'),
    h('p', {}, h('button', { id: 'json-back', type: 'button', hidden: !error, onClick: act.back },
      'Back to the last good state')),
    h('p', { id: 'besides', class: 'help' }, besides.length > 0
      && `Only here, and kept as they are: ${besides.join(', ')}.`));
}

export const Desk = ({ plan, form, document, beside }) => [
  h('div', { class: 'paper' },
    h('p', { class: 'jump' }, h('a', { href: '#before' }, 'What is missing, and the exhibit')),
    h(Form, { plan, form }),
    h(Document, document)),
  h(Beside, beside),
];
