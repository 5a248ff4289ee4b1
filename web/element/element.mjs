// <lease-explorer src="lease.json">: what stands inside it is its poster and its fallback, and
// gives way to the live explorer with the first good frame. It listens to itself alone.
//
// Attributes   src (or a <script type="application/json"> inside it), theme (light | dark),
//              view (card | full | form: full without the picture), as-of (YYYY-MM-DD; else
//              today), state (the fragment of a link), page (where links lead), locale (en-GB |
//              en-US | de | fr | ja: dates, numbers, money; else the browser's)
// Properties   state (get and set: the fragment of a link), lease (get and set: a lease's text in the
//              place of src), exhibit (JSON), figures (texts by name), idle (a promise)
// Methods      start() without waiting to be seen; itemRect(control, part): CSS pixels of what is
//              drawn for a control; exported(format): what the page's reader can save;
//              LeaseExplorer.check(text): what the engine finds in a text that is shown nowhere
// Events       ready, move (at every step), change (when settled), error
import { addressOf } from '../engine/assets.mjs';
import { element } from './dom.mjs';
import { findingsOf, loadEngine } from '../engine/engine.mjs';
import { dayOf, textOfLease } from './lease_text.mjs';
import { Live, finger, forcedColors } from './live.mjs';
import { SharePanel } from './share.mjs';
import { styled } from './sheet.mjs';
import { Stage } from './stage.mjs';
import { watchMedia } from './watch.mjs';

const darkColors = '(prefers-color-scheme: dark)';
const nearBy = '400px 0px'; // of the window: a lease that will be seen soon may start
const slowStart = 8000; // milliseconds after which a line says that it is still loading

const button = (text, press, attributes = {}) => {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', press);
  return made;
};

// At import by a server there is no document, and nothing to be an element of.
export class LeaseExplorer extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ['src', 'theme', 'view', 'locale', 'as-of', 'state'];

  #parts;
  #root;
  #stage;
  #share;
  #isSharing = false;
  #live = null;
  #near = null; // watches whether the element is in sight, or nearly
  #isNear = true; // until that is known
  #unwatch = () => {};
  #state = '';
  #lease = null; // a text that was given, in the place of what src leads to
  #isStarting = false;
  #life = 0; // counts removals: what was begun before the last one comes too late
  #opening = null; // stands for the lease that is being fetched
  #hasFailed = false; // nothing more comes by itself
  #waiters = []; // for what is coming

  connectedCallback() {
    if (!this.#parts) this.#build();
    if (this.#near) return; // moved within the page
    this.#near = new IntersectionObserver((entries) => {
      this.#isNear = entries.at(-1).isIntersecting;
      if (this.#isNear) this.start();
      if (this.#live) this.#live.isSeen = this.#isNear;
    }, { rootMargin: nearBy });
    this.#near.observe(this);
    this.#unwatch = watchMedia([darkColors, forcedColors], () => this.#refresh());
    this.#refresh();
  }

  disconnectedCallback() {
    // A move within the page disconnects and connects at once; only a real removal ends it.
    queueMicrotask(() => {
      if (this.isConnected || !this.#near) return;
      this.#near.disconnect();
      this.#near = null;
      this.#unwatch();
      this.#life += 1;
      this.#isStarting = false;
      this.#opening = null;
      this.#hasFailed = false;
      this.#stop();
      this.#release();
    });
  }

  adoptedCallback() {
    if (this.#parts) styled(this.shadowRoot); // another document takes no sheet of the last one
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'state') {
      this.state = after ?? '';
      return;
    }
    if (name === 'src') {
      this.#lease = null;
      if (before !== null) this.#state = ''; // what was supposed of another lease says nothing of this
      if (this.#hasFailed && this.#isNear) this.start();
    }
    if (name === 'as-of') this.#state = this.state; // seen from another day, what is supposed stays
    if (!this.#live) return;
    if (name === 'src' || name === 'as-of') this.#open();
    else if (name === 'locale') this.#live.readIn(this.#locale);
    else this.#refresh();
  }

  /** What a page set before this class was known hides the properties of the class. */
  #takeEarlier() {
    for (const name of ['src', 'state', 'lease'].filter((each) => Object.hasOwn(this, each))) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  #build() {
    this.#takeEarlier();
    const root = this.attachShadow({ mode: 'open' });
    styled(root);
    this.#stage = new Stage();
    this.#parts = {
      notice: element('div', { class: 'notice', role: 'alert', hidden: true }),
      poster: element('div', { class: 'poster' }, element('slot')),
    };
    const { notice, poster } = this.#parts;
    // The page's rules reach the element itself, but nothing in it.
    this.#root = element('div', { class: 'root' }, notice, poster);
    root.append(this.#root);
    root.addEventListener('keydown', (event) => this.#key(event));
    // Whoever touches the poster wants more than a poster, unless a line says why there is no more.
    for (const type of ['pointerdown', 'focusin']) {
      this.addEventListener(type, () => notice.hidden && this.start());
    }
  }

  // ---- The public face

  get src() { return this.getAttribute('src') ?? ''; }
  set src(address) { this.setAttribute('src', address); }

  /** One that cannot be read leaves what was shown, and says why. */
  get lease() { return this.#lease; }
  set lease(text) {
    this.#lease = text === null ? null : String(text);
    if (this.#live) this.#open();
  }

  /** `{ isGood, findings }`: whether the engine takes a lease's text, and a line for each finding. */
  static check(text) { return findingsOf(String(text)); }

  get exhibit() { return this.#live?.exhibit ?? null; }

  /** What prose may name, by name: `late-delivery.first_day` and its text. */
  get figures() {
    return Object.fromEntries((this.exhibit?.figures ?? []).map(({ id, text }) => [id, text]));
  }

  get state() { return this.exhibit ? this.exhibit.link : this.#state; }
  set state(fragment) {
    this.#state = String(fragment);
    if (this.exhibit) this.#live.follow(this.#state);
  }

  /** Resolves when it is live and nothing waits to be drawn, or when it cannot be live. */
  get idle() { return this.#whenIdle(); }

  async #whenIdle() {
    while (this.#isComing) await new Promise((resolve) => { this.#waiters.push(resolve); });
    await this.#live?.idle;
    if (this.#isComing) await this.#whenIdle(); // meanwhile it was asked for another lease
  }

  /** Not live yet, or on the way to another lease; one that is far away comes when it is near. */
  get #isComing() {
    return this.isConnected
      && (this.#isStarting || this.#opening !== null || (!this.#live && !this.#hasFailed));
  }

  #release() {
    if (!this.#isComing) this.#waiters.splice(0).forEach((resolve) => resolve());
  }

  /** Frames drawn so far; tests hold it to zero while nothing happens. */
  get frames() { return this.#live?.frames ?? 0; }

  get canvas() { return this.#stage?.canvas; }

  itemRect(control, part) {
    const item = this.#live?.items.find((one) =>
      one.control === control && (part === undefined || one.part === part));
    return item ? new DOMRect(item.left, item.top, item.width, item.height) : null;
  }

  /** What is shown now, as `svg`, `csv`, `ics`, `sentence`, `wikitext`, `bibtex` or `link`. */
  exported(format) {
    if (!this.exhibit) return '';
    const address = this.#address;
    if (format === 'link') return `${address}#${this.exhibit.permalink}`;
    if (format === 'json') return JSON.stringify(this.exhibit, null, 2);
    return this.#live.exported(format, address);
  }

  async start() {
    if (this.#isStarting || this.#live || !this.isConnected) return;
    this.#isStarting = true;
    this.#hasFailed = false;
    const life = this.#life;
    const slow = setTimeout(() =>
      this.#say('Still loading. What you see was drawn beforehand, and does not move yet.'),
    slowStart);
    try {
      const engine = await loadEngine();
      if (life !== this.#life) return;
      // A page that unsets all styles would leave no box to draw in; one that hides us is obeyed.
      if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
      this.#live = new Live(engine, this.#stage, this.#hostOfLive());
      this.#parts.poster.before(this.#live.root);
      this.#live.isSeen = this.#isNear; // one that is told to start may be far away
      this.#live.readIn(this.#locale);
      const isShown = await this.#open();
      if (life !== this.#life) return;
      if (isShown) this.#refresh();
      else this.#fail();
    } catch (error) {
      if (life !== this.#life) return;
      this.#fail();
      const reason = error.message.replace(/[.\s]+$/, ''); // some browsers write sentences
      this.#say(`This picture does not move here: ${reason}. `
        + 'What you see was drawn beforehand.', button('Try again', () => this.#restart()));
      this.#tell('error', error);
    } finally {
      clearTimeout(slow);
      if (life === this.#life) {
        this.#isStarting = false;
        this.#release();
      }
    }
  }

  // ---- Life

  get #address() {
    const page = this.getAttribute('page');
    return page ? new URL(page, document.baseURI).href
      : addressOf(`${this.exhibit.lease}.html`) || location.href.split('#')[0];
  }

  get #locale() { return this.getAttribute('locale') ?? navigator.language; }

  /** False when there is nothing to show; a lease that was shown before stays. */
  async #open() {
    const opening = {};
    this.#opening = opening;
    try {
      return await this.#openNow(opening);
    } finally {
      if (this.#opening === opening) {
        this.#opening = null;
        this.#release();
      }
    }
  }

  async #openNow(opening) {
    const live = this.#live;
    const name = this.getAttribute('src') ?? 'in this page';
    const given = this.#lease;
    let text = given;
    try {
      text ??= await textOfLease(this);
    } catch (error) {
      if (live !== this.#live) return true; // it was removed meanwhile
      return this.#refuse(`The lease ${name} could not be fetched: ${error.message}.`, error,
        button('Try again', () => (this.exhibit ? this.#open() : this.#restart())));
    }
    // Another lease was asked for meanwhile; this one came too late.
    if (live !== this.#live || given !== this.#lease || opening !== this.#opening) return true;
    const { day, complaint } = dayOf(this);
    if (!live.open(text, day, this.#state)) {
      return this.#refuse(`The lease ${name} cannot be shown:\n${live.findings}`, live.findings);
    }
    this.#say(complaint);
    return true;
  }

  #refuse(text, detail, ...buttons) {
    this.#say(text, ...buttons);
    this.#tell('error', detail);
    return false;
  }

  #hostOfLive() {
    return {
      look: () => this.#look(),
      face: () => this.#face(),
      shown: () => this.#showPoster(false),
      ready: () => this.#tell('ready'),
      moved: (isPassing) => {
        if (this.#isSharing) this.#share.refresh(isPassing);
        this.#tell('move', this.exhibit.link);
      },
      changed: (link) => this.#tell('change', link),
      blind: () => this.#say('The browser gives no graphics just now: the picture cannot be dragged, '
        + 'the fields go on.', button('Try again', () => {
        this.#say('');
        this.#live.tryAgain();
      })),
      broke: (error) => this.#broke(error),
    };
  }

  /** Ends what runs, and keeps what the reader had supposed. */
  #stop() {
    if (this.exhibit) this.#state = this.exhibit.link && this.exhibit.permalink;
    this.#live?.destroy();
    this.#live = null;
    this.#isSharing = false;
    this.#showPoster(true);
    this.#refresh();
  }

  /** Stops for good, unless the reader asks for it again. */
  #fail() {
    this.#stop();
    this.#hasFailed = true;
  }

  #restart() {
    this.#say('');
    this.#stop();
    this.start();
  }

  #broke(error) {
    this.#fail();
    this.#release();
    const report = `Offramp ${location.href.split('#')[0]}#${this.#state}\n${error.stack ?? error}`;
    const copy = button('Show the report', () =>
      copy.replaceWith(element('textarea', { readonly: true, 'aria-label': 'Report' }, report)));
    const reason = /abort/i.test(error.message)
      ? 'it gave up, most often for want of memory' : error.message;
    this.#say(`The explorer stopped (${reason}). What you see was drawn beforehand; `
      + 'what you had set is kept.', button('Start again', () => this.#restart()), copy);
    this.#tell('error', error);
  }

  // ---- Looks

  get #isForm() { return this.getAttribute('view') === 'form'; }
  get #isDark() {
    const theme = this.getAttribute('theme');
    return theme ? theme === 'dark' : matchMedia(darkColors).matches;
  }

  #face() {
    const isFull = ['full', 'form'].includes(this.getAttribute('view'));
    return {
      view: isFull ? 'full' : 'card', isPictureClosed: this.#isForm, share: this.#sharing,
      page: isFull ? '' : this.#address,
    };
  }

  /** What was given as a text has no address that others could follow. */
  get #sharing() {
    if (this.#lease !== null && !this.hasAttribute('page')) return null;
    return {
      isOpen: this.#isSharing, panel: this.#share?.root, toggle: () => this.#toggleShare(),
    };
  }

  #look() {
    const textScale = parseFloat(getComputedStyle(this).fontSize) / 16;
    return {
      width: this.clientWidth,
      textScale: Math.min(Math.max(textScale, 0.5), 4),
      isDark: this.#isDark,
      isCoarse: matchMedia(finger).matches,
      isPictureClosed: this.#isForm,
    };
  }

  #refresh() {
    this.#root.dataset.theme = this.#isDark ? 'dark' : 'light';
    this.#live?.refresh();
  }

  #showPoster(isShown) {
    this.#parts.poster.hidden = !isShown;
  }

  #toggleShare() {
    if (!this.#share) {
      this.#share = new SharePanel({
        exported: (format) => this.exported(format),
        title: () => this.exhibit.title,
        name: () => this.exhibit.lease,
        frame: () => addressOf(`embed/${this.exhibit.lease}.html`),
        builder: () => addressOf('builder.html'),
        height: () => Math.ceil(this.clientHeight),
      });
    }
    this.#isSharing = !this.#isSharing;
    if (this.#isSharing) this.#share.refresh();
    this.#live.refresh();
  }

  #key(event) {
    if (!this.exhibit || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      if (this.#live.isDragged) event.preventDefault(); // the drag ends, and no dialog round it
      this.#live.escape();
    } else if (isCommand && event.key.toLowerCase() === 'z'
      && !['date', 'number', 'textarea'].includes(event.target.type)) {
      event.preventDefault();
      this.#live.operate(event.shiftKey ? 'redo' : 'undo', 'press');
    }
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  #say(text, ...buttons) {
    const { notice } = this.#parts;
    notice.replaceChildren(element('p', {}, text),
      ...(buttons.length ? [element('p', {}, ...buttons)] : []));
    notice.hidden = text === '';
  }
}

// A page may bring two copies; the first one stays. A server has no elements.
if (globalThis.customElements && !customElements.get('lease-explorer')) {
  customElements.define('lease-explorer', LeaseExplorer);
}
