// How late reported deliveries of the library came: a table for who guesses, and for the methodology.
import { h } from 'preact';
import { Table } from '../../view/tables.mjs';

export const SlipTable = ({ slips }) => h(Table, {
  headings: ['Lease', 'Delivery', 'Due', 'Delivered', 'Days late'], isWide: true,
  rows: slips.map(({ lease, delivery, due, delivered, days_late: late }) =>
    [h('a', { href: `${lease}.html` }, lease), delivery, due, delivered, late]),
});
