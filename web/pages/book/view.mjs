// The view of a book: its exhibit as a tree (tree.mjs). The build prints it as the static page; the
// live page has controls as well. Nothing here computes a day or an amount.

function table(caption, headings, rows) {
  // Wide content can be scrolled by keyboard in a small window.
  return ['div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': caption }, ['table', {},
    ['caption', {}, caption],
    ['thead', {}, ['tr', {}, ...headings.map((one) => ['th', { scope: 'col' }, one])]],
    ['tbody', {}, ...rows.map((row) => ['tr', {}, ...row.map((cell, i) =>
      (i === 0 ? ['th', { scope: 'row' }, cell] : ['td', {}, cell]))])]]];
}

/** A bar of parts; the text beside it says the same. */
export const bar = (segments, name = 'bar') => ['svg',
  { class: name, viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
  ...segments.map(({ tone, label, details, left, width }) =>
    ['rect', { class: `tone-${tone}`, x: left, y: 0, width, height: 10 },
      ['title', {}, details ? `${label}: ${details}` : label]])];

const facts = (list) => ['dl', { class: 'facts' }, ...list.map(({ label, value }) =>
  ['div', {}, ['dt', {}, label], ['dd', {}, value]])];

const key = (tone, words) => ['li', {},
  ['svg', { class: 'key', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    ['rect', { class: `tone-${tone}`, x: 0, y: 0, width: 10, height: 10 }]], words];

const legend = ['ul', { class: 'legend' },
  key('firm', 'firm: due, or payable whatever is delivered and whoever leaves'),
  key('caution', 'conditional: firm with the deliveries that are not recorded or are forecast'),
  key('risk', 'cancellable: ends if somebody takes the first free way out')];

/** One column for each month, as high as its income. */
function columns({ months, currency }) {
  return ['ol', { class: 'columns', 'aria-hidden': 'true' }, ...months.map((month) => {
    const isYear = month.iso.endsWith('-01');
    return ['li', { class: month.is_past ? 'past' : false },
      ['svg', { viewBox: '0 0 10 1000', preserveAspectRatio: 'none' },
        ['title', {}, `${month.month}: ${month.total}`],
        ...month.bar.map(({ tone, left, width }) =>
          ['rect', { class: `tone-${tone}`, x: 0, y: 1000 - left - width, width: 10, height: width }])],
      ['span', {}, isYear || month === months[0] ? month.iso.slice(0, 4) : ' ']];
  })];
}

function money(book) {
  const { currency } = book;
  return ['section', { class: 'money' },
    ['h2', {}, `Income by month, ${currency}`],
    facts(book.totals),
    bar(book.bar, 'bar whole'),
    legend,
    columns(book),
    ['details', {}, ['summary', {}, 'The same months as a table'],
      table(`Income by month, ${currency}`,
        ['Month', 'Due', 'Firm', 'Conditional', 'Cancellable', 'Together'],
        book.months.map((month) =>
          [month.month, month.due, month.firm, month.conditional, month.cancellable, month.total]))],
    ['h3', {}, 'Income by tenant'],
    table(`Share of each tenant, ${currency}`, ['Tenant', 'Share', 'Together', 'Firm', 'Drawn'],
      book.tenants.map((one) => [one.who, one.share, one.amount, one.firm, bar(one.bar)]))];
}

// ---- Controls

const isDay = /^\d{4}-\d\d-\d\d$/;

/** A day as a slider over the row's picture and as a field. */
function dayControl(lease, control, { first_day: first, last_day: last }) {
  const name = `${lease ?? 'book'}-${control.id}`.replace(/[^\w-]/g, '-');
  const data = { 'data-lease': lease, 'data-control': control.id };
  return ['p', { class: 'day' },
    ['label', { for: name }, `${control.label} `],
    ['input', { id: name, type: 'date', value: isDay.test(control.value) ? control.value : '',
      min: '1900-01-01', max: '2200-12-31', disabled: !control.enabled, ...data }],
    ['input', { type: 'range', min: first, max: last, value: control.number, ...data,
      disabled: !control.enabled, 'aria-label': control.label, 'aria-valuetext': control.value_text }]];
}

const toggle = (lease, control) => ['p', { class: 'toggle' }, ['label', {},
  ['input', { type: 'checkbox', checked: control.value === 'on', 'data-lease': lease,
    'data-control': control.id }], ` ${control.label}`]];

/** A notice that is not given has no day; a delivery that is supposed can be left open again. */
function leaseControls(row) {
  const has = (id) => row.controls.some((one) => one.id === id);
  return row.controls.map((control) => {
    if (control.kind === 'toggle') return toggle(row.id, control);
    if (has(`${control.id}.on`)) return control.enabled ? dayControl(row.id, control, row) : [];
    return [dayControl(row.id, { ...control, enabled: true }, row),
      control.value !== 'open' && ['p', {}, ['button', { type: 'button', 'data-lease': row.id,
        'data-control': control.id, 'data-value': 'open' }, 'Suppose no day']]];
  });
}

function choice(control) {
  const other = control.id === 'value';
  return ['fieldset', {}, ['legend', {}, control.label],
    ...control.options.map((option) => ['p', {}, ['label', {},
      ['input', { type: 'radio', name: control.id, value: option.id, 'data-control': control.id,
        checked: option.id === control.value }],
      ` ${option.label}`], ' ', ['small', {}, option.explanation]]),
    other && ['p', {}, ['label', { for: 'own-value' }, 'Or your own, in whole units of money '],
      ['input', { id: 'own-value', type: 'text', inputmode: 'numeric', 'data-control': 'value' }]]];
}

const controlOf = (exhibit, id) => exhibit.controls.find((one) => one.id === id);

function asOf(exhibit) {
  const control = controlOf(exhibit, 'as-of');
  return dayControl(undefined, control, { first_day: control.min, last_day: control.max });
}

// ---- Leases

const pill = ({ tone, pill: word }) => ['span', { class: `pill pill-${tone}` }, word];

export function leaseRows(rows, isLive, root = '') {
  return ['ol', { class: 'leases' }, ...rows.map((row) => ['li', {},
    ['h3', {}, ['a', { href: `${root}${row.id}.html` }, row.title]],
    ['p', { class: 'who' }, [row.landlord, row.tenant].join(' → '),
      row.sites.length ? ` · ${row.sites.join(', ')}` : '',
      row.kinds.length ? ` · ${row.kinds.join(', ')}` : ''],
    ['p', { class: 'answer' }, pill(row.verdict), ` ${row.verdict.sentence}`],
    row.band.length > 0 && [bar(row.band, 'bar band'),
      ['p', { class: 'axis' }, ['span', {}, row.first_text], ['span', {}, row.last_text]]],
    ['dl', { class: 'facts' },
      ['div', {}, ['dt', {}, 'Headline'], ['dd', {}, row.headline]],
      ['div', {}, ['dt', {}, 'Firm'],
        ['dd', {}, row.firm, row.firm_share ? `, ${row.firm_share}` : '']],
      ['div', {}, ['dt', {}, row.tenant], ['dd', {}, row.tenant_exit]],
      ['div', {}, ['dt', {}, row.landlord], ['dd', {}, row.landlord_exit]]],
    row.remark && ['p', { class: 'remark' }, row.remark],
    isLive && ['div', { class: 'suppose' }, ...leaseControls(row)]])];
}

export function pages({ row_count: count, first_row: first, rows }) {
  if (count <= rows.length) return [];
  return ['p', { class: 'pages' },
    ['button', { type: 'button', 'data-page': -1, disabled: first === 0 }, 'Earlier rows'],
    ` ${first + 1} to ${first + rows.length} of ${count} `,
    ['button', { type: 'button', 'data-page': 1, disabled: count <= first + rows.length },
      'Later rows']];
}

const exits = ({ exits: rows }) => (rows.length === 0 ? [] : ['section', {},
  ['h2', {}, 'Who may leave, as of this day'],
  table('Who may leave, by reading', ['Lease', 'Who', 'Read as', 'May leave?', 'Ends',
    'The other side then has'],
  rows.map((row) => [row.title, row.who, row.reading, row.answer, row.ends, row.runway]))]);

const sites = (exhibit, isLive) => (exhibit.sites.length === 0 ? [] : ['section', {},
  ['h2', {}, 'The sites'],
  isLive && exhibit.controls.filter(({ id }) => id.startsWith('reading.')).map(choice),
  ...exhibit.sites.map((site) => ['div', { class: 'site-view' },
    ['h3', {}, site.name],
    ['ul', { class: 'legend' }, key('firm', 'let'), key('notice', 'the landlord’s own use'),
      key('unknown', 'not known'), key('calm', 'free')],
    ...site.rows.map((row) => ['div', { class: 'span' },
      ['p', {}, `${row.from} to ${row.to}: ${row.free}`], bar(row.bar)]),
    table(`${site.name}, by time`, ['From', 'Capacity', 'Let', 'Delivered', 'Own use',
      'Free'],
    site.rows.map((row) => [row.from, row.capacity, row.let, row.delivered, row.own, row.free])),
    facts(site.claims)])]);

const worth = (exhibit, isLive) => (exhibit.worth.length === 0 ? [] : ['section', {},
  ['h2', {}, 'What it is said to be worth'],
  isLive && choice(controlOf(exhibit, 'value')),
  table('A stated value against the income', ['What', 'Comes to', 'How', 'Caveat'],
    exhibit.worth.map((row) => [row.label, row.value, row.arithmetic, row.caveat]))]);

function slips(exhibit, isLive) {
  if (exhibit.slips.length === 0) return [];
  const control = controlOf(exhibit, 'slip');
  return ['section', {},
    ['h2', {}, 'The same slip in every lease'],
    ['p', {}, `${control.label} ${control.value_text}. Each band begins on the lease’s own due day.`],
    isLive && ['p', { class: 'day' }, ['label', { for: 'slip' }, `${control.label} (days) `],
      ['input', { id: 'slip', type: 'range', min: control.min, max: control.max,
        value: control.number, 'data-control': 'slip', 'aria-valuetext': control.value_text }]],
    ['ol', { class: 'leases' }, ...exhibit.slips.map((row) => ['li', {},
      ['h3', {}, row.title],
      ['p', { class: 'who' }, `Due ${row.due}`],
      ['p', { class: 'answer' }, pill(row.verdict), ` ${row.verdict.sentence}`],
      bar(row.band, 'bar band')])]];
}

const claims = ({ claims: rows }) => (rows.length === 0 ? [] : ['section', {},
  ['h2', {}, 'The landlord as its tenants’ competitor'],
  ['dl', { class: 'claims' }, ...rows.flatMap((row) => [
    ['dt', {}, row.label, ' ', ['span', { class: 'standing' }, row.standing]],
    ['dd', {}, row.text]])]]);

function papers({ clauses, sources }) {
  if (sources.length === 0) return [];
  return ['section', {},
    ['h2', {}, 'Where this comes from'],
    ['ul', { class: 'clauses' }, ...clauses.map((one) =>
      ['li', {}, ['b', {}, `${one.title}. `], one.text, ` (${one.wording}`,
        one.sources.length ? `: ${one.sources.join(', ')})` : ')'])],
    ['ol', { class: 'sources' }, ...sources.map((one) =>
      ['li', { id: `source-${one.id}` }, ['a', { href: one.url, rel: 'noopener' }, one.title],
        ` (${one.id}${one.date ? `, ${one.date}` : ''})`])]];
}

const notes = (list) => (list.length === 0 ? []
  : ['ul', { class: 'notes' }, ...list.map((one) => ['li', {}, one])]);

/** The whole page of a book. */
export function bookView(exhibit, { isLive = false } = {}) {
  return [
    ['h1', {}, exhibit.title],
    ['p', { class: 'introduction' }, exhibit.introduction],
    isLive ? asOf(exhibit) : ['p', { class: 'as-of' }, exhibit.as_of],
    isLive && ['p', {}, ['button', { type: 'button', 'data-reset': true }, 'As published']],
    notes(exhibit.notes),
    ...exhibit.money.map(money),
    ['section', {}, ['h2', {}, 'The leases'], facts(exhibit.summary),
      leaseRows(exhibit.rows, isLive), pages(exhibit)],
    exits(exhibit), sites(exhibit, isLive), worth(exhibit, isLive), slips(exhibit, isLive),
    claims(exhibit), papers(exhibit),
  ];
}
