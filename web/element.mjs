// <lease-explorer src="lease.json">: what stands inside it is its poster and its fallback, and
// gives way to the live explorer with the first good frame.
//
// Attributes   src, theme (light | dark), view (picture | form), as-of (YYYY-MM-DD),
//              locale (en-GB | en-US | de | fr | ja: dates, numbers, money; else the browser's)
// Properties   state (get and set: the fragment of a link), exhibit (JSON), idle (a promise)
// Methods      itemRect(control, part): CSS pixels of what is drawn for a control
// Events       ready, change, error
import { Explorer, loadEngine } from './engine.mjs';
import { bindPointer } from './input.mjs';
import { Mirror } from './mirror.mjs';

const pointerShapes = ['default', 'pointer', 'grab', 'grabbing', 'text'];
const forcedColors = '(forced-colors: active)';
// Of one canvas, in device pixels. A longer picture is drawn in part, where it is looked at.
const mostPixels = 16_000_000;
const longestSide = 8192;

const today = () => {
  const now = new Date();
  const padded = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
};

const partsWith = (styles) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.hidden = true;
  notice.setAttribute('role', 'alert');
  const bar = document.createElement('p');
  bar.className = 'bar';
  bar.hidden = true;
  const toggle = document.createElement('button');
  toggle.type = 'button';
  toggle.className = 'view-toggle';
  const reason = document.createElement('span');
  bar.append(toggle, reason);
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.hidden = true;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  // Over the picture: here two fingers, and the wheel with Ctrl, mean the picture, not the page.
  const glass = document.createElement('div');
  glass.className = 'glass';
  // What the canvas leaves out of a long picture; when one of these comes into sight it moves.
  const [above, below] = ['above', 'below'].map((name) => {
    const rest = document.createElement('div');
    rest.className = `rest ${name}`;
    return rest;
  });
  stage.append(canvas, above, below, glass);
  const poster = document.createElement('div');
  poster.className = 'poster';
  poster.append(document.createElement('slot'));
  return { link, notice, bar, toggle, reason, stage, canvas, above, below, glass, poster };
};

export class LeaseExplorer extends HTMLElement {
  static observedAttributes = ['src', 'theme', 'view', 'locale'];

  #parts;
  #explorer = null;
  #mirror = null;
  #unbind = () => {};
  #observers = [];
  #frameRequest = 0;
  #revision = -1;
  #settledRevision = -1;
  #wasPassing = false; // the mirror waits for the end of a drag
  #state = '';
  #isStarted = false;
  #wasDrawn = false;
  #needsForm = false; // for writing that a picture cannot set
  #height = 1; // of the whole picture
  #top = 0; // of the part of it that the canvas shows
  #idleWaiters = [];
  #exhibit = null;
  /** Frames drawn so far; tests hold it to zero while nothing happens. */
  frames = 0;

  connectedCallback() {
    if (!this.#parts) {
      const root = this.attachShadow({ mode: 'open' });
      this.#parts = partsWith(new URL('style.css', import.meta.url));
      const { link, notice, bar, stage, poster } = this.#parts;
      root.append(link, notice, stage, bar, poster);
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

  get canvas() { return this.#parts.canvas; }

  // ---- Life

  async #start() {
    try {
      const module = await loadEngine();
      if (!this.isConnected) { this.#isStarted = false; return; }
      this.#explorer = new Explorer(module, this.#parts.canvas, (error) => this.#broke(error));
      this.#readIn();
      this.#mirror = new Mirror(
        (control, value, isDragging) => this.#operate(control, value, isDragging),
        (item) => { this.#explorer.focus(item); this.#wake(); });
      this.#parts.stage.append(this.#mirror.root, this.#mirror.status);
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
    const { canvas, glass, stage } = this.#parts;
    stage.hidden = false;
    const unbindPointer = bindPointer(stage, canvas, glass, this.#explorer, () => this.#wake());
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
    const rest = new IntersectionObserver((entries) => this.#follow(entries),
      { rootMargin: '200px 0px' });
    rest.observe(this.#parts.above);
    rest.observe(this.#parts.below);
    this.#observers = [size, rest];
    const unwatch = ['(prefers-color-scheme: dark)', '(pointer: coarse)', forcedColors].map((query) => {
      const media = matchMedia(query);
      const changed = () => this.#refresh();
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    });
    const unwatchRatio = this.#watchPixelRatio();
    this.#unbind = () => {
      unbindPointer();
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', restored);
      this.#observers.forEach((observer) => observer.disconnect());
      unwatch.forEach((stop) => stop());
      unwatchRatio();
    };
  }

  /** A media query for today's ratio fires once when it changes; then the next one is set up. */
  #watchPixelRatio() {
    let stop = () => {};
    const watch = () => {
      stop();
      const media = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      const changed = () => { watch(); this.#wake(); };
      media.addEventListener('change', changed);
      stop = () => media.removeEventListener('change', changed);
    };
    watch();
    return () => stop();
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
      // A canvas gives one kind of context once; the next life needs a new one.
      const canvas = this.#parts.canvas.cloneNode();
      this.#parts.canvas.replaceWith(canvas);
      this.#parts.canvas = canvas;
      this.#showPoster(true);
      this.#parts.stage.hidden = true;
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
    return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
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
    const { stage, toggle, reason, bar } = this.#parts;
    stage.classList.toggle('form', this.#isForm);
    this.#mirror.letTablesScroll(this.#isForm);
    toggle.textContent = this.#isForm ? 'Show the picture' : 'Form view';
    reason.textContent = this.#needsForm && this.#isForm
      ? 'This lease has writing that a picture cannot set; it is shown as a form.' : '';
    bar.hidden = !this.#wasDrawn;
    this.#wake();
  }

  #draw() {
    const { canvas } = this.#parts;
    const width = this.clientWidth;
    if (width === 0 || !this.#explorer || this.#explorer.isBroken) return; // not displayed
    const textScale = Math.min(Math.max(parseFloat(getComputedStyle(this).fontSize) / 16, 0.5), 4);
    const surface = this.#surface(width);
    const { height: shown, top, pixelRatio } = surface;
    const pixelWidth = Math.round(width * pixelRatio);
    const pixelHeight = Math.round(shown * pixelRatio);
    if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
      canvas.width = pixelWidth;
      canvas.height = pixelHeight;
    }
    this.#lay(top, shown);
    const drawn = this.#explorer.frame({
      ...surface, textScale,
      isDark: this.#isDark, isCoarse: matchMedia('(pointer: coarse)').matches,
    });
    this.frames += 1;
    if (!drawn) return;
    const height = Math.ceil(drawn.height);
    const isRightSize = height === this.#height;
    this.#height = height;
    canvas.style.cursor = pointerShapes[drawn.pointer];
    this.#parts.glass.style.cursor = canvas.style.cursor;
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
      canvas.setAttribute('aria-label',
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

  /** The part of the picture that the canvas shows: all of it, if a canvas can be so large. */
  #surface(width) {
    const pixelRatio = Math.min(devicePixelRatio || 1, longestSide / width);
    const tallest = Math.min(longestSide, mostPixels / (width * pixelRatio)) / pixelRatio;
    const height = Math.min(this.#height, Math.floor(tallest));
    this.#top = Math.max(Math.min(this.#top, this.#height - height), 0);
    return { width, height, top: this.#top, pixelRatio };
  }

  #lay(top, shown) {
    const { stage, canvas, above, below } = this.#parts;
    stage.style.setProperty('--height', `${this.#height}px`);
    canvas.style.top = `${top}px`;
    canvas.style.height = `${shown}px`;
    above.style.height = `${top}px`;
    below.style.top = `${top + shown}px`;
    below.style.height = `${this.#height - top - shown}px`;
  }

  /** Something that the canvas leaves out is in sight: the canvas goes there. */
  #follow(entries) {
    const seen = entries.filter(({ isIntersecting, target }) =>
      isIntersecting && target.offsetHeight > 0).at(-1);
    if (!seen) return;
    const { top, height } = seen.intersectionRect;
    const middle = top + height / 2 - this.#parts.stage.getBoundingClientRect().top;
    this.#top = Math.round(middle - this.#parts.canvas.clientHeight / 2);
    this.#wake();
  }

  #place(items) {
    this.#mirror.place(items);
    const picture = items.find((item) => item.control === 'picture');
    if (!picture) return;
    for (const side of ['left', 'top', 'width', 'height']) {
      this.#parts.glass.style[side] = `${picture[side]}px`;
    }
  }

  #ready() {
    this.#wasDrawn = true;
    this.#showPoster(false);
    this.#refresh();
    this.dispatchEvent(new CustomEvent('ready'));
  }

  #showPoster(isShown) {
    this.#parts.poster.hidden = !isShown;
    this.#parts.stage.classList.toggle('hidden', isShown);
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
