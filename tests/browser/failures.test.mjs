// What a reader sees when something is missing, breaks on its way, or breaks while it runs: the
// answer that was printed beforehand or the last picture, and one line that says why. A row each in
// build/web/reports/failures.md.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  drag, exhibit, google, idle, input, middleOf, open, pill, ready, site, start,
} from './lib/harness.mjs';
import { Report } from './lib/report.mjs';
import { framesPass } from './lib/wait.mjs';

let world;
let flat; // a browser without 3D
const report = new Report('failures', 'When something is missing or breaks',
  ['What is wrong', 'What the reader is told', 'The printed answer', 'Live', 'Afterwards']);
before(async () => {
  world = await start();
  flat = await start({ args: ['--disable-3d-apis'] });
});
after(async () => {
  await world.close();
  await flat.close();
  report.write();
});

const fileNamed = (pattern) => readdirSync(site).find((name) => pattern.test(name));
const engine = fileNamed(/^engine\.\w+\.wasm$/);
const element = fileNamed(/^element\.\w+\.mjs$/);
const font = fileNamed(/^inter-regular\.\w+\.woff2$/);
const bytes = readFileSync(join(site, engine));
const flipped = Buffer.from(bytes);
flipped[flipped.length >> 1] ^= 1;

const gone = (name) => (page) => page.route(`**/${name}`, (route) => route.abort());
const answered = (name, answer) => (page) => page.route(`**/${name}`, (route) => route.fulfill(answer));
const hanging = (name) => (page) => page.route(`**/${name}`, () => {});
const without = (what) => (page) => page.addInitScript(what);

async function readTwin(page) {
  const text = await page.locator('lease-explorer').innerText();
  assert.match(text, /Google may leave only if SpaceX was late/);
  assert.match(text, /\$30,360,000,000\.00/);
  assert.equal(await page.locator('lease-explorer svg:visible').count(), 1);
}

const notice = (page) => page.locator('lease-explorer .notice:visible');

const missing = [
  ['no WebAssembly', () => world, without(() => { delete globalThis.WebAssembly; }), /no WebAssembly/],
  ['no custom elements', () => world, without(() => {
    delete Window.prototype.customElements;
    delete globalThis.customElements;
  }), /no custom elements/],
  ['the network drops the engine', () => world, gone(engine), /could not be fetched/],
  ['the engine is gone (404)', () => world, answered(engine, { status: 404 }),
    /could not be fetched \(404\)|not the file/],
  ['the server fails (500)', () => world, answered(engine, { status: 500, body: 'oops' }),
    /could not be fetched/],
  ['the engine is cut', () => world,
    answered(engine, { contentType: 'application/wasm', body: bytes.subarray(0, 100_000) }),
    /not the file that this page was built with/],
  ['one bit of the engine is wrong', () => world,
    answered(engine, { contentType: 'application/wasm', body: flipped }), /not the file/],
  ['a login page comes instead of the engine', () => world,
    answered(engine, { contentType: 'text/html', body: '<h1>Log in</h1>' }), /not the file/],
  ['the engine never comes', () => world, hanging(engine), /Still loading/],
  ['the network drops the element', () => world, gone(element), /could not be loaded/],
  ['the element has been changed', () => world,
    answered(element, { contentType: 'text/javascript', body: 'alert(1)' }), /is not the file/],
  ['the element never comes', () => world, hanging(element), /still loading/],
  ['the lease is gone', () => world, answered('leases/*.json', { status: 404 }),
    /the server answered 404/],
  ['the lease is cut', () => world, answered('leases/*.json', { body: '{"schema_version":1' }),
    /This is not JSON/],
];
for (const [what, where, prepare, said] of missing) {
  test(`When ${what}, the printed answer stays and one line says why`, async () => {
    const page = await open(where(), google, { wait: false, prepare });
    await notice(page).waitFor();
    const line = await notice(page).innerText();
    assert.match(line, said);
    assert.equal(await notice(page).count(), 1);
    await readTwin(page);
    const hasButton = await page.getByRole('button', { name: 'Try again' }).count();
    report.add(what, line, 'stays', 'no', hasButton ? 'Try again' : 'reload the page');
    await page.context().close();
  });
}

const drawn = [
  ['no WebGL', () => flat, undefined, /no WebGL 2/],
  ['WebGL throws', () => world, without(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function get(kind, ...more) {
      if (kind === 'webgl2') throw new Error('no graphics for you');
      return getContext.call(this, kind, ...more);
    };
  }), /no graphics for you/],
  ['a font is cut', () => world, answered(font, { body: 'not a font' }), /not the file/],
  ['a canvas that lies about its pixels', () => world, without(() => {
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = function noisy(...area) {
      const pixels = read.apply(this, area);
      pixels.data[0] ^= 1;
      return pixels;
    };
  }), /hides what a canvas holds/],
];
for (const [what, where, prepare, said] of drawn) {
  test(`When ${what}, the page is alive, and a drawing follows in the place of the picture`, async () => {
    const page = await open(where(), google, { prepare });
    const still = page.locator('lease-explorer .still:visible');
    const line = await still.innerText();
    assert.match(line, said);
    assert.equal(await notice(page).count(), 0);
    const before = await still.locator('img').getAttribute('src');
    await input(page, 'deliver', 'field').fill('2026-11-15');
    await idle(page);
    assert.equal(await pill(page), 'Not yet');
    assert.notEqual(await still.locator('img').getAttribute('src'), before);
    report.add(what, line, 'gives way', 'all but dragging', 'nothing to do');
    await page.context().close();
  });
}

test('A network that comes back is tried again by a button, and the link is still followed', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15`, { wait: false, prepare: gone(engine) });
  await notice(page).waitFor();
  await page.unroute(`**/${engine}`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready(page);
  assert.equal(await pill(page), 'Not yet');
  assert.equal(await notice(page).count(), 0);
  report.add('the network comes back', 'nothing', 'gives way', 'yes', 'the scenario of the link');
  await page.context().close();
});

for (const contentType of ['application/octet-stream', 'text/plain', 'text/html']) {
  test(`An engine that is served as ${contentType} starts all the same`, async () => {
    const page = await open(world, google, { prepare: answered(engine, { contentType, body: bytes }) });
    assert.equal(await pill(page), 'Only if late');
    assert.deepEqual(page.complaints, []);
    report.add(`the engine is served as ${contentType}`, 'nothing', 'gives way', 'yes', '–');
    await page.context().close();
  });
}

test('Without storage, with every door to it throwing, nothing is amiss', async () => {
  const page = await open(world, google, {
    prepare: without(() => {
      const refuse = { get() { throw new DOMException('no', 'SecurityError'); } };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(globalThis, name, refuse);
      }
      Object.defineProperty(Document.prototype, 'cookie', refuse);
      Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse);
    }),
  });
  await drag(page, 'deliver', 'handle', 300);
  assert.equal(await pill(page), 'Not yet');
  assert.deepEqual(page.complaints, []);
  report.add('no storage', 'nothing', 'gives way', 'yes', '–');
  await page.context().close();
});

test('Once loaded, the explorer needs no network', async () => {
  const page = await open(world, google);
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.context().setOffline(true);
  await drag(page, 'deliver', 'handle', 300);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('What to take away').selectOption('ics');
  assert.match(await page.locator('.share textarea').inputValue(), /BEGIN:VCALENDAR/);
  assert.deepEqual(requests.filter((url) => !url.startsWith('data:')), []);
  assert.deepEqual(page.complaints, []);
  report.add('offline after loading', 'nothing', 'gives way', 'yes', '–');
  await page.context().close();
});

// ---- While it runs

/** Lets a test break the engine for real: the next call into it meets an `unreachable`. */
const breakable = (page) => page.addInitScript(() => {
  // (module (func (export "f") unreachable))
  const trap = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0,
    0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports.f;
  window.calls = 0;
  const wrapped = (result) => ({
    ...result,
    instance: {
      exports: Object.fromEntries(Object.entries(result.instance.exports).map(([name, one]) =>
        [name, typeof one !== 'function' ? one : (...words) => {
          window.calls += 1;
          if (window.isPlanted) {
            window.isPlanted = false;
            trap();
          }
          return one(...words);
        }])),
    },
  });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...words) => wrapped(await real.apply(WebAssembly, words));
  }
});

const breaks = [
  ['a trap in an event', async (page) => {
    const { x, y } = await middleOf(page, 'deliver', 'handle');
    await page.evaluate(() => { window.isPlanted = true; });
    await page.mouse.move(x + 1, y);
  }],
  ['a trap in a frame', (page) => page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => {
      document.querySelector('lease-explorer').style.width = '90%'; // asks for a frame
      requestAnimationFrame(() => { window.isPlanted = true; resolve(); });
    });
  }))],
  ['a trap in the middle of a drag', async (page) => {
    const { x, y } = await middleOf(page, 'deliver', 'handle');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 5, y);
    await page.evaluate(() => { window.isPlanted = true; });
    await page.mouse.move(x + 9, y);
    await page.mouse.up();
  }],
  ['no memory left', (page) => page.evaluate(() => {
    WebAssembly.Memory.prototype.grow = () => { throw new RangeError('no more memory'); };
    const explorer = document.querySelector('lease-explorer');
    // Each holds a font atlas, a model and its text; one of them is one too many.
    for (let i = 0; i < 40; i += 1) {
      const another = document.createElement('lease-explorer');
      another.src = explorer.src;
      document.body.append(another);
      another.start();
    }
  })],
];
for (const [what, breakIt] of breaks) {
  test(`After ${what} the reader is told, and goes on from the same scenario`, async () => {
    const page = await open(world, `${google}#deliver=2026-11-15`, { prepare: breakable });
    await breakIt(page);
    const line = page.locator('lease-explorer .notice:visible').first();
    await line.filter({ hasText: 'The explorer stopped' }).waitFor();
    const said = await line.locator('p').first().innerText();
    const calls = await page.evaluate(() => window.calls);
    // Whatever a hand or a frame would have asked of it.
    for (const place of [300, 320]) await page.mouse.move(place, place);
    await framesPass(page, 20);
    assert.equal(await page.evaluate(() => window.calls), calls, 'calls into a broken engine');
    assert.ok(await page.locator('lease-explorer').first().locator('svg:visible').first().isVisible());
    await page.evaluate(() => { // room again, and the guests gone
      document.querySelectorAll('body > lease-explorer').forEach((one) => one.remove());
    });
    await page.getByRole('button', { name: 'Show the report' }).first().click();
    assert.match(await page.getByLabel('Report', { exact: true }).first().inputValue(), /#v=1\.\w{4}&.*deliver=2026-11-1\d\n/);
    await page.getByRole('button', { name: 'Start again' }).first().click();
    await ready(page);
    assert.equal(await pill(page), 'Not yet');
    await input(page, 'deliver', 'field').fill('2026-09-30');
    await idle(page);
    assert.match((await exhibit(page)).verdict.sentence, /^The GPUs came in time/);
    report.add(what, said, 'comes back', 'after “Start again”', 'the same scenario');
    await page.context().close();
  });
}

/** Lets a test see and lose the graphics context of the page. */
const losable = (page) => page.addInitScript(() => {
  const { getContext } = HTMLCanvasElement.prototype;
  window.contexts = [];
  HTMLCanvasElement.prototype.getContext = function get(kind, ...more) {
    if (kind === 'webgl2' && window.hasNoGraphics) return null;
    const context = getContext.call(this, kind, ...more);
    if (kind === 'webgl2' && context && !window.contexts.includes(context)) {
      window.contexts.push(context);
    }
    return context;
  };
  window.lose = () => {
    const context = window.contexts.find((one) => !one.isContextLost());
    context?.getExtension('WEBGL_lose_context').loseContext();
    return Boolean(context);
  };
});

test('A context lost twenty times in the middle of a drag costs nothing', async () => {
  const page = await open(world, google, { prepare: losable });
  const { x, y } = await middleOf(page, 'deliver', 'handle');
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let round = 1; round <= 20; round += 1) {
    // The next frame makes another one.
    await page.mouse.move(x + 15 * round, y);
    await page.waitForFunction(() => window.contexts.at(-1).isContextLost() === false, null,
      { polling: 20 });
    assert.ok(await page.evaluate(() => window.lose()), `no context in round ${round}`);
  }
  await page.mouse.up();
  await idle(page);
  assert.equal(await pill(page), 'Not yet');
  const live = await page.evaluate(() => window.contexts.filter((one) => !one.isContextLost()).length);
  assert.equal(live, 1);
  const undisturbed = await open(world, `${google}#${await page.evaluate(() =>
    document.querySelector('lease-explorer').exhibit.link)}`);
  const pixels = (one) => one.evaluate(() => {
    const { canvas } = document.querySelector('lease-explorer');
    const rect = document.querySelector('lease-explorer').itemRect('picture');
    return [...canvas.getContext('2d').getImageData(rect.x, rect.y, rect.width, rect.height / 2).data];
  });
  await page.mouse.move(5, 5);
  await idle(page);
  const [seen, expected] = [await pixels(page), await pixels(undisturbed)];
  const differing = seen.filter((value, i) => Math.abs(value - expected[i]) > 8).length;
  assert.ok(differing < seen.length / 100, `${differing} of ${seen.length} samples differ`);
  assert.deepEqual(page.complaints, []);
  report.add('the graphics are lost 20 times in a drag', 'nothing', 'stays away', 'yes',
    'same scenario, same pixels');
  await undisturbed.context().close();
  await page.context().close();
});

test('When the browser gives no graphics any more, a drawing takes the picture\'s place and the fields go on', async () => {
  const page = await open(world, google, { prepare: losable });
  await drag(page, 'deliver', 'handle', 300);
  await page.evaluate(() => { window.hasNoGraphics = true; window.lose(); });
  await input(page, 'deliver', 'field').fill('2026-12-24');
  await notice(page).filter({ hasText: 'no graphics just now' }).waitFor();
  assert.match((await page.evaluate(() =>
    document.querySelector('lease-explorer').exhibit.verdict.sentence)), /23 December 2026/);
  const line = await notice(page).locator('p').first().innerText();
  await page.evaluate(() => { window.hasNoGraphics = false; });
  await page.getByRole('button', { name: 'Try again' }).click();
  await idle(page);
  assert.equal(await notice(page).count(), 0);
  report.add('the browser gives no graphics any more', line, 'stays away', 'in the fields',
    'Try again brings the picture back');
  await page.context().close();
});

// ---- The content policy

test('Under the strict policy nothing is violated; without wasm-unsafe-eval one line says why', async () => {
  const watched = (page) => page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await open(world, google, { prepare: watched });
  await drag(page, 'deliver', 'handle', 300);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  for (const format of ['sentence', 'wikitext', 'bibtex', 'embed', 'png', 'svg', 'csv', 'ics', 'json']) {
    await page.getByLabel('What to take away').selectOption(format);
  }
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await page.context().close();

  const html = readFileSync(join(site, google), 'utf8');
  assert.ok(html.includes(" 'wasm-unsafe-eval'"));
  const strict = await open(world, google, {
    wait: false,
    async prepare(one) {
      await watched(one);
      await one.route(`**/${google}`, (route) => route.fulfill({
        contentType: 'text/html; charset=utf-8', body: html.replace(" 'wasm-unsafe-eval'", ''),
      }));
    },
  });
  await notice(strict).waitFor();
  const line = await notice(strict).innerText();
  await readTwin(strict);
  assert.notDeepEqual(await strict.evaluate(() => window.violations), []);
  report.add('a policy without wasm-unsafe-eval', line, 'stays', 'no', '–');
  await strict.context().close();
});
