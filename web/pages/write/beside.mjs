// The column beside the form of "Write a lease": what is missing, the engine's findings, the exhibit.
import { Changing, element } from '../../element/dom.mjs';
import { statusOf } from './ready.mjs';

const shownAtOnce = 6; // findings
const byId = (id) => document.getElementById(id);

const leading = (text, lead, ...more) => {
  const made = element('button', { type: 'button', class: 'leads' }, text, ...more);
  made.addEventListener('click', lead);
  return made;
};

export class Beside {
  #lead;
  #status = byId('status');
  #list = new Changing('ul', { class: 'needs' });
  #findings = new Changing('div', {});
  #stage = byId('exhibit');
  #explorer = null;
  #shown = null;

  /** `lead(place)` moves the focus to a pointer, to an id after a `#`, or to a finding. */
  constructor(lead) {
    this.#lead = lead;
    byId('needs').append(this.#list.root);
    byId('findings').append(this.#findings.root);
  }

  /** Each of `findings` has its `place` in words. Returns whether nothing is missing. */
  show(list, findings, trouble) {
    const status = trouble ?? statusOf(list);
    if (this.#status.textContent !== status) this.#status.textContent = status;
    const isReady = !trouble && list.every(({ isMet }) => isMet);
    this.#status.classList.toggle('ready', isReady);
    this.#list.show(list, (all) => all.map(({ text, isMet, at }) =>
      element('li', { class: isMet ? 'met' : 'missing' }, isMet
        ? element('span', {}, `${text}: there`)
        : leading(`${text}: missing`, () => this.#lead(at)))));
    this.#findings.show(findings, (all) => this.#lines(all));
    return isReady;
  }

  #lines(findings) {
    const errors = findings.filter(({ isError }) => isError).length;
    const warnings = findings.length - errors;
    const counted = (count, word) => (count ? [`${count} ${word}${count === 1 ? '' : 's'}`] : []);
    const items = findings.map((finding) => element('li', {}, leading(
      `${finding.place}: ${finding.message}`, () => this.#lead(finding),
      ...(finding.isError ? [] : [element('small', {}, ' Warning')]))));
    return [element('p', {}, findings.length
      ? `${[...counted(errors, 'error'), ...counted(warnings, 'warning')].join(', ')}.`
      : 'Nothing to say.'),
    element('ul', { class: 'findings' }, ...items.slice(0, shownAtOnce)),
    ...(shownAtOnce < items.length ? [element('details', {},
      element('summary', {}, `${items.length - shownAtOnce} more`),
      element('ul', { class: 'findings' }, ...items.slice(shownAtOnce)))] : [])];
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
      this.#explorer = element('lease-explorer', {});
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
