// The one WebGL context of an engine, on a canvas that is not in the page. Each explorer draws there
// in turn and copies the result: browsers allow few contexts, and drop the oldest to make another.
import { Painter } from './painter.mjs';

export class Graphics {
  #module;
  #explorers = new Set(); // those with resources in the context
  #users = new Set(); // those that are visible
  #canvas = null;
  #context = null;
  /** Why the browser gave no context when it was last asked. */
  trouble = '';

  constructor(module) { this.#module = module; }

  /** Lets an explorer paint. False if the browser gives none at the moment. */
  use(explorer) {
    this.#users.add(explorer);
    if (!this.#canvas && !this.#create()) return false;
    this.#explorers.add(explorer);
    return true;
  }

  /** Sizes the canvas to the next drawing, because a copy costs as much as the whole canvas. */
  fit({ width, height }) {
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
  }

  /** Copies the last drawing to a 2D context. */
  copyTo(picture) { picture.drawImage(this.#canvas, 0, 0); }

  /** An explorer is hidden or removed; with the last one, the context is released. */
  leave(explorer) {
    this.#users.delete(explorer);
    if (this.#users.size === 0) this.#giveUp();
  }

  /** Frees what a removed explorer has in the context. */
  remove(explorer) {
    this.#explorers.delete(explorer);
    this.#users.delete(explorer);
  }

  #create() {
    const canvas = document.createElement('canvas');
    let context = null;
    this.trouble = 'this browser has no WebGL 2';
    try {
      context = canvas.getContext('webgl2', {
        alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
      });
      if (!context || context.isContextLost()) return false;
      this.#module.painter = new Painter(context);
    } catch (error) {
      this.trouble = error.message;
      return false;
    }
    canvas.addEventListener('webglcontextlost', () => {
      if (canvas === this.#canvas) this.#giveUp();
    });
    this.#canvas = canvas;
    this.#context = context;
    return true;
  }

  /** A lost context is dropped; the next frame creates another. */
  #giveUp() {
    if (!this.#canvas) return;
    const gone = [...this.#explorers];
    this.#explorers.clear();
    gone.forEach((explorer) => explorer.graphicsLost());
    this.#context.getExtension('WEBGL_lose_context')?.loseContext();
    this.#module.painter = null;
    this.#canvas = null;
  }
}
