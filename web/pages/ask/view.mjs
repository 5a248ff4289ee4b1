// "How likely, and worth it?": what a reader guesses and supposes, and what comes of it. Computes nothing:
// every text and every drawing comes from the engine.
import { h } from 'preact';
import { Table } from '../../view/tables.mjs';
import { answersIn } from './guess.mjs';
import { SlipTable } from './slips.mjs';

const Field = ({ label, hint, id, ...attributes }) => h('p', { class: 'field' },
  h('label', { for: id }, label), h('input', { id, 'aria-describedby': hint && `${id}-hint`, ...attributes }),
  hint && h('small', { id: `${id}-hint` }, hint));

/** Three answers about one delivery; a guess of another kind is shown as it is written. */
function Guess({ delivery: { tranche, label }, value, answers, offer, act }) {
  const name = `likely.${tranche}`;
  const id = (part) => `ask-${tranche}-${part}`;
  const day = (part, text) => h(Field, {
    id: id(part), label: text, type: 'date', min: '1900-01-01', max: '2200-12-31', value: answers[part],
    onChange: ({ currentTarget }) => act.answer(tranche, part, currentTarget.value),
  });
  return h('fieldset', { class: 'guess', key: name }, h('legend', {}, `${label} …`),
    answers ? h('div', { class: 'fields' },
      day('even', 'Even odds by'),
      day('nine', 'Nine in ten by'),
      h(Field, {
        id: id('never'), label: 'Never, in 100', type: 'number', min: 0, max: 10, step: 'any', inputmode: 'decimal',
        placeholder: '0', value: answers.never,
        onChange: ({ currentTarget }) => act.answer(tranche, 'never', currentTarget.value),
      }))
      : h(Field, {
        id: id('text'), label: 'Your guess, as links write it', value, maxLength: 2000,
        onChange: ({ currentTarget }) => act.set(name, currentTarget.value.trim()),
      }),
    h('p', {},
      offer && h('button', { type: 'button', onClick: () => act.set(name, offer), disabled: value === offer },
        'As late as others were'), ' ',
      h('button', { type: 'button', onClick: () => act.set(name, ''), disabled: !value && !(answers?.even || answers?.nine) },
        'No guess')));
}

/** The hill, with a slider under its middle and one under its width. */
function Hill({ hill, prospect, handles, act }) {
  const handle = ({ part, label, text, number }) => h('input', {
    key: part, type: 'range', min: hill.first, max: hill.last, value: String(number),
    'aria-label': label, 'aria-valuetext': text,
    onInput: ({ currentTarget }) => act.drag(part, Number(currentTarget.value), true),
    onChange: ({ currentTarget }) => act.drag(part, Number(currentTarget.value), false),
  });
  const chances = prospect.outcomes.map(({ chance, label }) => `${chance}: ${label}`).join('. ');
  return h('div', { class: 'hill' },
    h('img', { src: `data:image/svg+xml,${encodeURIComponent(hill.svg)}`, alt: `${chances}.` }),
    handles.length > 0 && hill.first < hill.last && h('div', {
      class: 'handles', style: { left: `${hill.left}px`, width: `${hill.width}px`, top: `${hill.foot}px` },
    }, handles.map(handle)));
}

const quantiles = ({ tenth, median, ninetieth }) => [tenth, median, ninetieth];

const Prospect = ({ prospect, ...rest }) => [
  h('p', { class: 'supposed' }, `Supposed: ${prospect.supposed}. ${prospect.as_of}. A guess, not a fact.`),
  rest.hill && h(Hill, { prospect, ...rest }),
  h(Table, {
    caption: 'Who may leave, if it comes as you guess', isWide: true,
    headings: ['Who', 'Right', 'Notice can be given on some day', 'From, even odds by', 'Earliest end, even odds by'],
    rows: prospect.ways.map((way) => [way.holder, way.right, way.chance, way.first.median, way.ends.median]),
  }),
  prospect.firm.median && h(Table, {
    caption: 'Money', isWide: true,
    headings: ['What', 'One in ten at most', 'Median', 'Nine in ten at most'],
    rows: [['Payable if the first free way out is taken', ...quantiles(prospect.firm)]],
  }),
  prospect.caveat && h('p', { class: 'note' }, prospect.caveat),
  prospect.months.length > 0 && h('details', {}, h('summary', {}, 'Expected fees a month, if nobody leaves'),
    h(Table, {
      headings: ['Months', 'Each'],
      rows: prospect.months.map(({ first, last, fees }) => [first === last ? first : `${first} – ${last}`, fees]),
    })),
];

const Elsewhere = ({ elsewhere }) => [
  h('p', { class: 'supposed' }, `Supposed: ${elsewhere.supposed}. A guess, not a fact.`),
  h('p', {}, `This lease: ${elsewhere.own}`),
  h(Table, {
    caption: 'Stay or leave', isWide: true,
    headings: ['Who', 'Right', 'First end', 'Fees from then on', 'Elsewhere', 'Exit fee', 'Leaving saves', 'Break-even'],
    rows: elsewhere.ways.map((way) => [way.holder, way.right, way.end, way.fees, way.elsewhere, way.exit_fee,
      way.saves, way.break_even]),
  }),
  h('ul', {}, elsewhere.ways.map(({ holder, right, when }) => h('li', {}, `${holder}, ${right}: ${when}`))),
  h('p', {}, elsewhere.other_side),
];

const Slips = ({ slips }) => h('details', {},
  h('summary', {}, `How late others were: ${slips.length} reported deliveries`),
  h('p', {}, 'Deliveries in this library that a source reports, beside the day on which they were due. ',
    'Where a source names a month or a quarter only, the days late are bounds.'),
  h(SlipTable, { slips }));

/**
 * `words` is the question, by name; `partial` has answers that are no guess yet, by tranche; `answer` is
 * the engine's; `hill` the drawing and `handles` what moves it. `act` has `set(name,
 * value)`, `answer(tranche, part, text)` and `drag(part, number, isPassing)`.
 */
export function AskView({ words, partial, answer, hill, handles, slips, act }) {
  const price = (name, label, hint, attributes) => h(Field, {
    id: `ask-${name}`, label, hint, type: 'number', min: 0, inputmode: 'decimal', step: 'any',
    value: words.get(name) ?? '', onChange: ({ currentTarget }) => act.set(name, currentTarget.value), ...attributes,
  });
  const { prospect, elsewhere, deliveries: guesses, currency, unit } = answer;
  const isGuessed = ({ tranche }) => Boolean(words.get(`likely.${tranche}`));
  return h('div', { class: 'choices ask' },
    h('section', { 'aria-labelledby': 'ask-when' },
      h('h3', { id: 'ask-when' }, 'How likely?'),
      h('p', {}, 'Say when you think it comes. Chances are counted exactly from your guess, and are no better than it.'),
      guesses.map((delivery) => h(Guess, {
        delivery, act, offer: slips.guess, value: words.get(`likely.${delivery.tranche}`) ?? '',
        answers: partial.get(delivery.tranche) ?? answersIn(words.get(`likely.${delivery.tranche}`)),
      })),
      guesses.length === 0 && h('p', {}, 'Nothing is left to deliver under this lease of which a day could be guessed.'),
      guesses.filter(isGuessed).length > 1 && h('p', { class: 'field' },
        h('label', { for: 'ask-slipping' }, 'Deliveries slip'),
        h('select', { id: 'ask-slipping', value: words.get('slipping') ?? 'together',
          onChange: ({ currentTarget }) => act.set('slipping', currentTarget.value) },
        h('option', { value: 'together' }, 'together, by the same days'), h('option', { value: 'apart' }, 'each by itself'))),
      answer.likely_error && h('p', { class: 'notice', role: 'alert' }, answer.likely_error),
      prospect && h(Prospect, { prospect, hill, handles, act }),
      h(Slips, slips)),
    h('section', { 'aria-labelledby': 'ask-worth' },
      h('h3', { id: 'ask-worth' }, 'Stay, or leave?'),
      h('p', {}, 'Say what the same capacity costs elsewhere. Without a price nothing is claimed.'),
      h('div', { class: 'fields' },
        price('elsewhere', `Elsewhere: ${currency} a ${unit}-hour`, ''),
        price('gap', 'Days without capacity', '', { step: 1, inputmode: 'numeric', disabled: !words.get('elsewhere') }),
        price('extra', `Other cost of leaving, ${currency}`, '', { disabled: !words.get('elsewhere') })),
      answer.elsewhere_error && h('p', { class: 'notice', role: 'alert' }, answer.elsewhere_error),
      elsewhere && h(Elsewhere, { elsewhere })));
}
