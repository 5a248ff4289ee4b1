// The view of an exhibit, alive: the same DOM that the build prints, kept up to date; the sliders laid
// over the picture's handles; and one polite live region. Computes nothing.
import { h, render } from 'preact';
import { ExhibitView, Own } from '../view/exhibit.mjs';
import { element } from './dom.mjs';

const announceAfter = 600; // milliseconds of quiet before the live region speaks

export class View {
  #host;
  #stage;
  #exhibit = null;
  #settled = null; // the Exhibit of the last deed that is done
  #hasMap = false;
  #isOnPaper = false;
  #announced = '';
  #timer = 0;

  /**
   * `host` has `operate(control, value, isDragging)`, which gives the reason for a refusal or an empty
   * text; `focused(item)`; `redraw()`, when the picture is to show something else; `still()`, the
   * picture as SVG; and `face()`: the kind of view, whether the picture is closed, why it stands still
   * (a text, empty for a while, null when it is alive), and what opens the panel to share.
   */
  constructor(host, stage) {
    this.#host = host;
    this.#stage = stage;
    this.status = element('p', { role: 'status', class: 'status' });
    this.root = element('div');
    // The focus ring is for keyboard users; a mouse pointer shows where it is.
    this.root.addEventListener('focusin', ({ target }) =>
      host.focused(target.matches(':focus-visible') ? target.dataset?.item ?? '' : ''));
    this.root.addEventListener('focusout', () => host.focused(''));
    this.root.addEventListener('click', ({ target }) => {
      if (target.closest('button.plain')) this.#showReasons();
    });
  }

  get hasMap() { return this.#hasMap; }

  input(control, part) { return this.root.querySelector(`[data-item="${control}/${part}"]`); }

  /** While a hand is on the picture (`isPassing`) only the values change; tables follow at its end. */
  show(exhibit, { isSettled, isPassing }) {
    this.#exhibit = exhibit;
    if (!isPassing || !this.#settled) this.#settled = exhibit;
    this.refresh();
    if (isSettled) this.#announce(exhibit);
  }

  /** The same Exhibit with another face. */
  refresh() {
    if (!this.#exhibit) return;
    const { view, isPictureClosed, still, share, page } = this.#host.face();
    render(h(ExhibitView, {
      exhibit: this.#exhibit,
      settled: this.#settled,
      view, isPictureClosed, share, page,
      operate: this.#host.operate,
      map: { isShown: this.#hasMap, toggle: this.#toggleMap },
      picture: [h(Own, { key: 'stage', node: this.#stage.root }), this.#stillOf(still)],
    }), this.root);
  }

  /** The picture as SVG: where it does not live, and on paper, which would show the canvas' chips. */
  #stillOf(why) {
    const { question, verdict } = this.#exhibit;
    return h('div', { key: 'still', class: why === null ? 'still paper' : 'still' },
      (why !== null || this.#isOnPaper) && h('img', {
        src: `data:image/svg+xml,${encodeURIComponent(this.#host.still())}`,
        alt: `${question} ${verdict.pill}. ${verdict.sentence}`,
      }),
      why && h('p', { class: 'note' }, why));
  }

  #toggleMap = () => {
    this.#hasMap = !this.#hasMap;
    this.refresh();
    this.#host.redraw();
  };

  /** Reasons that were asked for are unfolded and in sight. */
  #showReasons() {
    const why = this.root.querySelector('[data-section=why]');
    if (!why) return;
    why.open = true;
    why.scrollIntoView({ block: 'nearest' });
  }

  /** Paper shows everything; what was folded is folded again after it. */
  set isOnPaper(isOnPaper) {
    this.#isOnPaper = isOnPaper;
    this.refresh();
    for (const one of this.root.querySelectorAll(isOnPaper ? 'details:not([open])' : '[data-folded]')) {
      one.open = isOnPaper;
      one.toggleAttribute('data-folded', isOnPaper);
    }
  }

  /** Announces what the last deed changed, once, after a pause. */
  #announce(exhibit) {
    const message = [exhibit.echo, exhibit.verdict.sentence].filter(Boolean).join(' ');
    clearTimeout(this.#timer);
    if (!exhibit.echo || message === this.#announced) return;
    this.#timer = setTimeout(() => {
      this.#announced = message;
      this.status.textContent = message;
    }, announceAfter);
  }

  /** Lays each slider over the handle that is drawn for it. */
  place(items) {
    for (const { control, part, ...rect } of items) {
      const input = part === 'handle' && this.input(control, part);
      for (const side of input ? ['left', 'top', 'width', 'height'] : []) {
        input.style.setProperty(side, `${rect[side]}px`);
      }
    }
  }

  destroy() {
    clearTimeout(this.#timer);
    render(null, this.root);
  }
}
