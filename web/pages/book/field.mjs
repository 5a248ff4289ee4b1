// An input of the live page: while the reader is using it, it keeps what the reader has put in.
import { Component, h } from 'preact';

export class Field extends Component {
  #input;
  #keep = (input) => { this.#input = input; };

  render({ value, ...others }) {
    const isInUse = this.#input && document.activeElement === this.#input;
    return h('input', { ...others, ref: this.#keep, value: isInUse ? this.#input.value : String(value) });
  }
}
