// Where the picture stands, and stays when the graphics that drew it are gone. The canvas covers
// all of it, or, where no canvas can be so long, the part that is looked at; everything reckons in
// the whole picture's CSS pixels.
import { element } from './dom.mjs';

// Of one canvas, in device pixels.
const mostPixels = 16_000_000;
const longestSide = 8192;
// Of one that is saved and never shown: what browsers of today hold, and what older ones do.
const mostSaved = [64_000_000, mostPixels];
const longestSaved = 32_767;
const savedAtOnce = 2048; // device pixels of its height
const strip = 256; // CSS pixels: what is in sight is known to strips of this height

export class Stage {
  canvas = element('canvas', { role: 'img' });
  picture = this.canvas.getContext('2d', { alpha: false });
  /** Over the picture: here two fingers, and the wheel with Ctrl, are the picture's. */
  glass = element('div', { class: 'glass' });
  // Empty strips over the whole picture, which tell what of it is in sight; no scroll event would
  // in a frame that is as tall as its page.
  #strips = element('div', { class: 'strips' });
  #seen = new Set(); // strips
  #observer = null;
  #height = 1; // of the whole picture
  #top = 0; // of the part of it that the canvas shows

  constructor() {
    this.drawn = element('div', { class: 'drawn' }, this.canvas, this.#strips, this.glass);
    this.root = element('div', { class: 'stage', hidden: true }, this.drawn);
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
    const isResized = this.#resize(width * pixelRatio, height * pixelRatio);
    const isSame = top === this.#top && !isResized;
    this.#top = top;
    this.root.style.setProperty('--height', `${this.#height}px`);
    this.canvas.style.top = `${top}px`;
    this.canvas.style.height = `${height}px`;
    const rows = this.#rows(pixelRatio, isPartEnough && isSame);
    return {
      width, pixelRatio, rows,
      top: top + rows.first / pixelRatio,
      height: rows.count / pixelRatio,
      isWhole: rows.count === this.canvas.height,
    };
  }

  /**
   * The whole picture as the address of a PNG, drawn part by part at the screen's own ratio, or as
   * near to it as a canvas can be. `draw(context, part)` draws one, as Explorer.frame takes it, and
   * may fail; then there is no address.
   */
  photograph(width, draw) {
    for (const most of mostSaved) {
      const pixelRatio = Math.min(devicePixelRatio || 1, longestSide / width,
        longestSaved / this.#height, Math.sqrt(most / (width * this.#height)));
      const canvas = element('canvas');
      canvas.width = Math.round(width * pixelRatio);
      canvas.height = Math.round(this.#height * pixelRatio);
      const context = canvas.getContext('2d', { alpha: false });
      for (let first = 0; context && first < canvas.height; first += savedAtOnce) {
        const count = Math.min(savedAtOnce, canvas.height - first);
        const isDrawn = draw(context, { width, pixelRatio, rows: { first, count },
          top: first / pixelRatio, height: count / pixelRatio });
        if (!isDrawn) return null;
      }
      const address = canvas.toDataURL('image/png');
      if (address.startsWith('data:image/png')) return address; // else it was too large
    }
    return null;
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

  /** Top and bottom of what is in sight, or nearly; nothing until that is known. */
  get #sight() {
    const tops = [...this.#seen].map(({ offsetTop }) => offsetTop);
    return tops.length ? { top: Math.min(...tops), bottom: Math.max(...tops) + strip } : null;
  }

  /** The rows of the canvas that are in sight, or all of them. */
  #rows(pixelRatio, isPartEnough) {
    const end = this.canvas.height;
    const sight = isPartEnough ? this.#sight : null;
    if (!sight) return { first: 0, count: end };
    const row = (y) => Math.min(Math.max(Math.round((y - this.#top) * pixelRatio), 0), end);
    const first = Math.min(row(sight.top), end - 1);
    return { first, count: Math.max(row(sight.bottom) - first, 1) };
  }

  /** Takes the height that the picture needs; false when it had another, and must be drawn anew. */
  keep(height) {
    const isSame = height === this.#height;
    this.#height = height;
    if (!isSame) this.#cut();
    return isSame;
  }

  /** As many strips as the picture is high. */
  #cut() {
    const count = Math.ceil(this.#height / strip);
    while (count < this.#strips.childElementCount) {
      const last = this.#strips.lastElementChild;
      this.#observer?.unobserve(last);
      this.#seen.delete(last);
      last.remove();
    }
    while (this.#strips.childElementCount < count) {
      const one = element('div');
      one.style.top = `${this.#strips.childElementCount * strip}px`;
      this.#strips.append(one);
      this.#observer?.observe(one);
    }
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
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) this.#seen.add(target);
        else this.#seen.delete(target);
      }
      const sight = this.#sight;
      const height = this.canvas.clientHeight;
      const isCovered = !sight || (this.#top <= sight.top
        && Math.min(sight.bottom, this.#height) <= this.#top + height);
      if (isCovered) return;
      this.#top = Math.round((sight.top + sight.bottom - height) / 2);
      moved();
    });
    for (const one of this.#strips.children) this.#observer.observe(one);
  }

  unwatch() {
    this.#observer?.disconnect();
    this.#seen.clear();
  }
}
