// Tables, reasons and the words behind them.
import { h } from 'preact';

/** A text whose reasons can be asked for; without `explain` it is only the text. */
const Named = ({ text, subject, explain }) => (subject && explain
  ? h('button', { type: 'button', class: 'plain', onClick: () => explain(subject) }, text) : text);

/**
 * Rows of a table; each row is a list of texts or nodes, and the cell at `header` names the row. One
 * that can be wider than its place is scrolled by keys as well (`isWide`).
 */
export function Table({ caption, headings, rows, header = 0, isWide = false }) {
  if (rows.length === 0) return null;
  return h('table', { tabIndex: isWide ? 0 : undefined },
    caption && h('caption', {}, caption),
    h('thead', {}, h('tr', {}, headings.map((heading) => h('th', { scope: 'col' }, heading)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((content, index) =>
      (index === header ? h('th', { scope: 'row', 'data-label': headings[index] }, content)
        : h('td', { 'data-label': headings[index] }, content)))))));
}

const was = (exhibit, text) => (text ? ` (${exhibit.baseline}: ${text})` : '');

/** The options of the control `explain` are what reasons can be asked for. */
function asker(exhibit, explain) {
  const asked = exhibit.controls.find(({ id }) => id === 'explain')?.options ?? [];
  return (text, id) => h(Named, { text, subject: asked.some((one) => one.id === id) && id, explain });
}

export const Comparison = ({ exhibit }) => h(Table, {
  headings: ['What', 'A', 'B', 'Difference'], isWide: true,
  rows: exhibit.comparison.map((row) => [row.what, row.a, row.b, row.difference]),
});

export const Rights = ({ exhibit }) => h(Table, {
  headings: ['Who', 'Right', 'Window for notice', 'Notice', 'Earliest end', 'Exit fee', 'On that day'],
  isWide: true,
  rows: exhibit.rights.map((row) => [row.holder,
    row.right + (row.alternative ? `, or instead: ${row.alternative}` : ''),
    row.window + was(exhibit, row.was), row.notice, row.effect, row.price, row.status]),
});

export const Money = ({ exhibit, explain }) => {
  const named = asker(exhibit, explain);
  return h(Table, {
    headings: ['What', 'Amount', 'Meaning'],
    rows: exhibit.money.map((row) => [named(row.label, row.id), row.exact + was(exhibit, row.was),
      row.note]),
  });
};

export const KeyDates = ({ exhibit, explain }) => {
  const named = asker(exhibit, explain);
  return h(Table, {
    headings: ['Date', 'What', 'How it is found'], header: 1,
    rows: exhibit.key_dates.map((row) => [
      h('time', { dateTime: row.iso || undefined }, row.date + was(exhibit, row.was)),
      named(row.what, row.id), row.how]),
  });
};

export const Outcomes = ({ exhibit }) => [
  h(Table, {
    headings: ['Outcome', 'Days'],
    rows: exhibit.timeline.band.map((span) => [span.label, span.details]),
  }),
  h(Table, {
    caption: 'Outcomes by units delivered', headings: ['Units', 'Outcomes, from the first day on'],
    rows: (exhibit.map?.rows ?? []).map((row) =>
      [row.label, row.spans.map(({ label }) => label).join(', then ')]),
  }),
];

/** What another reading would give. */
export const OtherReadings = ({ exhibit }) => [
  exhibit.readings.map((row) => h('p', { class: 'other' },
    `${row.question} “${row.label}”: ${row.consequence}`
    + (row.difference ? ` Firm money ${row.difference}.` : ''))),
  h(Table, {
    caption: 'Days on which the readings differ', headings: ['What', 'Days'],
    rows: exhibit.timeline.lanes.flatMap((lane) =>
      lane.disputed.map(({ details }) => [lane.label, details])),
  }),
];

/** Rows that have a depth, as nested lists; what stands behind a row is folded into it. */
function Reasons({ rows, depth }) {
  const items = [];
  for (let i = 0; i < rows.length;) {
    let next = i + 1;
    while (next < rows.length && depth < rows[next].depth) next += 1;
    const { text, wording } = rows[i];
    const behind = rows.slice(i + 1, next);
    const words = text + (wording ? ` (${wording})` : '');
    items.push(h('li', {}, behind.length === 0 ? words : h('details', {}, h('summary', {}, words),
      h(Reasons, { rows: behind, depth: depth + 1 }))));
    i = next;
  }
  return h('ul', {}, items);
}

const Source = ({ source: { title, date, url } }) => {
  const words = title + (date ? `, ${date}` : '');
  return /^https?:/.test(url)
    ? h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words) : words;
};

/** The reasons of one answer, and the clauses behind them, marked as quotation or paraphrase. */
export function Why({ exhibit }) {
  const tree = exhibit.why.find((one) => one.id === exhibit.explained);
  if (!tree) return null;
  const cited = exhibit.clauses.filter(({ id }) => tree.clauses.includes(id));
  return [
    h('h4', {}, tree.title),
    h(Reasons, { key: tree.id, rows: tree.rows, depth: 0 }),
    cited.length > 0 && h('h4', {}, 'The words behind it'),
    cited.map((clause) => h('p', {}, h('strong', {}, `${clause.wording}, ${clause.title}: `), clause.text,
      exhibit.sources.filter(({ id }) => clause.sources.includes(id))
        .map((source) => [' ', h(Source, { source })]))),
    exhibit.contrasts.length > 0 && [h('h4', {}, 'What would change this'),
      h('ul', {}, exhibit.contrasts.map((one) => h('li', {}, one)))],
  ];
}
