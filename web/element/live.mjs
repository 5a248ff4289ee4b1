// A lease that runs in its element: model in the engine, picture on the stage, mirror beside it.
// Draws when something has changed and somebody can see it, and says what changed.
import { Explorer } from '../engine/engine.mjs';
import { bindPointer } from './input.mjs';
import { Mirror } from './mirror.mjs';
import { watchMedia, watchPixelRatio } from './watch.mjs';

const pointerShapes = ['default', 'pointer', 'grab', 'grabbing', 'text'];
const quiet = 120; // milliseconds without a frame until what is out of sight is drawn too
const retries = [250, 1500, 5000]; // milliseconds until graphics are asked for again
export const finger = '(pointer: coarse)';

export class Live {
  exhibit = null;
  frames = 0;
  #explorer;
  #stage;
  #mirror;
  #host;
  #unbind = () => {};
  #isOpen = false; // there is a lease
  #isSeen = true;
  #wasDrawn = false;
  #frameRequest = 0;
  #completion = 0; // timer of the frame that draws the whole picture
  #isCompleting = false; // the next frame draws the whole picture
  #isPublishing = false;
  #retry = 0; // how often graphics were refused in a row
  #retryTimer = 0;
  #isBlind = false; // graphics are not asked for again by itself
  #revision = -1;
  #settledRevision = -1;
  #wasPassing = false; // the mirror waits for the end of a drag
  #idleWaiters = [];

  /**
   * `host` is the element's side: `look()` gives how to draw, and it is told `ready()`,
   * `moved(isPassing)` at every step, `changed(link)` when something is settled, `needsForm()`,
   * `blind()` when the browser gives no graphics any more, and `broke(error)`.
   */
  constructor(engine, stage, host) {
    this.#stage = stage;
    this.#host = host;
    this.#explorer = new Explorer(engine, (error) => { this.#sleep(); host.broke(error); });
    this.#mirror = new Mirror(
      (control, value, isDragging) => this.operate(control, value, isDragging),
      (item) => { this.#explorer.focus(item); this.wake(); });
    stage.drawn.append(this.#mirror.root);
    stage.root.append(this.#mirror.words.root, this.#mirror.status);
  }

  // ---- What the element asks for

  /** Shows another lease; false keeps the present one, and `findings` says why. */
  open(text, day) {
    if (!this.#explorer.load(text, day)) return false;
    this.#settledRevision = -1;
    if (!this.#isOpen) this.#bind();
    this.#isOpen = true;
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

  escape() {
    this.#explorer.escape();
    this.wake();
  }

  exported(format, address) { return this.#explorer.exported(format, address); }

  /** The whole picture as the address of a PNG; of the canvas, if no other can be drawn now. */
  photograph() {
    const look = this.#host.look();
    return this.#stage.photograph(look.width, (context, part) =>
      this.#explorer.frame(context, { ...look, ...part })) ?? this.#stage.canvas.toDataURL('image/png');
  }

  get items() { return this.#explorer.items; }

  /** Resolves when nothing is waiting to be drawn or said. */
  get idle() {
    const isDone = this.#wasDrawn || !this.#isSeen || this.#isBlind;
    if (this.#isAtRest && isDone) return Promise.resolve();
    return new Promise((resolve) => { this.#idleWaiters.push(resolve); });
  }

  get #isAtRest() { return !this.#frameRequest && !this.#completion && !this.#isPublishing; }

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
    this.#mirror.destroy();
    this.#mirror.root.remove();
    this.#mirror.words.root.remove();
    this.#mirror.status.remove();
    this.#explorer.destroy();
    this.#idleWaiters.splice(0).forEach((resolve) => resolve());
  }

  #bind() {
    this.#stage.root.hidden = false;
    const wake = () => this.wake();
    const unbindPointer = bindPointer(this.#stage, this.#explorer, wake);
    const size = new ResizeObserver(wake);
    size.observe(this.#stage.root.getRootNode().host);
    this.#stage.watch(wake);
    const unwatchMedia = watchMedia([finger], wake);
    const unwatchRatio = watchPixelRatio(wake);
    const unwatchPaper = watchMedia(['print'], () => {
      this.#mirror.words.isOnPaper = matchMedia('print').matches;
    });
    this.#unbind = () => {
      unbindPointer();
      size.disconnect();
      this.#stage.unwatch();
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
        this.#publish(false);
        this.#rest();
      });
    }
  }

  #sleep() {
    cancelAnimationFrame(this.#frameRequest);
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#completion);
    this.#frameRequest = 0;
    this.#completion = 0;
  }

  #rest() {
    if (this.#isAtRest) this.#idleWaiters.splice(0).forEach((resolve) => resolve());
  }

  /** Draws what is in sight; the rest of the picture follows when the hands have come to rest. */
  #draw() {
    const look = this.#host.look();
    if (look.width === 0 || this.#explorer.isBroken) return; // not displayed
    const surface = this.#stage.fit(look.width, !this.#isCompleting);
    const drawn = this.#explorer.frame(this.#stage.picture, { ...look, ...surface });
    clearTimeout(this.#completion);
    this.#completion = surface.isWhole ? 0 : setTimeout(() => {
      this.#completion = 0;
      this.#isCompleting = true;
      this.wake();
    }, quiet);
    this.#isCompleting = false;
    if (!drawn) {
      if (drawn === false) this.#wait();
      return;
    }
    this.frames += 1;
    this.#retry = 0;
    const isRightSize = this.#stage.keep(Math.ceil(drawn.height));
    this.#stage.cursor = pointerShapes[drawn.pointer];
    if (drawn.needsShaping) this.#host.needsForm();
    this.#publish(drawn.isDragging && !look.isForm);
    if (drawn.isDragging) this.#followDrag();
    else this.#place(this.#explorer.items);
    const editing = this.#explorer.editing;
    if (editing) this.#edit(editing);
    if (!isRightSize || drawn.again) this.wake();
    else if (!this.#wasDrawn) {
      this.#wasDrawn = true;
      this.#host.ready();
    }
  }

  /** The browser gives no graphics; often it will again soon. The last picture stays. */
  #wait() {
    this.#publish(false);
    if (this.#retry === retries.length) {
      this.#isBlind = true;
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

  /** Tells mirror and page what has changed. While a hand is on the picture, `isPassing`. */
  #publish(isPassing) {
    const { revision, settledRevision } = this.#explorer;
    if (revision === this.#revision && !(this.#wasPassing && !isPassing)) return;
    this.#wasPassing = isPassing;
    this.#revision = revision;
    this.exhibit = this.#explorer.exhibit;
    if (!this.exhibit) return; // the engine has just broken
    const { question, verdict, link } = this.exhibit;
    this.#stage.canvas.setAttribute('aria-label', `${question} ${verdict.sentence}`);
    const isDeed = settledRevision !== this.#settledRevision && this.#settledRevision !== -1;
    this.#settledRevision = settledRevision;
    this.#mirror.show(this.exhibit, { isSettled: isDeed, isPassing });
    if (!isPassing) this.#mirror.paper = this.exported('svg', '');
    this.#host.moved(isPassing);
    if (isDeed) this.#host.changed(link);
  }

  #place(items) {
    this.#mirror.place(items);
    const picture = items.find((item) => item.control === 'picture');
    if (picture) this.#stage.place(picture);
  }

  /** The keyboard goes where the pointer is: Escape and arrow keys then reach what is dragged. */
  #followDrag() {
    const { dragged } = this.#explorer;
    const input = this.#mirror.input(dragged, 'handle') ?? this.#mirror.input(dragged, 'field')
      ?? this.#mirror.input(this.exhibit.map?.units_control, 'field');
    if (input && input.getRootNode().activeElement !== input) input.focus({ preventScroll: true });
  }

  /** Typing is done in the control's own field, which phones and screen readers know. */
  #edit(control) {
    const field = this.#mirror.input(control, 'field');
    if (!field) return;
    field.focus({ preventScroll: true });
    // A picker may be refused (in a frame of another origin); the field itself is enough.
    try { field.showPicker?.(); } catch { field.classList.add('no-picker'); }
  }
}
