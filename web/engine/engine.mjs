// The engine: WebAssembly that a page fetches once, with one guard around every call into it. Does
// not use the DOM.
import createModule from './engine.glue.mjs';
import { fontBytes, instantiate } from './assets.mjs';
import { loadGlyphs } from './glyphs.mjs';
import { Graphics } from './graphics.mjs';

let shared; // one promise for the engine, however many explorers there are

async function start() {
  if (typeof WebAssembly !== 'object') {
    throw new Error('this browser has no WebAssembly');
  }
  const instantiated = new Promise((resolve, reject) => {
    createModule({
      locateFile: (name) => name, // assets.mjs knows where it is
      instantiateWasm(imports, done) {
        instantiate(imports).then(({ instance }) => done(instance), reject);
        return {}; // the instance comes later
      },
    }).then(resolve, reject);
  });
  const [module, [fonts]] = await Promise.all([instantiated, Promise.allSettled([fontBytes()])]);
  // Without letters there are answers, and no picture to drag.
  let trouble = fonts.reason?.message ?? '';
  try {
    if (!trouble) module.glyphs = await loadGlyphs(...fonts.value);
  } catch (error) {
    trouble = error.message;
  }
  return new Engine(module, trouble);
}

/** The engine of this page; a new one after a failed start or a crash. */
export function loadEngine() {
  if (!shared) {
    const starting = start();
    shared = starting;
    starting.catch(() => { if (shared === starting) shared = undefined; });
  }
  return shared;
}

class Engine {
  module;
  graphics;
  isBroken = false;
  #explorers = new Set();

  /** `trouble` is why no letters can be drawn; empty where they can. */
  constructor(module, trouble) {
    this.module = module;
    this.trouble = trouble;
    this.graphics = new Graphics(module);
  }

  add(explorer) { this.#explorers.add(explorer); }
  remove(explorer) { this.#explorers.delete(explorer); }

  /** Runs `call`, unless an earlier call crashed the engine and its memory cannot be trusted. */
  guarded(call, otherwise) {
    if (this.isBroken) return otherwise;
    try {
      return call(this.module);
    } catch (error) {
      this.isBroken = true;
      shared = undefined;
      for (const explorer of this.#explorers) explorer.onFailure(error);
      return otherwise;
    }
  }
}

/** One explorer in the shared engine. Without WebGL 2 it draws nothing, and answers all the same. */
export class Explorer {
  trouble; // why nothing can be drawn; empty where it can
  onFailure;
  #engine;
  #number = 0;

  constructor(engine, onFailure) {
    this.#engine = engine;
    this.onFailure = onFailure;
    const hasContext = !engine.trouble && engine.graphics.use(this);
    engine.add(this);
    this.#number = this.#guarded((module) => module._offramp_create(hasContext ? 1 : 0), 0);
    const canDraw = this.#guarded((module) => module._offramp_can_draw(this.#number) === 1, false);
    this.trouble = canDraw ? '' : engine.trouble || engine.graphics.trouble;
  }

  #guarded(call, otherwise) { return this.#engine.guarded(call, otherwise); }

  #withTexts(texts, call) {
    return this.#guarded((module) => {
      const parts = texts.map((text) => {
        const size = module.lengthBytesUTF8(text);
        const pointer = module._malloc(size + 1);
        if (!pointer) throw new Error('there is no memory left');
        module.stringToUTF8(text, pointer, size + 1);
        return [pointer, size];
      });
      const result = call(module, ...parts.flat());
      parts.forEach(([pointer]) => module._free(pointer));
      return result;
    }, 0);
  }

  #text(name) {
    return this.#guarded((module) => module.UTF8ToString(module[name](this.#number)), '');
  }

  get isBroken() { return this.#engine.isBroken; }

  load(text, day) {
    return this.#withTexts([text, day], (module, ...parts) =>
      module._offramp_load(this.#number, ...parts) === 1);
  }
  readIn(tag) {
    this.#withTexts([tag], (module, ...parts) => module._offramp_locale(this.#number, ...parts));
  }
  follow(fragment) {
    this.#withTexts([fragment], (module, ...parts) =>
      module._offramp_follow(this.#number, ...parts));
  }
  operate(control, value, isDragging = false) {
    return this.#withTexts([control, value], (module, ...parts) =>
      module._offramp_operate(this.#number, ...parts, isDragging ? 1 : 0) === 1);
  }
  focus(item) {
    this.#withTexts([item], (module, ...parts) => module._offramp_focus(this.#number, ...parts));
  }
  /** Exports what is shown now; links in it lead to `address`. */
  exported(format, address) {
    return this.#withTexts([format, address], (module, ...parts) =>
      module.UTF8ToString(module._offramp_export(this.#number, ...parts)));
  }
  get findings() { return this.#text('_offramp_findings'); }
  get refusal() { return this.#text('_offramp_refusal'); }
  get dragged() { return this.#text('_offramp_dragged'); }
  get exhibit() { return JSON.parse(this.#text('_offramp_exhibit') || 'null'); }
  get items() { return JSON.parse(this.#text('_offramp_items') || '[]'); }
  get revision() { return this.#guarded((module) => module._offramp_revision(this.#number), 0); }
  get settledRevision() {
    return this.#guarded((module) => module._offramp_settled_revision(this.#number), 0);
  }

  pointerMoved(x, y, isFree = false) {
    this.#guarded((module) => module._offramp_pointer_moved(this.#number, x, y, isFree ? 1 : 0));
  }
  /** Zooms the picture around `x` by a factor, and moves it by `shift` pixels. */
  view(x, factor, shift) {
    this.#guarded((module) => module._offramp_view(this.#number, x, factor, shift));
  }
  pointerLeft() { this.#guarded((module) => module._offramp_pointer_left(this.#number)); }
  pointerPressed(isDown) {
    this.#guarded((module) => module._offramp_pointer_pressed(this.#number, isDown ? 1 : 0));
  }
  escape() { this.#guarded((module) => module._offramp_escape(this.#number)); }

  graphicsLost() { this.#guarded((module) => module._offramp_graphics_lost(this.#number)); }
  /** An explorer that is not visible needs no graphics. */
  rest() { this.#engine.graphics.leave(this); }

  /**
   * Draws on the 2D context `picture`; `surface` is in CSS pixels. Returns nothing if the engine has
   * crashed, and `false` if the browser has no graphics context to give at the moment.
   */
  frame(picture, surface) {
    return this.#guarded((module) => {
      const { graphics } = this.#engine;
      if (!graphics.use(this)) return false;
      graphics.fit(picture.canvas);
      const at = module._offramp_frame(this.#number, surface.width, surface.height,
        surface.pixelRatio, surface.textScale, surface.isDark ? 1 : 0,
        surface.isCoarse ? 1 : 0, surface.hasMap ? 1 : 0) >> 2;
      graphics.copyTo(picture);
      // Memory may have grown during the call: take a new view.
      const [needed, again, pointer, isDragging, needsShaping] =
        module.HEAPF32.subarray(at, at + 5);
      return {
        height: needed, again: again === 1, pointer,
        isDragging: isDragging === 1, needsShaping: needsShaping === 1,
      };
    }, null);
  }

  destroy() {
    this.#guarded((module) => {
      this.#engine.graphics.remove(this);
      module._offramp_destroy(this.#number);
    });
    this.#engine.remove(this);
    this.rest();
  }
}

let reader; // an explorer that is never drawn, only used to check leases

/** Whether a lease's text can be shown, with all findings of the engine. */
export async function findingsOf(text) {
  const engine = await loadEngine();
  if (!reader || reader.isBroken) {
    reader = new Explorer(engine, () => {});
    reader.rest();
  }
  const isGood = reader.load(text, '');
  if (reader.isBroken) throw new Error('the engine stopped');
  return { isGood, findings: reader.findings };
}
