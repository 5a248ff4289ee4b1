// The column beside the form of "Write a lease": what is missing, the engine's findings, the exhibit.
import { Component, h } from 'preact';
import { statusOf } from './ready.mjs';

const shownAtOnce = 6; // findings

/** A line that leads to what it speaks of. */
const Leading = ({ lead, children }) =>
  h('button', { type: 'button', class: 'leads', onClick: lead }, children);

const counted = (count, word) => (count ? [`${count} ${word}${count === 1 ? '' : 's'}`] : []);

const Needs = ({ needs, lead }) => h('ul', { class: 'needs' }, needs.map(({ text, isMet, at }) =>
  h('li', { key: text, class: isMet ? 'met' : 'missing' },
    isMet ? h('span', {}, `${text}: there`)
      : h(Leading, { lead: () => lead(at) }, `${text}: missing`))));

function Findings({ findings, lead }) {
  const errors = findings.filter(({ isError }) => isError).length;
  const items = findings.map((finding) => h('li', {}, h(Leading, { lead: () => lead(finding) },
    `${finding.place}: ${finding.message}`, !finding.isError && h('small', {}, ' Warning'))));
  return [
    h('p', {}, findings.length
      ? `${[...counted(errors, 'error'), ...counted(findings.length - errors, 'warning')].join(', ')}.`
      : 'Nothing to say.'),
    h('ul', { class: 'findings' }, items.slice(0, shownAtOnce)),
    shownAtOnce < items.length && h('details', {},
      h('summary', {}, `${items.length - shownAtOnce} more`),
      h('ul', { class: 'findings' }, items.slice(shownAtOnce))),
  ];
}

/** The explorer of a lease. What its reader supposes stays, unless another lease is shown. */
class Exhibit extends Component {
  #explorer;
  #keep = (explorer) => { this.#explorer = explorer; };

  componentDidMount() { this.#explorer.lease = this.props.text; }

  componentDidUpdate({ text }) {
    if (text === this.props.text) return;
    const state = this.props.keepsState ? this.#explorer.state : '';
    this.#explorer.state = '';
    this.#explorer.lease = this.props.text;
    if (state) this.#explorer.state = state;
  }

  render() { return h('lease-explorer', { view: 'full', ref: this.#keep }); }
}

function hintOf(exhibit, isGood) {
  if (isGood) return 'Your readers see this and may drag it.';
  return exhibit ? 'The lease has errors just now. This is the last state without any.'
    : 'It appears as soon as the lease has no errors.';
}

/**
 * `needs` is what publishing takes; each of `findings` has its `place` in words; `exhibit` is the last
 * lease without errors, if there was one. `act` has `lead(place)`, `download`, `copy` and `undo`.
 */
export function Beside({
  needs, findings, trouble, isReady, isReading, canUndo, file, said, exhibit, isGood, act,
}) {
  return h('div', { class: 'beside' },
    h('section', { 'aria-labelledby': 'before', 'data-near': 'before' },
      h('h2', { id: 'before', tabIndex: -1 }, 'Before you publish'),
      h('p', { id: 'status', class: `status${isReady ? ' ready' : ''}`, role: 'status' }, trouble ?? statusOf(needs)),
      h('div', { id: 'needs' }, h(Needs, { needs, lead: act.lead })),
      h('p', { class: 'out' },
        h('button', { id: 'download', type: 'button', class: 'first', onClick: act.download }, 'Download'), ' ',
        h('button', { id: 'copy', type: 'button', onClick: act.copy }, 'Copy'), ' ',
        // Not `disabled`: a button that has just been pressed would lose the focus.
        h('button', { id: 'undo', type: 'button', 'aria-disabled': canUndo ? undefined : 'true', onClick: act.undo }, 'Undo')),
      h('p', { class: 'help' }, 'File: ', h('span', { id: 'file' }, file)),
      h('p', { id: 'said', role: 'status' }, said)),
    h('section', {
      id: 'findings', tabIndex: -1, 'aria-labelledby': 'found', 'data-near': 'findings',
      'aria-busy': String(isReading),
    },
    h('h2', { id: 'found' }, 'What the engine finds'),
    h(Findings, { findings, lead: act.lead })),
    h('section', { 'aria-labelledby': 'shown' },
      h('h2', { id: 'shown', tabIndex: -1 }, 'The exhibit'),
      h('p', { id: 'exhibit-hint', class: 'help' }, hintOf(exhibit, isGood)),
      h('div', { id: 'exhibit' }, exhibit && h(Exhibit, exhibit))));
}
