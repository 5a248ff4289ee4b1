// The view of one lease: all that an Exhibit says, round its picture. The build prints it, the live page
// keeps it up to date, and paper shows it. Computes nothing; every text comes from the Exhibit.
import { Component, h } from 'preact';
import { ControlButton, HandleSlider } from './control.mjs';
import { Words, faceOf, placed } from './words.mjs';

const Answer = ({ exhibit: { title, question, verdict, notes } }) => h('header', { class: 'answer' },
  h('p', { class: 'title' }, title),
  h('h2', {}, question),
  h('p', { class: 'verdict' }, h('b', {}, `${verdict.pill}.`), ' ', verdict.sentence),
  notes.map((note) => h('p', { class: 'note' }, note)));

/** Whose work it is, the day that it is seen from, and where the terms come from, in one line. */
function Source({ exhibit: { as_of: asOf, sources }, page }) {
  const more = sources.length - 1;
  return h('p', { class: 'source' },
    page && [h('a', { href: page, target: '_blank', rel: 'noopener' }, 'Offramp'), ': '],
    `${asOf}.`, sources.length > 0 && ` ${sources[0].title}`,
    more > 0 && ` and ${more} more ${more > 1 ? 'sources' : 'source'}`);
}

/** A node that somebody else fills: the picture, the panel to share. */
export class Own extends Component {
  shouldComponentUpdate({ node }) { return node !== this.props.node; }
  render({ node, ...attributes }) {
    return h('div', { ...attributes, ref: (place) => place?.replaceChildren(node) });
  }
}

/** The button that opens the panel to share, if there is an address to share. */
const ShareToggle = ({ share }) => share !== null && h('button', {
  type: 'button', class: 'share-toggle', 'aria-expanded': String(Boolean(share?.isOpen)),
  disabled: !share, onClick: share?.toggle,
}, 'Share');

/**
 * `view` is card or full. `picture` is a node of the caller. `operate(control, value, isDragging)`
 * gives the reason for a refusal, or an empty text; without it nothing can be operated. `settled` is
 * the Exhibit of the last deed that is done, while a hand is on the picture. `share` and `map` have
 * `toggle()` and whether what they open is there; `share` is null where there is nothing to share. `page`
 * is the address of the lease's own page, for a view that stands in somebody else's.
 */
export function ExhibitView({
  exhibit, settled = exhibit, view, isPictureClosed, picture, operate, share, map, page,
}) {
  const controls = new Map(exhibit.controls.map((control) => [control.id, control]));
  const handles = exhibit.timeline.handles.filter((handle) => !handle.reported);
  const words = h(Words, { exhibit, settled, operate, map: settled.map && map });
  return h('article', { class: `exhibit ${view}` },
    h(Answer, { exhibit }),
    h('div', { class: 'picture', hidden: isPictureClosed },
      picture,
      operate && handles.map(({ control }) =>
        h(HandleSlider, { key: control, control: controls.get(control), operate }))),
    h(Source, { exhibit, page }),
    h('div', { class: 'tail' },
      h('div', { class: 'bar' },
        h(ShareToggle, { share }),
        placed(exhibit).bar.map((control) =>
          h(ControlButton, { key: control.id, control, operate, face: faceOf(control) }))),
      view === 'card' && h('details', { class: 'more' }, h('summary', {}, 'Details'), words),
      share?.isOpen && h(Own, { node: share.panel }),
      view !== 'card' && words));
}
