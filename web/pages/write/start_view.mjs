// How a lease is started on "Write a lease": from an everyday clause, from the library, from a file.
// Only the build prints this; start.mjs brings it to life. Without scripts a clause leads to its lease.
import { h } from 'preact';

const Clause = ({ id, clause, exhibit: { verdict } }) => h('li', {},
  h('h3', {}, h('a', { href: `starts/${id}.json`, 'data-start': id }, clause.title)),
  h('p', {}, clause.text),
  h('p', { class: 'answer' }, h('b', { class: `pill pill-${verdict.tone}` }, verdict.pill)));

/**
 * Each of `clauses` has the `id` of its lease, the `clause` itself and the `exhibit` of the lease. Each
 * of `leases` has an `id` and a `title`.
 */
export const StartView = ({ clauses, leases }) => [
  h('section', { class: 'clauses', 'aria-labelledby': 'clauses' },
    h('h2', { id: 'clauses' }, 'Start from an everyday clause'),
    h('p', {}, 'Each is a small lease with made-up parties, days and sums, and already answers ',
      `“${clauses[0].exhibit.question}” ${clauses[0].exhibit.as_of}.`),
    h('ul', {}, clauses.map((one) => h(Clause, one)))),
  h('form', { id: 'start', class: 'start', hidden: true },
    h('p', {}, h('label', { for: 'from' }, 'Or start from'), ' ',
      h('select', { id: 'from' }, h('option', { value: '' }, 'an empty lease'),
        leases.map(({ id, title }) => h('option', { value: id }, title))), ' ',
      h('button', {}, 'Open')),
    h('p', {}, h('label', { for: 'upload' }, 'or from a file, which may also be dropped here'), ' ',
      h('input', { id: 'upload', type: 'file', accept: '.json,application/json' })),
    h('p', { id: 'start-finding', class: 'finding', role: 'alert' })),
];
