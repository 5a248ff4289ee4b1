// The fields of "Write a lease": a widget for each way to show a value, with its label, help and
// finding. They show the document; what the writer has typed comes before it only as a draft.
import { h } from 'preact';
import { partsOf, periodParts } from './fields.mjs';
import { periodWith, ruleText, withPresent } from './plan.mjs';

const mostRows = 16;

export const idOf = (key) => `at${key}`;

const helpOf = ({ key, help }) => help && `${idOf(key)}:help`;
const findingOf = ({ key }) => `${idOf(key)}:finding`;

/** What a field shows for its value, as text. */
export function textOf({ widget, value }) {
  if (value === undefined) return '';
  return widget === 'rule' ? ruleText(value) : String(widget === 'period' ? value.n : value);
}

/** Any input of a field. */
const Control = ({ field, finding, host, tag = 'input', children, ...attributes }) => h(tag, {
  id: idOf(field.key), autocomplete: 'off', ...attributes,
  'data-key': field.key,
  'aria-describedby': [helpOf(field), findingOf(field)].filter(Boolean).join(' '),
  'aria-invalid': finding ? 'true' : undefined,
  onInput: ({ currentTarget }) => host.edit(field, currentTarget, false),
  onChange: ({ currentTarget }) => host.edit(field, currentTarget, true),
  onBlur: () => host.leave(field),
}, children);

const Select = ({ options, ...props }) => h(Control, { tag: 'select', ...props },
  options.map(([value, text]) => h('option', { value }, text)));

const wholeNumber = { type: 'number', min: 0, step: 1 };

function Choice(props) {
  const { kind, value, options, isOptional } = props.field;
  const nothing = kind === 'clause' ? 'none yet' : isOptional ? 'not chosen' : 'choose';
  return h(Select, { ...props, value: value ?? '',
    options: [...(isOptional || !value ? [['', nothing]] : []), ...options] });
}

const Check = ({ text, ...props }) => h('label', { class: 'check' },
  h(Control, { type: 'checkbox', ...props }), ' ', h('span', {}, text));

function Picks({ field, ...props }) {
  if (field.options.length === 0) return h('span', { class: 'none' }, field.none);
  return field.options.map(([value, text], index) => h(Check, {
    key: value, field, ...props, value, text,
    id: index ? `${idOf(field.key)}:${index}` : idOf(field.key),
    checked: (field.value ?? []).includes(value),
  }));
}

function Period({ draft, ...props }) {
  const { key, label, value } = props.field;
  return h('span', { class: 'row' },
    h(Control, { ...props, ...wholeNumber, value: draft ?? textOf(props.field), 'aria-label': `${label}: how many` }),
    partsOf(value).map(([name, said, options]) => h(Select, {
      key: name, ...props, id: `${idOf(key)}:${name}`, 'data-part': name, 'aria-label': `${label}: ${said}`,
      options: withPresent(options, value?.[name]), value: value?.[name] ?? options[0][0],
    })));
}

function Rule(props) {
  const { value } = props;
  return h(Control, { ...props, tag: 'textarea', class: 'rule', spellcheck: false, autocapitalize: 'off',
    rows: Math.min(Math.max(value.split('\n').length, 1), mostRows) });
}

const Line = (props) => {
  const { kind, type = 'text', size } = props.field;
  return h(Control, { ...props, type, class: size,
    inputMode: kind === 'amount' ? 'decimal' : undefined,
    spellcheck: kind === 'amount' || type !== 'text' ? false : undefined });
};

// Each shows the text `value`.
const widgets = {
  line: Line,
  words: (props) => h(Control, { ...props, tag: 'textarea', rows: 4 }),
  date: (props) => h(Control, { ...props, type: 'date', min: '1900-01-01', max: '2200-12-31' }),
  number: (props) => h(Control, { ...props, ...wholeNumber }),
  rule: Rule,
};
const groups = { picks: Picks, period: Period };

function Labelled(props) {
  const { field, draft, ...others } = props;
  const { key, widget, kind, label } = field;
  const id = idOf(key);
  if (widget === 'flag') return h(Check, { field, ...others, text: label, checked: field.value === true });
  if (groups[widget]) {
    return [h('span', { id: `${id}:label`, class: 'label' }, label), h(groups[widget], props)];
  }
  const text = widget === 'rule' && kind !== 'json' ? `${label}, as a rule` : label;
  return [h('label', { for: id }, text), widget === 'choice' ? h(Choice, { field, ...others })
    : h(widgets[widget], { field, ...others, value: draft ?? textOf(field) })];
}

const Plain = ({ field, what, label, press, children }) => h('button', {
  type: 'button', class: 'plain', id: `${idOf(field.key)}:${what}`, 'aria-label': label, onClick: press,
}, children);

/** A field; `draft` is the text that its writer has typed, if that is not what its value says. */
export function Field({ field, finding, draft, host }) {
  const { key, kind, widget, label, help, options, mayBeRule } = field;
  const isGroup = Boolean(groups[widget]);
  return h('div', {
    class: `field ${widget}`, 'data-field': key,
    role: isGroup ? 'group' : undefined,
    'aria-labelledby': isGroup ? `${idOf(key)}:label` : undefined,
    tabIndex: widget === 'picks' && options.length === 0 ? -1 : undefined, // findings lead here
  },
  h(Labelled, { field, finding, draft, host }),
  help && h('small', { id: helpOf(field) }, help),
  mayBeRule && h(Plain, { field, what: 'rule', label: `As a rule: ${label}`, press: () => host.rule(field) },
    'As a rule'),
  kind === 'clause' && widget === 'choice'
    && h(Plain, { field, what: 'new', press: () => host.clause(field) }, 'A new clause'),
  h('p', { class: 'finding', id: findingOf(field) }, finding));
}

/** The document's value for the content of a control. */
export function valueIn(control, field) {
  const nothing = field.isOptional ? undefined : '';
  const text = control.value;
  switch (field.widget) {
    case 'flag': return control.checked ? true : undefined;
    case 'picks': {
      const named = field.value ?? [];
      if (control.checked) return named.includes(text) ? named : [...named, text];
      return named.filter((each) => each !== text);
    }
    case 'period': return periodWith(field.value, control.dataset.part ?? 'n', text, field.after);
    case 'number': return text === '' ? nothing : Number(text);
    case 'words': return text.replace(/\s*\n\s*/g, ' ') || nothing;
    default: break;
  }
  if (field.kind !== 'amount') return text || nothing;
  // Commas between thousands are not part of an amount.
  return text.replace(/[\s_,’'](?=\d{3}(\D|$))/g, '') || nothing;
}
