// <lease-explorer src="lease.json">: what stands inside it is its poster and its fallback, and
// gives way to the live explorer with the first good frame.
//
// Attributes   src, theme (light | dark), view (picture | form), as-of (YYYY-MM-DD),
//              locale (en-GB | en-US | de | fr | ja: dates, numbers, money; else the browser's)
// Properties   state (get and set: the fragment of a link), exhibit (JSON), idle (a promise)
// Methods      itemRect(control, part): CSS pixels of what is drawn for a control
// Events       ready, change, error
import { element } from './dom.mjs';
import { Explorer, loadEngine } from './engine.mjs';
import { bindPointer } from './input.mjs';
import { Mirror } from './mirror.mjs';
import { Stage } from './stage.mjs';
import { watchMedia, watchPixelRatio } from './watch.mjs';

const pointerShapes = ['default', 'pointer', 'grab', 'grabbing', 'text'];
const darkColors = '(prefers-color-scheme: dark)';
const forcedColors = '(forced-colors: active)';
const finger = '(pointer: coarse)';

const today = () => {
  const now = new Date();
  const padded = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
};

const partsWith = (styles) => {
  const toggle = element('button', { type: 'button', class: 'view-toggle' });
  const reason = element('span');
  return {
    link: element('link', { rel: 'stylesheet', href: styles }),
    notice: element('p', { class: 'notice', role: 'alert', hidden: true }),
    bar: element('p', { class: 'bar', hidden: true }, toggle, reason),
    toggle,
    reason,
    poster: element('div', { class: 'poster' }, element('slot')),
  };
};

export class LeaseExplorer extends HTMLElement {
  static observedAttributes = ['src', 'theme', 'view', 'locale'];

  #parts;
  #stage = new Stage();
  #explorer = null;
  #mirror = null;
  #unbind = () => {};
  #frameRequest = 0;
  #revision = -1;
  #settledRevision = -1;
  #wasPassing = false; // the mirror waits for the end of a drag
  #state = '';
  #isStarted = false;
  #wasDrawn = false;
  #needsForm = false; // for writing that a picture cannot set
  #idleWaiters = [];
  #exhibit = null;
  /** Frames drawn so far; tests hold it to zero while nothing happens. */
  frames = 0;

  connectedCallback() {
    if (!this.#parts) {
      const root = this.attachShadow({ mode: 'open' });
      this.#parts = partsWith(new URL('style.css', import.meta.url));
      const { link, notice, bar, poster } = this.#parts;
      root.append(link, notice, this.#stage.root, bar, poster);
      this.#parts.toggle.addEventListener('click', () =>
        this.setAttribute('view', this.#isForm ? 'picture' : 'form'));
      root.addEventListener('keydown', (event) => this.#key(event));
    }
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#start();
    }
  }

  disconnectedCallback() {
    // A move within the page disconnects and connects at once; only a real removal ends it.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#explorer) return;
    if (name === 'src') this.#open(after);
    else if (name === 'locale') this.#readIn();
    else this.#refresh();
  }

  // ---- The public face

  get exhibit() { return this.#exhibit; }

  get state() { return this.#exhibit ? this.#exhibit.link : this.#state; }
  set state(fragment) {
    this.#state = String(fragment);
    if (!this.#exhibit) return;
    this.#explorer.follow(this.#state);
    this.#wake();
  }

  /** Resolves when nothing is waiting to be drawn or said. */
  get idle() {
    if (!this.#frameRequest && this.#wasDrawn) return Promise.resolve();
    return new Promise((resolve) => this.#idleWaiters.push(resolve));
  }

  itemRect(control, part) {
    const item = this.#explorer?.items.find((one) =>
      one.control === control && (part === undefined || one.part === part));
    return item ? new DOMRect(item.left, item.top, item.width, item.height) : null;
  }

  get canvas() { return this.#stage.canvas; }

  // ---- Life

  async #start() {
    try {
      const module = await loadEngine();
      if (!this.isConnected) { this.#isStarted = false; return; }
      this.#explorer = new Explorer(module, this.#stage.canvas, (error) => this.#broke(error));
      this.#readIn();
      this.#mirror = new Mirror(
        (control, value, isDragging) => this.#operate(control, value, isDragging),
        (item) => { this.#explorer.focus(item); this.#wake(); });
      this.#stage.root.append(this.#mirror.root, this.#mirror.status);
      await this.#open(this.getAttribute('src'));
    } catch (error) {
      this.#say(`This picture does not move here: ${error.message}. `
        + 'What you see was drawn beforehand.');
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
    }
  }

  async #open(source) {
    let text;
    try {
      const response = await fetch(new URL(source, document.baseURI));
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      text = await response.text();
    } catch (error) {
      this.#say(`The lease ${source} could not be fetched: ${error.message}.`);
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
      return;
    }
    if (!this.isConnected || !this.#explorer) return;
    if (!this.#explorer.load(text, this.getAttribute('as-of') ?? today())) {
      this.#say(`The lease ${source} cannot be shown:\n${this.#explorer.findings}`);
      this.dispatchEvent(new CustomEvent('error', { detail: this.#explorer.findings }));
      return;
    }
    this.#say('');
    if (this.#state) this.#explorer.follow(this.#state);
    this.#settledRevision = -1;
    this.#needsForm = false;
    if (!this.#wasDrawn) this.#bind();
    this.#refresh();
  }

  #readIn() {
    this.#explorer.readIn(this.getAttribute('locale') ?? navigator.language);
    this.#settledRevision = -1; // what changes is no deed: it is neither an event nor announced
    if (this.#wasDrawn) this.#wake();
  }

  #bind() {
    const { canvas } = this.#stage;
    this.#stage.root.hidden = false;
    const unbindPointer = bindPointer(this.#stage, this.#explorer, () => this.#wake());
    const lost = (event) => { event.preventDefault(); this.#sleep(); this.#showPoster(true); };
    const restored = () => {
      this.#explorer.graphicsRestored();
      this.#showPoster(false);
      this.#wake();
    };
    canvas.addEventListener('webglcontextlost', lost);
    canvas.addEventListener('webglcontextrestored', restored);
    const size = new ResizeObserver(() => this.#wake());
    size.observe(this);
    this.#stage.watch(() => this.#wake());
    const unwatchMedia = watchMedia([darkColors, finger, forcedColors], () => this.#refresh());
    const unwatchRatio = watchPixelRatio(() => this.#wake());
    this.#unbind = () => {
      unbindPointer();
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', restored);
      size.disconnect();
      this.#stage.unwatch();
      unwatchMedia();
      unwatchRatio();
    };
  }

  #stop() {
    this.#sleep();
    this.#unbind();
    this.#unbind = () => {};
    this.#mirror?.destroy();
    this.#mirror?.root.remove();
    this.#mirror?.status.remove();
    this.#explorer?.destroy();
    this.#explorer = null;
    this.#isStarted = false;
    this.#wasDrawn = false;
    if (this.#parts) {
      this.#stage.renew();
      this.#showPoster(true);
    }
  }

  #broke(error) {
    this.#sleep();
    this.#showPoster(true);
    this.#say(`The explorer stopped (${error.message}). Reload the page to start it again.`);
    this.dispatchEvent(new CustomEvent('error', { detail: error }));
  }

  // ---- Frames

  /**
   * Without a wish of the reader or the author: colours that the reader forces reach the form, and
   * no canvas; and the writing may need it.
   */
  get #isForm() {
    const view = this.getAttribute('view');
    return view ? view === 'form' : this.#needsForm || matchMedia(forcedColors).matches;
  }
  get #isDark() {
    const theme = this.getAttribute('theme');
    return theme ? theme === 'dark' : matchMedia(darkColors).matches;
  }

  #wake() {
    if (this.#frameRequest || !this.#explorer) return;
    this.#frameRequest = requestAnimationFrame(() => {
      this.#frameRequest = 0;
      this.#draw();
      if (!this.#frameRequest) this.#idleWaiters.splice(0).forEach((resolve) => resolve());
    });
  }

  #sleep() {
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = 0;
  }

  #refresh() {
    this.dataset.theme = this.#isDark ? 'dark' : 'light';
    const { toggle, reason, bar } = this.#parts;
    this.#stage.root.classList.toggle('form', this.#isForm);
    this.#mirror.letTablesScroll(this.#isForm);
    toggle.textContent = this.#isForm ? 'Show the picture' : 'Form view';
    reason.textContent = this.#needsForm && this.#isForm
      ? 'This lease has writing that a picture cannot set; it is shown as a form.' : '';
    bar.hidden = !this.#wasDrawn;
    this.#wake();
  }

  #draw() {
    const width = this.clientWidth;
    if (width === 0 || !this.#explorer || this.#explorer.isBroken) return; // not displayed
    const textScale = Math.min(Math.max(parseFloat(getComputedStyle(this).fontSize) / 16, 0.5), 4);
    const drawn = this.#explorer.frame({
      ...this.#stage.fit(width), textScale,
      isDark: this.#isDark, isCoarse: matchMedia(finger).matches,
    });
    this.frames += 1;
    if (!drawn) return;
    const isRightSize = this.#stage.keep(Math.ceil(drawn.height));
    this.#stage.cursor = pointerShapes[drawn.pointer];
    if (drawn.needsShaping && !this.#needsForm) {
      this.#needsForm = true;
      this.#refresh();
    }
    const isPassing = drawn.isDragging && !this.#isForm;
    if (drawn.revision !== this.#revision || (this.#wasPassing && !isPassing)) {
      this.#wasPassing = isPassing;
      this.#revision = drawn.revision;
      this.#exhibit = this.#explorer.exhibit;
      const isSettled = drawn.settledRevision !== this.#settledRevision;
      this.#stage.canvas.setAttribute('aria-label',
        `${this.#exhibit.question} ${this.#exhibit.verdict.sentence}`);
      this.#mirror.show(this.#exhibit, {
        isSettled: isSettled && this.#settledRevision !== -1,
        isPassing,
      });
      if (isSettled && this.#settledRevision !== -1) {
        this.dispatchEvent(new CustomEvent('change', { detail: this.#exhibit.link }));
      }
      this.#settledRevision = drawn.settledRevision;
    }
    if (drawn.isDragging) this.#followDrag();
    else this.#place(this.#explorer.items);
    const editing = this.#explorer.editing;
    if (editing) this.#edit(editing);
    if (!isRightSize || drawn.again) this.#wake();
    else if (!this.#wasDrawn) this.#ready();
  }

  #place(items) {
    this.#mirror.place(items);
    const picture = items.find((item) => item.control === 'picture');
    if (picture) this.#stage.place(picture);
  }

  #ready() {
    this.#wasDrawn = true;
    this.#showPoster(false);
    this.#refresh();
    this.dispatchEvent(new CustomEvent('ready'));
  }

  #showPoster(isShown) {
    this.#parts.poster.hidden = !isShown;
    this.#stage.root.classList.toggle('hidden', isShown);
  }

  /** The keyboard goes where the pointer is: Escape and the arrow keys then reach what is dragged. */
  #followDrag() {
    const dragged = this.#explorer.dragged;
    const input = this.#mirror.input(dragged, 'handle') ?? this.#mirror.input(dragged, 'field')
      ?? this.#mirror.input(this.#exhibit.map?.units_control, 'field');
    if (input && this.shadowRoot.activeElement !== input) input.focus({ preventScroll: true });
  }

  /** Typing is done in the control's own field, which phones and screen readers know. */
  #edit(control) {
    const field = this.#mirror.input(control, 'field');
    if (!field) return;
    field.focus({ preventScroll: true });
    // A picker may be refused (in a frame of another origin); the field itself is enough.
    try { field.showPicker?.(); } catch { field.classList.add('no-picker'); }
  }

  #operate(control, value, isDragging) {
    const isDone = this.#explorer.operate(control, value, isDragging);
    this.#wake();
    return isDone ? '' : this.#explorer.refusal;
  }

  #key(event) {
    if (!this.#explorer || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      this.#explorer.escape();
      this.#wake();
    } else if (isCommand && event.key.toLowerCase() === 'z' && event.target.type !== 'date') {
      event.preventDefault();
      this.#operate(event.shiftKey ? 'redo' : 'undo', 'press');
    }
  }

  #say(text) {
    const { notice } = this.#parts;
    notice.textContent = text;
    notice.hidden = text === '';
  }
}

if (!customElements.get('lease-explorer')) {
  customElements.define('lease-explorer', LeaseExplorer);
}
