// A JSON parser for "Write a lease": the value, the position of each part, and the first error.
// Refuses what a browser would silently lose: duplicate keys and numbers out of range. The engine
// checks everything else.
import { isObject } from './document.mjs';

const deepest = 64;
const literals = { true: true, false: false, null: null };
const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class Fault extends Error {
  constructor(message, at) { super(message); this.at = at; }
}

/** A step of a JSON pointer, escaped according to RFC 6901. */
export const escaped = (step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');
export const pointerOf = (path) => path.map((step) => `/${escaped(step)}`).join('');

/** Line and column of a position in a text, both from 1. */
export function positionOf(text, at) {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}

class Scanner {
  places = new Map(); // the start and end of each value, by its pointer
  #text;
  #at = 0;

  constructor(text) { this.#text = text; }

  document() {
    this.#skip();
    this.#value('', 0);
    if (this.#at < this.#text.length) throw new Fault('something follows after the end', this.#at);
  }

  #match(pattern) {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skip() { this.#match(space); }

  #takes(sign) {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    this.#skip();
    return true;
  }

  #value(pointer, depth) {
    const from = this.#at;
    if (deepest < depth) throw new Fault(`more than ${deepest} levels`, from);
    const sign = this.#text[from];
    if (sign === undefined) throw new Fault('the text ends where a value should stand', from);
    let to;
    if (sign === '{') to = this.#object(pointer, depth);
    else if (sign === '[') to = this.#array(pointer, depth);
    else if (sign === '"') to = this.#string();
    else to = this.#plain();
    this.places.set(pointer, { from, to });
    this.#skip();
  }

  #string() {
    const from = this.#at;
    if (this.#match(string) === undefined) {
      throw new Fault('a text that is not closed or holds a sign that must be escaped', from);
    }
    return this.#at;
  }

  #plain() {
    const from = this.#at;
    const word = Object.keys(literals).find((each) => this.#text.startsWith(each, from));
    if (word) this.#at += word.length;
    else {
      const digits = this.#match(number);
      if (digits === undefined) {
        throw new Fault('expected a value: a text in "…", a number, {…} or […]', from);
      }
      if (!Number.isFinite(Number(digits))) throw new Fault('this number is too large', from);
    }
    return this.#at;
  }

  #object(pointer, depth) {
    const seen = new Set();
    this.#takes('{');
    if (this.#text[this.#at] === '}') { this.#at += 1; return this.#at; }
    for (;;) {
      const from = this.#at;
      if (this.#text[from] !== '"') throw new Fault('expected a key in "…"', from);
      const key = JSON.parse(this.#text.slice(from, this.#string()));
      if (seen.has(key)) throw new Fault(`the key "${key}" stands twice`, from);
      seen.add(key);
      this.#skip();
      if (!this.#takes(':')) throw new Fault('expected a colon', this.#at);
      this.#value(`${pointer}/${escaped(key)}`, depth + 1);
      if (this.#takes(',')) continue;
      if (this.#text[this.#at] !== '}') throw new Fault('expected a comma or }', this.#at);
      this.#at += 1;
      return this.#at;
    }
  }

  #array(pointer, depth) {
    this.#takes('[');
    if (this.#text[this.#at] === ']') { this.#at += 1; return this.#at; }
    for (let index = 0; ; index += 1) {
      this.#value(`${pointer}/${index}`, depth + 1);
      if (this.#takes(',')) continue;
      if (this.#text[this.#at] !== ']') throw new Fault('expected a comma or ]', this.#at);
      this.#at += 1;
      return this.#at;
    }
  }
}

/** `{ value, places }`, or `{ error }` with its `message`, `line`, `column` and `at`. */
export function scan(text) {
  const scanner = new Scanner(text);
  try {
    scanner.document();
    return { value: JSON.parse(text), places: scanner.places };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const { line, column } = positionOf(text, fault.at);
    return { error: { message: fault.message, line, column, at: fault.at } };
  }
}

/** The same for a whole lease, which must be an object. */
export function scanLease(text) {
  const result = scan(text.replace(/^\ufeff/, ''));
  if (result.error || isObject(result.value)) return result;
  return { error: { message: 'a lease is one object: {…}', line: 1, column: 1, at: 0 } };
}

export const written = (value) => JSON.stringify(value, null, 2);
