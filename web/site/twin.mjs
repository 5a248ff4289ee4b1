// The view of a lease as the build prints it: what the page is without scripts, and until they run.
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ExhibitView } from '../view/exhibit.mjs';

// The style shows the one that fits its place.
const widths = { narrow: 360, middle: 640, wide: 1200 };

/** `stillOf(width)` gives the picture as SVG; `page` is the lease's own page, for a card. */
export function twinOf(exhibit, view, stillOf, page = '') {
  const picture = h('div', { class: 'still' }, Object.entries(widths).map(([place, width]) =>
    h('div', { class: place, dangerouslySetInnerHTML: { __html: stillOf(width) } })));
  return `${renderToString(h(ExhibitView, { exhibit, view, picture, page }))}\n`;
}
