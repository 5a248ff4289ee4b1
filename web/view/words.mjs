// What the picture does not say: who may leave, money, what may be supposed and how it is read, key
// dates, reasons, and the words behind them.
import { Component, h } from 'preact';
import { Control, ControlButton } from './control.mjs';
import {
  Comparison, KeyDates, Money, OtherReadings, Outcomes, Rights, Why,
} from './tables.mjs';

/** Where a control stands among the words; the bar and the picture have the rest. */
function placeOf({ id }) {
  if (id === 'preset' || id === 'regime' || id === 'explain') return id;
  if (/^(undo|reset)$/.test(id)) return 'bar';
  if (/^(redo|pin|unpin|regime\.|pan\.|zoom\.)/.test(id)) return 'tools';
  return id.startsWith('reading.') ? 'readings' : 'suppose';
}

/** The controls of an Exhibit, by place. */
export function placed(exhibit) {
  const places = { bar: [], tools: [], readings: [], suppose: [] };
  for (const control of exhibit.controls) (places[placeOf(control)] ??= []).push(control);
  return places;
}

const Section = ({ name, heading, isOpen = true, children }) =>
  h('details', { open: isOpen, 'data-section': name },
    h('summary', {}, h('h3', {}, heading)), children);

const Controls = ({ controls, label, ...rest }) => h('form', {
  class: 'controls', 'aria-label': label, onSubmit: (event) => event.preventDefault(),
}, controls.map((control) => h(Control, { key: control.id, control, ...rest })));

/** Rebuilt only when a deed is done: `exhibit` stays the same one while a hand is on the picture. */
class Settled extends Component {
  shouldComponentUpdate({ exhibit, explain }) {
    return exhibit !== this.props.exhibit || explain !== this.props.explain;
  }
  render({ show, exhibit, explain }) { return h(show, { exhibit, explain }); }
}

const faces = {
  'regime.previous': '← Previous outcome', 'regime.next': 'Next outcome →', 'pan.earlier': '← Earlier',
  'pan.later': 'Later →', 'zoom.out': 'Zoom out', 'zoom.in': 'Zoom in', 'zoom.all': 'Whole picture',
};

/** A long name says what is undone; its first word stands on the button. */
export const faceOf = ({ id, label }) => faces[id] ?? label.split(':')[0];

/** What is about the picture, and what it is compared with. */
const Tools = ({ controls, operate, map }) => h('div', { class: 'tools' },
  map && h('button', {
    type: 'button', class: 'map-toggle', 'aria-pressed': String(map.isShown), onClick: map.toggle,
  }, 'How many, and when?'),
  controls.map((control) =>
    h(ControlButton, { key: control.id, control, operate, isShy: true, face: faceOf(control) })));

/** `exhibit` is of this moment, `settled` of the last deed that is done. */
export function Words({ exhibit, settled, operate, map }) {
  const places = placed(exhibit);
  const explain = operate && ((subject) => operate('explain', subject));
  const table = (show) => h(Settled, { show, exhibit: settled, explain });
  return h('div', { class: 'words' },
    h('div', { class: 'whole' },
      places.preset && h(Controls,
        { controls: places.preset, label: 'Choose', operate, isBrief: true }),
      h(Tools, { controls: places.tools, operate, map }),
      h('p', { class: 'echo' }, exhibit.echo),
      settled.summary.length > 0 && h('dl', {}, settled.summary.map(({ label, value }) =>
        h('div', {}, h('dt', {}, label), h('dd', {}, value)))),
      settled.verdict.contrast && h('p', {}, settled.verdict.contrast),
      settled.freshness && h('p', { class: 'freshness' }, settled.freshness),
      settled.comparison.length > 0
        && h(Section, { name: 'comparison', heading: 'A, as pinned, and B, as it is now' },
          table(Comparison)),
      settled.rights.length > 0
        && h(Section, { name: 'rights', heading: 'Who may leave?' }, table(Rights))),
    h('div', {},
      settled.money.length > 0
        && h(Section, { name: 'money', heading: 'What is firm?' }, table(Money)),
      places.suppose.length > 0 && h(Section, { name: 'suppose', heading: 'Suppose' },
        h(Controls, { controls: places.suppose, label: 'Suppose', operate }))),
    h('div', {},
      places.readings.length > 0
        && h(Section, { name: 'readings', heading: 'How do you read it?' },
          h('p', {}, settled.readings_range),
          h(Controls, { controls: places.readings, label: 'Readings', operate }),
          h('details', { class: 'others' }, h('summary', {}, 'If read otherwise'), table(OtherReadings))),
      settled.timeline.band.length > 0
        && h(Section, { name: 'outcomes', heading: 'What follows from each day', isOpen: false },
          places.regime && h(Controls, { controls: places.regime, label: 'Outcome', operate }),
          table(Outcomes)),
      settled.key_dates.length > 0
        && h(Section, { name: 'dates', heading: 'Key dates', isOpen: false }, table(KeyDates)),
      settled.why.length > 0 && h(Section, { name: 'why', heading: 'Why?' },
        places.explain && h(Controls, { controls: places.explain, label: 'Explain', operate }),
        table(Why)),
      h('p', { class: 'caveat' }, 'What no source states is not shown as fact; paraphrase is marked. '
        + 'Not legal advice.')));
}
