// A reader at a browser: what tests may do to a page and see of it, the same in every engine.
// Coordinates are CSS pixels of the viewport. Nothing here changes the explorer but by input.
import { until } from './wait.mjs';

/** What every engine must add: show, enter, resize, evaluate, move, down, up, wheel, key, type, tap,
    touchDrag, complaints, screenshot, close. `enter(depth)` goes into the first frame of the page,
    and into that one's first; from then on places, scripts and the mouse are those of the frame. */
export class Reader {
  /** Why this engine's automation has no finger, or no forced colours; empty where it has. */
  noTouch = '';
  noForcedColours = '';

  /** The order of a date field's segments, and whether a full one hands over to the next. */
  daySegments = ['day', 'month', 'year'];
  segmentsAdvance = true;

  constructor(base) { this.base = base; }

  /**
   * Opens a page of the site and waits until the explorer is at rest. `theme` is 'light', 'dark'
   * or 'forced' (forced colours); `touch` gives the reader a finger for a mouse.
   */
  async open(path, { width = 1200, height = 900, ratio = 1, theme = 'light', touch = false } = {}) {
    await this.show(`${this.base}/${path}`, { width, height, ratio, theme, touch });
    const isLive = await until(() => this.evaluate(() => {
      const explorer = document.querySelector('lease-explorer');
      return Boolean(explorer.exhibit);
    }));
    await this.evaluate(async (hasCome) => {
      const explorer = document.querySelector('lease-explorer');
      if (!hasCome) {
        throw new Error(`not ready: ${explorer.shadowRoot?.querySelector('.notice').textContent}`);
      }
      await document.fonts.ready;
      await explorer.idle;
    }, isLive);
  }

  /** After the viewport was given another width. */
  async settled(width) {
    await until(() => this.evaluate((wanted) => innerWidth === wanted, width));
    await this.evaluate(async () => {
      // One frame for the layout to be noticed, one for the picture that follows from it.
      for (let frame = 0; frame < 2; frame += 1) {
        await new Promise((resolve) => { requestAnimationFrame(resolve); });
      }
      await document.querySelector('lease-explorer').idle;
    });
  }

  idle() { return this.evaluate(() => document.querySelector('lease-explorer').idle.then(() => {})); }
  exhibit() { return this.evaluate(() => document.querySelector('lease-explorer').exhibit); }
  state() { return this.evaluate(() => document.querySelector('lease-explorer').state); }
  async control(id) { return (await this.exhibit()).controls.find((one) => one.id === id); }

  /** Where something is drawn for a control, scrolled to the middle of the viewport; or nothing. */
  place(control, part) {
    return this.evaluate(([id, which]) => {
      const explorer = document.querySelector('lease-explorer');
      const rect = explorer.itemRect(id, which);
      if (!rect) return null;
      const top = () => explorer.canvas.getBoundingClientRect().top + rect.y;
      scrollBy(0, Math.round(top() + rect.height / 2 - innerHeight / 2));
      const { left } = explorer.canvas.getBoundingClientRect();
      return { left: left + rect.x, top: top(), width: rect.width, height: rect.height };
    }, [control, part]);
  }

  /** The middle of the first native element that a selector finds, scrolled into view. */
  middleOf(selector) {
    return this.evaluate((which) => {
      const one = document.querySelector('lease-explorer').shadowRoot.querySelector(which);
      one.scrollIntoView({ block: 'center' });
      const box = one.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, selector);
  }

  async click(x, y) {
    await this.move(x, y);
    await this.down();
    await this.up();
    await this.idle();
  }

  /** Drags as a hand does: each step is seen before the next, and the last before letting go. */
  async drag(from, to, steps = 5) {
    await this.move(from.x, from.y);
    await this.down();
    for (let step = 1; step <= steps; step += 1) {
      await this.idle();
      await this.move(from.x + ((to.x - from.x) * step) / steps,
        from.y + ((to.y - from.y) * step) / steps);
    }
    await this.idle();
    await this.up();
    await this.idle();
  }

  /** Types a day into the date field that has the keyboard. */
  async typeDay(iso) {
    const [year, month, day] = iso.split('-');
    for (const [index, segment] of this.daySegments.entries()) {
      if (index > 0 && !this.segmentsAdvance) await this.key('ArrowRight');
      await this.type({ year, month, day }[segment]);
    }
    await this.key('Tab'); // WebKit holds a change back until the field is left
    await this.idle();
  }
}
