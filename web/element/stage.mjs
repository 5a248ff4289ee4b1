// Where the picture stands, and stays when the graphics that drew it are gone. Everything reckons in its
// CSS pixels.
import { element } from './dom.mjs';

// Of one canvas, in device pixels: what browsers hold. A picture of hundreds of lanes is drawn coarser.
const mostPixels = 16_000_000;
const longestSide = 8192;

export class Stage {
  canvas = element('canvas', { role: 'img' });
  picture = this.canvas.getContext('2d', { alpha: false });
  /** Over the picture: here two fingers, and the wheel with Ctrl, are the picture's. */
  glass = element('div', { class: 'glass' });
  #height = 1;

  constructor() {
    this.root = element('div', { class: 'stage hidden' }, this.canvas, this.glass);
  }

  /** Sizes the canvas for a width, and gives what is to be drawn, for Explorer.frame. */
  fit(width) {
    const height = this.#height;
    const pixelRatio = Math.min(devicePixelRatio || 1, longestSide / width, longestSide / height,
      Math.sqrt(mostPixels / (width * height)));
    for (const [side, length] of Object.entries({ width, height })) {
      const pixels = Math.max(Math.round(length * pixelRatio), 1);
      if (this.canvas[side] !== pixels) this.canvas[side] = pixels;
    }
    this.canvas.style.height = `${height}px`;
    return { width, height, pixelRatio };
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
}
