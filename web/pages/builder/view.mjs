// "Put an exhibit into your page": what is chosen, one preview, and the codes beside it. The build
// prints it without codes, and the live page keeps it up to date.
import { h } from 'preact';

/** The widths at which the preview can be seen; the last fills its column. */
export const widths = [['360', '360 px'], ['640', '640 px'], ['100%', 'Full width']];

const looks = {
  theme: ['Colours', [['', 'the reader’s'], ['light', 'light'], ['dark', 'dark']]],
  view: ['Shown', [['', 'answer and picture'], ['full', 'all words and tables'],
    ['form', 'all words, no picture']]],
};

const Select = ({ name, label, options, value, choose }) => h('p', {},
  h('label', { for: name }, label), ' ',
  h('select', { id: name, name, value, onChange: choose(name) }, options.map(([id, text]) =>
    h('option', { value: id, selected: id === value }, text))));

function Choices({ leases, chosen, choose }) {
  return h('form', { id: 'choices', class: 'choices', autocomplete: 'off', onSubmit: (event) => event.preventDefault() },
    h(Select, { name: 'lease', label: 'Lease', value: chosen.lease, choose,
      options: leases.map(({ id, question }) => [id, question]) }),
    Object.entries(looks).map(([name, [label, options]]) =>
      h(Select, { name, label, options, value: chosen[name], choose })),
    h('p', {}, h('label', { for: 'host' }, 'Your site, if its prose is to follow'), ' ',
      // It keeps its own text: a preview that reports while somebody types draws this page again.
      h('input', {
        id: 'host', name: 'host', type: 'url', placeholder: 'https://news.example',
        'aria-describedby': 'host-hint', onChange: choose('host'),
      }), ' ',
      h('small', { id: 'host-hint' }, 'Only a page of this origin may read what a reader supposes.')));
}

/** Another address is another frame, so that “Back” leaves this page and goes through no previews. */
const Preview = ({ address, title, width, height, choose }) =>
  h('section', { class: 'preview', 'aria-labelledby': 'preview' },
    h('h2', { id: 'preview' }, 'As your readers will see it'),
    h('fieldset', { class: 'widths' }, h('legend', {}, 'Width'),
      widths.map(([id, text]) => h('label', {}, h('input', {
        type: 'radio', name: 'width', value: id, checked: id === width, onChange: choose('width'),
      }), ' ', text))),
    h('div', { class: 'window', tabIndex: 0, role: 'region', 'aria-label': 'Preview' }, address && h('iframe', {
      key: address, src: address, title, width, height,
      sandbox: 'allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox',
    })));

const Code = ({ id, heading, label, value, rows, copy }) => [
  h('h3', {}, heading),
  h('label', { for: id }, label),
  h('textarea', { id, rows, readonly: true, spellcheck: false, value }),
  h('button', { type: 'button', id: `copy-${id}`, 'aria-label': `Copy: ${heading}`, onClick: copy }, 'Copy'),
];

const kinds = [
  ['frame-code', 'As a frame', 'Works nearly everywhere, asks for the least rights.', 5],
  ['element-code', 'As an element', 'For pages that may run scripts of other sites.', 5],
  ['wikitext', 'As a wikitext reference', 'For wikis that take no frames: the sentence and its source.', 4],
];

/**
 * `chosen` has `lease`, `theme`, `view`, `host` and `width`. `codes` has a text for each kind, by its id;
 * `preview` has its `address` and `height`. `choose(name)` and `copy(id)` give what listens.
 */
export const BuilderView = ({ leases, chosen, codes, preview = {}, said = '', choose = () => undefined, copy = () => undefined }) => [
  h('h1', {}, 'Put an exhibit into your page'),
  h('p', {}, 'Choose, copy one of the codes, paste it where your page or wiki takes code. ',
    h('a', { href: 'EMBEDDING.txt' }, 'What works where'), ' says what each host lets through.'),
  h('noscript', {}, h('p', { class: 'notice' }, 'This page puts the code together by script; without one, ',
    h('a', { href: 'EMBEDDING.txt' }, 'the guide'), ' has every snippet.')),
  h(Choices, { leases, chosen, choose }),
  h('div', { class: 'bench' },
    h(Preview, { ...preview, width: chosen.width, choose,
      title: leases.find(({ id }) => id === chosen.lease).question }),
    h('section', { class: 'codes', 'aria-labelledby': 'codes' },
      h('h2', { id: 'codes' }, 'What you paste'),
      h('p', { id: 'said', role: 'status' }, said),
      kinds.map(([id, heading, label, rows]) =>
        h(Code, { id, heading, label, rows, value: codes[id] ?? '', copy: copy(id) })),
      h('h3', {}, 'As one file'),
      h('p', {}, 'For wikis that take attachments, or for an archive: ',
        h('a', { id: 'single', href: `single/${chosen.lease}.html`, download: '' }, 'save the file'), '. It fetches nothing.'))),
];
