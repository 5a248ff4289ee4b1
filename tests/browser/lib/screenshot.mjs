// Makes the README's picture from the built site: node tests/browser/screenshot.mjs
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { google, idle, open, start } from './harness.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'assets', 'screenshot.png');
const world = await start();
const page = await open(world, `${google}#deliver=2026-11-15`, { viewport: { width: 1100, height: 940 } });
await page.mouse.move(2, 2);
await idle(page);
await page.screenshot({ path: target });
await world.close();
console.log(`wrote ${target}`);
