// A long session, odd sizes, pages that are hidden, frozen or left and come back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exhibit, google, idle, open, pill, start } from './lib/harness.mjs';
import { framesPass, quiet } from './lib/wait.mjs';

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
    await framesPass(page, random(3));
  }
  await page.evaluate(() => { document.querySelector('lease-explorer').style.width = ''; });
  const picture = async (one) => {
    await idle(one);
    return one.evaluate(() => document.querySelector('lease-explorer').canvas.toDataURL());
  };
  const fresh = await open(world, google);
  // Compared in a page: numbers of pixels by the million are slow to bring here.
  const differing = await fresh.evaluate(async (pictures) => {
    const [seen, expected] = await Promise.all(pictures.map(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height);
    }));
    if (seen.width !== expected.width || seen.height !== expected.height) return 'another size';
    return seen.data.filter((value, i) => 8 < Math.abs(value - expected.data[i])).length;
  }, [await picture(page), await picture(fresh)]);
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
    // An observer of ours that is told after the explorer's own.
    await page.evaluate(() => new Promise((resolve) => {
      new IntersectionObserver(([{ isIntersecting }]) => { if (!isIntersecting) resolve(); })
        .observe(document.querySelector('lease-explorer'));
    }));
    await quiet(page);
    const before = await frames();
    await page.evaluate(() => {
      document.querySelector('lease-explorer').state = 'deliver=2026-11-15';
      return document.querySelector('lease-explorer').idle;
    });
    assert.equal(await pill(page), 'Not yet', 'the answer is there before it is seen');
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

test('A page that is stopped, or left and come back to, has kept its scenario', async () => {
  const page = await open(world, `${google}#deliver=2026-11-15`);
  const session = await page.context().newCDPSession(page);
  // A page in sight gets no `freeze` event, only a stop: what is asked is that it goes on as it was.
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await framesPass(page, 10);
  await idle(page);
  assert.equal(await pill(page), 'Not yet');
  await page.evaluate(() => { document.querySelector('lease-explorer').state = 'deliver=2026-12-20'; });
  await idle(page);
  await page.goto(`${world.base}/index.html`);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('lease-explorer')?.exhibit);
  await idle(page);
  assert.match((await exhibit(page)).verdict.sentence, /The last day for it is 19 December 2026/);
  await page.context().close();
});
