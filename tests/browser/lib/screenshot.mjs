// Makes the README's still picture from the built site: node tests/browser/lib/screenshot.mjs
// animation.mjs makes the moving one.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { google, idle, open, start } from './harness.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'assets', 'screenshot.png');
const world = await start();
const page = await open(world, `${google}#deliver=2026-11-15`, {
  viewport: { width: 1100, height: 760 },
  prepare: (one) => one.clock.setFixedTime(new Date('2026-11-22T12:00:00Z')), // the same every day
});
await page.mouse.move(2, 2);
await idle(page);
await page.screenshot({ path: target });
await world.close();
console.log(`wrote ${target}`);
