// What the parts of a book's view share: tables, bars, facts, and lines of a legend.
import { h } from 'preact';

export function table(caption, headings, rows) {
  // Wide content can be scrolled by keyboard in a small window.
  return h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': caption },
    h('table', null,
      h('caption', null, caption),
      h('thead', null, h('tr', null, headings.map((one) => h('th', { scope: 'col' }, one)))),
      h('tbody', null, rows.map((row) => h('tr', null, row.map((cell, i) =>
        (i === 0 ? h('th', { scope: 'row' }, cell) : h('td', null, cell))))))));
}

/** A bar of parts; the text beside it says the same. */
export const bar = (segments, name = 'bar') => h('svg',
  { class: name, viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
  segments.map(({ tone, label, details, left, width }) =>
    h('rect', { class: `tone-${tone}`, x: left, y: 0, width, height: 10 },
      h('title', null, details ? `${label}: ${details}` : label))));

export const fact = (label, ...value) => h('div', null, h('dt', null, label), h('dd', null, value));

export const facts = (list) =>
  h('dl', { class: 'facts' }, list.map(({ label, value }) => fact(label, value)));

/** A line of a legend. */
export const key = (tone, words) => h('li', null,
  h('svg', { class: 'key', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    h('rect', { class: `tone-${tone}`, x: 0, y: 0, width: 10, height: 10 })), words);
