// The one WebGL context of an engine, on a canvas that is in no page: each explorer draws there in
// its turn and takes a copy. A browser keeps few contexts, and kills the oldest for one more.

export class Graphics {
  #module;
  #explorers = new Set(); // those with something in the context
  #users = new Set(); // those that are in sight
  #canvas = null;
  #context = null;
  #number = 0; // of the context in the module

  constructor(module) { this.#module = module; }

  /** Makes the context current for an explorer. False when the browser gives none just now. */
  use(explorer) {
    this.#users.add(explorer);
    if (!this.#canvas && !this.#create()) return false;
    this.#module.GL.makeContextCurrent(this.#number);
    if (!this.#explorers.has(explorer)) {
      this.#explorers.add(explorer);
      explorer.graphicsRestored();
    }
    return true;
  }

  /** What is drawn next has this many device pixels: a copy costs as much as the whole canvas. */
  fit(width, height) {
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
  }

  /** Copies what was drawn last to a 2D context, from its row `top` on. */
  copyTo(picture, top) { picture.drawImage(this.#canvas, 0, top); }

  /** An explorer is out of sight, or gone; with the last one goes the context. */
  leave(explorer) {
    this.#users.delete(explorer);
    if (this.#users.size === 0) this.#giveUp();
  }

  /** Takes back what an explorer that is going has in the context. */
  remove(explorer) {
    if (this.#explorers.delete(explorer)) this.#module.GL.makeContextCurrent(this.#number);
    this.#users.delete(explorer);
  }

  #create() {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2', {
      alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
    });
    if (!context || context.isContextLost()) return false;
    canvas.addEventListener('webglcontextlost', () => {
      if (canvas === this.#canvas) this.#giveUp();
    });
    this.#canvas = canvas;
    this.#context = context;
    this.#number = this.#module.GL.registerContext(context, { majorVersion: 2, minorVersion: 0 });
    return true;
  }

  /** A lost context is left behind like one that nobody needs: the next frame makes another. */
  #giveUp() {
    if (!this.#canvas) return;
    this.#module.GL.makeContextCurrent(this.#number);
    const gone = [...this.#explorers];
    this.#explorers.clear();
    gone.forEach((explorer) => explorer.graphicsLost());
    this.#context.getExtension('WEBGL_lose_context')?.loseContext();
    this.#module.GL.deleteContext(this.#number);
    this.#canvas = null;
  }
}
