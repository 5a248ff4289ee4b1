// The view of a book: its exhibit as elements. The build prints it as the static page; the live page
// has controls as well. Nothing here computes a day or an amount.
import { Fragment, h } from 'preact';
import { chances } from './chances.mjs';
import { Field } from './field.mjs';
import { lanes } from './lanes.mjs';
import { bar, fact, facts, key, table } from './parts.mjs';

const legend = () => h('ul', { class: 'legend' },
  key('firm', 'firm: due, or payable whatever is delivered and whoever leaves'),
  key('caution', 'conditional: firm with the deliveries that are not recorded or are forecast'),
  key('risk', 'cancellable: ends if somebody takes the first free way out'));

/** What is read out of a month. */
const monthText = (month) => `${month.month}: due ${month.due}, firm ${month.firm}, `
  + `conditional ${month.conditional}, cancellable ${month.cancellable}, together ${month.total}.`;

/** The month that is read out: the chosen one, or the first that is not past. */
function readMonth(months, chosen) {
  const at = months.findIndex(({ iso }) => iso === chosen);
  return 0 <= at ? at : Math.max(0, months.findIndex((month) => !month.is_past));
}

const gridLine = ({ label, at }) => {
  const y = `${(1000 - at) / 10}%`;
  return [h('line', { x1: '0', x2: '100%', y1: y, y2: y }), h('text', { x: 0, y, dy: -4 }, label)];
};

/** One column for each month, as high as its income, over lines at round amounts. */
const columns = ({ months, grid }, read) => h('div', { class: 'months', 'aria-hidden': 'true' },
  h('svg', { class: 'grid' }, grid.map(gridLine)),
  h('ol', { class: 'columns' }, months.map((month, i) => h('li', { key: month.iso,
    class: [month.is_past && 'past', i === read && 'read'].filter(Boolean).join(' ') || null,
    'data-month': month.iso },
  h('svg', { viewBox: '0 0 10 1000', preserveAspectRatio: 'none' },
    h('title', null, `${month.month}: ${month.total}`),
    month.bar.map(({ tone, left, width }) => h('rect',
      { class: `tone-${tone}`, x: 0, y: 1000 - left - width, width: 10, height: width }))),
  h('span', null, month.iso.endsWith('-01') || i === 0 ? month.iso.slice(0, 4) : ' ')))));

/** The columns are read by a pointer on them, or by this slider. */
const monthSlider = ({ currency, months }, read) => h('div', { class: 'reading' },
  h(Field, { type: 'range', min: 0, max: months.length - 1, value: read, 'data-months': currency,
    'aria-label': `Month, ${currency}`, 'aria-valuetext': monthText(months[read]) }),
  h('p', null, monthText(months[read])));

function money(book, isLive, month) {
  const { currency } = book;
  const read = isLive ? readMonth(book.months, month) : undefined;
  return h('section', { class: 'money' },
    h('h2', null, `Income by month, ${currency}`),
    facts(book.totals),
    bar(book.bar, 'bar whole'),
    legend(),
    columns(book, read),
    isLive ? monthSlider(book, read) : null,
    h('details', null, h('summary', null, 'The same months as a table'),
      table(`Income by month, ${currency}`,
        ['Month', 'Due', 'Firm', 'Conditional', 'Cancellable', 'Together'],
        book.months.map((month) =>
          [month.month, month.due, month.firm, month.conditional, month.cancellable, month.total]))),
    h('h3', null, 'Income by tenant'),
    table(`Share of each tenant, ${currency}`, ['Tenant', 'Share', 'Together', 'Firm', 'Drawn'],
      book.tenants.map((one) => [one.who, one.share, one.amount, one.firm, bar(one.bar)])));
}

// ---- Controls

const isDay = /^\d{4}-\d\d-\d\d$/;

function dateField(lease, control) {
  const name = `${lease ?? 'book'}-${control.id}`.replace(/[^\w-]/g, '-');
  return [h('label', { for: name }, `${control.label} `),
    h(Field, { id: name, type: 'date', value: isDay.test(control.value) ? control.value : '',
      min: '1900-01-01', max: '2200-12-31', disabled: !control.enabled,
      'data-lease': lease, 'data-control': control.id })];
}

/** A day as a slider over the row's picture and as a field. */
function dayControl(lease, control, { first_day: first, last_day: last }) {
  const data = { 'data-lease': lease, 'data-control': control.id };
  return h('p', { key: control.id, class: 'day' },
    dateField(lease, control),
    h(Field, { type: 'range', min: first, max: last, value: control.number, ...data,
      disabled: !control.enabled, 'aria-label': control.label, 'aria-valuetext': control.value_text }));
}

const toggle = (lease, control) => h('p', { key: control.id, class: 'toggle' }, h('label', null,
  h('input', { type: 'checkbox', checked: control.value === 'on', 'data-lease': lease,
    'data-control': control.id }), ` ${control.label}`));

/** A notice that is not given has no day; a delivery that is supposed can be left open again. */
function leaseControls(row) {
  const has = (id) => row.controls.some((one) => one.id === id);
  return row.controls.map((control) => {
    if (control.kind === 'toggle') return toggle(row.id, control);
    if (has(`${control.id}.on`)) return control.enabled ? dayControl(row.id, control, row) : null;
    return [dayControl(row.id, { ...control, enabled: true }, row),
      control.value === 'open' ? null : h('p', { key: `${control.id}.open` },
        h('button', { type: 'button', 'data-lease': row.id, 'data-control': control.id,
          'data-value': 'open' }, 'Suppose no day'))];
  });
}

const choice = (control) => h('fieldset', { key: control.id }, h('legend', null, control.label),
  control.options.map((option) => h('p', { key: option.id }, h('label', null,
    h('input', { type: 'radio', name: control.id, value: option.id, 'data-control': control.id,
      checked: option.id === control.value }),
    ` ${option.label}`), ' ', h('small', null, option.explanation))),
  control.id === 'value' ? h('p', null,
    h('label', { for: 'own-value' }, 'Or your own, in whole units of money '),
    h('input', { id: 'own-value', type: 'text', inputmode: 'numeric', 'data-control': 'value' })) : null);

const controlOf = (exhibit, id) => exhibit.controls.find((one) => one.id === id);


// ---- Leases

export const pill = ({ tone, pill: word }) => h('span', { class: `pill pill-${tone}` }, word);

const leaseRow = (row, isLive) => h('li', { key: row.id },
  h('h3', null, h('a', { href: `${row.id}.html` }, row.title)),
  h('p', { class: 'who' }, [row.landlord, row.tenant].join(' → '),
    row.sites.length ? ` · ${row.sites.join(', ')}` : null,
    row.kinds.length ? ` · ${row.kinds.join(', ')}` : null),
  h('p', { class: 'answer' }, pill(row.verdict), ` ${row.verdict.sentence}`),
  row.band.length ? [bar(row.band, 'bar band'),
    h('p', { class: 'axis' }, h('span', null, row.first_text), h('span', null, row.last_text))] : null,
  isLive ? h('div', { class: 'suppose' }, leaseControls(row)) : null,
  h('dl', { class: 'facts' },
    fact('Headline', row.headline),
    fact('Firm', row.firm, row.firm_share ? `, ${row.firm_share}` : null),
    fact(row.tenant, row.tenant_exit),
    fact(row.landlord, row.landlord_exit)),
  row.remark ? h('p', { class: 'remark' }, row.remark) : null);

export const leaseRows = (rows, isLive) =>
  h('ol', { class: 'leases' }, rows.map((row) => leaseRow(row, isLive)));

export function pages({ row_count: count, first_row: first, rows }) {
  if (count <= rows.length) return null;
  return h('p', { class: 'pages' },
    h('button', { type: 'button', 'data-page': -1, disabled: first === 0 }, 'Earlier rows'),
    ` ${first + 1} to ${first + rows.length} of ${count} `,
    h('button', { type: 'button', 'data-page': 1, disabled: count <= first + rows.length },
      'Later rows'));
}

const exits = ({ exits: rows }) => (rows.length === 0 ? null : h('section', null,
  h('h2', null, 'Who may leave, as of this day'),
  table('Who may leave, by reading', ['Lease', 'Who', 'Read as', 'May leave?', 'Ends',
    'The other side then has'],
  rows.map((row) => [row.title, row.who, row.reading, row.answer, row.ends, row.runway]))));

const siteView = (site) => h('div', { key: site.id, class: 'site-view' },
  h('h3', null, site.name),
  h('ul', { class: 'legend' }, key('firm', 'let'), key('notice', 'the landlord’s own use'),
    key('unknown', 'not known'), key('calm', 'free')),
  site.rows.map((row) => h('div', { class: 'span' },
    h('p', null, `${row.from} to ${row.to}: ${row.free}`), bar(row.bar))),
  table(`${site.name}, by time`, ['From', 'Capacity', 'Let', 'Delivered', 'Own use', 'Free'],
    site.rows.map((row) => [row.from, row.capacity, row.let, row.delivered, row.own, row.free])),
  facts(site.claims));

const sites = (exhibit, isLive) => (exhibit.sites.length === 0 ? null : h('section', null,
  h('h2', null, 'The sites'),
  isLive ? exhibit.controls.filter(({ id }) => id.startsWith('reading.')).map(choice) : null,
  exhibit.sites.map(siteView)));

const worth = (exhibit, isLive) => (exhibit.worth.length === 0 ? null : h('section', null,
  h('h2', null, 'What it is said to be worth'),
  isLive ? choice(controlOf(exhibit, 'value')) : null,
  table('A stated value against the income', ['What', 'Comes to', 'How', 'Caveat'],
    exhibit.worth.map((row) => [row.label, row.value, row.arithmetic, row.caveat]))));

function slips(exhibit, isLive) {
  if (exhibit.slips.length === 0) return null;
  const control = controlOf(exhibit, 'slip');
  return h('section', null,
    h('h2', null, 'The same slip in every lease'),
    h('p', null, `${control.label} ${control.value_text}. Each band begins on the lease’s own due day.`),
    isLive ? h('p', { class: 'day' }, h('label', { for: 'slip' }, `${control.label} (days) `),
      h(Field, { id: 'slip', type: 'range', min: control.min, max: control.max,
        value: control.number, 'data-control': 'slip', 'aria-valuetext': control.value_text })) : null,
    h('ol', { class: 'leases' }, exhibit.slips.map((row) => h('li', { key: row.lease },
      h('h3', null, row.title),
      h('p', { class: 'who' }, `Due ${row.due}`),
      h('p', { class: 'answer' }, pill(row.verdict), ` ${row.verdict.sentence}`),
      bar(row.band, 'bar band')))));
}

const claims = ({ claims: rows }) => (rows.length === 0 ? null : h('section', null,
  h('h2', null, 'The landlord as its tenants’ competitor'),
  h('dl', { class: 'claims' }, rows.map((row) => [
    h('dt', null, row.label, ' ', h('span', { class: 'standing' }, row.standing)),
    h('dd', null, row.text)]))));

const papers = ({ clauses, sources }) => (sources.length === 0 ? null : h('section', null,
  h('h2', null, 'Where this comes from'),
  h('ul', { class: 'clauses' }, clauses.map((one) =>
    h('li', null, h('b', null, `${one.title}. `), one.text, ` (${one.wording}`,
      one.sources.length ? `: ${one.sources.join(', ')})` : ')'))),
  h('ol', { class: 'sources' }, sources.map((one) =>
    h('li', { id: `source-${one.id}` }, h('a', { href: one.url, rel: 'noopener' }, one.title),
      ` (${one.id}${one.date ? `, ${one.date}` : ''})`)))));

const notes = (list) => (list.length === 0 ? null
  : h('ul', { class: 'notes' }, list.map((one) => h('li', null, one))));

/**
 * The whole page of a book; `month` is the one that is read out of the picture, as "2026-10", `late` what is
 * typed of a guess, and `others` the guess that other deliveries make.
 */
export const bookView = (exhibit, { isLive = false, month, late, others } = {}) => h(Fragment, null,
  h('h1', null, exhibit.title),
  h('p', { class: 'introduction' }, exhibit.introduction),
  isLive ? h('p', { class: 'day' }, dateField(undefined, controlOf(exhibit, 'as-of')),
    ' ', h('button', { type: 'button', 'data-reset': true }, 'As published'))
    : h('p', { class: 'as-of' }, exhibit.as_of),
  lanes(exhibit, controlOf(exhibit, 'as-of'), isLive),
  notes(exhibit.notes),
  exhibit.money.map((one) => h(Fragment, { key: one.currency }, money(one, isLive, month))),
  h('section', null, h('h2', null, 'The leases'), facts(exhibit.summary),
    leaseRows(exhibit.rows, isLive), pages(exhibit)),
  exits(exhibit), sites(exhibit, isLive), worth(exhibit, isLive), slips(exhibit, isLive),
  isLive ? chances(exhibit, late, others) : null, claims(exhibit), papers(exhibit));
