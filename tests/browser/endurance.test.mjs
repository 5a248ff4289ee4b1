// A long session, odd sizes, pages that are hidden, frozen or left and come back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exhibit, google, idle, open, pill, start } from './harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** The same numbers every time; a failure can be repeated. */
function seeded(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

test('After a thousand deeds memory is what it was after the first two hundred and fifty', async () => {
  const page = await open(world, google, {
    prepare: (one) => one.addInitScript(() => {
      for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...words) => {
          const result = await real.apply(WebAssembly, words);
          window.memory = Object.values(result.instance.exports)
            .find((one_) => one_ instanceof WebAssembly.Memory);
          return result;
        };
      }
    }),
  });
  const session = await page.context().newCDPSession(page);
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((one) => one.name === name).value;
    return {
      wasm: await page.evaluate(() => window.memory.buffer.byteLength),
      heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'),
    };
  };
  await session.send('Performance.enable');
  const deeds = () => page.evaluate(async () => {
    const explorer = document.querySelector('lease-explorer');
    const root = explorer.shadowRoot;
    for (let deed = 0; deed < 250; deed += 1) {
      const slider = root.querySelector('[data-item="deliver/handle"]');
      slider.value = String(Number(slider.min) + ((deed * 37) % 200));
      slider.dispatchEvent(new Event('input'));
      if (deed % 5 === 0) slider.dispatchEvent(new Event('change'));
      if (deed % 50 === 0) root.querySelector('[data-item="undo/field"]').click();
      if (deed % 20 === 0) await explorer.idle;
    }
    await explorer.idle;
  });
  await deeds();
  const first = await measure();
  for (let round = 0; round < 3; round += 1) await deeds();
  const last = await measure();
  console.log(`# after 250 and after 1000 deeds: ${JSON.stringify([first, last])}`);
  assert.ok(last.wasm <= first.wasm * 1.2, 'WebAssembly memory grows');
  assert.ok(last.heap <= first.heap * 1.3 + 1_000_000, 'the heap grows');
  assert.ok(last.nodes <= first.nodes * 1.1 + 50, 'nodes are left behind');
  assert.ok(last.listeners <= first.listeners * 1.1 + 10, 'listeners are left behind');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Through sixty odd sizes and pixel ratios the picture is what a fresh page shows', async () => {
  const page = await open(world, google);
  const random = seeded(2026);
  const widths = [0, 1, 0.5, 319.6, 2600, 9000];
  for (let round = 0; round < 60; round += 1) {
    const width = round < widths.length ? widths[round] : random(1800) + random(10) / 10;
    await page.evaluate((pixels) => {
      document.querySelector('lease-explorer').style.width = `${pixels}px`;
    }, width);
    await page.waitForTimeout(random(25));
  }
  await page.evaluate(() => { document.querySelector('lease-explorer').style.width = ''; });
  const pixels = async (one) => {
    await idle(one);
    return one.evaluate(() => {
      const { canvas } = document.querySelector('lease-explorer');
      return [canvas.width, canvas.height,
        ...canvas.getContext('2d').getImageData(0, 0, canvas.width, 600).data];
    });
  };
  const fresh = await open(world, google);
  const [seen, expected] = [await pixels(page), await pixels(fresh)];
  assert.deepEqual(seen.slice(0, 2), expected.slice(0, 2));
  const differing = seen.filter((value, i) => 8 < Math.abs(value - expected[i])).length;
  assert.equal(differing, 0, `${differing} samples differ from a fresh page`);
  assert.deepEqual(page.complaints, []);
  await fresh.context().close();
  await page.context().close();
});

test('What is not displayed draws nothing, and is right when it is displayed again', async () => {
  const page = await open(world, google);
  const frames = () => page.evaluate(() => document.querySelector('lease-explorer').frames);
  for (const hide of ['display: none', 'closed details']) {
    await page.evaluate((how) => {
      const explorer = document.querySelector('lease-explorer');
      if (how === 'display: none') explorer.style.display = 'none';
      else {
        const details = document.createElement('details');
        explorer.before(details);
        details.append(explorer);
      }
    }, hide);
    await page.waitForTimeout(300);
    const before = await frames();
    await page.evaluate(() => {
      document.querySelector('lease-explorer').state = 'deliver=2026-11-15';
      return document.querySelector('lease-explorer').idle;
    });
    assert.equal(await pill(page), 'Yes', 'the answer is there before it is seen');
    assert.equal(await frames(), before, hide);
    await page.evaluate(() => {
      const explorer = document.querySelector('lease-explorer');
      explorer.style.display = '';
      explorer.closest('details')?.setAttribute('open', '');
    });
    await page.waitForFunction((count) =>
      document.querySelector('lease-explorer').frames > count, before);
    await idle(page);
    assert.ok(await page.evaluate(() =>
      document.querySelector('lease-explorer').itemRect('deliver', 'handle').width > 0));
    await page.evaluate(() => { document.querySelector('lease-explorer').state = ''; });
    await idle(page);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('A page that is frozen, or left and come back to, has kept its scenario', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15`);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await idle(page);
  assert.equal(await pill(page), 'Yes');
  await page.evaluate(() => { document.querySelector('lease-explorer').state = 'deliver=2026-12-20'; });
  await idle(page);
  await page.goto(`${world.base}/index.html`);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('lease-explorer')?.exhibit);
  await idle(page);
  assert.match((await exhibit(page)).verdict.sentence, /20 December 2026/);
  await page.context().close();
});
