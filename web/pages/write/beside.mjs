// The column beside the form of "Write a lease": what is missing, the engine's findings, the exhibit.
import { h, render } from 'preact';
import { element } from '../../element/dom.mjs';
import { statusOf } from './ready.mjs';

const shownAtOnce = 6; // findings
const byId = (id) => document.getElementById(id);

/** A line that leads to what it speaks of. */
const Leading = ({ lead, children }) =>
  h('button', { type: 'button', class: 'leads', onClick: lead }, children);

const counted = (count, word) => (count ? [`${count} ${word}${count === 1 ? '' : 's'}`] : []);

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

export class Beside {
  #lead;
  #status = byId('status');
  #list = byId('needs').appendChild(element('ul', { class: 'needs' }));
  #findings = byId('findings').appendChild(element('div'));
  #stage = byId('exhibit');
  #explorer = null;
  #shown = null;

  /** `lead(place)` moves the focus to a pointer, to an id after a `#`, or to a finding. */
  constructor(lead) { this.#lead = lead; }

  /** Each of `findings` has its `place` in words. Returns whether nothing is missing. */
  show(list, findings, trouble) {
    const status = trouble ?? statusOf(list);
    if (this.#status.textContent !== status) this.#status.textContent = status;
    const isReady = !trouble && list.every(({ isMet }) => isMet);
    this.#status.classList.toggle('ready', isReady);
    render(list.map(({ text, isMet, at }) => h('li', { class: isMet ? 'met' : 'missing' },
      isMet ? h('span', {}, `${text}: there`)
        : h(Leading, { lead: () => this.#lead(at) }, `${text}: missing`))), this.#list);
    render(h(Findings, { findings, lead: this.#lead }), this.#findings);
    return isReady;
  }

  /** Shows the exhibit of a text without errors; otherwise keeps the one before. */
  exhibit(text, isGood, { keepsState }) {
    const hint = byId('exhibit-hint');
    if (!isGood) {
      hint.textContent = this.#explorer
        ? 'The lease has errors just now. This is the last state without any.'
        : 'It appears as soon as the lease has no errors.';
      return;
    }
    hint.textContent = 'Your readers see this and may drag it.';
    if (text === this.#shown) return;
    this.#shown = text;
    if (!this.#explorer) {
      this.#explorer = element('lease-explorer', { view: 'full' });
      this.#explorer.lease = text;
      this.#stage.append(this.#explorer);
      return;
    }
    const state = keepsState ? this.#explorer.state : '';
    this.#explorer.state = '';
    this.#explorer.lease = text;
    if (state) this.#explorer.state = state;
  }
}
