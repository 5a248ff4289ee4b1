// The library's entries: every datum has a source, every reference leads somewhere, and what has no
// lease says why. The checks are shown faults, and must complain.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const assets = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets');
const json = (path) => JSON.parse(readFileSync(join(assets, path), 'utf8'));
const library = json('library.json');
const leases = readdirSync(join(assets, 'leases')).map((name) => name.replace('.json', '')).sort();
const offRamps = ['late-delivery', 'partial-acceptance', 'convenience', 'late-credit', 'guarantor',
  'unknown'];

/** What is wrong with an entry. */
function complaints(deal) {
  const found = [];
  const say = (isWrong, what) => { if (isWrong) found.push(`${deal.id}: ${what}`); };
  for (const key of ['title', 'landlord', 'tenant', 'summary']) say(!deal[key]?.trim(), `no ${key}`);
  say(deal.sources.length === 0, 'no source');
  const ids = deal.sources.map(({ id }) => id);
  say(new Set(ids).size !== ids.length, 'two sources with one id');
  for (const { id, title, url, kind } of deal.sources) {
    say(!/^https?:\/\/[^\s"<>]+$/.test(url), `${id} leads to no address of the web`);
    say(!title?.trim() || !kind?.trim(), `${id} has no title or kind`);
  }
  say(!['known', 'disputed', 'unknown'].includes(deal.site.is), 'a site of no standing');
  say(deal.site.is !== 'unknown' && deal.site.sources.length === 0, 'a site without a source');
  for (const id of deal.site.sources) say(!ids.includes(id), `the site's source ${id} is not there`);
  say(deal.lease !== null && !leases.includes(deal.lease), `no lease ${deal.lease}`);
  say((deal.lease === null) === (deal.why_no_lease === null), 'a lease, or why there is none');
  say(deal.off_ramps.some((one) => !offRamps.includes(one)), 'an off-ramp of no kind');
  say(deal.known.length === 0 && deal.unknown.length === 0, 'nothing known, nothing unknown');
  return found;
}

test('Every entry has its sources, and every reference leads somewhere', () => {
  assert.deepEqual(library.deals.flatMap(complaints), []);
});

test('Every lease has its entry, and no deal is there twice', () => {
  const held = library.deals.map(({ lease }) => lease).filter(Boolean).sort();
  assert.deepEqual(held, leases);
  const ids = library.deals.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].sort());
  assert.ok(15 <= leases.length);
});

test('A lease and its entry are called the same', () => {
  for (const { lease, title } of library.deals.filter((deal) => deal.lease)) {
    assert.equal(json(`leases/${lease}.json`).title, title);
  }
});

const faults = [
  ['no source', (deal) => { deal.sources = []; }],
  ['a script for an address', (deal) => { deal.sources[0].url = 'javascript:alert(1)'; }],
  ['a dead reference', (deal) => { deal.site.sources = ['nobody']; }],
  ['a lease that is not there', (deal) => { deal.lease = 'moon-2026'; }],
  ['no reason for no lease', (deal) => { deal.lease = null; }],
  ['two sources with one id', (deal) => { deal.sources.push(deal.sources[0]); }],
];
for (const [fault, plant] of faults) {
  test(`The check complains of ${fault}`, () => {
    const deal = structuredClone(library.deals.find(({ lease }) => lease === 'spacex-google-2026'));
    assert.deepEqual(complaints(deal), []);
    plant(deal);
    assert.notDeepEqual(complaints(deal), []);
  });
}
