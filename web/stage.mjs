// Where the picture stands, and stays when the graphics that drew it are gone. The canvas covers
// all of it, or, where no canvas can be so long, the part that is looked at; everything reckons in the whole picture's CSS pixels.
import { element } from './dom.mjs';

// Of one canvas, in device pixels.
const mostPixels = 16_000_000;
const longestSide = 8192;
// What is in sight is known to a fiftieth of the picture, and to the last frame's scrolling.
const steps = Array.from({ length: 51 }, (_, step) => step / 50);
const margin = 120; // CSS pixels

export class Stage {
  canvas = element('canvas', { role: 'img' });
  picture = this.canvas.getContext('2d', { alpha: false });
  /** Over the picture: here two fingers, and the wheel with Ctrl, are the picture's. */
  glass = element('div', { class: 'glass' });
  // What the canvas leaves out of a long picture; when one of these comes into sight it moves.
  #above = element('div', { class: 'rest above' });
  #below = element('div', { class: 'rest below' });
  #height = 1; // of the whole picture
  #top = 0; // of the part of it that the canvas shows
  #seen = null; // top and bottom of what is in sight; nothing until that is known
  #observers = [];

  constructor() {
    this.root = element('div', { class: 'stage', hidden: true },
      this.canvas, this.#above, this.#below, this.glass);
  }

  /**
   * Sets the canvas to the part of the picture that it covers, and gives what of it is to be drawn,
   * for Explorer.frame: all of it, or what is in sight where that is enough for now.
   */
  fit(width, isPartEnough) {
    const pixelRatio = Math.min(devicePixelRatio || 1, longestSide / width);
    const tallest = Math.min(longestSide, mostPixels / (width * pixelRatio)) / pixelRatio;
    const height = Math.min(this.#height, Math.floor(tallest));
    const top = Math.max(Math.min(this.#top, this.#height - height), 0);
    const isSame = top === this.#top && !this.#resize(width * pixelRatio, height * pixelRatio);
    this.#top = top;
    this.root.style.setProperty('--height', `${this.#height}px`);
    this.canvas.style.top = `${top}px`;
    this.canvas.style.height = `${height}px`;
    this.#above.style.height = `${top}px`;
    this.#below.style.top = `${top + height}px`;
    this.#below.style.height = `${this.#height - top - height}px`;
    const rows = this.#rows(pixelRatio, isPartEnough && isSame);
    return {
      width, pixelRatio, rows,
      top: top + rows.first / pixelRatio,
      height: rows.count / pixelRatio,
      isWhole: rows.count === this.canvas.height,
    };
  }

  /** True when the canvas had another size, and is empty now. */
  #resize(width, height) {
    let isOther = false;
    for (const [side, length] of Object.entries({ width, height })) {
      if (this.canvas[side] === Math.round(length)) continue;
      this.canvas[side] = Math.round(length);
      isOther = true;
    }
    return isOther;
  }

  /** The rows of the canvas that are in sight, or all of them. */
  #rows(pixelRatio, isPartEnough) {
    const end = this.canvas.height;
    if (!isPartEnough || !this.#seen) return { first: 0, count: end };
    const row = (y) => Math.min(Math.max(Math.round((y - this.#top) * pixelRatio), 0), end);
    const first = row(this.#seen.top - margin);
    return { first, count: Math.max(row(this.#seen.bottom + margin) - first, 1) };
  }

  /** Takes the height that the picture needs; false when it had another, and must be drawn anew. */
  keep(height) {
    const isSame = height === this.#height;
    this.#height = height;
    return isSame;
  }

  /** Lays the glass over the timeline. */
  place(picture) {
    for (const side of ['left', 'top', 'width', 'height']) {
      this.glass.style[side] = `${picture[side]}px`;
    }
  }

  set cursor(shape) {
    this.canvas.style.cursor = shape;
    this.glass.style.cursor = shape;
  }

  /** Calls `moved` when the canvas has been sent to a part that came into sight. */
  watch(moved) {
    const rests = new IntersectionObserver((entries) => {
      const seen = entries.filter(({ isIntersecting, target }) =>
        isIntersecting && target.offsetHeight > 0).at(-1);
      if (!seen) return;
      const { top, height } = seen.intersectionRect;
      const middle = top + height / 2 - this.root.getBoundingClientRect().top;
      this.#top = Math.round(middle - this.canvas.clientHeight / 2);
      moved();
    }, { rootMargin: '200px 0px' });
    rests.observe(this.#above);
    rests.observe(this.#below);
    const sight = new IntersectionObserver((entries) => {
      const { boundingClientRect: box, intersectionRect: seen } = entries.at(-1);
      this.#seen = { top: seen.top - box.top, bottom: seen.bottom - box.top };
    }, { threshold: steps });
    sight.observe(this.root);
    this.#observers = [rests, sight];
  }

  unwatch() { this.#observers.splice(0).forEach((observer) => observer.disconnect()); }
}
