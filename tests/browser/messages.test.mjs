// The talk between a frame of ours and the page around it, as web/EMBEDDING.md has it: what is said
// to whom, and what is not listened to.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gate, requestIn, secretOf } from '../../web/frame/messages.mjs';
import { dragIn, liveFrame, pillIn, serveArticle } from './lib/article.mjs';
import { google, start } from './lib/harness.mjs';
import { framesPass, until as soon } from './lib/wait.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const spy = `<script>
  window.heard = [];
  addEventListener('message', ({ data, source }) => {
    if (source === document.querySelector('iframe').contentWindow) heard.push(data);
  });
  window.ask = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
</script>`;

/** A page of another origin around one frame of ours; gives it, the frame, and what ends both. */
async function around({
  query = () => '', sandbox, fragment = '', head = spy, style = '', body = '', prepare, isLive = true,
} = {}) {
  const article = await serveArticle((origin) => `<!doctype html><title>An article</title>${head}
    <style>iframe { width: 100%; height: 900px; border: 0; ${style} }</style>${body}
    <iframe title="An exhibit" ${sandbox === undefined ? '' : `sandbox="${sandbox}"`}
      src="${world.base}/embed/${google}${query(origin)}${fragment}"></iframe>`);
  const context = await world.browser.newContext(
    { viewport: { width: 1000, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  if (prepare) await prepare(page);
  await page.goto(`${article.origin}/article.html`);
  const frame = isLive ? await liveFrame(page)
    : await (await page.locator('iframe').elementHandle()).contentFrame();
  return {
    page, frame, article,
    heard: (type) => page.evaluate((wanted) => window.heard.filter((one) => one?.type === wanted), type),
    ask: (message) => page.evaluate((one) => window.ask(one), message),
    state: () => frame.evaluate(() => document.querySelector('lease-explorer').state),
    async close() {
      await context.close();
      article.close();
    },
  };
}
/** Counts what arrives in the frame, and when the first and the last of it did. */
const counting = ({ frame }) => frame.evaluate(() => {
  window.arrived = { count: 0 };
  addEventListener('message', () => {
    const now = performance.now();
    window.arrived = { count: window.arrived.count + 1, first: window.arrived.first ?? now, last: now };
  });
});
/** Waits until so many have arrived; what they asked for has been done, or begun. */
async function arrived({ frame }, count) {
  await frame.waitForFunction((wanted) => wanted <= window.arrived.count, count);
  await frame.evaluate(() => document.querySelector('lease-explorer').idle);
  return frame.evaluate(() => window.arrived);
}
/** Asks and waits for the answer: what the frame had sent before has been heard as well. */
async function answered(talk) {
  const before = (await talk.heard('offramp:pong')).length;
  await soon(async () => { // a gate may be shut for the rest of a second
    await talk.ask({ type: 'offramp:ping', v: 1 });
    return before < (await talk.heard('offramp:pong')).length;
  });
}
const named = (origin) => `?host=${encodeURIComponent(origin)}`;
const until = (world_, type) => world_.page.waitForFunction((wanted) =>
  window.heard.some((one) => one?.type === wanted), type);

test('Only whole messages of this version are requests', () => {
  const rows = [
    [{ type: 'offramp:ping', v: 1 }, 'offramp:ping', 'the handshake'],
    [{ type: 'offramp:set', v: 1, state: 'deliver=2026-11-15' }, 'offramp:set', 'a scenario'],
    [{ type: 'offramp:get', v: 1, what: 'csv', reply: 7 }, 'offramp:get', 'an export'],
    [{ type: 'offramp:get', v: 1, what: 'csv', reply: 'a' }, 'offramp:get', 'a named reply'],
    [null, undefined, 'nothing'],
    ['offramp:ping', undefined, 'a text'],
    [42, undefined, 'a number'],
    [[], undefined, 'a list'],
    [{ type: 'offramp:ping' }, undefined, 'no version'],
    [{ type: 'offramp:ping', v: 99 }, undefined, 'a version that is not ours'],
    [{ type: 'offramp:ping', v: '1' }, undefined, 'a version as text'],
    [{ type: 'ping', v: 1 }, undefined, 'another namespace'],
    [{ type: 'offramp:set', v: 1 }, undefined, 'no state'],
    [{ type: 'offramp:set', v: 1, state: 5 }, undefined, 'a state that is no text'],
    [{ type: 'offramp:set', v: 1, state: 'x'.repeat(4001) }, undefined, 'a state without end'],
    [{ type: 'offramp:set', v: 1, state: ['deliver=2026-11-15'] }, undefined, 'a list for a text'],
    [{ type: 'offramp:get', v: 1, what: '__proto__', reply: 1 }, undefined, 'a name of JavaScript'],
    [{ type: 'offramp:get', v: 1, what: 'constructor', reply: 1 }, undefined, 'another one'],
    [{ type: 'offramp:get', v: 1, what: 'csv', reply: {} }, undefined, 'a reply that is no name'],
    [{ type: 'offramp:get', v: 1, what: 'csv', reply: 'x'.repeat(65) }, undefined, 'a long name'],
    [JSON.parse('{"type":"offramp:set","v":1,"__proto__":{"state":"a"}}'), undefined,
      'a state that is inherited'],
    [new ArrayBuffer(8), undefined, 'bytes'],
    [new Map([['type', 'offramp:ping']]), undefined, 'a map'],
  ];
  for (const [data, type, why] of rows) assert.equal(requestIn(data)?.type, type, why);
});

test('A gate opens so many times a second', () => {
  let now = 0;
  const mayPass = gate(3, () => now);
  assert.deepEqual([1, 2, 3, 4, 5].map(mayPass), [true, true, true, false, false]);
  now = 999;
  assert.equal(mayPass(), false);
  now = 1000;
  assert.equal(mayPass(), true);
});

test('WordPress\'s secret is found wherever it stands, and nothing else is', () => {
  for (const [address, secret] of [
    ['#?secret=AbCdEfGhIj', 'AbCdEfGhIj'], ['#deliver=2026-11-15?secret=AbCdEfGhIj', 'AbCdEfGhIj'],
    ['#?secret=AbCdEfGhIj?secret=AbCdEfGhIj', 'AbCdEfGhIj'], ['#secret=AbCdEfGhIj', undefined],
    ['#?secret=short', undefined], ['#?secret=AbCdEfGhIjK', undefined], ['', undefined],
  ]) assert.equal(secretOf(address), secret, address);
});

test('A ping is answered by a pong that holds nothing', async () => {
  const talk = await around();
  await talk.ask({ type: 'offramp:ping', v: 1 });
  await until(talk, 'offramp:pong');
  assert.deepEqual(await talk.heard('offramp:pong'),
    [{ type: 'offramp:pong', v: 1, id: 'spacex-google-2026' }]);
  await talk.close();
});

test('The named host sets a scenario, watches figures, and is given what it asks for', async () => {
  const talk = await around({ query: named });
  await talk.ask({ type: 'offramp:watch', v: 1 });
  await until(talk, 'offramp:figures');
  await talk.ask({ type: 'offramp:set', v: 1, state: 'deliver=2026-11-15' });
  await talk.page.waitForFunction(() => window.heard.some((one) =>
    one.type === 'offramp:figures' && one.figures.verdict === 'Not yet'));
  const figures = (await talk.heard('offramp:figures')).at(-1).figures;
  assert.equal(figures['late-delivery.first_day'], '31 October 2026');
  for (const [what, shown] of [['state', /^deliver=2026-11-15$/], ['csv', /^table,/],
    ['link', /spacex-google-2026\.html#v=1\./], ['json', /^\{/]]) {
    await talk.ask({ type: 'offramp:get', v: 1, what, reply: what });
    await talk.page.waitForFunction((reply) =>
      window.heard.some((one) => one.type === 'offramp:value' && one.reply === reply), what);
    assert.match((await talk.heard('offramp:value')).at(-1).value, shown);
  }
  await dragIn(talk.page, talk.frame, 'deliver', 60);
  assert.notEqual((await talk.heard('offramp:figures')).at(-1).figures.deliver, figures.deliver);
  assert.deepEqual(talk.page.complaints, []);
  await talk.close();
});

test('What is asked before anything is live is answered once it is, or cannot be', async () => {
  for (const [engine, sentence, state] of [
    ['comes late', /15 November 2026/, /^deliver=2026-11-15$/],
    ['never comes', /^$/, /^deliver=2026-11-15$/],
  ]) {
    let asked;
    const isAsked = new Promise((resolve) => { asked = resolve; });
    let go;
    const released = new Promise((resolve) => { go = resolve; });
    const talk = await around({ query: named, isLive: false,
      prepare: (page) => page.route('**/engine.*.wasm', async (route) => {
        asked();
        await released;
        await (engine === 'comes late' ? route.continue() : route.abort());
      }) });
    await answered(talk);
    await talk.ask({ type: 'offramp:set', v: 1, state: 'deliver=2026-11-15' });
    for (const what of ['sentence', 'state']) {
      await talk.ask({ type: 'offramp:get', v: 1, what, reply: what });
    }
    await isAsked;
    await answered(talk); // what was asked before has been read
    assert.deepEqual(await talk.heard('offramp:value'), [], `${engine}: answered before anything is live`);
    go();
    for (const [what, wanted] of [['sentence', sentence], ['state', state]]) {
      await talk.page.waitForFunction((reply) =>
        window.heard.some((one) => one.type === 'offramp:value' && one.reply === reply), what);
      const { value } = (await talk.heard('offramp:value')).find(({ reply }) => reply === what);
      assert.match(value, wanted, engine);
    }
    await talk.close();
  }
});

test('A stranger may set a scenario, which is said to the reader, and is given nothing', async () => {
  for (const [whose, query] of [['nobody named', () => ''],
    ['another one named', () => named('https://news.example')],
    ['the origin "null" named', () => named('null')]]) {
    const talk = await around({ query });
    await talk.ask({ type: 'offramp:watch', v: 1 });
    await talk.ask({ type: 'offramp:get', v: 1, what: 'state', reply: 1 });
    await talk.ask({ type: 'offramp:set', v: 1, state: 'deliver=2026-11-15' });
    await talk.frame.waitForFunction(() =>
      document.querySelector('lease-explorer').state === 'deliver=2026-11-15');
    const line = talk.frame.locator('#origin');
    assert.match(await line.innerText(), /The page around this one \(http:\/\/127\.0\.0\.1:\d+\) chose/);
    assert.deepEqual(await talk.heard('offramp:figures'), [], whose);
    assert.deepEqual(await talk.heard('offramp:value'), [], whose);
    await dragIn(talk.page, talk.frame, 'deliver', 60);
    assert.equal(await line.isVisible(), false, 'it is the reader\'s now');
    await talk.close();
  }
});

test('What is no request changes nothing and throws nothing', async () => {
  const talk = await around({ query: named, fragment: '#deliver=2026-10-20' });
  const before = await talk.state();
  await counting(talk);
  const sent = await talk.page.evaluate(() => {
    const one = document.querySelector('iframe').contentWindow;
    const deep = {};
    let at = deep;
    for (let i = 0; i < 900; i += 1) at = at.a = {};
    const bytes = new ArrayBuffer(1 << 20);
    const all = [undefined, null, 0, '', 'PING', [], {}, deep, bytes, new Date(), /x/,
      { type: 'offramp:set', v: 1, state: { toString: 'x' } },
      { type: 'offramp:set', v: 2, state: 'deliver=2026-12-01' },
      { type: 'offramp:set', v: 1, state: 'x'.repeat(5_000_000) },
      { type: 'offramp:get', v: 1, what: 'exhibit.constructor', reply: 1 },
      { message: 'height', value: 5, secret: 'AbCdEfGhIj' }];
    for (const message of all) one.postMessage(message, '*');
    const detached = new ArrayBuffer(8);
    one.postMessage({ type: 'offramp:set', v: 1, state: detached }, '*', [detached]);
    return all.length + 1;
  });
  // Somebody else in the frame's own window is not the page around it.
  await talk.frame.evaluate(() => window.postMessage(
    { type: 'offramp:set', v: 1, state: 'deliver=2026-12-01' }, '*'));
  // Nor is a sibling.
  await talk.page.evaluate(() => {
    const sibling = document.createElement('iframe');
    sibling.srcdoc = '<script>parent.frames[0].postMessage('
      + '{ type: "offramp:set", v: 1, state: "deliver=2026-12-02" }, "*")</script>';
    document.body.append(sibling);
  });
  await arrived(talk, sent + 2);
  assert.equal(await talk.state(), before);
  assert.deepEqual(talk.page.complaints, []);
  await talk.close();
});

test('Of a flood the rest is not read, and the second after it is another one', async () => {
  const talk = await around({ query: named });
  await counting(talk);
  await talk.page.evaluate(() => {
    for (let i = 0; i < 10_000; i += 1) {
      window.ask({ type: 'offramp:get', v: 1, what: 'csv', reply: i });
    }
  });
  const { first, last } = await arrived(talk, 10_000);
  await answered(talk); // in another second
  const answers = (await talk.heard('offramp:value')).length;
  const seconds = Math.floor((last - first) / 1000) + 1; // that had begun, however slow the machine
  assert.ok(0 < answers && answers <= 50 * seconds, `${answers} answers in ${seconds} seconds`);
  await talk.ask({ type: 'offramp:get', v: 1, what: 'state', reply: 'later' });
  await talk.page.waitForFunction(() => window.heard.some(({ reply }) => reply === 'later'));
  await talk.close();
});

test('All that is said fits a list, whatever happens, and echoes nothing', async () => {
  const talk = await around({ fragment: '#?secret=AbCdEfGhIj' });
  await talk.ask({ type: 'offramp:set', v: 1, state: '<script>echo</script>=1' });
  await talk.ask({ type: 'offramp:ping', v: 1, extra: '<script>echo</script>' });
  await dragIn(talk.page, talk.frame, 'deliver', 100);
  await talk.page.setViewportSize({ width: 600, height: 800 });
  await talk.frame.evaluate(() => document.querySelector('lease-explorer').idle);
  const forms = {
    'offramp:ready': ['id', 'type', 'v'], 'offramp:pong': ['id', 'type', 'v'],
    'offramp:error': ['id', 'type', 'v'], 'offramp:height': ['height', 'id', 'type', 'v'],
    undefined: ['message', 'secret', 'value'], // WordPress
  };
  const all = await talk.page.evaluate(() => window.heard);
  assert.ok(all.length > 3);
  for (const one of all) {
    assert.deepEqual(Object.keys(one).sort(), forms[one.type], JSON.stringify(one));
    assert.ok(!JSON.stringify(one).includes('echo'));
  }
  const wordpress = all.filter(({ message }) => message === 'height');
  assert.ok(wordpress.every(({ secret, value }) => secret === 'AbCdEfGhIj' && Number.isInteger(value)));
  assert.ok(wordpress.length > 0);
  await talk.close();
});

test('A height is sent when it changes, and comes to rest', async () => {
  // As tall as the window: a height that followed it would never rest.
  const talk = await around({ style: 'height: 100vh !important;' });
  const count = async () => (await talk.heard('offramp:height')).length;
  const atRest = async () => {
    let last;
    do {
      last = await count();
      await talk.frame.evaluate(() => document.querySelector('lease-explorer').idle);
      await framesPass(talk.frame, 5); // what has another size is observed, and answers
      await answered(talk); // and what it sent is here
    } while (last !== await count());
    return last;
  };
  const before = await atRest();
  for (const change of [() => talk.page.setViewportSize({ width: 420, height: 800 }),
    () => talk.frame.evaluate(() => { document.documentElement.style.fontSize = '130%'; }),
    () => talk.frame.evaluate(() =>
      document.querySelector('lease-explorer').setAttribute('view', 'form'))]) {
    const start_ = await count();
    await change();
    await talk.frame.evaluate(() => document.querySelector('lease-explorer').idle);
    const sent = await atRest() - start_;
    assert.ok(0 < sent && sent <= 3, `${sent} messages for one change`);
  }
  assert.ok(0 < before && before <= 4, `${before} messages to begin with`);
  const { height } = (await talk.heard('offramp:height')).at(-1);
  assert.equal(height, await talk.frame.evaluate(() => document.body.offsetHeight));
  await talk.close();
});

test('With the one script the frame is as tall as it asks, prose follows the hand, links set', async () => {
  const head = `<script src="${world.base}/offramp-parent.js" defer></script>`;
  const body = `<p>Google may leave from <span data-offramp="late-delivery.first_day">some day</span>
    on if delivery comes on <span data-offramp="deliver" data-lease="spacex-google-2026">a day</span>,
    and <span data-offramp="firm" data-lease="another">another sum</span>.
    <a id="late" data-offramp-set href="${world.base}/${google}#deliver=2026-11-15">If it is late</a></p>`;
  const talk = await around({ query: named, head, body });
  const span = (index) => talk.page.locator('[data-offramp]').nth(index).innerText();
  await talk.page.waitForFunction(() =>
    document.querySelectorAll('[data-offramp]')[1].textContent !== 'a day');
  assert.equal(await span(1), 'not recorded');
  // By keyboard: a browser that has just scrolled sends a click to the frame that was there before.
  await talk.page.locator('#late').focus();
  await talk.page.keyboard.press('Enter');
  await talk.page.waitForFunction(() =>
    document.querySelectorAll('[data-offramp]')[1].textContent === '15 November 2026');
  assert.equal(await span(0), '31 October 2026');
  assert.equal(await pillIn(talk.frame), 'Not yet');
  assert.match(talk.page.url(), /article\.html$/);
  const before = await span(1);
  await dragIn(talk.page, talk.frame, 'deliver', 250, { release: false });
  await talk.page.waitForFunction((was) =>
    document.querySelectorAll('[data-offramp]')[1].textContent !== was, before);
  await talk.page.mouse.up();
  assert.equal(await span(2), 'another sum', 'it is of another lease');
  const height = await talk.frame.evaluate(() => document.body.offsetHeight);
  await talk.page.waitForFunction((wanted) =>
    document.querySelector('iframe').clientHeight === wanted, height);
  assert.deepEqual(talk.page.complaints, []);
  await talk.close();
});

test('Without the script, and for another host, the printed prose stands', async () => {
  const prose = '<p>From <span data-offramp="late-delivery.first_day">31 October</span> on.</p>';
  for (const [head, query] of [['', named],
    [`<script src="${world.base}/offramp-parent.js" defer></script>`, () => '']]) {
    const talk = await around({ head, query, body: prose });
    await dragIn(talk.page, talk.frame, 'deliver', 150);
    assert.equal(await talk.page.locator('[data-offramp]').innerText(), '31 October');
    await talk.close();
  }
});
