// WebKitGTK by the W3C WebDriver protocol, spoken to Debian's WebKitWebDriver.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from './display.mjs';
import { Reader } from './reader.mjs';
import { patience, until } from './wait.mjs';
import { miniBrowser } from '../../../web/site/machine.mjs';


// The protocol's code points of keys that write nothing.
const keys = {
  Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C', Space: ' ',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012',
  ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017',
};

const mostCrashes = 2;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

export class WebKitReader extends Reader {
  noTouch = 'WebKitWebDriver plays a touch pointer as the mouse';
  noForcedColours = 'WebKit has no forced colours';
  segmentsAdvance = false;
  #folder = mkdtempSync(join(tmpdir(), 'offramp-webkit-'));
  #display;
  #driver;
  #port;
  #session;
  #look;
  #crashes = 0;

  async open(path, look) {
    try {
      await super.open(path, look);
    } catch (error) {
      // Debian's WebKit crashes in its own compiler once in some thousand pages, and ends the session.
      if (!error.message.includes('invalid session id') || this.#crashes === mostCrashes) throw error;
      this.#crashes += 1;
      console.log('WebKit crashed; the page is opened in a new browser');
      this.#session = undefined;
      this.#look = undefined;
      await super.open(path, look);
    }
  }

  async show(url, { width, height, ratio, theme }) {
    await this.#start();
    if (this.#look !== `${ratio} ${theme}`) await this.#newSession(ratio, theme);
    this.#look = `${ratio} ${theme}`;
    await this.enter(0);
    await this.#session('POST', 'window/rect', { width, height });
    // A page that differs from the present one by its fragment only would not be loaded anew.
    await this.#session('POST', 'url', { url: 'about:blank' });
    await this.#session('POST', 'url', { url });
    // The protocol has no console. The page has loaded by now; the explorer is yet to start.
    await this.evaluate(() => {
      window.complaints = [];
      addEventListener('error', ({ message }) => window.complaints.push(message));
      addEventListener('unhandledrejection', ({ reason }) => window.complaints.push(String(reason)));
      for (const level of ['error', 'warn']) {
        const write = console[level];
        console[level] = (...words) => {
          window.complaints.push(words.join(' '));
          write.apply(console, words);
        };
      }
    });
  }

  async enter(depth) {
    await this.#session('POST', 'frame', { id: null });
    for (let level = 0; level < depth; level += 1) await this.#session('POST', 'frame', { id: 0 });
  }

  async resize(width) {
    await this.#session('POST', 'window/rect', { width });
    await this.settled(width);
  }

  async #start() {
    if (this.#driver) return;
    this.#display = await startDisplay();
    // The browser's language is that of a locale of its C library, made here.
    execFileSync('localedef', ['-i', 'en_GB', '-f', 'UTF-8', join(this.#folder, 'en_GB.UTF-8')]);
    mkdirSync(join(this.#folder, 'gtk-3.0'));
    writeFileSync(join(this.#folder, 'gtk-3.0', 'settings.ini'),
      '[Settings]\ngtk-enable-animations=0\n'); // the reader prefers reduced motion
    await this.#startDriver();
  }

  async #startDriver() {
    this.#port = await freePort();
    this.#driver = spawn('WebKitWebDriver', [`--port=${this.#port}`], {
      detached: true, // a group of its own, which ends with it
      stdio: 'ignore',
      env: {
        ...this.#display.environment,
        LOCPATH: this.#folder,
        LC_ALL: 'en_GB.UTF-8',
        XDG_CONFIG_HOME: this.#folder,
        GTK_THEME: 'Adwaita',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // the sandbox refuses to run as root
      },
    });
  }

  async #newSession(ratio, theme) {
    if (this.#session) await this.#session('DELETE', '');
    const options = ['--automation', '--enable-tabs-to-links=true',
      '--javascript-can-open-windows-automatically=true'];
    if (theme === 'dark') options.push('--dark-mode');
    const sessionId = await this.#openBrowser([`GDK_SCALE=${ratio}`, miniBrowser, ...options]);
    this.#session = (method, path, body) =>
      this.#call(method, `/session/${sessionId}${path ? '/' : ''}${path}`, body);
    // A window without bars is exactly as large as its page, and may be as narrow as a phone.
    const first = await this.#session('GET', 'window');
    await this.evaluate(() => { open('about:blank', '', 'width=800,height=600,toolbar=no,menubar=no'); });
    const second = await until(async () =>
      (await this.#session('GET', 'window/handles')).find((one) => one !== first));
    await this.#session('POST', 'window', { handle: second });
  }

  /**
   * The session of a new browser. Now and then, on a busy machine, a browser starts and never answers
   * its driver; then both are started anew, twice at most.
   */
  async #openBrowser(args) {
    const body = {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: 'env', args } } },
    };
    for (let again = 2; ; again -= 1) {
      try {
        return (await this.#call('POST', '/session', body, AbortSignal.timeout(patience))).sessionId;
      } catch (error) {
        if (again === 0) throw error;
        console.log(`WebKit did not start (${error.message}); it is started anew`);
        process.kill(-this.#driver.pid);
        await this.#startDriver();
      }
    }
  }

  async #call(method, path, body, signal) {
    // At first the driver has not begun to listen.
    const response = await until(() => fetch(`http://127.0.0.1:${this.#port}${path}`,
      { method, body: body && JSON.stringify(body), signal }));
    const { value } = await response.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async evaluate(fn, argument) {
    const { value, error } = await this.#session('POST', 'execute/async', {
      script: `const done = arguments[1];
        Promise.resolve(arguments[0]).then(${fn})
          .then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args: [argument ?? null],
    });
    if (error) throw new Error(error);
    return value;
  }

  complaints() { return this.evaluate(() => window.complaints); }

  #act(...actions) { return this.#session('POST', 'actions', { actions }); }
  #mouse(...actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }
  move(x, y) {
    return this.#mouse({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
  }
  down() { return this.#mouse({ type: 'pointerDown', button: 0 }); }
  up() { return this.#mouse({ type: 'pointerUp', button: 0 }); }

  async wheel(dx, dy, { ctrl = false } = {}) {
    const [x, y] = await this.evaluate(() => [Math.round(innerWidth / 2), Math.round(innerHeight / 2)]);
    const press = (type) => this.#act({ type: 'key', id: 'keys', actions: [{ type, value: keys.Control }] });
    if (ctrl) await press('keyDown');
    await this.#act({ type: 'wheel', id: 'wheel',
      actions: [{ type: 'scroll', duration: 0, x, y, deltaX: dx, deltaY: dy }] });
    if (ctrl) await press('keyUp');
  }

  key(press) {
    const values = press.split('+').map((name) => keys[name] ?? name);
    return this.#act({ type: 'key', id: 'keys', actions: [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.reverse().map((value) => ({ type: 'keyUp', value })),
    ] });
  }

  async type(text) { for (const letter of text) await this.key(letter); }

  async screenshot(path) {
    const image = Buffer.from(await this.#session('GET', 'screenshot'), 'base64');
    if (path) writeFileSync(path, image);
    return image;
  }

  async close() {
    if (this.#session) await this.#session('DELETE', '');
    if (this.#driver) process.kill(-this.#driver.pid);
    this.#display?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
