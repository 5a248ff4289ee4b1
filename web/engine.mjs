// The engine: WebAssembly fetched once for a page, and every call into it behind one guard.
// Knows nothing of the DOM but the canvas whose graphics context it is given.
import { loadGlyphs } from './glyphs.mjs';

const base = new URL('.', import.meta.url);
let shared; // one promise for the module, whatever number of explorers there are

async function bytesOf(name) {
  const response = await fetch(new URL(name, base));
  if (!response.ok) throw new Error(`${name} could not be fetched (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}

async function start() {
  if (typeof WebAssembly !== 'object') {
    throw new Error('this browser has no WebAssembly');
  }
  const [{ default: createEngine }, wasmBinary, regular, semibold] = await Promise.all([
    import('./engine.glue.mjs'),
    bytesOf('engine.wasm'),
    bytesOf('inter-regular.woff2'),
    bytesOf('inter-semibold.woff2'),
  ]);
  return createEngine({ wasmBinary, glyphs: await loadGlyphs(regular, semibold) });
}

export function loadEngine() {
  shared ??= start();
  // A failed start may be tried again: the network may have come back.
  shared.catch(() => { shared = undefined; });
  return shared;
}

/** One explorer in the shared module. Throws at creation when the canvas gives no WebGL 2. */
export class Explorer {
  #module;
  #context; // number of the graphics context in the module
  #number;
  #onFailure;
  #isBroken = false;

  constructor(module, canvas, onFailure) {
    const context = canvas.getContext('webgl2', {
      alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
    });
    if (!context) throw new Error('this browser has no WebGL 2');
    this.#module = module;
    this.#onFailure = onFailure;
    this.#context = module.GL.registerContext(context, { majorVersion: 2, minorVersion: 0 });
    module.GL.makeContextCurrent(this.#context);
    this.#number = module._offramp_create();
    if (this.#number === 0) throw new Error('WebGL 2 did not start');
  }

  /** Runs `call` unless an earlier one broke the engine; a trap is reported once. */
  #guarded(call, otherwise) {
    if (this.#isBroken) return otherwise;
    try {
      return call(this.#module);
    } catch (error) {
      this.#isBroken = true;
      this.#onFailure(error);
      return otherwise;
    }
  }

  #withTexts(texts, call) {
    return this.#guarded((module) => {
      const parts = texts.map((text) => {
        const size = module.lengthBytesUTF8(text);
        const pointer = module._malloc(size + 1);
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

  get isBroken() { return this.#isBroken; }

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
  get findings() { return this.#text('_offramp_findings'); }
  get refusal() { return this.#text('_offramp_refusal'); }
  get dragged() { return this.#text('_offramp_dragged'); }
  get editing() { return this.#text('_offramp_editing'); }
  get exhibit() { return JSON.parse(this.#text('_offramp_exhibit') || 'null'); }
  get items() { return JSON.parse(this.#text('_offramp_items') || '[]'); }

  pointerMoved(x, y, isFree = false) {
    this.#guarded((module) => module._offramp_pointer_moved(this.#number, x, y, isFree ? 1 : 0));
  }
  /** Zooms the picture round `x` by a factor, and moves it by `shift` pixels. */
  view(x, factor, shift) {
    this.#guarded((module) => module._offramp_view(this.#number, x, factor, shift));
  }
  pointerLeft() { this.#guarded((module) => module._offramp_pointer_left(this.#number)); }
  pointerPressed(isDown) {
    this.#guarded((module) => module._offramp_pointer_pressed(this.#number, isDown ? 1 : 0));
  }
  escape() { this.#guarded((module) => module._offramp_escape(this.#number)); }
  graphicsRestored() {
    this.#guarded((module) => {
      module.GL.makeContextCurrent(this.#context);
      module._offramp_graphics_restored(this.#number);
    });
  }

  /** Draws. `surface` is in CSS pixels. */
  frame(surface) {
    return this.#guarded((module) => {
      module.GL.makeContextCurrent(this.#context);
      const at = module._offramp_frame(this.#number, surface.width, surface.height, surface.top,
        surface.pixelRatio, surface.textScale, surface.isDark ? 1 : 0,
        surface.isCoarse ? 1 : 0) >> 2;
      // Memory may have grown during the call: the view is read afresh.
      const [height, again, pointer, revision, settledRevision, isDragging, needsShaping] =
        module.HEAPF32.subarray(at, at + 7);
      return {
        height, again: again === 1, pointer, revision, settledRevision,
        isDragging: isDragging === 1, needsShaping: needsShaping === 1,
      };
    }, null);
  }

  destroy() {
    this.#guarded((module) => {
      module.GL.makeContextCurrent(this.#context);
      module._offramp_destroy(this.#number);
      module.GL.deleteContext(this.#context);
    });
    this.#isBroken = true;
  }
}
