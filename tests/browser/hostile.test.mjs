// Pages that were not made for guests, and leases that were made to harm: the explorer runs and
// hits what is pointed at; whatever a lease says stays text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { google } from './lib/harness.mjs';
import { misses, onlyText, sharedIsHarmless, watchPolicy } from './lib/hostile_checks.mjs';
import { lease, pagesOf, served, stand, strangers } from './lib/hostile_pages.mjs';
import {
  badUrls, corpus, hosts, isWritten, poisoned, refusedTexts, strings,
} from './lib/hostile_words.mjs';
import {
  allLive, article, elementOf, leases, plantInElement, prose, scriptOf, startHost, visit,
} from './lib/hosts.mjs';

let world;
before(async () => { world = await startHost(); });
after(() => world.close());

// ---- Pages

for (const [name, { css = '', script }] of hosts) {
  test(`Under ${name} the explorer runs, and a drag hits its day`, async () => {
    const page = await visit(world, world.publish('odd', article(
      `<main>${prose(1)}${elementOf(world.base, leases[0])}${prose(8)}</main>`,
      `<style>${css}</style>${script ? `<script>(${script})()</script>` : ''}${scriptOf(world.base)}`,
    )), { viewport: { width: 640, height: 800 } });
    await allLive(page);
    assert.deepEqual(await misses(page), []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

// ---- Leases

const textOf = (page) => page.evaluate(() =>
  document.querySelector('lease-explorer').shadowRoot.querySelector('.exhibit').textContent);

test('Words made to harm are shown as they are, in picture, form, share panel and files', async () => {
  const { page, show } = await stand(world);
  const rounds = [...corpus.map((word) => [word]), corpus.slice(0, 12)];
  for (const words of rounds) {
    const refusal = await show(poisoned(lease, words));
    assert.equal(refusal, '', words[0]);
    const text = await textOf(page);
    for (const word of words.length === 1 ? words : []) assert.ok(text.includes(word), word);
    for (const view of ['form', 'full']) {
      await page.evaluate(async (wanted) => {
        const explorer = document.querySelector('lease-explorer');
        explorer.setAttribute('view', wanted);
        await explorer.idle;
      }, view);
      assert.deepEqual(await onlyText(page), [], `${view}: ${words[0]}`);
    }
    assert.deepEqual(await sharedIsHarmless(page), [], words[0]);
    assert.deepEqual(await onlyText(page), [], `shared: ${words[0]}`);
  }
  assert.deepEqual(strangers(world, page), []);
  await page.context().close();
});

test('Every other string of a lease refuses such words, and the refusal is text', async () => {
  const { page, show } = await stand(world);
  const word = corpus[1];
  const taken = [];
  let refused = 0;
  for (const [place] of strings(lease)) {
    if (isWritten(place)) continue;
    const tree = structuredClone(lease);
    strings(tree).get(place)[0](word);
    const refusal = await show(tree);
    if (!refusal) taken.push(place);
    else refused += 1;
  }
  console.log(`# strings of other kinds that refuse code: ${refused}`);
  assert.deepEqual(taken, []);
  assert.deepEqual(await onlyText(page), []);
  assert.deepEqual(strangers(world, page), []);
  await page.context().close();
});

test('Marks that turn what is written, and addresses that are code, are refused', async () => {
  const { page, show } = await stand(world);
  for (const text of refusedTexts) {
    assert.match(await show({ ...lease, title: text }), /cannot be shown/, JSON.stringify(text));
  }
  for (const url of badUrls) {
    const tree = structuredClone(lease);
    tree.sources.forEach((source) => { source.url = url; });
    await show(tree);
    assert.deepEqual(await onlyText(page), [], url);
  }
  assert.deepEqual(strangers(world, page), []);
  await page.context().close();
});

test('Were such an address let through by the reader, it would still be no link', async () => {
  const { page, show } = await stand(world, async (one) => {
    await watchPolicy(one);
    await plantInElement((code) => `const { parse } = JSON;
      JSON.parse = (text) => parse(text.replaceAll('https://', 'javascript:'));\n${code}`)(one);
  });
  await show(lease);
  assert.match(JSON.stringify(await page.evaluate(() =>
    document.querySelector('lease-explorer').exhibit.sources)), /javascript:/);
  assert.deepEqual(await onlyText(page), []);
  await page.context().close();
});

test('A fragment made to harm is named as text', async () => {
  const page = await visit(world, `${world.base}/${google}`, { prepare: watchPolicy });
  await allLive(page);
  for (const word of corpus) {
    await page.evaluate(async (text) => {
      const explorer = document.querySelector('lease-explorer');
      explorer.state = `deliver=${encodeURIComponent(text)}&${encodeURIComponent(text)}=1&x=${text}`;
      await explorer.idle;
    }, word);
    assert.deepEqual(await onlyText(page), [], word);
  }
  await page.context().close();
});

// ---- Pages that the build writes of such a lease

test('The pages that are built of such a lease hold it as text: full, framed and single', async () => {
  const tree = poisoned(lease, corpus);
  for (const [name, html] of Object.entries(pagesOf(tree))) {
    const page = await visit(world, `${world.base}/${name}`, { prepare: served(name, html, tree) });
    assert.deepEqual(await onlyText(page), [], `${name} before it runs`);
    assert.equal(await page.title(), `${tree.presentation.question} ${tree.title} | Offramp`
      .replace(/\s+/g, ' ').trim());
    await allLive(page);
    assert.equal(await page.evaluate(() => document.querySelector('lease-explorer').exhibit.title),
      tree.title);
    assert.deepEqual(await onlyText(page), [], name);
    assert.deepEqual(strangers(world, page).filter((url) => !url.endsWith('.html')), []);
    await page.context().close();
  }
});
