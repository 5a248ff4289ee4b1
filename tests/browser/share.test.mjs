// What a reader takes away: each form of it, where it may be copied or saved and where it may not;
// links that come back whole or say that they are not; the page on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { liveFrame, serveArticle } from './lib/article.mjs';
import {
  drag, exhibit, google, idle, input, open, pill, shots, start,
} from './lib/harness.mjs';

let world;
before(async () => { world = await start(); });
after(() => world.close());

const late = `${google}#deliver=2026-11-15&reading.month-count=whole_month`;
const list = (where) => where.getByLabel('What to take away');
const text = (where) => where.locator('.share textarea');
const openPanel = (where) => where.getByRole('button', { name: 'Share', exact: true }).click();

async function panel(options) {
  const page = await open(world, late, options);
  await openPanel(page);
  return page;
}

test('Each form of the answer is shown, says the same day, and is saved under its name', async () => {
  const page = await panel({ acceptDownloads: true });
  const sentence = (await exhibit(page)).verdict.sentence;
  const address = `${world.base}/${google}#v=1.`;
  for (const [format, holds] of [
    ['link', [address]],
    ['sentence', [sentence, address, 'Sources: ']],
    ['wikitext', ['<ref>{{cite web |', address, '|access-date=']],
    ['bibtex', ['@online{', address]],
    ['embed', ['<iframe src="', '/embed/', '#v=1.']],
    ['svg', ['<svg ', sentence]],
    ['csv', ['table,', '2026-11-15']],
    ['ics', ['BEGIN:VCALENDAR', '20261114']],
    ['json', ['"verdict"', sentence]],
  ]) {
    await list(page).selectOption(format);
    const shown = await text(page).inputValue();
    for (const part of holds) assert.ok(shown.includes(part), `${format}: ${part} in ${shown.slice(0, 200)}`);
    const save = page.locator('.share a[download]:visible');
    if (await save.count()) {
      const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
      assert.equal(download.suggestedFilename(), `spacex-google-2026.${format}`);
      const saved = readFileSync(await download.path(), 'utf8');
      assert.equal(saved.replace(/\r\n/g, '\n'), shown.replace(/\r\n/g, '\n'));
      if (format === 'ics') assert.match(saved, /\r\n/, 'a calendar ends its lines as the standard says');
    }
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** A PNG as a page sees it: its size, and for each part in CSS pixels whether anything is drawn. */
async function inPicture(page, png, ratio, parts) {
  const reader = await page.context().newPage(); // without a content policy
  const seen = await reader.evaluate(async ([encoded, scale, rects]) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    /** How many colours there are, of which paper is one. */
    const colours = ({ x, y, width, height }) => {
      const { data } = context.getImageData(Math.round(x * scale), Math.round(y * scale),
        Math.max(Math.round(width * scale), 1), Math.max(Math.round(height * scale), 1));
      return new Set(new Uint32Array(data.buffer)).size;
    };
    return { width: bitmap.width, height: bitmap.height, colours: rects.map(colours) };
  }, [png.toString('base64'), ratio, parts]);
  await reader.close();
  return seen;
}

test('The picture is the whole picture, with words for those who do not see it', async () => {
  for (const [width, height, deviceScaleFactor] of [[1200, 900, 1], [390, 844, 3]]) {
    const page = await panel({ acceptDownloads: true, viewport: { width, height }, deviceScaleFactor });
    await list(page).selectOption('png');
    const saved = () => page.locator('.share img').getAttribute('src');
    await page.waitForFunction(() => document.querySelector('lease-explorer').shadowRoot
      .querySelector('.share img').src.startsWith('data:image/png'));
    const [download] = await Promise.all([page.waitForEvent('download'),
      page.locator('.share a[download]').click()]);
    const png = readFileSync(await download.path());
    const svg = await page.evaluate(() => document.querySelector('lease-explorer').exported('svg'));
    const [, size] = /^<svg[^>]* height="(\d+)"/.exec(svg);
    // Each tenth of it, from the title to the sources.
    const tenths = Array.from({ length: 10 }, (_, i) =>
      ({ x: 0, y: (i * size) / 10, width: 960, height: size / 10 }));
    const seen = await inPicture(page, png, 2, tenths);
    const what = `${width} pixels wide, ${deviceScaleFactor} to 1`;
    assert.equal(seen.width, 1920, what);
    assert.equal(seen.height, 2 * size, what);
    // Letters have soft edges: many colours.
    assert.deepEqual(seen.colours.filter((count) => count < 5), [], what);
    assert.match(await page.locator('.share img').getAttribute('alt'), /Google may /);
    assert.deepEqual(page.complaints, []);
    // The page goes on as before, and the picture follows when the hand lets go.
    const before = await saved();
    await drag(page, 'deliver', 'handle', 60);
    await page.waitForFunction((old) => document.querySelector('lease-explorer').shadowRoot
      .querySelector('.share img').src !== old, before);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('The calendar of a scenario is read by a calendar\'s library, and is one with the next', async () => {
  const page = await panel();
  const events = async () => {
    await list(page).selectOption('link');
    await list(page).selectOption('ics');
    const calendar = new ICAL.Component(ICAL.parse(await text(page).inputValue()));
    return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  };
  const before = await events();
  assert.ok(before.length > 5);
  assert.equal(new Set(before.map(({ uid }) => uid)).size, before.length);
  const opens = before.find(({ summary }) => /first day for notice/i.test(summary));
  assert.equal(opens.startDate.toString(), '2026-11-01');
  await input(page, 'deliver', 'field').fill('2026-12-01');
  await idle(page);
  const uids = new Set(before.map(({ uid }) => uid));
  const after_ = await events();
  assert.ok(after_.filter(({ uid }) => uids.has(uid)).length > 5, 'a new scenario moves the same events');
  await page.context().close();
});

test('What is open follows the hand', async () => {
  const page = await panel();
  await list(page).selectOption('sentence');
  const before = await text(page).inputValue();
  await drag(page, 'deliver', 'handle', 60, { release: false });
  const during = await text(page).inputValue();
  assert.notEqual(during, before);
  assert.ok(during.startsWith((await exhibit(page)).verdict.sentence));
  await page.mouse.up();
  await idle(page); // else the end of the drag is written after the field
  await input(page, 'deliver', 'field').fill('2026-12-24');
  await idle(page);
  assert.match(await text(page).inputValue(), /24 December 2026/);
  await page.context().close();
});

test('Copying works with leave, without it, and where nothing may be copied the text is selected', async () => {
  const article = await serveArticle((origin) => `<!doctype html><title>An article</title>
    <iframe title="one" style="width:100%;height:700px" src="${world.base}/embed/${google}?host=${origin}"
      sandbox="allow-scripts" ></iframe>`);
  const context = await world.browser.newContext({ locale: 'en-GB', permissions: [] });
  const page = await context.newPage();
  await page.goto(article.origin);
  const frame = await liveFrame(page);
  await openPanel(frame);
  await list(frame).selectOption('sentence');
  await frame.getByRole('button', { name: 'Copy' }).click();
  await frame.getByText('Copied.').waitFor();
  // What was copied, as a field of another page of the reader's takes it.
  const elsewhere = await context.newPage();
  await elsewhere.goto(article.origin);
  await elsewhere.evaluate(() => document.body.append(document.createElement('textarea')));
  await elsewhere.locator('textarea').focus();
  await elsewhere.keyboard.press('Control+v');
  assert.equal(await elsewhere.locator('textarea').inputValue(), await text(frame).inputValue());
  await elsewhere.close();
  await frame.evaluate(() => { document.execCommand = () => false; });
  await frame.getByRole('button', { name: 'Copy' }).click();
  await frame.getByText('The text is selected: copy it yourself.').waitFor();
  const [from, to, length] = await text(frame).evaluate((one) =>
    [one.selectionStart, one.selectionEnd, one.value.length]);
  assert.deepEqual([from, to], [0, length]);
  // A sandbox drops a download without a word; ours is said beforehand, and the text is there.
  await list(frame).selectOption('csv');
  await frame.locator('.share a[download]').click();
  await frame.getByText('If no file was saved').waitFor();
  assert.match(await text(frame).inputValue(), /^table,/);
  await context.close();
  article.close();
});

test('A copied link brings the scenario to another reader, who copies the same link', async () => {
  const page = await panel();
  const link = await text(page).inputValue();
  await page.context().close();
  const other = await open(world, link.slice(world.base.length + 1));
  assert.equal(await pill(other), 'Not yet');
  assert.equal((await exhibit(other)).notes.length, 0);
  assert.match(await other.locator('#origin').innerText(), /The link that you followed chose/);
  await openPanel(other);
  assert.equal(await text(other).inputValue(), link);
  assert.equal(other.url(), link, 'the address is left as it came');
  await other.context().close();
});

test('A link cut anywhere is called incomplete, and what mail and wikis do to it is mended', async () => {
  const page = await panel();
  const [, fragment] = (await text(page).inputValue()).split('#');
  const follow = async (state) => {
    await page.evaluate((one) => { document.querySelector('lease-explorer').state = one; }, state);
    await idle(page);
    const { notes, link } = await exhibit(page);
    return { notes, link };
  };
  const whole = await follow(fragment);
  assert.equal(whole.link, 'deliver=2026-11-15&reading.month-count=whole_month');
  for (let length = 1; length < fragment.length; length += 1) {
    const { notes, link } = await follow(fragment.slice(0, length));
    assert.equal(link, '', fragment.slice(0, length));
    assert.equal(notes.length, 1, fragment.slice(0, length));
  }
  for (const mangled of [`${fragment}?secret=AbCdEfGhIj`, fragment.replaceAll('&', '&amp;'),
    encodeURIComponent(fragment), encodeURIComponent(encodeURIComponent(fragment)), `${fragment})`,
    `${fragment}.`, `${fragment}&utm_source=mail`]) {
    assert.deepEqual(await follow(mangled), whole, mangled);
  }
  await page.context().close();
});

test('On paper stands the scenario with its tables, or the printed answer where nothing runs', async () => {
  for (const [options, holds, not] of [
    [{}, /Google could have left from 1 November 2026/, /\bShare\b/],
    [{ javaScriptEnabled: false, wait: false }, /nobody may leave for late delivery/, /\bShare\b/],
  ]) {
    const page = await open(world, late, options);
    const path = join(shots, `paper${options.javaScriptEnabled === false ? '-twin' : ''}.pdf`);
    await page.pdf({ path, format: 'A4' });
    const words = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
      .replace(/\s+/g, ' ');
    assert.match(words, holds);
    assert.match(words, /\$30,360,000,000\.00/);
    assert.match(words, /Key dates/);
    assert.doesNotMatch(words, not);
    await page.context().close();
  }
});

test('An export in the middle of a drag is of what is seen', async () => {
  const page = await open(world, google);
  const before = await exhibit(page);
  await drag(page, 'deliver', 'handle', 250, { release: false });
  const { shown, sentence, csv, json } = await page.evaluate(() => {
    const one = document.querySelector('lease-explorer');
    return { shown: one.exhibit, sentence: one.exported('sentence'), csv: one.exported('csv'),
      json: JSON.parse(one.exported('json')) };
  });
  const day = ({ controls }) => controls.find(({ id }) => id === 'deliver').value;
  assert.notEqual(day(shown), day(before), 'the hand has moved it');
  assert.notEqual(shown.verdict.sentence, before.verdict.sentence);
  assert.ok(sentence.startsWith(shown.verdict.sentence), sentence);
  assert.ok(csv.includes(day(shown)), csv.slice(0, 400));
  assert.deepEqual(json, shown);
  // Nobody has let go yet: Escape takes it all back.
  await page.keyboard.press('Escape');
  await idle(page);
  assert.equal(day(await exhibit(page)), day(before));
  await page.mouse.up();
  await page.context().close();
});

test('Before anything is live an export is empty', async () => {
  const early = await open(world, google, { wait: false, prepare: (one) => one.route('**/engine.*', () => {}) });
  assert.equal(await early.evaluate(async () => {
    await customElements.whenDefined('lease-explorer');
    return document.querySelector('lease-explorer').exported('csv');
  }), '');
  await early.context().close();
});
