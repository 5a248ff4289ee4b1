// One control of the Exhibit as native inputs.
import { element } from './dom.mjs';

const mostRadios = 6; // more options become a drop-down list

/** The native inputs of one control, by the part of the canvas that each belongs to. */
export class ControlView {
  parts = new Map();
  #control;
  #operate;
  #hint;
  #inputs = {};

  constructor(control, handle, operate) {
    this.#operate = operate;
    const id = `offramp-${control.id.replaceAll('.', '-')}`;
    this.#hint = element('small', { id: `${id}-hint`, hidden: true });
    const build = {
      day: () => this.#buildDay(id, control, handle),
      number: () => this.#buildNumber(id, control),
      choice: () => this.#buildChoice(control),
      toggle: () => this.#buildToggle(id, control),
      button: () => this.#buildButton(control),
    };
    this.root = build[control.kind]();
    this.root.dataset.control = control.id;
    this.root.append(this.#hint);
    this.show(control, handle);
  }

  #add(part, input) {
    this.parts.set(part, input);
    input.dataset.item = `${this.root?.dataset.control ?? ''}/${part}`;
    return input;
  }

  #labelled(id, text, ...inputs) {
    return element('div', { class: 'control' }, element('label', { for: id }, text), ...inputs);
  }

  #buildDay(id, control, handle) {
    const field = this.#add('field', element('input', { type: 'date', id }));
    field.addEventListener('change', () => this.#send(field.value, field));
    this.#inputs.field = field;
    if (!handle) return this.#labelled(id, control.label, field);
    const slider = this.#add('handle', this.#slider(`${control.label}, on the timeline`, 30));
    slider.className = 'over';
    this.#inputs.slider = slider;
    return this.#labelled(id, control.label, field, slider);
  }

  #buildNumber(id, control) {
    const slider = this.#add('field', this.#slider(control.label, Math.ceil(control.max / 10)));
    const field = this.#add('number',
      element('input', { type: 'number', id, inputmode: 'numeric' }));
    field.addEventListener('change', () => this.#send(field.value, field));
    this.#inputs.slider = slider;
    this.#inputs.field = field;
    return this.#labelled(id, control.label, field, slider);
  }

  /** A slider whose Page keys move by `page`. Its change is settled when it is released. */
  #slider(label, page) {
    const slider = element('input', { type: 'range', 'aria-label': label });
    const value = () => (this.#control.kind === 'day' ? `#${slider.value}` : slider.value);
    slider.addEventListener('input', () => this.#operate(this.#control.id, value(), true));
    slider.addEventListener('change', () => this.#operate(this.#control.id, value()));
    slider.addEventListener('keydown', (event) => {
      const step = { PageUp: page, PageDown: -page }[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      slider.value = String(Number(slider.value) + step);
      this.#operate(this.#control.id, value());
    });
    return slider;
  }

  #buildChoice(control) {
    return control.options.length > mostRadios ? this.#buildSelect(control)
      : this.#buildRadios(control);
  }

  #buildSelect(control) {
    const id = `offramp-${control.id.replaceAll('.', '-')}`;
    const list = this.#add('field', element('select', { id }));
    list.addEventListener('change', () => this.#send(list.value, list));
    this.#inputs.list = list;
    return this.#labelled(id, control.label, list);
  }

  #buildRadios(control) {
    const group = element('fieldset', { class: 'control' }, element('legend', {}, control.label));
    this.root = group;
    group.dataset.control = control.id;
    for (const option of control.options) {
      const radio = this.#add(option.id, element('input', {
        type: 'radio', name: `offramp-${control.id}`, value: option.id,
      }));
      radio.addEventListener('change', () => this.#send(option.id, radio));
      const explanation = option.explanation ? element('small', {}, ` ${option.explanation}`) : '';
      group.append(element('label', {}, radio, ` ${option.label}`, explanation));
    }
    return group;
  }

  #buildToggle(id, control) {
    const box = this.#add('field', element('input', { type: 'checkbox', id }));
    box.addEventListener('change', () => this.#send(box.checked ? 'on' : 'off', box));
    this.#inputs.box = box;
    return element('div', { class: 'control' }, box, element('label', { for: id }, control.label));
  }

  #buildButton(control) {
    const button = this.#add('field', element('button', { type: 'button' }, control.label));
    button.addEventListener('click', () => this.#operate(control.id, 'press'));
    this.#inputs.button = button;
    return element('div', { class: 'control' }, button);
  }

  /** Sends a typed value; a refused value stays in the field, with the reason beside it. */
  #send(value, input) {
    const refusal = this.#operate(this.#control.id, value);
    input.toggleAttribute('aria-invalid', Boolean(refusal));
    if (refusal) {
      input.setAttribute('aria-describedby', this.#hint.id);
      this.#hint.setAttribute('role', 'alert');
    } else {
      input.removeAttribute('aria-describedby');
      this.#hint.removeAttribute('role');
    }
    this.#hint.textContent = refusal || this.#control.hint;
    this.#hint.hidden = !this.#hint.textContent;
  }

  show(control, handle) {
    this.#control = control;
    for (const [part, input] of this.parts) {
      input.dataset.item = `${control.id}/${part}`;
      input.disabled = !control.enabled;
    }
    const { field, slider, box, button } = this.#inputs;
    const set = (input, name, value) => {
      if (input[name] !== value) input[name] = value;
    };
    if (control.kind === 'day') {
      set(field, 'value', /^\d/.test(control.value) ? control.value : ''); // never, or open
    } else if (control.kind === 'number') {
      field.min = control.min;
      field.max = control.max;
      field.step = control.step;
      set(field, 'value', control.value === 'open' ? '' : control.value);
    }
    if (slider) {
      slider.min = control.min;
      slider.max = control.max;
      slider.step = control.step;
      set(slider, 'value', String(control.number));
      slider.setAttribute('aria-valuetext', control.value_text);
    }
    if (box) set(box, 'checked', control.number === 1);
    if (button) set(button, 'textContent', control.label);
    if (control.kind === 'choice') this.#showOptions(control);
    if (!this.#hint.hasAttribute('role')) {
      this.#hint.textContent = control.kind === 'choice' ? '' : control.hint;
      this.#hint.hidden = !this.#hint.textContent;
    }
    this.kind = kindOf(control, handle);
  }

  #showOptions(control) {
    const { list } = this.#inputs;
    if (!list) {
      for (const option of control.options) {
        const radio = this.parts.get(option.id);
        if (radio.checked !== (option.id === control.value)) {
          radio.checked = option.id === control.value;
        }
      }
      return;
    }
    const texts = JSON.stringify(control.options);
    if (list.dataset.texts !== texts) {
      list.dataset.texts = texts;
      list.replaceChildren(...control.options.map((option) =>
        element('option', { value: option.id }, option.label)));
    }
    if (list.value !== control.value) list.value = control.value;
  }
}

/** A text that is equal for controls that can share inputs; for radios it has the options. */
export function kindOf({ kind, options }, handle) {
  const shown = options.length > mostRadios ? 'list' : options.map(({ id, label }) => [id, label]);
  return JSON.stringify([kind, Boolean(handle), shown]);
}
