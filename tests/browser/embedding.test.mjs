// web/EMBEDDING.md as its readers take it: every code in it is pasted into a page and used.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { headersOf } from '../../web/site/headers.mjs';
import { listen } from '../../web/site/serve.mjs';
import { dragIn, liveFrame, pillIn, serveArticle } from './lib/article.mjs';
import { drag, google, pill, ready, site, start } from './lib/harness.mjs';
import { framesPass } from './lib/wait.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const guide = readFileSync(join(root, 'web', 'EMBEDDING.md'), 'utf8');

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** The blocks of one language that hold a word, with the test's own site in the address. */
function code(language, word) {
  const blocks = [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))]
    .map(([, block]) => block.replaceAll('https://offramp.example', world.base));
  const found = blocks.filter((block) => block.includes(word));
  assert.equal(found.length, 1, `${language} with ${word}`);
  return found[0];
}

async function inArticle(make, use, prepare) {
  const article = await serveArticle((origin) =>
    `<!doctype html><html lang="en"><title>An article</title><h1>An article</h1>${make(origin)}`);
  const context = await world.browser.newContext(
    { viewport: { width: 1000, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.strangers = []; // what was asked of anybody but the article and our site
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && ![article.origin, world.base].includes(origin)) {
      page.strangers.push(request.url());
    }
  });
  if (prepare) await prepare(page);
  await page.goto(`${article.origin}/`);
  try {
    await use(page);
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.strangers, []);
  } finally {
    await context.close();
    article.close();
  }
}

test('The frame of the guide is live, dragged, titled, and asks for no more than it says', () =>
  inArticle(() => code('html', '/embed/'), async (page) => {
    const frame = await liveFrame(page);
    await dragIn(page, frame, 'deliver', 250);
    assert.equal(await pillIn(frame), 'Not yet');
    const attributes = await page.locator('iframe').evaluate((one) =>
      Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])));
    assert.equal(attributes.title, 'Can Google walk away?');
    // The rights that the guide explains in its words below the code, and no other.
    assert.deepEqual(attributes.sandbox.split(' '),
      ['allow-scripts', 'allow-downloads', 'allow-popups', 'allow-popups-to-escape-sandbox']);
    assert.deepEqual(attributes.allow.split('; '), ['clipboard-write', 'fullscreen']);
    assert.equal(attributes.referrerpolicy, 'strict-origin-when-cross-origin');
  }));

test('The code that "Share" gives is the guide\'s, for the scenario that is shown', async () => {
  const page = await world.browser.newPage({ locale: 'en-GB' });
  await page.goto(`${world.base}/${google}#deliver=2026-11-15`);
  await ready(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('What to take away').selectOption('embed');
  const shared = await page.locator('.share textarea').inputValue();
  const plain = (text) => text.trim().replace(/src="[^"]*"|title="[^"]*"|height="\d+"/g, '');
  assert.equal(plain(shared), plain(code('html', '/embed/')));
  await page.close();
  await inArticle(() => shared, async (article) => {
    assert.equal(await pillIn(await liveFrame(article)), 'Not yet');
  });
});

test('The element of the guide is live in somebody else\'s page', () =>
  inArticle(() => code('html', '/leases/'), async (page) => {
    await ready(page);
    await drag(page, 'deliver', 'handle', 250);
    assert.equal(await pill(page), 'Not yet');
  }));

test('The pinned element of builder.html is the same, checked by its hash', async () => {
  const page = await world.browser.newPage();
  await page.goto(`${world.base}/builder.html?lease=spacex-anthropic-2026`);
  const pinned = await page.getByLabel('For pages that may run scripts').inputValue();
  await page.close();
  assert.match(pinned, /integrity="sha384-[^"]+" crossorigin="anonymous"/);
  await inArticle(() => pinned, ready);
  const wrong = pinned.replace(/sha384-./, (hash) => (hash.endsWith('A') ? 'sha384-B' : 'sha384-A'));
  await inArticle(() => wrong, async (article) => {
    await article.waitForFunction(() => window.isRefused);
    assert.equal(await article.evaluate(() => Boolean(customElements.get('lease-explorer'))), false);
    assert.ok(await article.getByText('See this lease').isVisible());
  }, (article) => article.addInitScript(() => {
    addEventListener('error', ({ target }) => {
      if (target.localName === 'script') window.isRefused = true;
    }, true);
  }));
});

test('Prose follows and links set, as the guide writes them, beside a frame and beside an element', async () => {
  const prose = () => code('html', 'data-offramp-set');
  const frame = (origin) => code('html', '/embed/').replace('.html"',
    `.html?host=${encodeURIComponent(origin)}"`);
  for (const make of [(origin) => prose() + frame(origin), () => prose() + code('html', '/leases/')]) {
    await inArticle(make, async (page) => {
      if (await page.locator('iframe').count()) await liveFrame(page);
      else await ready(page);
      // By keyboard: a browser that has just scrolled misdirects a click.
      await page.locator('[data-offramp-set]').focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() =>
        document.querySelector('[data-offramp]').textContent === '31 October 2026');
    });
  }
});

test('The article of the guide drives its exhibit by scroll, and goes on after a drag', () =>
  inArticle(() => code('html', 'data-state').replace('<!-- the element -->',
    code('html', '/leases/').replace('<lease-explorer ', '<lease-explorer as-of="2026-11-05" '))
    + `<style>${code('css', '.told')}</style><script type="module">${code('js', 'IntersectionObserver')}</script>`,
  async (page) => {
    await ready(page);
    const toStep = async (index) => {
      const top = () => page.evaluate((one) =>
        document.querySelectorAll('.told section')[one].getBoundingClientRect().top, index);
      const by = await top() - 560;
      await page.evaluate((pixels) => scrollBy({ top: pixels, behavior: 'instant' }), by);
      const before = await top();
      const wanted = await page.locator('.told section').nth(index).getAttribute('data-state');
      await page.waitForFunction((state) => document.querySelector('lease-explorer').exhibit.link === state, wanted);
      await framesPass(page, 3);
      assert.ok(Math.abs(await top() - before) < 2, 'the words stay where the reader put them');
    };
    const words = (index) => page.locator('.told section').nth(index).innerText();
    const printed = await Promise.all([0, 1, 2].map(words));
    for (const [index, answer] of [[0, 'Not yet'], [1, 'Not yet'], [2, 'Yes'], [1, 'Not yet'], [2, 'Yes']]) {
      await toStep(index);
      assert.equal(await pill(page), answer);
      assert.equal(await words(index), printed[index], 'what is printed is what the exhibit says');
    }
    // Left in the middle: the words follow the drag, and the next step is told as it was.
    const last = await words(2);
    await page.locator('lease-explorer [data-item="deliver/handle"]').focus();
    await page.keyboard.press('PageDown');
    await page.waitForFunction((before) => before !== document.querySelectorAll('.told section')[2].innerText, last);
    assert.equal(await words(1), printed[1]);
    await toStep(1);
    await toStep(2);
    await page.waitForFunction((before) => before === document.querySelectorAll('.told section')[2].innerText, last);
  }));

test('The script of the guide gets an answer by messages, however late the engine comes', async () => {
  let go;
  const released = new Promise((resolve) => { go = resolve; });
  await inArticle((origin) => `<p id="sentence"></p><script>
    window.pongs = 0;
    addEventListener('message', ({ data }) => { if (data?.type === 'offramp:pong') pongs += 1; });
  </script>${code('html', '/embed/').replace('.html"', `.html?host=${encodeURIComponent(origin)}"`)}
  <script>${code('js', 'offramp:pong')}</script>`,
  async (page) => {
    await page.waitForFunction(() => 0 < window.pongs);
    // The guide has asked by now; the answer to one ping more comes after what it was told.
    await page.evaluate(() => {
      window.pongs = 0;
      document.querySelector('iframe').contentWindow.postMessage({ type: 'offramp:ping', v: 1 }, '*');
    });
    await page.waitForFunction(() => 0 < window.pongs);
    go();
    await page.waitForFunction(() =>
      /15 November 2026/.test(document.querySelector('#sentence').textContent));
  }, (page) => page.route('**/engine.*.wasm', async (route) => {
    await released;
    await route.continue();
  }));
});

test('The promise of an element is kept when it is live, when it cannot be, and when it is gone',
  async () => {
    for (const [what, end] of [['live', (route) => route.continue()],
      ['failed', (route) => route.abort()], ['gone', () => {}]]) {
      let go;
      const released = new Promise((resolve) => { go = resolve; });
      await inArticle(() => code('html', '/leases/'), async (page) => {
        await page.waitForFunction(() => customElements.get('lease-explorer'));
        await page.evaluate(() => {
          const explorer = document.querySelector('lease-explorer');
          window.kept = null;
          explorer.idle.then(() => {
            window.kept = { hasExhibit: explorer.exhibit !== null, frames: explorer.frames };
          });
        });
        await framesPass(page, 5);
        assert.equal(await page.evaluate(() => window.kept), null, what);
        if (what === 'gone') await page.evaluate(() => document.querySelector('lease-explorer').remove());
        go();
        await page.waitForFunction(() => window.kept);
        const { hasExhibit, frames } = await page.evaluate(() => window.kept);
        assert.equal(hasExhibit, what === 'live', what);
        assert.equal(0 < frames, what === 'live', what);
      }, (page) => page.route('**/engine.*.wasm', async (route) => {
        await released;
        await end(route);
      }));
    }
  });

test('The package for npm is packed, imported under node, and used without a bundler', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offramp-package-'));
  const run = (command, ...words) =>
    execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const packed = run('npm', 'pack', '--silent', join(root, 'build', 'web', 'package')).trim();
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  run('npm', 'install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', `./${packed}`);
  writeFileSync(join(folder, 'server.mjs'),
    `${code('js', "from 'lease-explorer'")}\nconsole.log(typeof LeaseExplorer, typeof window);\n`);
  assert.equal(run('node', 'server.mjs'), 'function undefined\n');
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>By package</title>
    <script type="module" src="node_modules/lease-explorer/lease-explorer.js"></script>
    <lease-explorer src="${world.base}/leases/spacex-google-2026.json"></lease-explorer>`);
  const server = await listen(folder, 8700);
  const page = await world.browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/index.html`);
  await ready(page);
  await drag(page, 'deliver', 'handle', 250);
  assert.equal(await pill(page), 'Not yet');
  await page.close();
  server.close();
  rmSync(folder, { recursive: true });
});

test('Headers, oEmbed and the social card are what the guide and the pages promise', async () => {
  const get = (path) => fetch(`${world.base}/${path}`);
  for (const [path, ancestors, cache] of [[google, "frame-ancestors 'none'", 'no-cache'],
    ['', "frame-ancestors 'none'", 'no-cache'], [`embed/${google}`, null, 'no-cache'],
    ['offramp.js', null, 'no-cache']]) {
    const { headers } = await get(path);
    assert.equal(headers.get('content-security-policy'), ancestors, path);
    assert.equal(headers.get('cache-control'), cache, path);
    assert.equal(headers.get('x-frame-options'), null);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.match(headers.get('permissions-policy'), /camera=\(\)/);
  }
  assert.match(headersOf('/engine.0123abcd.wasm')['Cache-Control'], /immutable/);
  for (const path of [google, `embed/${google}`, `single/${google}`]) {
    const html = await (await get(path)).text();
    const [, address] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html);
    assert.ok(html.indexOf(address) < 4096, `${path}: the link comes late`);
    const answer = await (await get(address.replace('https://offramp.example/', ''))).json();
    assert.equal(answer.version, '1.0');
    assert.equal(answer.type, 'rich');
    assert.equal(answer.html.match(/<iframe /g).length, 1);
    assert.match(answer.html, /src="https:\/\//);
    assert.ok(Number.isInteger(answer.width) && Number.isInteger(answer.height));
    const [, card] = /<meta property="og:image" content="https:\/\/offramp\.example\/([^"]+)"/.exec(html);
    const png = Buffer.from(await (await get(card)).arrayBuffer());
    assert.equal(png.readUInt32BE(16), 1200, 'the width in the picture\'s own header');
    assert.equal(png.readUInt32BE(20), 630);
    assert.ok(png.length > 15_000, 'a card without letters');
  }
});

test('The sums of the site are the sums of its files', () => {
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: site });
});
