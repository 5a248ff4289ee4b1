// The page in three engines, at three widths, two pixel ratios and three themes: it fits, it is
// sharp, it says nothing on the console, and it follows a hand.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { listen } from '../../web/site/serve.mjs';
import { engines, readerAt } from './lib/engines.mjs';
import { google, inTime, site } from './lib/harness.mjs';
import { until } from './lib/wait.mjs';
import { ways } from './lib/ways.mjs';

const themes = ['light', 'dark', 'forced'];
const ratios = [1, 2];
const widths = [1200, 720, 360];

let server;
before(async () => { server = await listen(site, 8300); });
after(() => server.close());

/** What the page shows of itself, measured in it. */
const look = () => {
  const explorer = document.querySelector('lease-explorer');
  const { canvas } = explorer;
  return {
    media: {
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      forced: matchMedia('(forced-colors: active)').matches,
      calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
      ratio: devicePixelRatio,
      width: innerWidth,
      language: navigator.language,
    },
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    verdict: explorer.shadowRoot.querySelector('.answer .verdict').textContent,
    isStill: getComputedStyle(canvas).visibility === 'hidden',
    stored: [canvas.width, canvas.height],
    shown: [canvas.clientWidth, canvas.clientHeight],
  };
};

for (const engine of engines) {
  describe(engine, () => {
    let reader;
    before(() => { reader = readerAt(engine, `http://localhost:${server.address().port}`); });
    after(() => reader.close());

    for (const theme of themes) {
      for (const ratio of ratios) {
        test(`${theme}, ${ratio} to 1`, async (t) => {
          if (theme === 'forced' && reader.noForcedColours) {
            t.skip(reader.noForcedColours);
            return;
          }
          for (const width of widths) {
            await reader.open(inTime, { theme, ratio, width });
            const { media, overflow, verdict, isStill, stored, shown } = await reader.evaluate(look);
            assert.deepEqual(media, {
              dark: theme === 'dark', forced: theme === 'forced', calm: true, ratio, width,
              language: 'en-GB',
            });
            assert.ok(overflow <= 0, `${width}: wider than the page by ${overflow}`);
            assert.match(verdict, /^Not yet\. /);
            // Forced colours reach no canvas, so a drawing that follows the fields takes its place.
            assert.equal(isStill, theme === 'forced');
            if (!isStill) assert.deepEqual(stored, shown.map((length) => Math.round(length * ratio)));
            const way = isStill ? ways.keyboard(reader) : ways.mouse(reader);
            await way.day('deliver', '2026-11-15');
            // On a narrow screen a pixel is more than a day; all of these are late by the 5th.
            const { verdict: { pill } } = await reader.exhibit();
            assert.equal(pill, 'Yes');
            assert.deepEqual(await reader.complaints(), []);
          }
        });
      }
    }

    test('The wheel scrolls the page, and with Ctrl held it leaves the scenario alone', async () => {
      await reader.open(google, { width: 720, height: 500 });
      await reader.move(360, 250);
      await reader.wheel(0, 120);
      assert.ok(await until(() => reader.evaluate(() => scrollY)), 'the wheel does not scroll');
      await reader.wheel(0, -120, { ctrl: true });
      await reader.idle();
      assert.equal(await reader.state(), '');
    });
  });
}
