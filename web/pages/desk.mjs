// The desk: WebAssembly that holds one book, and answers questions about a lease. Does not use the DOM.
import createModule from './desk.glue.mjs';
import { desk as file } from './manifest.mjs';
import { checked } from '../engine/fetched.mjs';

/** Starts the engine. Throws if the browser has no WebAssembly or the file has changed. */
export async function startDesk() {
  const module = await new Promise((resolve, reject) => {
    createModule({
      locateFile: (name) => name,
      instantiateWasm(imports, done) {
        checked(file).then(async (response) => (
          response.headers.get('content-type') === 'application/wasm'
            ? WebAssembly.instantiateStreaming(response, imports)
            : WebAssembly.instantiate(await response.arrayBuffer(), imports)
        )).then(({ instance }) => done(instance), reject);
        return {};
      },
    }).then(resolve, reject);
  });
  return new Desk(module);
}

class Desk {
  #module;

  constructor(module) { this.#module = module; }

  /**
   * Asks about a lease: its text, the day it is opened, a language tag, the link of what is supposed, and
   * the question as links write it. Gives a QuestionExhibit; null for a text that is no lease.
   */
  ask(lease, day, locale, link, question) {
    return JSON.parse(this.#call('_offramp_ask', lease, day, locale, link, question));
  }

  /** The hill of the last answer; `first` and `last` are day numbers of its axis, or 0 for its own. */
  hill(width, isDark, first = 0, last = 0) {
    return JSON.parse(this.#call('_offramp_hill', Math.round(width), Number(isDark), first, last));
  }

  /** Loads leases, one document a line, and the book over them. Throws if one is not valid. */
  open(book, leases) {
    const wrong = this.#call('_offramp_book_leases', leases) || this.#call('_offramp_book_open', book);
    if (wrong) throw new Error(wrong.trim());
  }

  /** Operates a control of a lease or of the book; returns the reason for a refusal, or nothing. */
  set(lease, control, value, isDragging = false) {
    return this.#call('_offramp_book_set', lease ?? '', control, String(value), Number(isDragging));
  }

  /** The book's exhibit with `count` leases from `first` on, in the book's own order. */
  exhibit(first, count) {
    // The engine takes a filter and an order as well, a line for each: none is asked for here.
    const noFilter = Array(7).fill('');
    return JSON.parse(this.#call('_offramp_book_exhibit', [...noFilter, first, count].join('\n')));
  }

  /** Texts are passed as pointer and length, numbers as they are. */
  #call(name, ...words) {
    const module = this.#module;
    const held = [];
    const numbers = words.flatMap((word) => {
      if (typeof word === 'number') return [word];
      const size = module.lengthBytesUTF8(word);
      const place = module._malloc(size + 1);
      held.push(place);
      module.stringToUTF8(word, place, size + 1);
      return [place, size];
    });
    try {
      return module.UTF8ToString(module[name](...numbers));
    } finally {
      held.forEach((place) => module._free(place));
    }
  }
}
