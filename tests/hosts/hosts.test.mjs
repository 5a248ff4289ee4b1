// The explorer in real hosts: pasted as the documentation says, opened in Chromium, dragged with a
// real mouse. Writes build/web/reports/hosts.md, a row for each host and way. What could not be run
// says so in its row; no row says "no" without a reason.
//
//   OFFRAMP_SITE=<folder>   the site under test (otherwise build/web/site)
//   OFFRAMP_CLI=<file>      the command that draws pictures (otherwise build/native/offramp)
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { shots } from '../browser/lib/harness.mjs';
import { patient } from '../browser/lib/wait.mjs';
import { visit } from './guest.mjs';
import { compare, write } from './report.mjs';
import { root } from './support.mjs';
import { prepare } from './under_test.mjs';
import { chromium as chromiumPath } from '../../web/site/machine.mjs';

const names = (process.env.OFFRAMP_HOSTS
  ?? 'article mkdocs vitepress wordpress mediawiki dokuwiki techdocs ghost github absent').split(' ');
const rows = new Map(names.map((name) => [name, []]));
const times = [];
const since = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

let world;
let browser;
const starting = new Map();

before(async () => {
  world = await prepare({
    site: process.env.OFFRAMP_SITE ?? join(root, 'build', 'web', 'site'),
    cli: process.env.OFFRAMP_CLI ?? join(root, 'build', 'native', 'offramp'),
  });
  // Nothing but this machine answers, so nothing in a page can hang on the rest of the world.
  browser = patient(await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
  }));
  await world.draw(browser);
  for (const name of names) {
    const from = performance.now();
    const host = import(`./${name}.mjs`).then(({ start }) => start(world));
    host.then(() => times.push(`${name}: started in ${since(from)}`), () => {});
    starting.set(name, host);
  }
});

after(async () => {
  for (const host of starting.values()) await host.then((one) => one.close(), () => {});
  await browser?.close();
  world?.close();
  write(join(root, 'build', 'web', 'reports', 'hosts.md'), [...rows.values()].flat(), {
    host: new URL(world.base).host, times,
  });
  for (const time of times) console.log(`# ${time}`);
});

const pictureOf = (host, page) =>
  join(shots, `host-${`${host.name} ${page.way}`.toLowerCase().replace(/[^a-z]+/g, '-')}.png`);
const beginning = (text) => (text.length < 70 ? text : `${text.slice(0, 60)}…`);

async function tryOut(host, page) {
  const row = {
    Host: [page.host ?? host.name, page.host ? '' : host.version].filter(Boolean).join(' '),
    Way: page.way, Pasted: beginning((page.pasted ?? '').replaceAll(world.base, 'BASE/')), Remark: page.note,
  };
  if (page.notRun) {
    return { ...row, 'What survived': 'not run here', Live: 'not run', Dragged: 'not run', Remark: page.notRun };
  }
  const seen = await visit(browser, page, { base: world.base, shot: pictureOf(host, page) });
  const complaints = seen.complaints.length > 0 ? ` The browser says: ${seen.complaints[0]}` : '';
  const remark = (page.note ?? '') + complaints;
  if (!page.shows) {
    assert.equal(seen.isLive, false, 'nothing was expected to live here; has the host changed its mind?');
    assert.ok(page.note, 'a "no" needs its reason');
    return { ...row, 'What survived': seen.survived, Live: 'no', Dragged: 'no', Remark: remark };
  }
  assert.equal(seen.before, 'Only if late');
  assert.equal(seen.after, 'Not yet', `dragged to ${seen.day}`);
  if (page.shows !== 'link') {
    assert.ok(seen.wheel, 'the wheel over the explorer still scrolls the page of the host');
    assert.equal(seen.tab, '');
  }
  const { shown, content, isCutOff } = seen.size;
  assert.ok(!isCutOff, `of ${content} pixels the frame shows ${shown}, and with scrolling="no" no more`);
  return {
    ...row,
    'What survived': page.survived ?? compare(page.given ?? page.pasted, seen.tag),
    Live: page.shows === 'link' ? 'yes, on its own page' : 'yes',
    Dragged: `No to Yes, ${seen.day}`,
    Height: content <= shown ? `${shown}` : `${shown}, scrolls ${content}`,
    Remark: remark,
  };
}

// One reader waits for drawing while another waits for PHP.
describe('The explorer in real hosts', { concurrency: 2 }, () => {
  for (const name of names) {
    test(name, async (t) => {
      const host = await starting.get(name);
      const from = performance.now();
      for (const page of host.pages) {
        await t.test(`${host.name}: ${page.way}`, async () => {
          try {
            rows.get(name).push(await tryOut(host, page));
          } catch (error) {
            rows.get(name).push({ Host: host.name, Way: page.way, Live: 'FAILED', Remark: error.message });
            throw error;
          }
        });
      }
      times.push(`${name}: visited in ${since(from)}`);
    });
  }
});
