// "Write a lease": the form, its text and the exhibit are one document; nothing is lost, nothing
// leaves the page, and what lacks a source, a date or a description is not called ready.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe } from './lib/axe.mjs';
import { google, idle, open, pill, start } from './lib/harness.mjs';
import {
  drop, fieldAt, isSettled, leaseOf, leases, openFrom, read,
} from './lib/writer.mjs';

const library = readdirSync(leases).filter((name) => name.endsWith('.json')).sort();

let world;
let page; // for all that needs no page of its own
const asked = new Set(); // origins that any page asked for anything
before(async () => {
  world = await start();
  page = await writer();
});
after(() => world.close());

async function writer(options = {}) {
  const made = await open(world, 'write.html', {
    wait: false,
    ...options,
    async prepare(each) {
      each.on('request', (request) => asked.add(new URL(request.url()).origin));
      await options.prepare?.(each);
    },
  });
  if (options.javaScriptEnabled !== false) await settled(made);
  return made;
}

const settled = (each = page) => isSettled(each);
const status = () => page.locator('#status').textContent();
const lease = () => leaseOf(page);
const at = (pointer, within = page) => fieldAt(within, pointer);
const from = (id) => openFrom(page, id);

/** Puts a text into the JSON view; a real paste of so much takes Chromium a second. */
async function paste(text) {
  await page.locator('#json').evaluate((json, value) => {
    document.querySelector('#document').open = true;
    json.value = value;
    for (const type of ['input', 'change']) json.dispatchEvent(new Event(type));
  }, typeof text === 'string' ? text : JSON.stringify(text, null, 1));
  await settled();
}

const changed = (change, base = google.replace('.html', '.json')) => {
  const made = read(base);
  change(made);
  return made;
};

test('Every lease of the library goes through the form, comes out the same, and is ready', async () => {
  assert.ok(3 <= library.length);
  await page.setViewportSize({ width: 1200, height: 400 }); // the exhibit is out of sight, undrawn
  for (const name of library) {
    await from(name.replace('.json', ''));
    assert.deepEqual(await lease(), read(name), name);
    assert.equal(await status(), 'Ready to publish.', name);
    // Somebody who goes through all fields and changes none has changed nothing.
    await page.evaluate(() => {
      for (const control of document.querySelectorAll('#form [data-key]')) {
        control.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    assert.deepEqual(await lease(), read(name), name);
  }
  await page.setViewportSize({ width: 1200, height: 900 });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), library.at(-1));
  assert.deepEqual(JSON.parse(readFileSync(await saved.path(), 'utf8')), read(library.at(-1)));
});

test('A form edit changes its own value and leaves the rest of the document alone', async () => {
  await from('spacex-google-2026');
  await at('/title').fill('Another title');
  await settled();
  assert.deepEqual(await lease(), changed((one) => { one.title = 'Another title'; }));
  await at('/rights/1/effect').fill('60');
  await settled();
  const expected = changed((one) => { one.title = 'Another title'; one.rights[1].effect.n = 60; });
  assert.deepEqual(await lease(), expected);
  assert.equal((await page.evaluate(() => document.querySelector('lease-explorer').exhibit)).title, 'Another title');
});

/** The keys of somebody without a mouse: on with Tab until the control is there. */
async function reach(label) {
  for (let count = 0; count < 400; count += 1) {
    await page.keyboard.press('Tab');
    const is = await page.evaluate(() => {
      const at = document.activeElement;
      return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent;
    });
    if (is.trim() === label) return;
  }
  assert.fail(`no Tab leads to ${label}`);
}
async function type(label, text) {
  await reach(label);
  await page.keyboard.type(text);
}
async function press(label) {
  await reach(label);
  await page.keyboard.press('Enter');
}
async function pick(label, text) {
  await reach(label);
  await page.keyboard.type(text);
}

test('A small lease is written from nothing by keyboard, is ready, and answers', async () => {
  await from('');
  // The same number for day and month, so that no order of a locale matters.
  await type('Title', 'Northgrid leases 1,000 GPUs to Example AI');
  await type('Question', 'Can Example AI walk away?');
  await type('Introduction', 'Northgrid must hand over\n1,000 GPUs by 9 September 2026.');
  await type('As-of date', '06062026');
  await type('Name', 'Northgrid');
  await type('Name', 'Example AI');
  await type('First day', '10102026');
  await type('Last day', '09092029');
  await press('A new clause');
  await press('Add a monthly fee');
  await type('Amount for a month', '1,000,000.00');
  await pick('Clause', 'clause');
  await press('Add a delivery');
  await page.keyboard.type('GPUs');
  await type('One of them', 'GPU');
  await reach('How many');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1000');
  await type('Due date', '09092026');
  await pick('Clause', 'clause');
  await press('The tenant may leave if delivery is late');
  await type('Grace: how many', '30');
  await pick('Clause', 'clause');
  await type('Heading', 'The deal');
  await type('What it says', 'All of it.');
  await press('Add a source');
  await page.keyboard.type('Form 8-K');
  await type('Address', 'https://example.org/8-k');
  // Back to the clause, which has a source to name only now.
  await at('/clauses/0/sources').focus();
  await page.keyboard.press('Space');
  await settled();

  assert.equal(await status(), 'Ready to publish.');
  assert.equal(await page.locator('#file').textContent(), 'northgrid-leases-1-000-gpus-to-example-ai.json');
  const { fees, rights, presentation, clauses } = await lease();
  assert.equal(fees[0].per_month, '1000000.00');
  assert.equal(presentation.introduction, 'Northgrid must hand over 1,000 GPUs by 9 September 2026.');
  assert.equal(presentation.handle, 'delivery.delivered');
  assert.deepEqual(rights[0].grace, { unit: 'day', after: 'delivery.due', n: 30 });
  assert.deepEqual(clauses[0].sources, ['source']);
  await page.locator('#exhibit').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('lease-explorer')?.exhibit?.question === 'Can Example AI walk away?');
  assert.equal(await pill(page), 'Only if late');
  await page.evaluate(() => { document.querySelector('lease-explorer').state = 'deliver=2026-10-20'; });
  await idle(page);
  const { verdict } = await page.evaluate(() => document.querySelector('lease-explorer').exhibit);
  assert.equal(verdict.pill, 'Not any more');
  assert.match(verdict.sentence, /10 October/);
  // The reader's scenario stays while the writer goes on.
  await at('/presentation/question').fill('May Example AI leave?');
  await settled();
  await idle(page);
  assert.equal(await pill(page), 'Not any more');
});

test('An off-ramp that was there before its delivery follows the one that is chosen', async () => {
  await from('');
  await page.locator('#add-rights-0').click();
  await at('/rights/0/grace').fill('30');
  await page.locator('#add-tranches-0').click();
  await at('/rights/0/trigger/missed').selectOption('delivery.delivered');
  const [{ trigger, grace, ends_when: end }] = (await lease()).rights;
  assert.deepEqual([trigger.missed, trigger.by, grace.after, end],
    ['delivery.delivered', 'delivery.due', 'delivery.due', 'delivery.delivered']);
  assert.equal(await at('/rights/0/grace').inputValue(), '30');
});

test('What is missing keeps a lease from being ready, and leads to its place', async () => {
  const rows = [
    // why, what is changed, what is said to be missing, where its button leads
    ['nothing may stand on no source', (one) => { one.sources.forEach((each) => delete each.url); },
      'A source with an address', '/sources/0/url'],
    ['an address is one that a reader can open', (one) => { one.sources.forEach((each) => { each.url = ''; }); },
      'A source with an address', '/sources/0/url'],
    ['readers must know up to when we know', (one) => { one.information_day = ''; }, 'An as-of date', '/information_day'],
    ['who comes by chance reads the introduction', (one) => { delete one.presentation.introduction; },
      'An introduction', '/presentation/introduction'],
    ['the first sentence answers something', (one) => { one.presentation.question = ' '; }, 'A question', '/presentation/question'],
    ['a list has titles', (one) => { one.title = ''; }, 'A title', '/title'],
    ['a paraphrase is somebody\'s', (one) => { one.clauses[2].sources = []; },
      'A source for every quotation and paraphrase', '/clauses/2/sources'],
    ['so is a quotation', (one) => { one.clauses[1].is = 'quotation'; delete one.clauses[1].sources; },
      'A source for every quotation and paraphrase', '/clauses/1/sources'],
    ['a right is somebody\'s words', (one) => { delete one.rights[1].clause; },
      'A clause for every delivery, fee and off-ramp', '/rights/1/clause'],
    ['so is a fee', (one) => { delete one.fees[0].clause; }, 'A clause for every delivery, fee and off-ramp', '/fees/0/clause'],
    ['the engine must be able to answer', (one) => { one.tranches[0].due = 'never-heard-of'; }, 'A lease without errors', null],
  ];
  await page.evaluate(() => document.querySelector('.beside').scrollTo(0, 0)); // nothing to draw
  for (const [why, change, missing, place] of rows) {
    await paste(changed(change));
    assert.match(await status(), /^Not ready: /, why);
    assert.match(await page.locator('#file').textContent(), /-draft\.json$/, why);
    const button = page.locator('#needs button', { hasText: `${missing}: missing` });
    assert.equal(await button.count(), 1, why);
    if (!place) continue;
    await button.evaluate((one) => one.click());
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), place, why);
    assert.ok(await page.evaluate(() => document.activeElement.checkVisibility()), why);
  }
});

test('A finding leads to the field that it speaks of, and else to the text', async () => {
  await paste(changed((one) => {
    one.tranches[0].due = 'nowhere';
    one.readings[0].default = 'none-of-them';
  }));
  await page.getByRole('button', { name: /^Delivery 1: GPUs, Due date: / }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'at/tranches/0/due');
  assert.match(await at('/tranches/0/due:finding').textContent(), /nowhere/);
  assert.equal(await at('/tranches/0/due').getAttribute('aria-invalid'), 'true');
  await page.getByRole('button', { name: /^JSON, line \d+: / }).first().click();
  const selected = await page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
  assert.equal(selected, '"none-of-them"');
});

test('A text that is not JSON says where, stops the form, and loses nothing', async () => {
  await from('spacex-google-2026');
  const whole = await page.locator('#json').inputValue();
  await paste(`${whole.slice(0, -2)},\n`);
  assert.match(await page.locator('#json-finding').textContent(), /^Line \d+, column 1: expected a key/);
  assert.equal(await at('/title').isDisabled(), true);
  assert.equal(await at('/title').inputValue(), read('spacex-google-2026.json').title);
  assert.match(await status(), /^Not ready/);
  await page.getByRole('button', { name: 'Back to the last good state' }).click();
  await settled();
  assert.equal(await page.locator('#json').inputValue(), whole);
  assert.equal(await at('/title').isDisabled(), false);
  for (const [text, says] of [['{"id": "a", "id": "b"}', /"id" stands twice/], ['[]', /one object/],
    ['{"units": 1e999}', /too large/], [`${'['.repeat(100)}`, /64 levels/]]) {
    await paste(text);
    assert.match(await page.locator('#json-finding').textContent(), says);
  }
  await page.getByRole('button', { name: 'Back to the last good state' }).click();
});

test('A rule that cannot be read waits in its field and is not taken over', async () => {
  await from('spacex-google-2026');
  await page.locator('#entry-fees-0').click(); // of more than two, each is folded
  const rule = at('/fees/0/to');
  await rule.fill('{"earliest": [');
  await rule.blur();
  await settled();
  assert.match(await status(), /^Not ready: 1 thing/);
  assert.match(await at('/fees/0/to:finding').textContent(), /^Not taken over: line 1/);
  assert.deepEqual(await lease(), read('spacex-google-2026.json'));
  await rule.fill('term.last_day');
  await rule.blur();
  await settled();
  assert.equal(await status(), 'Ready to publish.');
  assert.equal((await lease()).fees[0].to, 'term.last_day');
});

test('Files that are no lease change nothing and say why', async () => {
  await from('spacex-google-2026');
  const kept = await lease();
  const name = 'lease.json';
  for (const [why, buffer, says] of [
    ['more than a lease can be', Buffer.alloc(1024 * 1024 + 1, ' '), /1025 KB; a lease has at most 1024/],
    ['broken', Buffer.from('{"id": "x"\n "title"'), /lease\.json, line 2, column 2: expected a comma/],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), /not text in UTF-8/],
  ]) {
    await page.locator('#upload').setInputFiles({ name, mimeType: 'application/json', buffer });
    await page.locator('#start-finding', { hasText: 'Nothing was changed' }).waitFor();
    assert.match(await page.locator('#start-finding').textContent(), says, why);
    assert.deepEqual(await lease(), kept, why);
  }
  const dropped = JSON.stringify(read('spacex-anthropic-2026.json'));
  await drop(page, 'dropped.json', dropped);
  await page.locator('#said', { hasText: 'Opened dropped.json' }).waitFor();
  await settled();
  assert.deepEqual(await lease(), JSON.parse(dropped));
});

test('What would be code is shown as text, and no address but http is a source', async () => {
  const evil = '<img src=x onerror="window.pwned=1">';
  await paste(changed((one) => {
    for (const each of [...one.tranches, ...one.fees, ...one.rights]) each.label = evil;
    for (const each of [...one.clauses, ...one.sources]) each.title = evil;
    one.title = evil;
    one.presentation.question = evil;
    one.parties.forEach((each) => { each.name = evil; });
    one['<b>'] = 1;
  }));
  assert.ok((await page.locator('.name').allTextContents()).some((text) => text.includes(evil)));
  assert.equal(await page.evaluate(() => document.querySelectorAll('main img, main script').length), 0);
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '//evil.example/x']) {
    await paste(changed((one) => { one.sources.forEach((each) => { each.url = url; }); }));
    assert.match(await status(), /^Not ready/, url);
    assert.equal(await page.locator('#needs button', { hasText: 'A source with an address: missing' }).count(), 1, url);
  }
  assert.equal(await page.evaluate(() => window.pwned), undefined);
});

test('What is removed comes back by Undo; entries move; the focus stays near', async () => {
  await from('spacex-google-2026');
  const tools = page.locator('[data-entry="/tranches/0"]');
  await tools.getByRole('button', { name: 'Remove: Delivery 1' }).click();
  assert.equal((await lease()).tranches.length, 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Add a delivery');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await settled();
  assert.deepEqual(await lease(), read('spacex-google-2026.json'));
  const fees = page.locator('[data-entry="/fees/0"]');
  if (!await fees.evaluate(({ open }) => open)) await page.locator('#entry-fees-0').click();
  await fees.getByRole('button', { name: 'Move down' }).click();
  assert.deepEqual((await lease()).fees.map(({ id }) => id), ['reduced', 'full', 'missing']);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'entry-fees-1');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
});

const looks = [
  ['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
];
test('axe finds nothing, in light, dark, forced colours and on a phone', async () => {
  const each = await writer();
  const found = [];
  const look = async (what) => found.push(...(await axe(each)).map((line) => `${what}: ${line}`));
  for (const [theme, media] of looks) {
    await each.emulateMedia(media);
    await look(`empty, ${theme}`);
  }
  await each.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await each.selectOption('#from', 'spacex-anthropic-2026');
  await each.locator('#start button').click();
  await each.locator('lease-explorer').waitFor();
  await each.setViewportSize({ width: 360, height: 740 });
  await each.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
  await look('a lease, all of it open, 360 pixels');
  assert.deepEqual(found, []);
  assert.deepEqual(each.complaints, []);
  await each.context().close();
});

test('At 360 pixels and twice the text nothing is cut, and every target takes a finger', async () => {
  await from('spacex-google-2026');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
  await page.locator('lease-explorer').scrollIntoViewIfNeeded();
  await idle(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(button, input, select, textarea, summary)')]
      .filter((one) => one.checkVisibility() && one.type !== 'checkbox')
      .filter((one) => one.getBoundingClientRect().height < 43.9)
      .map((one) => one.id || one.textContent));
  assert.deepEqual(small, []);
  for (const percent of ['100%', '200%']) {
    const wide = await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      const { scrollWidth, clientWidth } = document.documentElement;
      const parts = [...document.querySelectorAll('main :is(button, label, legend, summary, small, select, .name)')]
        .filter((one) => one.checkVisibility() && clientWidth < one.getBoundingClientRect().right);
      return [scrollWidth - clientWidth, ...parts.map((one) => one.textContent)];
    }, percent);
    assert.deepEqual(wide, [0], percent);
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize({ width: 1200, height: 900 });
});

test('Leaving asks when something is written and not saved, and only then', async () => {
  const each = await writer();
  let questions = 0;
  each.on('dialog', (dialog) => { questions += 1; dialog.accept(); });
  await each.reload();
  await settled(each);
  assert.equal(questions, 0);
  await at('/title', each).pressSequentially('x');
  await each.reload();
  assert.equal(questions, 1);
  await settled(each);
  await at('/title', each).pressSequentially('x');
  const saved = each.waitForEvent('download');
  await each.getByRole('button', { name: 'Download' }).click();
  await saved;
  await each.reload();
  assert.equal(questions, 1, 'what is saved may be left');
  await each.context().close();
});

test('Without scripts, or without the engine, the page says what it needs and what is left', async () => {
  const still = await writer({ javaScriptEnabled: false });
  const links = await still.locator('#wants a').evaluateAll((all) => all.map(({ href }) => href));
  assert.equal(links.length, 3);
  for (const link of links) assert.equal((await fetch(link)).status, 200, link);
  assert.ok(await still.locator('#wants').isVisible());
  assert.equal(await still.locator('#desk').isVisible(), false);
  await still.context().close();
  const alone = await writer({ prepare: (each) => each.route('**/engine.*.wasm', (route) => route.abort()) });
  assert.match(await alone.locator('#status').textContent(), /^Not read: .*The form and its JSON work all the same\.$/);
  await at('/title', alone).fill('Kept');
  assert.equal(JSON.parse(await alone.locator('#json').inputValue()).title, 'Kept');
  await alone.context().close();
});

test('No page here asked anybody but its own site, stored anything, or broke a rule of its policy', async () => {
  assert.deepEqual([...asked].filter((origin) => origin !== 'null'), [world.base]);
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(await page.evaluate(() =>
    [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
});
