// The book's engine: WebAssembly with one book in it. Knows nothing of the DOM.
import createModule from './book.glue.mjs';
import { book as file } from './manifest.mjs';
import { checked } from '../../engine/fetched.mjs';

/** Starts the engine. Throws when the browser has no WebAssembly or the file is another. */
export async function startBook() {
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
  return new BookEngine(module);
}

class BookEngine {
  #module;

  constructor(module) { this.#module = module; }

  /** Takes leases, one document a line, and the book over them. Throws with what is wrong. */
  open(book, leases) {
    const wrong = this.#call('_offramp_book_leases', leases) || this.#call('_offramp_book_open', book);
    if (wrong) throw new Error(wrong.trim());
  }

  /** Operates a control of a lease, or of the book; gives the refusal, or nothing. */
  set(lease, control, value, isDragging = false) {
    return this.#call('_offramp_book_set', lease ?? '', control, String(value), Number(isDragging));
  }

  /** What the book shows through this view. */
  exhibit({ words = '', landlord = '', tenant = '', site = '', kind = '', soon = false,
    order = '', first = 0, count = 25 }) {
    const line = (text) => String(text).replace(/[\r\n]/g, ' ');
    return JSON.parse(this.#call('_offramp_book_exhibit',
      [words, landlord, tenant, site, kind, soon ? 'soon' : '', order, first, count]
        .map(line).join('\n')));
  }

  /** Texts go as pointer and length; numbers as they are. */
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
