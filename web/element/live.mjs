// A lease that runs in its element: model in the engine, picture on the stage, view round it.
// Draws when something has changed and somebody can see it, and says what changed.
import { Explorer } from '../engine/engine.mjs';
import { element } from './dom.mjs';
import { bindPointer } from './input.mjs';
import { View } from './view.mjs';
import { watchMedia, watchPixelRatio } from './watch.mjs';

const pointerShapes = ['default', 'pointer', 'grab', 'grabbing', 'text'];
const retries = [250, 1500, 5000]; // milliseconds until graphics are asked for again
export const finger = '(pointer: coarse)';
export const forcedColors = '(forced-colors: active)';

export class Live {
  exhibit = null;
  frames = 0;
  #explorer;
  #stage;
  #view;
  #host;
  #unbind = () => {};
  #isOpen = false; // there is a lease
  #isSeen = true;
  #wasDrawn = false; // or would be, if there were graphics
  #lastWhy = ''; // of #whyStill, as it is shown
  #frameRequest = 0;
  #isPublishing = false;
  #retry = 0; // how often graphics were refused in a row
  #retryTimer = 0;
  #isBlind; // graphics are not asked for again by itself
  #needsShaping = false; // some writing cannot be set letter by letter
  #revision = -1;
  #settledRevision = -1;
  #idleWaiters = [];

  /**
   * `host` is the element's side: `look()` gives how to draw, `face()` what the view is, and it is told
   * `shown()` when there is an answer, `ready()` when the picture is there too or cannot be,
   * `moved(isPassing)` at every step, `changed(link)` when something is settled, `blind()` when the
   * browser gives no graphics any more, and `broke(error)`.
   */
  constructor(engine, stage, host) {
    this.#stage = stage;
    stage.root.classList.add('hidden');
    this.#host = host;
    this.#explorer = new Explorer(engine, (error) => { this.#sleep(); host.broke(error); });
    this.#view = new View({
      operate: (control, value, isDragging) => this.operate(control, value, isDragging),
      focused: (item) => { this.#explorer.focus(item); this.wake(); },
      redraw: () => this.wake(),
      still: () => {
        const { width, isDark } = host.look();
        return this.exported(`picture-${Math.round(width)}${isDark ? '-dark' : ''}`, '');
      },
      face: () => ({ ...host.face(), still: this.#whyStill }),
    }, stage);
    this.root = element('div', {}, this.#view.root, this.#view.status);
    this.#isBlind = this.#explorer.trouble !== '';
  }

  // ---- What the element asks for

  /** Shows another lease, as a fragment has it; false keeps the present one, and `findings` says why. */
  open(text, day, fragment) {
    if (!this.#explorer.load(text, day)) return false;
    if (fragment) this.#explorer.follow(fragment);
    this.#settledRevision = -1;
    if (!this.#isOpen) this.#bind();
    this.#isOpen = true;
    this.#publish(); // the answer waits for no picture
    this.#host.shown();
    this.wake();
    return true;
  }
  get findings() { return this.#explorer.findings; }

  readIn(locale) {
    this.#explorer.readIn(locale);
    this.#settledRevision = -1; // what changes is no deed: it is neither an event nor announced
    this.wake();
  }

  follow(fragment) {
    this.#explorer.follow(fragment);
    this.wake();
  }

  /** A refusal's text, or nothing. */
  operate(control, value, isDragging) {
    const isDone = this.#explorer.operate(control, value, isDragging);
    this.wake();
    return isDone ? '' : this.#explorer.refusal;
  }

  /** Whether a hand is on the picture. */
  get isDragged() { return this.#explorer.dragged !== ''; }

  escape() {
    this.#explorer.escape();
    this.wake();
  }

  exported(format, address) { return this.#explorer.exported(format, address); }

  /** Another face: another kind of view, the panel to share. */
  refresh() {
    this.#view.refresh();
    this.wake();
  }

  /** Why the picture stands still; empty until it is drawn, null when it is alive. */
  get #whyStill() {
    if (this.#isBlind) {
      const reason = this.#explorer.trouble || 'the browser gives no graphics just now';
      return `The picture cannot be dragged here (${reason}); the fields do the same.`;
    }
    if (this.#needsShaping) return 'This lease has writing that a picture to drag cannot set.';
    return this.#wasDrawn && !matchMedia(forcedColors).matches ? null : '';
  }

  get items() { return this.#explorer.items; }

  /** Resolves when nothing is waiting to be drawn or said. */
  get idle() {
    const isDone = this.#wasDrawn || !this.#isSeen || this.#isBlind;
    if (this.#isAtRest && isDone) return Promise.resolve();
    return new Promise((resolve) => { this.#idleWaiters.push(resolve); });
  }

  get #isAtRest() { return !this.#frameRequest && !this.#isPublishing; }

  /** Out of sight nothing is drawn, and no graphics are kept. */
  set isSeen(isSeen) {
    if (isSeen === this.#isSeen) return;
    this.#isSeen = isSeen;
    if (!isSeen) {
      this.#sleep();
      this.#explorer.rest();
    }
    this.wake();
  }

  destroy() {
    this.#sleep();
    this.#unbind();
    this.#view.destroy();
    this.root.remove();
    this.#explorer.destroy();
    this.#idleWaiters.splice(0).forEach((resolve) => resolve());
  }

  #bind() {
    const wake = () => this.wake();
    const unbindPointer = bindPointer(this.#stage, this.#explorer, wake);
    const size = new ResizeObserver(wake);
    size.observe(this.root.getRootNode().host);
    const unwatchMedia = watchMedia([finger], wake);
    const unwatchRatio = watchPixelRatio(wake);
    const unwatchPaper = watchMedia(['print'], () => {
      this.#view.isOnPaper = matchMedia('print').matches;
    });
    this.#unbind = () => {
      unbindPointer();
      size.disconnect();
      unwatchMedia();
      unwatchRatio();
      unwatchPaper();
    };
  }

  // ---- Frames

  wake() {
    if (this.#frameRequest || !this.#isOpen || this.#explorer.isBroken) return;
    if (this.#isSeen) {
      this.#frameRequest = requestAnimationFrame(() => {
        this.#frameRequest = 0;
        this.#draw();
        this.#rest();
      });
    } else if (!this.#isPublishing) {
      // Out of sight no frame would come; what follows from a deed must all the same be known.
      this.#isPublishing = true;
      queueMicrotask(() => {
        this.#isPublishing = false;
        this.#publish();
        this.#rest();
      });
    }
  }

  #sleep() {
    cancelAnimationFrame(this.#frameRequest);
    clearTimeout(this.#retryTimer);
    this.#frameRequest = 0;
  }

  #rest() {
    if (this.#isAtRest) this.#idleWaiters.splice(0).forEach((resolve) => resolve());
  }

  /** Draws the picture, where it lives, and tells what has changed. */
  #draw() {
    const look = this.#host.look();
    if (look.width === 0 || this.#explorer.isBroken) return; // not displayed
    if (this.#isBlind || look.isPictureClosed) {
      this.#publish();
      this.#shown();
      return;
    }
    const { hasMap } = this.#view;
    let drawn;
    let isRightSize = false;
    // A picture that turns out to need another height is drawn anew before it is seen.
    for (let tries = 0; tries < 2 && !isRightSize; tries += 1) {
      drawn = this.#explorer.frame(this.#stage.picture,
        { ...look, ...this.#stage.fit(look.width), hasMap });
      if (!drawn) {
        if (drawn === false) this.#wait();
        return;
      }
      isRightSize = this.#stage.keep(Math.ceil(drawn.height));
    }
    this.frames += 1;
    this.#retry = 0;
    this.#stage.cursor = pointerShapes[drawn.pointer];
    this.#needsShaping = drawn.needsShaping;
    this.#publish();
    if (drawn.isDragging) this.#followDrag();
    else this.#place(this.#explorer.items);
    if (!isRightSize || drawn.again) this.wake();
    else this.#shown();
  }

  /** There is all that there will be: the picture that lives, or the one that stands still. */
  #shown() {
    const isFirst = !this.#wasDrawn;
    this.#wasDrawn = true;
    const why = this.#whyStill;
    if (why !== this.#lastWhy) {
      this.#lastWhy = why;
      this.#stage.root.classList.toggle('hidden', why !== null);
      this.#view.refresh();
    }
    if (isFirst) this.#host.ready();
  }

  /** The browser gives no graphics; often it will again soon. The last picture stays. */
  #wait() {
    this.#publish();
    if (this.#retry === retries.length) {
      this.#isBlind = true;
      this.#shown();
      this.#host.blind();
      return;
    }
    this.#retryTimer = setTimeout(() => this.wake(), retries[this.#retry]);
    this.#retry += 1;
  }

  /** Asks for graphics once more, after `blind`. */
  tryAgain() {
    this.#retry = 0;
    this.#isBlind = false;
    this.wake();
  }

  /** Tells view and page what has changed. What is only passing is not settled yet: it is dragged. */
  #publish() {
    const { revision, settledRevision } = this.#explorer;
    if (revision === this.#revision) return;
    const isPassing = settledRevision === this.#settledRevision;
    this.#revision = revision;
    this.exhibit = this.#explorer.exhibit;
    if (!this.exhibit) return; // the engine has just broken
    const { question, verdict, link } = this.exhibit;
    this.#stage.canvas.setAttribute('aria-label', `${question} ${verdict.sentence}`);
    const isDeed = settledRevision !== this.#settledRevision && this.#settledRevision !== -1;
    this.#settledRevision = settledRevision;
    this.#view.show(this.exhibit, { isSettled: isDeed, isPassing });
    this.#host.moved(isPassing);
    if (isDeed) this.#host.changed(link);
  }

  #place(items) {
    this.#view.place(items);
    const picture = items.find((item) => item.control === 'picture');
    if (picture) this.#stage.place(picture);
  }

  /** The keyboard goes where the pointer is: Escape and arrow keys then reach what is dragged. */
  #followDrag() {
    const { dragged } = this.#explorer;
    const input = this.#view.input(dragged, 'handle') ?? this.#view.input(dragged, 'field')
      ?? this.#view.input(this.exhibit.map?.units_control, 'field');
    if (input && input.getRootNode().activeElement !== input) input.focus({ preventScroll: true });
  }
}
