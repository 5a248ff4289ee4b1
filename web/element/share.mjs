// What a reader takes away: a link, a checked sentence, a reference, the code to embed, files.
// Each is shown before it is copied or saved, so that a frame which may do neither still gives it.
import { copyFrom, frameCode } from './codes.mjs';
import { element } from './dom.mjs';
import { pngOf } from './png.mjs';

// [what the list says, format, how a saved file is called and what it is]
const kinds = [
  ['Link to this scenario', 'link'],
  ['Sentence with its sources', 'sentence'],
  ['Wikitext reference', 'wikitext'],
  ['BibTeX entry', 'bibtex'],
  ['Code to embed this', 'embed'],
  ['Picture (PNG)', 'png', 'image/png'],
  ['Drawing (SVG)', 'svg', 'image/svg+xml'],
  ['Table (CSV)', 'csv', 'text/csv'],
  ['Calendar (ICS)', 'ics', 'text/calendar'],
  ['Data (JSON)', 'json', 'application/json'],
];

export class SharePanel {
  #giver;
  #content = ''; // as it is saved: a field has line ends of its own
  #list = element('select', { id: 'offramp-share' },
    ...kinds.map(([label, format]) => element('option', { value: format }, label)));
  #text = element('textarea', { readonly: true, rows: 5, spellcheck: 'false' });
  #image = element('img', { hidden: true });
  #copy = element('button', { type: 'button' }, 'Copy');
  #save = element('a', { class: 'button', hidden: true }, 'Save');
  #preview = element('a', { class: 'button', target: '_blank', rel: 'noopener' },
    'See it at three widths');
  #said = element('p', { role: 'status' });

  /** `giver` has `exported(format)`, and what an embed code is made of. */
  constructor(giver) {
    this.#giver = giver;
    this.root = element('section', { class: 'share', 'aria-label': 'Share and save' },
      element('p', {}, element('label', { for: 'offramp-share' }, 'What to take away'), this.#list),
      this.#text, this.#image,
      element('p', {}, this.#copy, this.#save, this.#preview), this.#said);
    this.#list.addEventListener('change', () => this.refresh());
    this.#copy.addEventListener('click', () => this.#take());
    this.#save.addEventListener('click', () => {
      this.#said.textContent = 'If no file was saved, this page may save none: take what is above.';
    });
  }

  /** Shows what is chosen, as it is now. While a hand is on the picture, no picture is taken. */
  refresh(isPassing = false) {
    const [label, format, type] = kinds[this.#list.selectedIndex];
    const isPicture = format === 'png';
    if (isPicture && isPassing) return;
    this.#said.textContent = '';
    this.#text.hidden = isPicture;
    this.#copy.hidden = isPicture;
    this.#image.hidden = !isPicture;
    this.#save.hidden = !type;
    this.#preview.hidden = format !== 'embed' || !this.#giver.builder();
    if (isPicture) {
      this.#draw();
    } else {
      this.#content = format === 'embed' ? this.#embed() : this.#giver.exported(format);
      this.#text.value = this.#content;
      this.#text.setAttribute('aria-label', label);
    }
    if (type) this.#offer(format, type);
  }

  /** The letters of a picture come a moment later; what was asked for meanwhile stays. */
  async #draw() {
    this.#image.alt = this.#giver.exported('sentence');
    const svg = this.#giver.exported('svg');
    try {
      const png = await pngOf(svg);
      if (kinds[this.#list.selectedIndex][1] !== 'png' || svg !== this.#giver.exported('svg')) return;
      this.#image.src = png;
      this.#save.href = png;
    } catch (error) {
      this.#said.textContent = `No picture could be made here: ${error.message}. Take the drawing (SVG).`;
    }
  }

  #embed() {
    const [, fragment] = this.#giver.exported('link').split('#');
    this.#preview.href = `${this.#giver.builder()}?lease=${this.#giver.name()}#${fragment}`;
    const address = this.#giver.frame();
    if (!address) return 'A single file is embedded as it is: as an attachment, or in srcdoc.';
    return frameCode({
      address: `${address}#${fragment}`, title: this.#giver.title(), height: this.#giver.height(),
    });
  }

  /** A data address: it works in a frame without an origin, and needs nothing taken back. */
  #offer(format, type) {
    this.#save.download = `${this.#giver.name()}.${format}`;
    if (format === 'png') return; // when it is drawn
    this.#save.href = `data:${type};charset=utf-8,${encodeURIComponent(this.#content)}`;
  }

  async #take() {
    this.#said.textContent = await copyFrom(this.#text) ? 'Copied.'
      : 'This page may not copy. The text is selected: copy it yourself.';
  }
}
