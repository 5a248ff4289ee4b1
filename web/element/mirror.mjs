// The DOM beside the picture: a native control for every control of the Exhibit, over the picture
// where it is drawn there and among the words elsewhere; what is drawn as text; and one polite live
// region. Computes nothing; every text comes from the Exhibit.
import { ControlView, kindOf } from './control_view.mjs';
import { Changing, element } from './dom.mjs';
import { Words } from './words.mjs';

// What the picture draws itself.
const drawn = /^(preset|regime|pan|zoom|undo|redo|reset|pin)\b/;
const announceAfter = 600; // milliseconds of quiet before the live region speaks

export class Mirror {
  #views = new Map();
  #operate;
  #onFocus;
  #paper = element('img', { class: 'paper', alt: '' }); // the timeline, for print only
  #form = element('form', { class: 'controls', 'aria-label': 'Choose' });
  #title = element('p');
  #question = element('h2');
  #verdict = element('p', { class: 'verdict' });
  #summary = new Changing('dl');
  #lines = element('div');
  #announced = '';
  #timer = 0;

  /** `operate(control, value, isDragging)` returns the reason for a refusal, or nothing. */
  constructor(operate, onFocus) {
    this.#operate = operate;
    this.#onFocus = onFocus;
    this.status = element('p', { role: 'status', class: 'status' });
    this.words = new Words(operate);
    this.root = element('section', { class: 'mirror' }, this.#title, this.#question, this.#verdict,
      this.#summary.root, this.#lines, this.#paper, this.#form);
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    for (const part of [this.root, this.words.root]) {
      // The focus ring is for keyboard users; a mouse pointer shows where it is.
      part.addEventListener('focusin', ({ target }) =>
        this.#onFocus(target.matches(':focus-visible') ? target.dataset?.item ?? '' : ''));
      part.addEventListener('focusout', () => this.#onFocus(''));
    }
  }

  get controls() { return [...this.#views.keys()]; }

  input(control, part) { return this.#views.get(control)?.parts.get(part); }

  /** The timeline as SVG for print; the canvas would print its buttons too. */
  set paper(svg) { this.#paper.src = `data:image/svg+xml,${encodeURIComponent(svg)}`; }

  /** During a drag (`isPassing`) only the values are updated; the tables follow at its end. */
  show(exhibit, { isSettled, isPassing }) {
    this.#showControls(exhibit);
    if (!isPassing) {
      this.#showAnswer(exhibit);
      this.words.show(exhibit);
    }
    if (isSettled) this.#announce(exhibit);
  }

  #showAnswer(exhibit) {
    const text = (node, content) => {
      if (node.textContent !== content) node.textContent = content;
    };
    text(this.#title, exhibit.title);
    text(this.#question, exhibit.question);
    text(this.#verdict, `${exhibit.verdict.pill}. ${exhibit.verdict.sentence}`);
    const lines = [exhibit.as_of, exhibit.verdict.contrast, exhibit.freshness, ...exhibit.notes]
      .filter(Boolean).join('\n');
    if (this.#lines.textContent !== lines.replaceAll('\n', '')) {
      this.#lines.replaceChildren(...lines.split('\n').map((line) => element('p', {}, line)));
    }
    this.#summary.show(exhibit.summary, (facts) => facts.flatMap(({ label, value }) =>
      [element('dt', {}, label), element('dd', {}, value)]));
  }

  #showControls(exhibit) {
    const handles = new Set(exhibit.timeline.handles.map((handle) => handle.control));
    const wanted = new Map([this.#form, ...this.words.forms].map((form) => [form, []]));
    for (const control of exhibit.controls) {
      const handle = handles.has(control.id);
      let view = this.#views.get(control.id);
      if (!view || view.kind !== kindOf(control, handle)) {
        view = new ControlView(control, handle, this.#operate);
        this.#views.set(control.id, view);
      } else {
        view.show(control, handle);
      }
      const form = drawn.test(control.id) ? this.#form : this.words.formOf(control.id);
      wanted.get(form).push(view.root);
    }
    const ids = new Set(exhibit.controls.map((control) => control.id));
    for (const id of this.#views.keys()) if (!ids.has(id)) this.#views.delete(id);
    for (const [form, roots] of wanted) {
      const isSame = roots.length === form.children.length
        && roots.every((root, index) => form.children[index] === root);
      if (!isSame) form.replaceChildren(...roots);
    }
  }

  /** Announces what the last action changed, once, after a pause. */
  #announce(exhibit) {
    const message = [exhibit.echo, exhibit.verdict.sentence].filter(Boolean).join(' ');
    clearTimeout(this.#timer);
    if (!exhibit.echo || message === this.#announced) return;
    this.#timer = setTimeout(() => {
      this.#announced = message;
      this.status.textContent = message;
    }, announceAfter);
  }

  /** Places each native input over the control drawn on the canvas. */
  place(items) {
    for (const { control, part, left, top, width, height } of items) {
      const input = this.input(control, part);
      // Custom properties, because the form view has its own layout for the same inputs.
      for (const [name, length] of Object.entries(input ? { left, top, width, height } : {})) {
        input.style.setProperty(`--${name}`, `${length}px`);
      }
    }
  }

  destroy() { clearTimeout(this.#timer); }
}
