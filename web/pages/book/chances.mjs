// "How likely is the income?": a guess of how late all comes, and for each month the chance that it brings
// less than a line that the reader drags. Nothing is claimed before a guess.
import { h } from 'preact';
import { Field } from './field.mjs';
import { table } from './parts.mjs';

const threeAnswers = /^(\d+),(\d+)(?:,(\d+(?:\.\d+)?)%)?$/;

/** `{ even, nine, never }` of a guess in three answers, as fields hold them. */
export function latenessIn(text = '') {
  const [, even = '', nine = '', never = ''] = threeAnswers.exec(text) ?? [];
  return { even, nine, never };
}

/** Empty until both numbers of days are there. */
export const latenessOf = ({ even, nine, never }) => (even !== '' && nine !== ''
  ? `${even},${nine}${Number(never) ? `,${never}%` : ''}` : '');

const days = (part, label, value, most = 2200) => h('p', { class: 'field' },
  h('label', { for: `late-${part}` }, label),
  h(Field, { id: `late-${part}`, type: 'number', min: 0, max: most, step: part === 'never' ? 'any' : 1,
    inputmode: 'decimal', value, 'data-late': part }));

/** Months as columns as wide as they are many, and as high as the chance; the line is at even odds. */
const picture = (rows) => {
  const whole = rows.reduce((sum, { count }) => sum + count, 0);
  let left = 0;
  return h('svg', { class: 'chance', viewBox: `0 0 ${whole} 100`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    h('line', { x1: 0, x2: whole, y1: 50, y2: 50 }),
    rows.map(({ months, chance, count, parts }) => {
      left += count;
      const height = parts / 10_000;
      return h('rect', { class: 'tone-exit', x: left - count, y: 100 - height, width: count, height },
        h('title', null, `${months}: ${chance}`));
    }));
};

const answer = ({ supposed, line, error, notes, rows }) => [
  h('p', null, `Supposed: ${supposed}. A guess, not a fact. ${notes.join(' ')}`),
  error ? h('p', { class: 'notice', role: 'alert' }, error) : null,
  rows.length === 0 ? null : [
    h('p', null, h('b', null, `The chance that a month brings less than ${line}`), ', if whoever may leave for nothing leaves:'),
    picture(rows),
    h('p', { class: 'axis' }, h('span', null, rows[0].months.split(' – ')[0]), h('span', null, rows.at(-1).months.split(' – ').at(-1))),
    table('What a month brings', ['Months', `Below ${line}`, 'One in ten at most', 'Median', 'Nine in ten at most'],
      rows.map((row) => [row.months, row.chance, row.tenth, row.median, row.ninetieth]))],
];

/** `late` are the answers as they are typed; `others` is the guess that the library's deliveries make. */
export function chances({ chances: shown, controls }, late, others) {
  const [slipping, line] = ['slipping', 'line'].map((name) => controls.find(({ id }) => id === name));
  return h('section', { class: 'chances', 'aria-labelledby': 'chances' },
    h('h2', { id: 'chances' }, 'How likely is the income?'),
    h('p', null, 'Say how many days late you think deliveries come that nobody has recorded, each counted from its own due day.'),
    h('div', { class: 'fields' },
      days('even', 'Even odds by … days late', late.even), days('nine', 'Nine in ten by … days late', late.nine),
      days('never', 'Never, in 100', late.never, 10)),
    h('p', null,
      h('button', { type: 'button', 'data-control': 'likely', 'data-value': others }, 'As late as others were'), ' ',
      shown ? h('button', { type: 'button', 'data-control': 'likely', 'data-value': 'none' }, 'No guess') : null),
    shown ? [
      h('fieldset', null, h('legend', null, slipping.label), slipping.options.map(({ id, label }) =>
        h('p', { key: id }, h('label', null, h('input', { type: 'radio', name: 'slipping', value: id,
          'data-control': 'slipping', checked: id === slipping.value }), ` ${label}`)))),
      h('p', { class: 'day' }, h('label', { for: 'line' }, `${line.label}: `, h('b', null, line.value_text), ' '),
        h(Field, { id: 'line', type: 'range', min: 0, max: line.max, step: line.step, value: line.number,
          'data-control': 'line', 'aria-valuetext': line.value_text })),
      answer(shown)] : null);
}
