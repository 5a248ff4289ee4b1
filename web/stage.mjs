// Where the picture is drawn. The canvas covers all of it, or, where no canvas can be so long, the
// part that is looked at; everything reckons in the whole picture's CSS pixels.
import { element } from './dom.mjs';

// Of one canvas, in device pixels.
const mostPixels = 16_000_000;
const longestSide = 8192;

export class Stage {
  canvas = element('canvas', { role: 'img' });
  /** Over the picture: here two fingers, and the wheel with Ctrl, mean the picture, not the page. */
  glass = element('div', { class: 'glass' });
  // What the canvas leaves out of a long picture; when one of these comes into sight it moves.
  #above = element('div', { class: 'rest above' });
  #below = element('div', { class: 'rest below' });
  #height = 1; // of the whole picture
  #top = 0; // of the part of it that the canvas shows
  #observer = null;

  constructor() {
    this.root = element('div', { class: 'stage', hidden: true },
      this.canvas, this.#above, this.#below, this.glass);
  }

  /** Sets the canvas to the part that it shows, and gives that part: Explorer.frame draws it. */
  fit(width) {
    const pixelRatio = Math.min(devicePixelRatio || 1, longestSide / width);
    const tallest = Math.min(longestSide, mostPixels / (width * pixelRatio)) / pixelRatio;
    const height = Math.min(this.#height, Math.floor(tallest));
    const top = Math.max(Math.min(this.#top, this.#height - height), 0);
    this.#top = top;
    const pixels = { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) };
    for (const [side, length] of Object.entries(pixels)) {
      if (this.canvas[side] !== length) this.canvas[side] = length; // which also clears it
    }
    this.root.style.setProperty('--height', `${this.#height}px`);
    this.canvas.style.top = `${top}px`;
    this.canvas.style.height = `${height}px`;
    this.#above.style.height = `${top}px`;
    this.#below.style.top = `${top + height}px`;
    this.#below.style.height = `${this.#height - top - height}px`;
    return { width, height, top, pixelRatio };
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
    this.#observer = new IntersectionObserver((entries) => {
      const seen = entries.filter(({ isIntersecting, target }) =>
        isIntersecting && target.offsetHeight > 0).at(-1);
      if (!seen) return;
      const { top, height } = seen.intersectionRect;
      const middle = top + height / 2 - this.root.getBoundingClientRect().top;
      this.#top = Math.round(middle - this.canvas.clientHeight / 2);
      moved();
    }, { rootMargin: '200px 0px' });
    this.#observer.observe(this.#above);
    this.#observer.observe(this.#below);
  }

  unwatch() { this.#observer?.disconnect(); }

  /** A canvas gives one kind of context once; another life needs another canvas. */
  renew() {
    const canvas = this.canvas.cloneNode();
    this.canvas.replaceWith(canvas);
    this.canvas = canvas;
    this.root.hidden = true;
  }
}
