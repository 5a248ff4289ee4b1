// The ten main tasks. Each is done by mouse, by touch, by keyboard alone and on the words alone, in
// three engines, and ends in the same state.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { listen } from '../../web/site/serve.mjs';
import { engines, readerAt } from './lib/engines.mjs';
import { google, site } from './lib/harness.mjs';
import { ways } from './lib/ways.mjs';

const valueOf = (control) => (exhibit) =>
  exhibit.controls.find(({ id }) => id === control).value;

const tasks = [
  { name: 'Move the delivery to 15 November 2026',
    do: (way) => way.day('deliver', '2026-11-15'),
    state: 'deliver=2026-11-15',
    shows: [[({ verdict }) => verdict.pill, 'Not yet'], [valueOf('deliver'), '2026-11-15']] },
  { name: 'See it from 24 December 2026',
    do: (way) => way.day('as-of', '2026-12-24'),
    state: 'as-of=2026-12-24',
    shows: [[valueOf('as-of'), '2026-12-24'], [({ verdict }) => verdict.pill, 'Only if late']] },
  { name: 'Deliver 96,000 units only',
    do: (way) => way.number('units', 96_000),
    state: 'units=96000',
    shows: [[valueOf('units'), '96000']] },
  { name: 'Suppose a notice and move its day',
    do: async (way) => {
      await way.toggle('notice.convenience.on');
      await way.day('notice.convenience', '2027-01-15');
    },
    state: 'notice.convenience=2027-01-15',
    shows: [[valueOf('notice.convenience.on'), 'on']] },
  { name: 'Go to the next regime',
    do: (way) => way.press('regime.next'),
    state: 'deliver=2026-10-01',
    shows: [[({ timeline }) => timeline.band.findIndex(({ current }) => current), 1]] },
  { name: 'Suppose that nothing is ever delivered',
    do: (way) => way.choose('preset', 'never'),
    state: 'deliver=never',
    shows: [[valueOf('deliver'), 'never'], [valueOf('preset'), 'never']] },
  { name: 'Read “one month” the other way',
    do: (way) => way.choose('reading.month-count', 'whole_month'),
    state: 'reading.month-count=whole_month',
    shows: [[valueOf('reading.month-count'), 'whole_month']] },
  { name: 'Ask why so much is firm',
    do: (way) => way.choose('explain', 'firm'),
    state: '',
    shows: [[({ explained }) => explained, 'firm'], [valueOf('explain'), 'firm']] },
  { name: 'Take a step back and forward again',
    do: async (way) => {
      await way.toggle('event.accept.on');
      await way.choose('reading.exit-day', 'served');
      await way.press('undo');
      await way.press('redo');
      await way.press('undo');
      await way.press('undo');
      await way.press('redo');
    },
    state: /^event\.accept=\d{4}-\d\d-\d\d$/,
    shows: [[valueOf('event.accept.on'), 'on'], [valueOf('reading.exit-day'), 'not_served']] },
  { name: 'Pin the present and compare',
    do: async (way) => {
      await way.press('pin');
      await way.day('deliver', '2026-11-15');
    },
    state: 'deliver=2026-11-15&a=published',
    shows: [[({ comparison }) => 0 < comparison.length, true]] },
];

let server;
before(async () => { server = await listen(site, 8300); });
after(() => server.close());

// Chromium also without WebGL, where nothing can be dragged.
for (const engine of [...engines, ...(engines.includes('chromium') ? ['flat'] : [])]) {
  const isFlat = engine === 'flat';
  describe(engine, () => {
    let reader;
    before(() => { reader = readerAt(engine, `http://localhost:${server.address().port}`); });
    after(() => reader.close());

    for (const { name, do: deed, state, shows } of tasks) {
      for (const [how, wayOf] of Object.entries(ways)) {
        if (isFlat && !['keyboard', 'words'].includes(how)) continue;
        test(`${name}, by ${how}`, async (t) => {
          const touch = how === 'touch';
          if (touch && reader.noTouch) {
            t.skip(reader.noTouch);
            return;
          }
          await reader.open(google, { touch });
          const way = wayOf(reader);
          await way.begin?.();
          await deed(way);
          const link = await reader.state();
          if (state instanceof RegExp) assert.match(link, state);
          else assert.equal(link, state);
          const exhibit = await reader.exhibit();
          for (const [field, expected] of shows) assert.equal(field(exhibit), expected);
          assert.deepEqual(await reader.complaints(), []);
        });
      }
    }

    test('What is let go in the frame of its last move stays where it was let go', {
      skip: engine !== 'chromium' && engine !== 'firefox' && 'nothing is dragged, or its driver takes one action at a time',
    }, async () => {
      await reader.open(google);
      const grip = await reader.place('deliver', 'handle');
      const at = { x: grip.left + grip.width / 2, y: grip.top + grip.height / 2 };
      await reader.move(at.x, at.y);
      await reader.down();
      await reader.idle();
      await reader.evaluate(() => {
        // The page's own thread is busy, so that move and release arrive together.
        setTimeout(() => { for (const end = performance.now() + 400; performance.now() < end;); }, 0);
      });
      await Promise.all([reader.move(at.x + 300, at.y), reader.up()]);
      await reader.idle();
      assert.equal((await reader.exhibit()).verdict.pill, 'Not yet');
    });
  });
}
