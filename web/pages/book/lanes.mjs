// The picture of a book: a lane for each lease on one axis of days, and the day of view as a slider
// over all of them. Every date that it says is a text of the exhibit; days only become places here.
import { Fragment, h } from 'preact';
import { Field } from './field.mjs';
import { key } from './parts.mjs';

const dayLength = 86_400_000; // milliseconds
const dayOf = (iso) => Date.parse(iso) / dayLength;

/** All lanes from the first day of any to the last; `place` gives a day's distance from the left. */
function axisOf(rows) {
  const first = Math.min(...rows.map((row) => row.first_day));
  const end = Math.max(...rows.map((row) => row.last_day)) + 1;
  const part = (day) => (day - first) / (end - first);
  return {
    first,
    end,
    part,
    place: (day) => `${(100 * part(day)).toFixed(2)}%`,
    has: (day) => first <= day && day <= end,
  };
}

/** As many months as have room for their names. */
function ticksOf({ first, end, has }, money) {
  const days = end - first;
  const every = days < 500 ? 3 : days < 1100 ? 6 : 12;
  const months = new Map(money.flatMap((one) => one.months).map(({ iso, month }) => [iso, month]));
  return [...months].map(([iso, label]) => ({ iso, label, day: dayOf(`${iso}-01`) }))
    .filter(({ iso, day }) => has(day) && (Number(iso.slice(5)) - 1) % every === 0);
}

const line = (axis, day, name, top = 0) => {
  const x = axis.place(day);
  return h('line', { class: name, x1: x, x2: x, y1: top, y2: '100%' });
};

/** A month has its name on the right, if there is room for it. */
const tick = (axis, { iso, label, day }) => h(Fragment, { key: iso }, line(axis, day, 'tick'),
  axis.part(day) < 0.85 ? h('text', { class: 'tick', x: axis.place(day), y: 14, dx: 6 }, label) : null);

/** The day of view over its line; at either end the words turn inwards. */
function dayView(axis, day, text) {
  const within = Math.min(Math.max(day, axis.first), axis.end);
  const part = axis.part(within);
  const anchor = part < 0.3 ? 'start' : part < 0.7 ? 'middle' : 'end';
  return [axis.has(day) ? line(axis, day, 'now', 44) : null,
    h('text', { class: 'now', x: axis.place(within), y: 38, 'text-anchor': anchor },
      axis.has(day) ? text : `${text}, not in this picture`)];
}

// ---- Exits

const diamond = 'M0-7 7 0 0 7-7 0z';
const arrow = 'M-8-7 4 0-8 7z';
const shape = (path) => h('svg', { class: 'exit key', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' },
  h('path', { d: path }));

/** What each side may do, as the readings are chosen. */
const exitsOf = (row, exits) => exits.filter(({ lease, reading }) =>
  lease === row.id && reading === 'as chosen');

const pathOf = (axis, { ends_iso: iso }) => {
  if (!iso) return null;
  return axis.end < dayOf(iso) ? arrow : diamond;
};

function exitMark(axis, exit) {
  const path = pathOf(axis, exit);
  if (!path) return null;
  const day = Math.min(Math.max(dayOf(exit.ends_iso), axis.first), axis.end);
  return h('svg', { key: exit.ends_iso, class: 'exit', x: axis.place(day), y: 9 },
    h('path', { d: path }));
}

const exitText = (axis, exit) => {
  const path = pathOf(axis, exit);
  return h('p', { class: 'way' }, path ? shape(path) : null, h('b', null, exit.who), ` ${exit.answer}`);
};

// ---- Lanes

/** Segments are in thousandths of the lease's own days. */
const segmentsOf = ({ band, first_day: first, last_day: last }) => band.map((segment) => ({
  ...segment,
  from: first + (segment.left * (last + 1 - first)) / 1000,
  to: first + ((segment.left + segment.width) * (last + 1 - first)) / 1000,
}));

const segmentView = (axis, { tone, label, details, from, to }) => {
  const box = { x: axis.place(from), y: 20, width: `${(100 * (axis.part(to) - axis.part(from))).toFixed(2)}%`,
    height: 26 };
  return [h('rect', { class: `tone-${tone}`, ...box }),
    h('foreignObject', box, h('div', { class: `outcome pill-${tone}`, title: `${label}: ${details}` },
      h('span', null, label)))];
};

function lane(axis, row, exits) {
  const ways = exitsOf(row, exits);
  const days = new Map(ways.map((exit) => [exit.ends_iso, exit]));
  return h('li', { key: row.id },
    h('a', { class: 'name', href: `${row.id}.html`, title: row.title }, row.title),
    h('div', { class: 'days' },
      h('svg', { class: 'lane', role: 'img',
        'aria-label': row.band.map(({ details }) => details).join('; ') || 'No outcome depends on a day' },
      h('line', { class: 'open', x1: 0, x2: '100%', y1: 33, y2: 33 }),
      segmentsOf(row).map((segment) => segmentView(axis, segment)),
      [...days.values()].map((exit) => exitMark(axis, exit))),
      ways.map((exit) => exitText(axis, exit))));
}

/** What a tone means, in the words of the lanes that have it. */
function tonesOf(rows) {
  const words = new Map();
  for (const { tone, label } of rows.flatMap(({ band }) => band)) {
    words.set(tone, (words.get(tone) ?? new Set()).add(label));
  }
  return [...words].map(([tone, labels]) => key(tone, [...labels].join(', ')));
}

const legend = (rows) => h('ul', { class: 'legend' }, tonesOf(rows),
  h('li', null, shape(diamond), 'the earliest end that is known; an arrow if it is after these days'),
  h('li', null, h('svg', { class: 'key', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    h('line', { class: 'open', x1: 0, x2: 10, y1: 5, y2: 5 })),
  'days outside the lease’s own picture; the lease may go on'));

/** `control` is the day of view; without scripts it is shown where it stands. */
export function lanes({ rows, exits, money, as_of: asOf }, control, isLive) {
  if (rows.length === 0) return null;
  const axis = axisOf(rows);
  return h('figure', { class: 'lanes' },
    h('figcaption', null,
      'What follows from delivery, or from notice, on each day, whether or not there was one.'),
    h('div', { class: 'plot' },
      h('svg', { class: 'scale', 'aria-hidden': 'true' },
        ticksOf(axis, money).map((month) => tick(axis, month)), dayView(axis, control.number, asOf)),
      h('div', { class: 'hand' }, isLive ? h(Field, { type: 'range', min: axis.first, max: axis.end,
        value: control.number, 'data-control': control.id, 'aria-label': control.label,
        'aria-valuetext': control.value_text }) : null),
      h('ol', null, rows.map((row) => lane(axis, row, exits)))),
    legend(rows));
}
