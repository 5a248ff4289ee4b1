// The three engines behind one interface (reader.mjs): Chromium and Firefox through Playwright,
// WebKitGTK through its own driver.
import { chromium, firefox } from 'playwright-core';
import { startDisplay } from './display.mjs';
import { Reader } from './reader.mjs';
import { patient } from './wait.mjs';
import { WebKitReader } from './webkit.mjs';
import { chromium as chromiumPath, firefox as firefoxPath } from '../../../web/site/machine.mjs';

// A software renderer remarks on its own slowness; Playwright adds `body {}` before a screenshot,
// and Firefox remarks that our content policy forbids it.
const isNotAboutUs = /GPU stall|sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/;

class PlaywrightReader extends Reader {
  page;
  /** What runs in every document, frames as well, before its own scripts. */
  preload;
  #complaints = [];
  #frame; // of the page, where the reader is
  #corner = { x: 0, y: 0 }; // of this frame in the page

  async show(url, surface) {
    const browser = await this.browserFor(surface);
    await this.page?.context().close();
    this.#complaints = [];
    const context = await browser.newContext({
      viewport: { width: surface.width, height: surface.height },
      deviceScaleFactor: surface.ratio,
      locale: 'en-GB',
      ...this.contextOptions(surface),
    });
    if (this.preload) await context.addInitScript(this.preload);
    this.page = await context.newPage();
    await this.enter(0);
    this.page.on('crash', () => this.#complaints.push('the page crashed'));
    this.page.on('pageerror', ({ message }) => {
      if (!isNotAboutUs.test(message)) this.#complaints.push(message);
    });
    this.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !isNotAboutUs.test(message.text())) {
        this.#complaints.push(message.text());
      }
    });
    await this.page.goto(url);
  }

  contextOptions() { return {}; }

  async resize(width) {
    await this.page.setViewportSize({ ...this.page.viewportSize(), width });
    await this.settled(width);
  }

  async enter(depth) {
    this.#frame = this.page.mainFrame();
    this.#corner = { x: 0, y: 0 };
    for (let level = 0; level < depth; level += 1) {
      const [x, y] = await this.#frame.evaluate(() => {
        const frame = document.querySelector('iframe');
        const { left, top } = frame.getBoundingClientRect();
        return [left + frame.clientLeft, top + frame.clientTop];
      });
      this.#corner = { x: this.#corner.x + x, y: this.#corner.y + y };
      [this.#frame] = this.#frame.childFrames();
    }
  }

  evaluate(fn, argument) { return this.#frame.evaluate(fn, argument); }
  complaints() { return this.#complaints; }
  move(x, y) { return this.page.mouse.move(this.#corner.x + x, this.#corner.y + y); }
  down() { return this.page.mouse.down(); }
  up() { return this.page.mouse.up(); }
  async wheel(dx, dy, { ctrl = false } = {}) {
    if (ctrl) await this.page.keyboard.down('Control');
    await this.page.mouse.wheel(dx, dy);
    if (ctrl) await this.page.keyboard.up('Control');
  }
  key(press) { return this.page.keyboard.press(press); }
  type(text) { return this.page.keyboard.type(text); }
  screenshot(path) { return this.page.screenshot({ path }); }
}

class ChromiumReader extends PlaywrightReader {
  // Date fields follow the language of the browser's own menus; Debian brings American ones.
  daySegments = ['month', 'day', 'year'];
  args = [];
  #browser;

  async browserFor() {
    this.#browser ??= patient(await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', ...this.args],
    }));
    return this.#browser;
  }

  contextOptions({ theme, touch }) {
    return {
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      forcedColors: theme === 'forced' ? 'active' : 'none',
      reducedMotion: 'reduce',
      hasTouch: touch,
      isMobile: touch,
    };
  }

  async tap(x, y) {
    await this.page.touchscreen.tap(x, y);
    await this.idle();
  }

  async touchDrag(from, to, steps = 10) {
    const session = await this.page.context().newCDPSession(this.page);
    const touch = (type, ...touchPoints) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', from);
    for (let step = 1; step <= steps; step += 1) {
      await touch('touchMove', {
        x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps,
      });
    }
    await touch('touchEnd');
    await session.detach();
    await this.idle();
  }

  async close() { await this.#browser?.close(); }
}

/** Without WebGL: nothing to drag, everything else. */
class FlatReader extends ChromiumReader {
  args = ['--disable-3d-apis'];
}

class FirefoxReader extends PlaywrightReader {
  noTouch = 'Playwright\'s touchscreen does nothing over WebDriver BiDi';
  #browser;
  #display;
  #theme;

  /** Firefox has its colours from preferences, so each theme is a browser of its own. */
  async browserFor({ theme }) {
    if (this.#theme === theme) return this.#browser;
    await this.#browser?.close();
    this.page = undefined;
    this.#display ??= await startDisplay();
    this.#browser = patient(await firefox.launch({
      executablePath: firefoxPath,
      channel: 'moz-firefox',
      headless: false,
      env: { ...this.#display.environment, LC_ALL: 'en_GB.UTF-8' },
      firefoxUserPrefs: {
        'security.fileuri.strict_origin_policy': true,
        // Automation's input reaches no frame of another process: sites share one.
        'fission.webContentIsolationStrategy': 0,
        'intl.accept_languages': 'en-GB',
        'intl.regional_prefs.use_os_locales': true, // the order in date fields
        'ui.prefersReducedMotion': 1,
        'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
        'browser.display.document_color_use': theme === 'forced' ? 2 : 1,
      },
    }));
    this.#theme = theme;
    return this.#browser;
  }

  async close() {
    await this.#browser?.close();
    this.#display?.close();
  }
}

const readers = {
  chromium: ChromiumReader, flat: FlatReader, firefox: FirefoxReader, webkit: WebKitReader,
};
/** Those that OFFRAMP_ENGINES names, with commas between; the three if it is not set. */
export const engines = process.env.OFFRAMP_ENGINES?.split(',') ?? ['chromium', 'firefox', 'webkit'];

/** A reader at the site that is served at `base`; browsers start when they are first needed. */
export const readerAt = (engine, base) => new readers[engine](base);
