// Four ways to operate the same controls, each by real input events: on the picture and the words
// below it by mouse or by touch, by keyboard alone, and on the words with the picture closed. Each knows
// the same five deeds.
const pagesOfDays = 30; // what the Page keys move a slider of days by

const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const middle = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });

/** Moves along the options of the radios or the list that has the keyboard. */
async function chooseByArrows(reader, control, option) {
  const { options, number } = await reader.control(control);
  const steps = options.findIndex(({ id }) => id === option) - number;
  for (let step = 0; step < steps; step += 1) await reader.key('ArrowDown');
  for (let step = 0; step > steps; step -= 1) await reader.key('ArrowUp');
  await reader.idle();
}

/** On the picture, by one pointer: `press(x, y)` and `drag(from, to)`; below it, on the words. */
class Picture {
  constructor(reader, press, drag) {
    Object.assign(this, { reader, pressAt: press, drag, words: new Form(reader, press) });
  }

  async press(control, part = 'field') {
    const place = await this.reader.place(control, part);
    if (!place) return this.words.press(control, part);
    const { x, y } = middle(place);
    return this.pressAt(x, y);
  }
  toggle(control) { return this.press(control); }

  async choose(control, option) {
    return await this.reader.place(control, option) ? this.press(control, option)
      : this.words.choose(control, option);
  }
  number(control, wanted) { return this.words.number(control, wanted); }

  /** By the handle where there is one; otherwise in the native field. */
  async day(control, iso) {
    if (!await this.reader.place(control, 'handle')) {
      await this.words.day(control, iso);
      return;
    }
    let scale = await this.#pixelsPerDay(control);
    if (!scale) {
      // Only one handle stands on the axis: a first drag puts another there, or this one elsewhere.
      const other = await this.#stand('as-of');
      const from = await this.#stand(control);
      const known = from.isHollow ? other : from;
      await this.drag(from, { x: known.x - 60, y: from.y });
      const { x, day } = await this.#stand(control);
      scale = (known.x - x) / (known.day - day);
    }
    const here = await this.#stand(control);
    await this.drag(here, { x: here.x + (dayNumber(iso) - here.day) * scale, y: here.y });
  }

  /**
   * Where a handle stands, which is scrolled into view, and on which day; a hollow one stands on
   * none, beside the axis.
   */
  async #stand(control) {
    const place = await this.reader.place(control, 'handle');
    const { number, value } = await this.reader.control(control);
    return place && { ...middle(place), day: number, isHollow: value === 'open' };
  }

  /** Handles stand in the middle of their days: two of them on the axis measure the scale. */
  async #pixelsPerDay(control) {
    const stands = [];
    for (const id of [control, 'deliver', 'as-of']) {
      const one = await this.#stand(id);
      if (one && !one.isHollow) stands.push(one);
    }
    const [first] = stands;
    const other = stands.find(({ day }) => day !== first.day);
    return other && (other.x - first.x) / (other.day - first.day);
  }
}

/** On the words and the sliders over the picture, by keys and nothing else. */
class Keyboard {
  constructor(reader) { this.reader = reader; }

  /** Tab, or Shift and Tab, until the keyboard is on one of a control's native inputs. */
  async #goTo(control, parts) {
    for (let patience = 150; patience > 0; patience -= 1) {
      const ahead = await this.reader.evaluate(([id, wanted]) => {
        const root = document.querySelector('lease-explorer').shadowRoot;
        const all = [...root.querySelectorAll('*')]; // between the controls are headings and links
        const now = all.indexOf(root.activeElement);
        const targets = wanted.map((part) =>
          all.findIndex((one) => one.dataset?.item === `${id}/${part}`)).filter((at) => at >= 0);
        return targets.includes(now) ? 0 : Math.max(...targets) < now ? -1 : 1;
      }, [control, parts]);
      if (ahead === 0) return;
      await this.reader.key(ahead < 0 ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`the Tab key does not reach ${control}`);
  }

  async day(control, iso) {
    const { number } = await this.reader.control(control);
    const hasHandle = await this.reader.place(control, 'handle');
    await this.#goTo(control, [hasHandle ? 'handle' : 'field']);
    if (!hasHandle) {
      await this.reader.typeDay(iso);
      return;
    }
    let days = dayNumber(iso) - number;
    for (; pagesOfDays <= days; days -= pagesOfDays) await this.reader.key('PageUp');
    for (; 0 < days; days -= 1) await this.reader.key('ArrowRight');
    for (; days < 0; days += 1) await this.reader.key('ArrowLeft');
    await this.reader.idle();
  }

  async number(control, wanted) {
    await this.#goTo(control, ['number']);
    await this.reader.key('Control+a');
    await this.reader.type(String(wanted));
    await this.reader.key('Tab');
    await this.reader.idle();
  }

  async toggle(control) {
    await this.#goTo(control, ['field']);
    await this.reader.key('Space');
    await this.reader.idle();
  }

  /** Radio buttons are one stop of the Tab key, as a list is; the arrows lead through either. */
  async choose(control, option) {
    const { options } = await this.reader.control(control);
    await this.#goTo(control, ['field', ...options.map(({ id }) => id)]);
    await chooseByArrows(this.reader, control, option);
  }

  async press(control) {
    await this.#goTo(control, ['field']);
    await this.reader.key('Enter');
    await this.reader.idle();
  }
}

/** Native inputs pressed where they are seen, and typed into. */
class Form {
  constructor(reader, press = (x, y) => reader.click(x, y)) {
    Object.assign(this, { reader, pressAt: press });
  }

  async #press(selector) {
    const { x, y } = await this.reader.middleOf(selector);
    await this.pressAt(x, y);
  }
  async begin() {
    await this.reader.evaluate(() => document.querySelector('lease-explorer').setAttribute('view', 'form'));
    await this.reader.idle();
  }

  press(control, part = 'field') { return this.#press(`[data-item="${control}/${part}"]`); }
  toggle(control) { return this.press(control); }

  /** A list, whose menu is no part of the page, is chosen from by the arrows after its label. */
  async choose(control, option) {
    const isList = await this.reader.evaluate((id) => Boolean(document.querySelector('lease-explorer')
      .shadowRoot.querySelector(`select[data-item="${id}/field"]`)), control);
    if (!isList) return this.press(control, option);
    await this.#press(`[data-control="${control}"] label span`);
    return chooseByArrows(this.reader, control, option);
  }

  /** The label leads to the first segment of its date field. */
  async day(control, iso) {
    await this.#press(`[data-control="${control}"] label span`);
    await this.reader.typeDay(iso);
  }

  async number(control, wanted) {
    await this.press(control, 'number');
    await this.reader.key('Control+a');
    await this.reader.type(String(wanted));
    await this.reader.key('Tab');
    await this.reader.idle();
  }
}

/** Each gives the one who does it. */
export const ways = {
  mouse: (reader) => new Picture(reader,
    (x, y) => reader.click(x, y), (from, to) => reader.drag(from, to)),
  touch: (reader) => new Picture(reader,
    (x, y) => reader.tap(x, y), (from, to) => reader.touchDrag(from, to)),
  keyboard: (reader) => new Keyboard(reader),
  words: (reader) => new Form(reader),
};
