// One control of the Exhibit as native inputs. Each is named "control/part" in data-item: the part of
// the picture that it stands for, or "field". Without `operate` it only shows its value.
import { Component, h } from 'preact';

const mostRadios = 6; // more options become a drop-down list

/** What operates nothing is no item. */
const itemOf = ({ control, operate }, part) => operate && `${control.id}/${part}`;

/** A slider whose Page keys move by `page`. Its change is settled when it is released. */
function Slider({ control, part, label, page, operate, ...attributes }) {
  const valueOf = (slider) => (control.kind === 'day' ? `#${slider.value}` : slider.value);
  const jump = (event) => {
    const step = { PageUp: page, PageDown: -page }[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const slider = event.currentTarget;
    slider.value = String(Number(slider.value) + step);
    operate(control.id, valueOf(slider));
  };
  return h('input', {
    type: 'range',
    'data-item': itemOf({ control, operate }, part),
    'aria-label': label,
    'aria-valuetext': control.value_text,
    // The value comes after what bounds it.
    min: control.min, max: control.max, step: control.step, value: String(control.number),
    disabled: !operate || !control.enabled,
    onInput: ({ currentTarget }) => operate(control.id, valueOf(currentTarget), true),
    onChange: ({ currentTarget }) => operate(control.id, valueOf(currentTarget)),
    onKeyDown: jump,
    ...attributes,
  });
}

/** The slider that lies over a handle of the picture. */
export const HandleSlider = ({ control, operate }) => h(Slider, {
  control, operate, part: 'handle', label: `${control.label}, on the timeline`, page: 30, class: 'over',
});

/**
 * A button; `face` stands on it where its whole name is too long. One that can do nothing is disabled, or
 * hidden (`isShy`); but never under the hands of somebody who has just pressed it with the keyboard.
 */
export class ControlButton extends Component {
  render({ control, operate, face, isShy }) {
    const isFocused = Boolean(this.button) && this.button.getRootNode().activeElement === this.button;
    const canPress = control.enabled && operate;
    return h('button', {
      ref: (button) => { this.button = button; },
      type: 'button',
      hidden: isShy && !control.enabled && !isFocused,
      'data-item': itemOf(this.props, 'field'),
      'data-control': control.id,
      'aria-label': face !== control.label ? control.label : undefined,
      title: face !== control.label ? control.label : undefined,
      disabled: !canPress && !isFocused,
      'aria-disabled': !canPress && isFocused ? 'true' : undefined,
      onClick: () => canPress && operate(control.id, 'press'),
    }, face);
  }
}

/** Any other control. A value that is refused stays in its field, with the reason beside it. */
export class Control extends Component {
  state = { typed: null, refusal: '', over: '' };

  // What the reader typed stands until the control has another value.
  static getDerivedStateFromProps({ control }, { typed, over }) {
    return typed !== null && over !== control.value ? { typed: null, refusal: '' } : null;
  }

  send(typed) {
    const { control, operate } = this.props;
    this.setState({ typed, refusal: operate(control.id, typed), over: control.value });
  }

  input(part, attributes) {
    const { control, operate } = this.props;
    return h('input', {
      'data-item': itemOf(this.props, part),
      disabled: !operate || !control.enabled,
      ...(this.state.refusal
        ? { 'aria-invalid': 'true', 'aria-describedby': `${control.id}-hint` } : {}),
      ...attributes,
    });
  }

  /** What a reader is typing is set anew only where it differs: a date is typed segment by segment. */
  field(attributes, value) {
    const wanted = this.state.typed ?? value;
    const kept = (input) => {
      if (input && input.value !== wanted) input.value = wanted;
    };
    return this.input(attributes.type === 'number' ? 'number' : 'field', {
      ...attributes,
      ref: kept,
      value: this.props.operate ? undefined : wanted,
      onChange: ({ currentTarget }) => this.send(currentTarget.value),
    });
  }

  hint() {
    const { refusal } = this.state;
    const { control } = this.props;
    const text = refusal || control.hint;
    return text && h('small', refusal ? { id: `${control.id}-hint`, role: 'alert' } : {}, text);
  }

  day() {
    const { control } = this.props;
    return [
      h('label', {}, h('span', {}, control.label),
        this.field({ type: 'date' }, /^\d/.test(control.value) ? control.value : '')),
      this.hint(),
    ];
  }

  number() {
    const { control, operate } = this.props;
    const { min, max, step } = control;
    return [
      h('label', {}, h('span', {}, control.label),
        this.field({ type: 'number', inputmode: 'numeric', min, max, step },
          control.value === 'open' ? '' : control.value)),
      h(Slider, { control, operate, part: 'field', label: control.label, page: Math.ceil(max / 10) }),
      this.hint(),
    ];
  }

  toggle() {
    const { control } = this.props;
    return [
      h('label', {}, this.input('field', {
        type: 'checkbox',
        checked: control.number === 1,
        onChange: ({ currentTarget }) => this.send(currentTarget.checked ? 'on' : 'off'),
      }), h('span', {}, control.label)),
      this.hint(),
    ];
  }

  radios() {
    const { control, isBrief } = this.props;
    return control.options.map(({ id, label, explanation }) => h('label', {
      key: id, title: isBrief ? explanation : undefined,
    },
      this.input(id, {
        type: 'radio', name: `offramp-${control.id}`, value: id, checked: id === control.value,
        onChange: () => this.send(id),
      }),
      h('span', {}, label), !isBrief && explanation && h('small', {}, explanation)));
  }

  list() {
    const { control, operate } = this.props;
    return h('label', {}, h('span', {}, control.label), h('select', {
      'data-item': itemOf(this.props, 'field'),
      value: control.value,
      disabled: !operate || !control.enabled,
      onChange: ({ currentTarget }) => this.send(currentTarget.value),
    }, control.options.map(({ id, label }) =>
      h('option', { key: id, value: id, selected: id === control.value }, label))));
  }

  render({ control, isBrief }) {
    const attributes = {
      class: `control ${control.kind}${isBrief ? ' chips' : ''}`, 'data-control': control.id,
    };
    if (control.kind === 'choice' && control.options.length <= mostRadios) {
      return h('fieldset', attributes, h('legend', {}, control.label), this.radios(),
        this.state.refusal && this.hint());
    }
    const parts = { day: 'day', number: 'number', toggle: 'toggle', choice: 'list' };
    return h('div', attributes, this[parts[control.kind]]());
  }
}
