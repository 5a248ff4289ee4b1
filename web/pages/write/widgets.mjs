// The widgets of "Write a lease", one for each way to show a value.
import { element } from '../../element/dom.mjs';
import { partsOf, periodParts } from './fields.mjs';
import { periodWith, ruleText, withPresent } from './plan.mjs';

const newClause = '+'; // not a valid id of a clause

const option = ([value, text]) => element('option', { value }, text);
const input = (id, more) => element('input', { id, autocomplete: 'off', ...more });
const wholeNumber = { type: 'number', min: 0, step: 1 };

// The help text under the label of a field.
const makers = {
  line: ({ kind, type, size }, id) => [input(id, {
    type: type ?? 'text', class: size, inputmode: kind === 'amount' && 'decimal',
    spellcheck: kind === 'amount' || type ? 'false' : null,
  })],
  words: (_, id) => [element('textarea', { id, rows: 4 })],
  date: (_, id) => [input(id, { type: 'date', min: '1900-01-01', max: '2200-12-31' })],
  number: (_, id) => [input(id, wholeNumber)],
  choice: (_, id) => [element('select', { id })],
  rule: (_, id) => [element('textarea', {
    id, rows: 1, class: 'rule', spellcheck: 'false', autocapitalize: 'off',
  })],
  sources: ({ options }, id) => (options.length ? options.map(([value], index) =>
    element('label', { class: 'check' },
      input(index ? `${id}:${index}` : id, { type: 'checkbox', value }), ' ', element('span')))
    : [element('span', { class: 'none' }, 'No source yet; add one in the next step.')]),
  period: ({ label, value }, id) => [element('span', { class: 'row' },
    input(id, { ...wholeNumber, 'aria-label': `${label}: how many` }),
    ...partsOf(value).map(([name, said]) => element('select',
      { id: `${id}:${name}`, 'aria-label': `${label}: ${said}`, 'data-part': name })))],
};

function labelled(field, id) {
  const { widget, label, kind, options } = field;
  if (widget === 'flag') {
    return [{}, element('label', { class: 'check' }, input(id, { type: 'checkbox' }), ` ${label}`)];
  }
  const inner = makers[widget](field, id);
  if (widget !== 'sources' && widget !== 'period') {
    const text = widget === 'rule' && kind !== 'json' ? `${label}, as a rule` : label;
    return [{}, element('label', { for: id }, text), ...inner];
  }
  return [{
    role: 'group', 'aria-labelledby': `${id}:label`,
    tabindex: widget === 'sources' && !options.length && '-1', // a finding can move the focus here
  }, element('span', { id: `${id}:label`, class: 'label' }, label), ...inner];
}

/** A field without its value; `setField` sets the value. */
export function fieldElement(field, id) {
  const { key, widget, help, label, mayBeRule } = field;
  const [attributes, ...parts] = labelled(field, id);
  const group = element('div', { class: `field ${widget}`, 'data-field': key, ...attributes },
    ...parts,
    ...(help ? [element('small', { id: `${id}:help` }, help)] : []),
    ...(mayBeRule ? [element('button', {
      type: 'button', class: 'plain', id: `${id}:rule`, 'aria-label': `As a rule: ${label}`,
      'data-act': 'rule', 'data-rule': key,
    }, 'As a rule')] : []),
    element('p', { class: 'finding', id: `${id}:finding` }));
  for (const control of group.querySelectorAll('input, select, textarea')) {
    control.dataset.key = key;
    control.setAttribute('aria-describedby', `${help ? `${id}:help ` : ''}${id}:finding`);
  }
  return group;
}

function setOptions(select, options) {
  const seen = JSON.stringify(options);
  if (select.dataset.seen === seen) return;
  select.dataset.seen = seen;
  select.replaceChildren(...options.map(option));
}

/** Updates what differs; leaves a field alone while somebody types in it. */
function put(control, value) {
  const isWritten = control === document.activeElement && control.localName !== 'select';
  if (control.value !== value && !isWritten) control.value = value;
}

const setters = {
  choice(control, { value, options, kind, isOptional }) {
    const isClause = kind === 'clause';
    const nothing = isClause ? 'none yet' : isOptional ? 'not chosen' : 'choose';
    setOptions(control, [...(isOptional || !value ? [['', nothing]] : []), ...options,
      ...(isClause ? [[newClause, 'a new clause…']] : [])]);
    put(control, value ?? '');
  },
  flag(control, { value }) { control.checked = value === true; },
  rule(control, { value }, draft) {
    const text = draft ?? ruleText(value);
    put(control, text);
    control.rows = Math.min(Math.max(control.value.split('\n').length, 1), 16);
  },
};

export function setField(group, field, draft) {
  const controls = [...group.querySelectorAll('[data-key]')];
  const { widget, value } = field;
  if (widget === 'sources') {
    controls.forEach((box, index) => {
      box.checked = (value ?? []).includes(box.value);
      box.parentElement.querySelector('span').textContent = field.options[index]?.[1] ?? '';
    });
  } else if (widget === 'period') {
    const [number, ...selects] = controls;
    put(number, value === undefined ? '' : String(value.n));
    for (const select of selects) {
      const [, , options] = periodParts.find(([name]) => name === select.dataset.part);
      const present = value?.[select.dataset.part];
      setOptions(select, withPresent(options, present));
      put(select, present ?? options[0][0]);
    }
  } else if (setters[widget]) setters[widget](controls[0], field, draft);
  else put(controls[0], value === undefined ? '' : String(value));
}

/** The document's value for the content of a control. */
export function valueIn(control, field) {
  const nothing = field.isOptional ? undefined : '';
  const text = control.value;
  switch (field.widget) {
    case 'flag': return control.checked ? true : undefined;
    case 'sources': {
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

export const isNewClause = (field, value) => field.kind === 'clause' && value === newClause;
