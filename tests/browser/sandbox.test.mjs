// Where the explorer lives: each build in each place of sandbox_table.mjs, in three engines. A cell
// is live when a hand has moved the delivery and the answer has turned from "No" to "Yes"; where it
// is not, one line says so and the printed answer stays. Written to build/web/reports/sandbox.md.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines, readerAt } from './lib/engines.mjs';
import { Report } from './lib/report.mjs';
import { startHosts } from './lib/sandbox_hosts.mjs';
import { look, move, wheelOver } from './lib/sandbox_look.mjs';
import { tableFor } from './lib/sandbox_table.mjs';

const window = { width: 1200, height: 900, ratio: 1, theme: 'light' };

// Each engine has its own servers, so that all of them may work at once.
const worlds = await Promise.all(engines.map(async (engine) => {
  const hosts = await startHosts();
  return { engine, hosts, table: tableFor(hosts), cells: [] };
}));

after(() => {
  const report = new Report('sandbox', 'Where the explorer lives',
    ['Place', 'Build', ...engines, 'Why not']);
  worlds[0].table.forEach(({ context, build, no }, i) => report.add(context, build,
    ...worlds.map(({ cells }) => cells[i] ?? 'not seen'), no?.why ?? ''));
  report.write();
  for (const { hosts } of worlds) hosts.close();
});

/** Fails unless what was seen is what the table says. */
function judge({ context, no }, isExpectedLive, seen) {
  if (isExpectedLive) {
    assert.equal(seen.kind, 'live', `${context}: ${seen.line}`);
    assert.equal(seen.pill, 'Only if late');
    return;
  }
  assert.equal(seen.kind, no.isEmpty ? 'empty' : no.isSilent ? 'silent' : 'line', seen.line);
  if (no.isEmpty) return;
  assert.ok(seen.isPrinted, 'the printed answer is not to be seen');
  if (no.isSilent) return;
  assert.match(seen.line, no.says);
  assert.equal(seen.lines, 1);
}

const words = {
  live: () => 'yes, unmoved',
  line: ({ line }) => `no: “${line}”`,
  empty: () => 'no: an empty frame',
  silent: () => 'no: the printed answer, without a word',
};

describe('Each engine', { concurrency: engines.length }, () => {
  for (const { engine, hosts, table, cells } of worlds) {
    describe(engine, { concurrency: 1 }, () => {
      let reader;
      before(() => {
        reader = readerAt(engine, '');
        reader.preload = () => {
          globalThis.violations = [];
          addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
            globalThis.violations.push(`${violatedDirective} ${blockedURI}`));
        };
      });
      after(() => reader.close());

      table.forEach((row, i) => test(`${row.context}: ${row.build}`, async () => {
        const isExpectedLive = !row.no || (row.no.engines && !row.no.engines.includes(engine));
        cells[i] = 'no answer';
        hosts.reports.length = 0;
        await reader.show(row.put(), window);
        const seen = await look(reader, row.depth, !isExpectedLive && row.no.isSilent);
        cells[i] = words[seen.kind](seen);
        judge(row, isExpectedLive, seen);
        if (isExpectedLive) {
          cells[i] = `yes, ${await move(reader, { ...row, by: row.by?.[engine] })}`;
          if (row.wheel?.includes(engine)) await wheelOver(reader);
          assert.deepEqual(await reader.evaluate(() => globalThis.violations ?? []), []);
          assert.deepEqual(await reader.complaints() ?? [], []);
        } else if (row.isPlanted) {
          assert.throws(() => judge(row, true, seen), assert.AssertionError);
        }
        if (row.reportedBy?.includes(engine)) await hosts.report();
        else assert.deepEqual(hosts.reports, []);
      }));
    });
  }
});
