// Many explorers on one page: what thirty cost at load, while the reader scrolls, and at rest; that
// several in one document are strangers to each other; and that what comes and goes leaves nothing.
// The table of the thirty is in build/web/reports/embeds.md.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { idle } from './lib/harness.mjs';
import {
  allLive, article, elementFile, elementOf, frameOf, framesOf, leases, prose, scriptOf, startHost,
  visit,
} from './lib/hosts.mjs';
import {
  census, churn, framesDrawn, liveContexts, scenarios, scrollThrough, stateOf, watchContexts,
  watchMemory,
} from './lib/many_checks.mjs';
import { Report } from './lib/report.mjs';
import { framesPass, quiet, watchPending } from './lib/wait.mjs';

const count = 30;
const report = new Report('embeds', 'Thirty embeds in one article', ['Embedded as',
  'Engines fetched at load', 'Answers readable before any engine', 'Contexts at load',
  'Most contexts while scrolling', 'Became live', 'Drawn in 120 frames at rest', 'Engines fetched in all']);
let world;
before(async () => { world = await startHost(); });
after(async () => {
  await world.close();
  report.write();
  console.log(report.text.replace(/^/gm, '# '));
});

const kinds = {
  'elements in the article': {
    embed: (i) => elementOf(world.base, leases[i % 2]),
    head: () => scriptOf(world.base),
    explorers: (page) => [page.mainFrame()],
  },
  'frames of the same site': {
    embed: (i) => frameOf(world.base, leases[i % 2]),
    head: () => '',
    explorers: framesOf,
  },
};
const thirty = (name, { embed, head }) => world.publish(`thirty-${name.split(' ')[0]}`, article(
  Array.from({ length: count }, (_, i) => `<h2>${i + 1}</h2>${prose(2)}${embed(i)}`).join(''), head(),
), { isSameSite: true });
const enginesOf = (page) => page.requests.filter((one) => /\.wasm$/.test(one.url())).length;

for (const [name, kind] of Object.entries(kinds)) {
  test(`Thirty ${name}: every answer is there without an engine`, async () => {
    const page = await visit(world, thirty(name, kind), {
      prepare: (one) => one.route('**/*.wasm', (route) => route.abort()),
    });
    const answers = await census(kind.explorers(page));
    assert.equal(answers.length, count);
    for (const { id, text, isVisible } of answers) {
      assert.match(text, id === leases[0] ? /may leave only if SpaceX was late/
        : /may give notice today/);
      assert.ok(isVisible);
    }
    await page.context().close();
  });

  test(`Thirty ${name}: few contexts, each alive when seen, none busy at rest`, async () => {
    const page = await visit(world, thirty(name, kind), {
      async prepare(one) {
        await watchContexts(one);
        await watchPending(one);
      },
    });
    const frames = kind.explorers(page);
    await allLiveInSight(page, frames);
    const atLoad = { engines: enginesOf(page), contexts: await liveContexts(page) };
    assert.ok(atLoad.engines <= 2, `${atLoad.engines} engines at load`);
    const chosen = await scenarios(frames);
    const seen = await scrollThrough(page, frames);
    assert.ok(seen.most <= 8, `${seen.most} contexts`);
    assert.equal(seen.live, count);
    assert.deepEqual(await stateOf(frames), chosen);
    for (const frame of frames) await quiet(frame);
    const before = await framesDrawn(frames);
    await framesPass(page, 120);
    const after = await framesDrawn(frames);
    assert.deepEqual(after, before);
    assert.deepEqual(page.complaints, []);
    report.add(name, atLoad.engines, `${count} of ${count}`, atLoad.contexts, seen.most, seen.live,
      after - before, enginesOf(page));
    await page.context().close();
  });
}

/** Waits for what stands in the window first. */
async function allLiveInSight(page, [first]) {
  await first.waitForFunction(() => document.querySelector('lease-explorer').frames > 0, null,
    { polling: 50 });
  await idle(first);
}

// ---- Several in one document

const exhibits = (page) => page.evaluate(() =>
  [...document.querySelectorAll('lease-explorer')].map((one) => ({
    exhibit: one.exhibit, handle: one.itemRect('deliver', 'handle')?.x,
  })));

/** An article with so many elements, all of them at rest. */
async function together(name, many, options) {
  const page = await visit(world, world.publish(name, article(
    `<div id="here">${elementOf(world.base, leases[0]).repeat(many)}</div><div id="there"></div>`,
    scriptOf(world.base),
  )), options);
  await allLive(page);
  return page;
}

const deeds = [
  ['typing a date', async (page, box) => {
    const field = page.locator('lease-explorer').nth(1).locator('[data-item="deliver/field"]');
    await field.focus();
    await page.keyboard.type('15112026');
    await page.keyboard.press('Enter');
    return box;
  }],
  ['dragging the handle', async (page, { x, y }) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 5; step += 1) await page.mouse.move(x - 30 * step, y);
    await page.mouse.up();
  }],
  ['turning the wheel with Ctrl', async (page, { x, y }) => {
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.evaluate(() => {
      addEventListener('wheel', () => { window.hasTurned = true; }, { once: true });
    });
    await page.mouse.wheel(0, -200);
    await page.waitForFunction(() => window.hasTurned);
    await page.keyboard.up('Control');
  }],
  ['pressing Escape and Ctrl+Z', async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
  }],
];

test('Of three explorers in one document only the one that is used changes', async () => {
  const page = await together('three', 3, { viewport: { width: 700, height: 6000 } });
  await page.evaluate(() => { // its fields are to be typed into
    document.querySelectorAll('lease-explorer')[1].setAttribute('view', 'full');
  });
  // The last stands below the window, and begins when it is come by.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForFunction(() => [...document.querySelectorAll('lease-explorer')]
    .every((one) => one.itemRect('deliver', 'handle')));
  await page.evaluate(() => scrollTo(0, 0));
  await allLive(page);
  for (const [what, deed] of deeds) {
    const before = await exhibits(page);
    const place = await page.evaluate(() => {
      const one = document.querySelectorAll('lease-explorer')[1];
      const rect = one.itemRect('deliver', 'handle');
      const box = one.canvas.getBoundingClientRect();
      return { x: box.x + rect.x + rect.width / 2, y: box.y + rect.y + rect.height / 2 };
    });
    await deed(page, place);
    await page.waitForFunction((was) => {
      const one = document.querySelectorAll('lease-explorer')[1];
      return JSON.stringify(one.exhibit) !== was.exhibit
        || one.itemRect('deliver', 'handle').x !== was.handle;
    }, { exhibit: JSON.stringify(before[1].exhibit), handle: before[1].handle });
    await allLive(page);
    const after = await exhibits(page);
    assert.deepEqual([after[0], after[2]], [before[0], before[2]], what);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('An explorer taken out and put in fifty times leaves nothing behind', async () => {
  const page = await together('churn', 1, {
    async prepare(one) {
      await watchContexts(one);
      await watchMemory(one);
    },
  });
  const { complaints, rows } = await churn(page, 50);
  for (const row of rows) console.log(`# after ${row.rounds} rounds: ${JSON.stringify(row.seen)}`);
  assert.deepEqual(complaints, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('An explorer that is moved within the page keeps its scenario and runs on', async () => {
  const page = await together('moved', 2);
  await page.evaluate(() => {
    const [one] = document.querySelectorAll('lease-explorer');
    one.state = 'deliver=2026-11-15';
    return one.idle;
  });
  const before = (await exhibits(page))[0];
  const starts = await page.evaluate(async () => {
    const [one] = document.querySelectorAll('lease-explorer');
    let readies = 0;
    one.addEventListener('ready', () => { readies += 1; });
    for (let round = 0; round < 10; round += 1) {
      document.querySelector(round % 2 ? '#here' : '#there').append(one);
      one.parentNode.prepend(one);
      await one.idle;
    }
    return readies;
  });
  assert.deepEqual((await exhibits(page))[0], before);
  assert.equal(starts, 0, 'it was never begun anew');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('What is taken out while it loads, or adopted by another document, throws nothing', async () => {
  const page = await together('fleeting', 1);
  const live = await page.evaluate(async () => {
    const [one] = document.querySelectorAll('lease-explorer');
    /** So many turns of the page's own work: what is loading is at another point after each. */
    const later = async (turns) => {
      for (let n = 0; n < turns; n += 1) await new Promise((resolve) => { setTimeout(resolve); });
    };
    for (const turns of [0, 1, 3, 10, 30]) {
      const fleeting = one.cloneNode(true);
      document.body.prepend(fleeting);
      fleeting.start();
      await later(turns);
      fleeting.remove();
      fleeting.setAttribute('src', `${fleeting.src}?again`);
      fleeting.state = 'deliver=2026-11-15';
      await later(turns);
      if (turns === 3) { // put in again before what it had begun is done
        document.body.prepend(fleeting);
        await fleeting.idle;
        if (fleeting.exhibit?.verdict.pill !== 'Not yet') throw new Error('it did not come back');
        fleeting.remove();
      }
    }
    const frame = document.createElement('iframe');
    document.body.prepend(frame);
    const guest = one.cloneNode(true);
    document.body.prepend(guest);
    frame.contentDocument.body.append(guest);
    await later(10);
    document.body.prepend(guest);
    guest.start();
    await guest.idle;
    return guest.exhibit.verdict.pill;
  });
  assert.equal(live, 'Only if late');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('Two copies of the script, and one of another version, live in one page', async () => {
  const page = await visit(world, world.publish('twice', article(
    elementOf(world.base, leases[0]),
    `${scriptOf(world.base)}${scriptOf(world.base)}
     <script type="module" src="${world.base}/${elementFile}?another"></script>`,
  )));
  await allLive(page);
  await page.waitForLoadState('load');
  assert.deepEqual(page.complaints, []);
  assert.equal(enginesOf(page), 1);
  await page.context().close();
});

test('An element that is older than the script is raised with what it was told before', async () => {
  const page = await visit(world, world.publish('early', article('<div id="here"></div>')));
  await page.evaluate((html) => {
    document.querySelector('#here').innerHTML = html;
    document.querySelector('lease-explorer').state = 'deliver=2026-11-15';
  }, elementOf(world.base, leases[0]));
  assert.match(await page.locator('lease-explorer').innerText(), /may leave only if SpaceX was late/);
  await page.addScriptTag({ url: `${world.base}/offramp.js` });
  await allLive(page);
  assert.equal((await exhibits(page))[0].exhibit.verdict.pill, 'Not yet');
  await page.evaluate(() => { document.querySelector('lease-explorer').state = ''; });
  await idle(page);
  assert.equal((await exhibits(page))[0].exhibit.verdict.pill, 'Only if late');
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
