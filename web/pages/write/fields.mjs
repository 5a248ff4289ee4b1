// The form of "Write a lease" as a table: the fields, their paths in the document, and help texts.
// A field is [path, label, kind, help, more]; plan.mjs maps each kind to a widget.
import { at, freeId, isObject, listAt, withAt } from './document.mjs';

export const clauseHelp = 'Which words say so.';

const units = [['day', 'days'], ['business_day', 'business days'], ['week', 'weeks'],
  ['month', 'months'], ['full_month', 'whole calendar months'], ['year', 'years']];
const monthEnds = [['corresponding_date', 'to the same date: 30 September leads to 30 October'],
  ['end_of_month', 'from a month’s last day to a month’s last day'],
  ['next_month', 'a missing date becomes the first of the next month'],
  ['open', 'nobody says: both stay possible']];
const calendars = [['us-federal', 'US federal holidays'], ['us-frb', 'US Federal Reserve'],
  ['england-wales', 'England and Wales'], ['weekends', 'weekends only']];
export const periodParts = [['unit', 'counted in', units, () => true],
  ['month_end', 'a month runs', monthEnds, ({ unit }) => ['month', 'year'].includes(unit)],
  ['calendar', 'business days of', calendars, ({ unit }) => unit === 'business_day']];
export const partsOf = (period) =>
  periodParts.filter(([name, , , isFor]) => name === 'unit' || isFor(period ?? {}));

const nameOf = ({ label, name, title, question, id }) =>
  [label, name, title, question, id].find((text) => typeof text === 'string' && text) ?? '';

const named = (document, list) =>
  listAt(document, [list]).filter(isObject).map((item) => [item.id, nameOf(item)]);
const sources = (document) => named(document, 'sources');
const credits = (document) => named(document, 'remedies');
const delivered = (document) =>
  named(document, 'tranches').map(([id, name]) => [`${id}.delivered`, `delivery of ${name}`]);
const handles = (document) => [...delivered(document),
  ...named(document, 'rights').map(([id, name]) => [`${id}.notice`, `the notice: ${name}`])];

const holders = [['tenant', 'the tenant'], ['landlord', 'the landlord'], ['either', 'either side'],
  ['third_party', 'somebody else, such as a lender'],
  ['unknown', 'the papers do not say']];
const roles = [['landlord', 'landlord: provides'], ['tenant', 'tenant: rents'], ['other', 'other']];
const wordings = [['quotation', 'the words of the contract or filing'],
  ['paraphrase', 'somebody’s retelling of them'],
  ['derived', 'our own convention or working, in no source']];
const kinds = [['primary', 'the contract or filing itself'], ['primary_partial', 'a part of it'],
  ['primary_cited', 'somebody who cites it'], ['secondary', 'press and other reports']];
const exercises = [['notice', 'notice ends the lease'], ['renewal', 'notice renews the lease'],
  ['automatic', 'the lease ends by itself on the first day']];
const intervals = [['include_last', 'the last, not the first'], ['include_first', 'the first, not the last'],
  ['include_both', 'both'], ['exclude_both', 'neither']];
const facts = [['day', 'a day'], ['count', 'a number'], ['amount', 'an amount of money'],
  ['condition', 'yes or no']];

const first = (list) => list[0]?.[0] ?? '';
const dueOf = (delivery) => (typeof delivery === 'string' ? delivery.replace(/\.delivered$/, '.due') : delivery);

/** When an entry names another delivery or day, values that referred to the old one follow. */
const carried = (paths, turned = (text) => text) => (item, before, value) =>
  (typeof before === 'string' && typeof value === 'string' ? paths.reduce((changed, path) =>
    (at(changed, path) === turned(before) ? withAt(changed, path, turned(value)) : changed), item) : item);
const withDelivery = (item, before, value) => carried([['ends_when']])(
  carried([['trigger', 'by'], ['grace', 'after']], dueOf)(item, before, value), before, value);

/** The id of an entry that stands for several has the number of each in it. */
function withNumber(item, _, count) {
  if (typeof item.id !== 'string') return item;
  const plain = item.id.replace(/-#$/, '');
  const id = count === undefined || plain.includes('#') ? plain : `${plain}-#`;
  return carried([['effect', 'after']], (text) => `${text}.notice`)({ ...item, id }, item.id, id);
}

const late = (document) => {
  const id = freeId(document, 'late-delivery');
  const missed = first(delivered(document));
  return {
    id,
    label: 'Late delivery',
    holder: 'tenant',
    trigger: { missed, by: dueOf(missed) },
    ends_when: missed,
  };
};
const onNotice = (holder) => (document) => {
  const id = freeId(document, 'convenience');
  return {
    id,
    label: 'Leaving on notice',
    holder,
    trigger: { after: '' },
    effect: { n: 90, unit: 'day', after: `${id}.notice` },
  };
};
const renewal = (document) => ({
  id: freeId(document, 'renewal'),
  label: 'Renewal',
  holder: 'tenant',
  exercise: 'renewal',
  trigger: { on: '' },
  window: { last: '' },
});
const credit = (document) => {
  const delivery = first(delivered(document));
  return {
    id: freeId(document, 'credit'),
    label: 'Credit for late delivery',
    from: dueOf(delivery),
    to: delivery,
    interval: 'include_last',
    rungs: [{ per_day: '' }],
  };
};
const make = (base, rest) => (document) => ({ id: freeId(document, base), ...rest });

const clause = [['clause'], 'Clause', 'clause', clauseHelp];
const optional = { optional: true };
const has = (name) => (item) => isObject(item.trigger) && name in item.trigger;
const isOnce = (item) => 'amount' in item || 'on' in item;
const isMonthly = (item) => !isOnce(item);
const hasOneRung = ({ rungs }) => Array.isArray(rungs) && rungs.length === 1 && isObject(rungs[0]) && 'per_day' in rungs[0];
const repeat = [['repeat'], 'How many like this', 'count',
  'From 2 to 24; # is then the number of each, also in its rules. Empty: one.',
  { ...optional, isPlain: true, also: withNumber }];

export const lists = {
  parties: {
    one: 'Party', add: [['Add a party', make('party', { name: '', role: 'other' })]],
    fields: [[['name'], 'Name', 'line'],
      [['role'], 'Part in this lease', 'choice', '', { options: roles }]],
  },
  fees: {
    one: 'Fee', add: [['Add a monthly fee', make('fee', {
      label: 'Monthly fee', from: 'term.first_day', to: 'term.last_day', per_month: '',
    })], ['Add a fee that is paid once', make('fee', { label: 'Prepayment', amount: '', on: 'term.first_day' })]],
    fields: [[['label'], 'What readers call it', 'line', '', optional],
      [['amount'], 'Amount', 'amount', 'Digits with a point: 1000000.00.', { when: isOnce }],
      [['on'], 'Due on', 'day', 'Paid if that day comes before the lease ends.', { when: isOnce }],
      [['per_month'], 'Amount for a month', 'amount',
        'Digits with a point: 1000000.00. Part months are charged by the day.', { when: isMonthly }],
      [['from'], 'First day that is paid for', 'day', '', { when: isMonthly }],
      [['to'], 'Last day that is paid for', 'day', '', { when: isMonthly }],
      [['billing_day'], 'Its months begin on day', 'count', 'From 2 to 28. Empty: the first.',
        { ...optional, isPlain: true, when: isMonthly }],
      repeat, clause],
  },
  tranches: {
    one: 'Delivery', add: [['Add a delivery', make('delivery', {
      label: '', unit: '', units: 1, due: '',
    })]],
    fields: [[['label'], 'What is delivered', 'line', 'In the plural: GPUs.', optional],
      [['unit'], 'One of them', 'line', 'In the singular: GPU.'],
      [['units'], 'How many', 'count'],
      [['approximate'], 'The papers say “about”', 'flag'],
      [['due'], 'Due date', 'day', 'The last day on which delivery is in time.'], clause],
  },
  remedies: {
    one: 'Credit', add: [['Add a credit for each day of delay', credit]],
    fields: [[['label'], 'What readers call it', 'line', '', optional],
      [['rungs', 0, 'per_day'], 'For each day', 'amount', 'Digits with a point: 10000.00.', { when: hasOneRung }],
      [['rungs'], 'Rung after rung', 'json', '', { when: (item) => !hasOneRung(item) }],
      [['from'], 'Its days begin with', 'day'], [['to'], 'They end with', 'day'],
      [['interval'], 'Which of these two days count', 'choice', '', { ...optional, options: intervals }],
      [['cap'], 'At most', 'amount', 'Empty if nothing is stated.', optional],
      [['cap_days'], 'For so many days at most', 'count', '', optional], clause],
  },
  caps: {
    one: 'Shared cap', add: [['Add a cap that credits share', make('cap', { label: '', amount: '', remedies: [] })]],
    fields: [[['label'], 'What readers call it', 'line', '', optional],
      [['amount'], 'Together at most', 'amount'],
      [['remedies'], 'Credits that share it', 'picks', 'Two or more; it is used up in the order in which they are chosen.',
        { options: credits, none: 'No credit yet; add one in the step before.' }], clause],
  },
  rights: {
    one: 'Off-ramp',
    add: [['The tenant may leave if delivery is late', late],
      ['Either side may leave on notice', onNotice('either')],
      ['The tenant may leave on notice', onNotice('tenant')],
      ['The landlord may leave on notice', onNotice('landlord')],
      ['The tenant may renew', renewal]],
    fields: [[['label'], 'What readers call it', 'line', '', optional],
      [['holder'], 'Whose right it is', 'choice', '', { options: holders }],
      [['exercise'], 'What happens', 'choice', 'If nothing is chosen, notice ends the lease.',
        { ...optional, options: exercises }],
      [['trigger', 'missed'], 'What is late', 'choice', '',
        { options: delivered, when: has('missed'), also: withDelivery }],
      [['trigger', 'by'], 'Late after', 'day', '',
        { when: has('missed'), also: carried([['grace', 'after']]) }],
      [['trigger', 'after'], 'Notice from the day after', 'day', '', { when: has('after') }],
      [['trigger', 'on'], 'It arises on', 'day', '', { when: has('on') }],
      [['grace'], 'Grace', 'period',
        'How long after that day delivery still cures. Empty if not at all.', {
          after: (item) => at(item, ['trigger', 'by']) ?? '',
          when: (item) => has('missed')(item) || 'grace' in item,
        }],
      [['window', 'last'], 'Last day for notice', 'day', 'Empty: the last day of the term.', optional],
      [['effect'], 'From notice to the exit', 'period', 'Empty if a notice works at once.',
        { after: ({ id }) => `${id}.notice` }],
      [['ends_when'], 'An unused right is gone from', 'day',
        'A date, or a rule such as the delivery. Empty if it stays.', optional],
      [['exit_fee'], 'What leaving costs', 'amount', 'Empty if nothing is stated.', optional],
      repeat, clause],
  },
  clauses: {
    one: 'Clause', add: [['Add a clause', make('clause', {
      title: '', is: 'paraphrase', sources: [], text: '',
    })]],
    fields: [[['title'], 'Heading', 'line', '', optional],
      [['text'], 'What it says', 'words'],
      [['is'], 'Whose words these are', 'choice', '', { options: wordings }],
      [['sources'], 'Where it stands', 'picks', 'Every quotation and paraphrase has a source.',
        { ...optional, options: sources, none: 'No source yet; add one in the next step.' }]],
  },
  sources: {
    one: 'Source', add: [['Add a source', make('source', { title: '', url: '', kind: 'primary' })]],
    fields: [[['title'], 'Title', 'line', 'Who published what.'],
      [['url'], 'Address', 'line', 'Begins with https:// or http://', { ...optional, type: 'url' }],
      [['date'], 'Date', 'date', 'As it is printed.', optional],
      [['kind'], 'How near to the paper', 'choice', '', { options: kinds }]],
  },
  unknowns: {
    one: 'Unknown fact',
    add: [['Add an unknown fact', make('unknown', { question: '', kind: 'amount' })]],
    fields: [[['question'], 'What is not known', 'line',
      'As a question: What is paid before the term?'],
      [['kind'], 'It would be', 'choice', '', { options: facts }],
      [['least'], 'No less than', 'bound', 'Empty if nobody says.', optional],
      [['most'], 'No more than', 'bound', '', optional], clause],
  },
};

export const steps = [
  {
    id: 'what', legend: 'What is this lease?',
    help: 'What a reader sees first, and up to which day you know.',
    fields: [[['title'], 'Title', 'line', 'One line: who leases what to whom.'],
      [['id'], 'Short name', 'line', 'Names its file and its page: letters, digits and hyphens. '
        + 'Follows the title until you change it.'],
      [['presentation', 'question'], 'Question', 'line',
        'The one that the first sentence answers: Can the tenant walk away?'],
      [['presentation', 'introduction'], 'Introduction', 'words',
        'A few sentences for who knows nothing.', optional],
      [['information_day'], 'As-of date', 'date', 'The day up to which you know what happened.'],
      [['terms_version'], 'State of the papers', 'line',
        'Your name for it; change it when the terms change.'],
      [['currency'], 'Currency', 'line', 'Three letters: USD.', { size: 'short' }],
      [['presentation', 'handle'], 'What readers drag', 'choice',
        'A delivery or a notice, once there is one below.', { ...optional, options: handles }],
      [['presentation', 'first_day'], 'The picture begins', 'date',
        'Empty: the exhibit chooses.', optional],
      [['presentation', 'last_day'], 'The picture ends', 'date', '', optional]],
  },
  {
    id: 'who', legend: 'Who has signed it?',
    help: 'The landlord provides the capacity, the tenant rents it.', list: 'parties',
  },
  {
    id: 'term', legend: 'From when to when, and for how much?',
    help: 'Both days are part of the term.',
    fields: [[['term', 'first_day'], 'First day', 'day'], [['term', 'last_day'], 'Last day', 'day'],
      [['term', 'clause'], 'Clause', 'clause', clauseHelp]],
    list: 'fees',
  },
  {
    id: 'delivery', legend: 'What is delivered, and when?',
    help: 'One entry for each part that has a date of its own.', list: 'tranches',
  },
  {
    id: 'credits', legend: 'What does lateness cost?',
    help: 'What the landlord owes for each day of delay while the lease goes on.', list: 'remedies',
  },
  {
    id: 'caps', legend: 'What do credits together come to at most?',
    help: 'Only where two or more credits share one cap.', list: 'caps',
  },
  {
    id: 'off-ramps', legend: 'Who may leave?', list: 'rights',
    help: 'Take the nearest one and change it. What does not fit can be written as a rule.',
  },
  {
    id: 'clauses', legend: 'Which words say so?', list: 'clauses',
    help: 'Every answer leads to a clause. Quote where you can; say so where you retell.',
  },
  {
    id: 'sources', legend: 'Where do they stand?',
    help: 'What no source states is not shown as fact.', list: 'sources',
  },
  {
    id: 'unknowns', legend: 'What does nobody say?', list: 'unknowns',
    help: 'A fact that no source states. Name it in a rule as {"unknown": "its id"}: '
      + 'the answer then says what depends on it.',
  },
];

/** The name of an entry: “Delivery 1: GPUs”. */
export function entryName(list, item, index) {
  const name = isObject(item) ? nameOf(item) : '';
  return `${lists[list].one} ${index + 1}${name ? `: ${name}` : ''}`;
}

export const clauseOptions = (document) => named(document, 'clauses');
